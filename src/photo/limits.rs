//! How much a photo may ask for. Checked against what a file's header claims, before memory is allocated.

use super::PhotoError;

/// Bounds on what is accepted and on what decoding may cost.
///
/// The defaults pass a 50-megapixel phone photo and keep a whole process under 200 MB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Longest file, in bytes. Default: 48 MiB.
    pub max_bytes: usize,
    /// Most pixels, width times height, before reduction. Default: 64 million.
    pub max_pixels: u64,
    /// Longest side in pixels, before reduction. Default: 16384.
    pub max_side: u32,
    /// Shortest side in pixels. Default: 32.
    pub min_side: u32,
    /// Most memory that decoding may take beside the file itself, in bytes, estimated from the header. Default: 176 MiB.
    ///
    /// Ordinary JPEGs are far below it at any size, because they are reduced while they are decoded. Progressive ones must be held whole
    /// (3 bytes a pixel with the usual chroma subsampling), as must PNG (3 to 11) and WebP (7 to 11).
    pub max_memory: u64,
    /// The long side, in pixels, that a photo is reduced to fit within. Default: 2048.
    ///
    /// Reduction goes by whole-number steps (1/2, 1/4 and 1/8 for JPEG), so what comes out lies between half of this and this.
    pub working_side: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_bytes: 48 << 20, max_pixels: 64_000_000, max_side: 16_384, min_side: 32, max_memory: 176 << 20, working_side: 2048 }
    }
}

impl Limits {
    pub(super) fn check_bytes(&self, bytes: usize) -> Result<(), PhotoError> {
        if bytes > self.max_bytes {
            return Err(PhotoError::TooManyBytes { bytes, max: self.max_bytes });
        }
        Ok(())
    }

    pub(super) fn check_size(&self, width: u32, height: u32) -> Result<(), PhotoError> {
        let Self { max_pixels, max_side, .. } = *self;
        if width.max(height) > max_side || u64::from(width) * u64::from(height) > max_pixels {
            return Err(PhotoError::TooLarge { width, height, max_pixels, max_side });
        }
        // Even a caller's min_side of 0 must not let an empty picture through.
        let min = self.min_side.max(1);
        if width.min(height) < min {
            return Err(PhotoError::TooSmall { width, height, min });
        }
        Ok(())
    }

    pub(super) fn check_memory(&self, bytes: u64) -> Result<(), PhotoError> {
        if bytes > self.max_memory {
            return Err(PhotoError::TooMuchMemory { bytes, max: self.max_memory });
        }
        Ok(())
    }
}
