//! Whole numbers as both languages like them. Kotlin's unsigned numbers are hidden from Java, so calls take signed ones and check them here.

use crate::SelfmojiError;
use selfmoji::picture::MAX_SIZE;

/// The size of a picture.
pub(crate) fn size(size: i32) -> Result<u32, SelfmojiError> {
    let refused = || SelfmojiError::Picture(format!("a picture of {size} pixels was asked for; sizes from 1 to {MAX_SIZE} can be drawn"));
    u32::try_from(size).ok().filter(|size| (1..=MAX_SIZE).contains(size)).ok_or_else(refused)
}

/// A measure of a pixel buffer.
pub(crate) fn measure(what: &str, value: i32) -> Result<u32, SelfmojiError> {
    u32::try_from(value).map_err(|_| SelfmojiError::Photo(format!("the {what} of the pixels is {value}; it cannot be negative")))
}

/// A bound; a negative one lets nothing pass.
pub(crate) fn bound<T: TryFrom<i64>>(value: i64, most: T) -> T {
    T::try_from(value.max(0)).unwrap_or(most)
}

/// For the languages; nothing here comes near the limit.
pub(crate) fn signed(value: u32) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}
