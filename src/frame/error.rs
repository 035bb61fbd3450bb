//! What can be asked of the frame that makes no sense.

/// Why a frame could not be cut or painted back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FrameError {
    /// A side of no or of too many pixels.
    #[error("a frame of {side} pixels a side cannot be cut; ask for 1 to {max}", max = super::MAX_SIDE)]
    Side {
        /// What was asked for.
        side: u32,
    },
    /// Eyes and mouth that coincide or are nowhere.
    #[error("the eyes and the mouth are not at three different places; detect the face again")]
    Keypoints,
    /// A class map that is not a square.
    #[error("{len} labels do not fill a square; pass one byte for each cell, row by row")]
    Labels {
        /// How many labels there were.
        len: usize,
    },
}
