//! Reading the files of words and concepts: a magic, a header of JSON, then columns of numbers, all little-endian.
//! Nothing is trusted to be as long as it says.

use super::EmojiError;
use crate::matching::normalise;
use serde::de::DeserializeOwned;

/// A place in a file, and the file's name for messages.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    what: &'static str,
}

impl<'a> Reader<'a> {
    /// Begins behind the magic.
    pub(super) fn new(bytes: &'a [u8], magic: &[u8; 8], what: &'static str) -> Result<Self, EmojiError> {
        let reader = Self { bytes, at: magic.len(), what };
        if bytes.starts_with(magic) { Ok(reader) } else { Err(reader.wrong("it does not begin as such a file does; check that it is the right one")) }
    }

    /// The header: its length, and that many bytes of JSON.
    pub(super) fn header<T: DeserializeOwned>(&mut self) -> Result<T, EmojiError> {
        let length = u32::from_le_bytes(self.take(4)?.try_into().unwrap_or_default());
        let json = self.take(length as usize)?;
        serde_json::from_slice(json).map_err(|e| self.wrong(format!("its header does not fit: {e}")))
    }

    /// The place of the next bytes.
    pub(super) fn skip(&mut self, length: usize) -> Result<std::ops::Range<usize>, EmojiError> {
        let start = self.at;
        let end = start.checked_add(length).filter(|&end| end <= self.bytes.len());
        self.at = end.ok_or_else(|| self.wrong("it is cut short; fetch or make it again"))?;
        Ok(start..self.at)
    }

    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8], EmojiError> {
        Ok(&self.bytes[self.skip(length)?])
    }

    /// A column of whole numbers of 16 bits.
    pub(super) fn numbers(&mut self, count: usize) -> Result<Vec<u16>, EmojiError> {
        let bytes = self.take(count.saturating_mul(2))?;
        Ok(bytes.as_chunks::<2>().0.iter().map(|&b| u16::from_le_bytes(b)).collect())
    }

    /// Refuses what comes behind the last column.
    pub(super) fn end(&self) -> Result<(), EmojiError> {
        if self.at == self.bytes.len() { Ok(()) } else { Err(self.wrong("it is longer than it says; fetch or make it again")) }
    }

    pub(super) fn wrong(&self, detail: impl Into<String>) -> EmojiError {
        EmojiError::Asset { what: self.what, detail: detail.into() }
    }
}

/// A direction kept in four bits a number, low half first, 8 for zero: at length 1.
pub(super) fn direction(codes: &[u8]) -> Vec<f32> {
    let mut vector: Vec<f32> = codes.iter().flat_map(|&c| [c & 15, c >> 4]).map(|c| f32::from(c) - 8.0).collect();
    normalise(&mut vector);
    vector
}

/// Refuses rows that have no direction.
pub(super) fn check_codes(reader: &Reader<'_>, codes: &[u8], row: usize) -> Result<(), EmojiError> {
    match codes.chunks(row).position(|codes| codes.iter().all(|&c| c == 0x88)) {
        Some(place) => Err(reader.wrong(format!("its vector {place} has no direction"))),
        None => Ok(()),
    }
}
