//! Why stickers could not be made.

use crate::pack::PackError;
use crate::picture::PictureError;

/// Why stickers could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StickerError {
    /// The recipe cannot be drawn with this pack, or the pack has no such expression.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// A picture cannot be rendered.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The pack has no expressions.
    #[error("the style pack `{pack}` has no expressions to make stickers of")]
    NoExpressions {
        /// The pack's name.
        pack: String,
    },
    /// The expression does not move.
    #[error("the expression `{id}` of the style pack `{pack}` has no movement; make a still sticker of it")]
    Still {
        /// The pack's name.
        pack: String,
        /// The expression.
        id: String,
    },
    /// A sticker cannot be made small enough.
    #[error("the sticker `{id}` has {bytes} bytes at the lowest quality, and messengers take at most {limit}; its drawing has too much detail")]
    TooLarge {
        /// The expression.
        id: String,
        /// How small it could be made.
        bytes: usize,
        /// How large it may be.
        limit: usize,
    },
    /// The caller stopped it.
    #[error("making stickers was cancelled")]
    Cancelled,
}
