//! Photos.

use crate::SelfmojiError;
use crate::numbers::{bound, measure, signed};
use selfmoji::photo;
use std::sync::Arc;

/// An upright picture of working size, in memory only. Let go of it (in Kotlin: close it) as soon as the face is read.
///
/// Safe to share between threads.
#[derive(Debug, uniffi::Object)]
pub struct Photo(pub(crate) photo::Photo);

/// Bounds on what is accepted and on what decoding may cost. The defaults pass a 50-megapixel phone photo and keep a whole process under 200 MB.
/// Nothing passes a negative bound. Whoever allows more memory than there is may lose the process to a picture that claims it.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PhotoLimits {
    /// Longest file, in bytes. Default: 48 MiB.
    #[uniffi(default = 50331648)]
    pub max_bytes: i64,
    /// Most pixels, width times height, before reduction. Default: 64 million.
    #[uniffi(default = 64000000)]
    pub max_pixels: i64,
    /// Longest side in pixels, before reduction. Default: 16384.
    #[uniffi(default = 16384)]
    pub max_side: i32,
    /// Shortest side in pixels. Default: 32.
    #[uniffi(default = 32)]
    pub min_side: i32,
    /// Most memory that decoding may take beside the file itself, in bytes, estimated from the header. Default: 176 MiB.
    #[uniffi(default = 184549376)]
    pub max_memory: i64,
}

#[uniffi::export]
impl Photo {
    /// Decodes a JPEG, PNG or WebP file held in memory; its EXIF orientation is applied, all other metadata is dropped. The bytes are not copied.
    ///
    /// Takes about 40 ms for a 12-megapixel JPEG on a desktop core, so call it off the UI thread. Throws the case Photo.
    #[uniffi::constructor(default(limits = None))]
    pub fn decode(file: &[u8], limits: Option<PhotoLimits>) -> Result<Arc<Self>, SelfmojiError> {
        Ok(Arc::new(Self(photo::Photo::decode(file, &bounds(limits))?)))
    }

    /// A picture of `width` by `height` RGBA pixels, 4 bytes each, as cameras and bitmaps give them. The pixels are not copied before they are
    /// reduced.
    ///
    /// The stride is the number of bytes from one row's start to the next, at least 4 times the width. What is transparent is laid over white, so
    /// pixels without opacity need 255 there. Quarter turns, 1 for 90 degrees clockwise, make the head upright: a camera's frames often need them.
    ///
    /// Throws the case Photo where the numbers do not fit together.
    #[uniffi::constructor(default(quarter_turns = 0, limits = None))]
    pub fn from_rgba(
        pixels: &[u8],
        width: i32,
        height: i32,
        stride: i32,
        quarter_turns: i32,
        limits: Option<PhotoLimits>,
    ) -> Result<Arc<Self>, SelfmojiError> {
        let [width, height, stride] = [measure("width", width)?, measure("height", height)?, measure("stride", stride)?];
        let photo = photo::Photo::from_rgba(pixels, width, height, stride as usize, &bounds(limits))?;
        Ok(Arc::new(Self(photo.turned(quarter_turns.rem_euclid(4) as u8))))
    }

    /// Width of the upright photo before any reduction, in pixels.
    pub fn width(&self) -> Result<i32, SelfmojiError> {
        Ok(signed(self.0.original_size().0))
    }

    /// Height of the upright photo before any reduction, in pixels.
    pub fn height(&self) -> Result<i32, SelfmojiError> {
        Ok(signed(self.0.original_size().1))
    }
}

fn bounds(limits: Option<PhotoLimits>) -> photo::Limits {
    limits.map_or_else(photo::Limits::default, |l| photo::Limits {
        max_bytes: bound(l.max_bytes, usize::MAX),
        max_pixels: bound(l.max_pixels, u64::MAX),
        max_side: bound(i64::from(l.max_side), u32::MAX),
        min_side: bound(i64::from(l.min_side), u32::MAX),
        max_memory: bound(l.max_memory, u64::MAX),
        ..photo::Limits::default()
    })
}
