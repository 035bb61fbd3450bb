//! What can be wrong with a photo, and what to do about it.

use super::PhotoFormat;

/// Why bytes or pixels could not become a [`Photo`](super::Photo).
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PhotoError {
    /// No bytes at all.
    #[error("the photo is empty (0 bytes); check that the file was read or the download finished")]
    Empty,
    /// A picture in a format that is not read here.
    #[error("{name} pictures are not supported; convert it to JPEG, PNG or WebP, or decode it with the platform and pass its pixels")]
    UnsupportedFormat {
        /// The format's usual name.
        name: &'static str,
    },
    /// Bytes that begin like no known picture.
    #[error("the bytes are not a picture: they begin like no JPEG, PNG or WebP file")]
    NotAPicture,
    /// The file is longer than the limit.
    #[error("the file has {bytes} bytes, more than the {max} that are accepted; choose a smaller photo")]
    TooManyBytes {
        /// The file's length.
        bytes: usize,
        /// [`Limits::max_bytes`](super::Limits::max_bytes).
        max: usize,
    },
    /// The picture has too few pixels to hold a face.
    #[error("the picture is {width}x{height} pixels; each side needs at least {min} to hold a face")]
    TooSmall {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// [`Limits::min_side`](super::Limits::min_side).
        min: u32,
    },
    /// The picture has more pixels than the limits allow.
    #[error("the picture claims {width}x{height} pixels; at most {max_pixels} in all and {max_side} a side are accepted; reduce it")]
    TooLarge {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// [`Limits::max_pixels`](super::Limits::max_pixels).
        max_pixels: u64,
        /// [`Limits::max_side`](super::Limits::max_side).
        max_side: u32,
    },
    /// Decoding would take too much memory.
    #[error(
        "decoding needs at least {bytes} bytes of memory, more than the {max} that are allowed; save it as an ordinary (not progressive) JPEG, or smaller"
    )]
    TooMuchMemory {
        /// An estimate from the file's header, from below.
        bytes: u64,
        /// [`Limits::max_memory`](super::Limits::max_memory).
        max: u64,
    },
    /// The file is damaged or cut short.
    #[error("the {format} file is damaged or incomplete ({detail}); take or fetch the photo again")]
    Damaged {
        /// What the file began like.
        format: PhotoFormat,
        /// The decoder's own words.
        detail: String,
    },
    /// The file uses a rare feature of its format that is not read here.
    #[error("the {format} file uses a feature that is not supported ({detail}); save it again as an ordinary {format}")]
    UnsupportedFeature {
        /// What the file began like.
        format: PhotoFormat,
        /// The feature.
        detail: String,
    },
    /// A pixel buffer whose length, size and stride do not fit together.
    #[error(
        "{bytes} bytes cannot hold {width}x{height} RGBA pixels with a stride of {stride}: the stride must be at least 4 * width, the length at least stride * (height - 1) + 4 * width"
    )]
    Buffer {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
        /// Bytes from one row's start to the next.
        stride: usize,
        /// The buffer's length.
        bytes: usize,
    },
}
