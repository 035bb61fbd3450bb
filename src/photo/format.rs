//! Which format the bytes are in, by their content; a file name proves nothing.

use super::PhotoError;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PhotoFormat {
    /// JPEG, baseline or progressive.
    Jpeg,
    /// PNG.
    Png,
    /// WebP, lossy or lossless.
    WebP,
}

impl PhotoFormat {
    /// Reads the format from the first bytes of a file.
    ///
    /// # Errors
    ///
    /// [`PhotoError::Empty`], [`PhotoError::UnsupportedFormat`] where another picture format is recognised, else [`PhotoError::NotAPicture`].
    pub fn sniff(bytes: &[u8]) -> Result<Self, PhotoError> {
        let at = |offset: usize, magic: &[u8]| bytes.get(offset..).is_some_and(|rest| rest.starts_with(magic));
        if bytes.is_empty() {
            return Err(PhotoError::Empty);
        } else if at(0, b"\xff\xd8\xff") {
            return Ok(Self::Jpeg);
        } else if at(0, b"\x89PNG\r\n\x1a\n") {
            return Ok(Self::Png);
        } else if at(0, b"RIFF") && at(8, b"WEBP") {
            return Ok(Self::WebP);
        }
        // Phones save these too; saying which it is saves the app's author a search.
        let name = if at(4, b"ftyphei") || at(4, b"ftyphev") || at(4, b"ftypmif1") || at(4, b"ftypmsf1") {
            "HEIC"
        } else if at(4, b"ftypavif") || at(4, b"ftypavis") {
            "AVIF"
        } else if at(0, b"GIF8") {
            "GIF"
        } else if at(0, b"II*\0") || at(0, b"MM\0*") {
            "TIFF and raw camera"
        } else if at(0, b"BM") && at(6, &[0; 4]) {
            "BMP"
        } else if at(0, b"\xff\x0a") || at(4, b"JXL \r\n\x87\n") {
            "JPEG XL"
        } else {
            return Err(PhotoError::NotAPicture);
        };
        Err(PhotoError::UnsupportedFormat { name })
    }
}

impl std::fmt::Display for PhotoFormat {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::WebP => "WebP",
        })
    }
}
