//! Stickers.

use selfmoji::sticker;

/// One sticker.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Sticker {
    /// The expression's id.
    pub id: String,
    /// The expression's title, for people.
    pub title: String,
    /// What it shows, in at most 125 characters, or 255 of one that moves.
    pub alt: String,
    /// One to three Unicode emoji that say the same, best first.
    pub emoji: Vec<String>,
    /// Whether it moves.
    pub animated: bool,
    /// The file: WebP, 512 pixels each way.
    pub webp: Vec<u8>,
}

/// A person's stickers.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct StickerSet {
    /// Still stickers, in the order of the expressions.
    pub still: Vec<Sticker>,
    /// Stickers that move, in the same order.
    pub animated: Vec<Sticker>,
    /// The icon that stands for the set: PNG, 96 pixels each way.
    pub tray: Vec<u8>,
}

/// What a set is to hold.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct StickersWanted {
    /// Expressions in the order wanted; all of the pack's where empty. Default: empty.
    #[uniffi(default = [])]
    pub expressions: Vec<String>,
    /// Also stickers that move, of those expressions that do. Default: true.
    #[uniffi(default = true)]
    pub animated: bool,
}

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct StickerFile {
    /// Its path, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl From<sticker::Sticker> for Sticker {
    fn from(theirs: sticker::Sticker) -> Self {
        let sticker::Sticker { id, title, alt, emoji, animated, webp } = theirs;
        Self { id, title, alt, emoji, animated, webp }
    }
}

impl From<sticker::StickerSet> for StickerSet {
    fn from(theirs: sticker::StickerSet) -> Self {
        let convert = |stickers: Vec<sticker::Sticker>| stickers.into_iter().map(Into::into).collect();
        Self { still: convert(theirs.still), animated: convert(theirs.animated), tray: theirs.tray }
    }
}

impl From<StickersWanted> for sticker::Wanted {
    fn from(StickersWanted { expressions, animated }: StickersWanted) -> Self {
        Self { expressions, animated }
    }
}
