//! Stickers: one person's expressions as files that messengers take. Still and animated WebP with a white line around, each with an alt text.
//!
//! ```no_run
//! use selfmoji::{pack::Pack, recipe::Recipe, sticker};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let recipe = Recipe::from_json(&std::fs::read_to_string("me.json")?)?;
//! let pack = Pack::bundled_for(&recipe)?;
//! let laughing = sticker::still(&pack, &recipe, "laughing")?;
//! std::fs::write("laughing.webp", &laughing.webp)?;
//! # Ok(())
//! # }
//! ```

mod encode;
mod error;
mod files;
pub mod limits;
mod outline;
mod set;

use crate::compose::{self, LOOP_SECONDS};
use crate::pack::{Expression, Pack, PackError};
use crate::picture;
use crate::recipe::Recipe;
use image::RgbaImage;
use limits::{ANIMATED_ALT, ANIMATED_BYTES, STILL_ALT, STILL_BYTES};

pub use error::StickerError;
pub use files::Naming;
pub use set::{StickerSet, Wanted, set};

/// Frames of a loop that are tried, smoothest first.
const FRAMES: [u32; 2] = [20, 10];

/// One sticker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sticker {
    /// The expression's id.
    pub id: String,
    /// The expression's title, for people.
    pub title: String,
    /// What it shows, in at most [`STILL_ALT`] or [`ANIMATED_ALT`] characters.
    pub alt: String,
    /// One to three Unicode emoji that say the same, best first.
    pub emoji: Vec<String>,
    /// Whether it moves.
    pub animated: bool,
    /// The file: WebP, [`limits::SIDE`] pixels each way, at most [`STILL_BYTES`] or [`ANIMATED_BYTES`] long.
    pub webp: Vec<u8>,
}

/// A still sticker of a person with an expression of the pack.
///
/// # Errors
///
/// [`StickerError::Pack`] where the pack has no such expression or the recipe cannot be drawn with it; [`StickerError::TooLarge`].
pub fn still(pack: &Pack, recipe: &Recipe, expression: &str) -> Result<Sticker, StickerError> {
    let (recipe, expression) = with(pack, recipe, expression)?;
    let picture = frame(pack, &recipe, 0.0)?;
    let id = expression.id.clone();
    let webp = encode::still(&picture, STILL_BYTES).map_err(|bytes| StickerError::TooLarge { id, bytes, limit: STILL_BYTES })?;
    Ok(sticker(pack, &recipe, expression, false, webp))
}

/// An animated sticker, for expressions that have a movement ([`Expression::animate`]). It loops for ever; its first frame is the still sticker's
/// picture.
///
/// # Errors
///
/// As [`still`], and [`StickerError::Still`] where the expression does not move.
pub fn animated(pack: &Pack, recipe: &Recipe, expression: &str) -> Result<Sticker, StickerError> {
    let (recipe, expression) = with(pack, recipe, expression)?;
    if expression.animate.is_empty() {
        return Err(StickerError::Still { pack: pack.manifest().name.clone(), id: expression.id.clone() });
    }
    let mut smallest = usize::MAX;
    for count in FRAMES {
        let frames: Vec<RgbaImage> = (0..count).map(|i| frame(pack, &recipe, i as f32 / count as f32)).collect::<Result<_, _>>()?;
        match encode::animated(&frames, (LOOP_SECONDS * 1000.0) as u32 / count, ANIMATED_BYTES) {
            Ok(webp) => return Ok(sticker(pack, &recipe, expression, true, webp)),
            Err(bytes) => smallest = smallest.min(bytes),
        }
    }
    Err(StickerError::TooLarge { id: expression.id.clone(), bytes: smallest, limit: ANIMATED_BYTES })
}

fn with<'a>(pack: &'a Pack, recipe: &Recipe, id: &str) -> Result<(Recipe, &'a Expression), StickerError> {
    Ok((Recipe { expression: id.into(), ..recipe.clone() }, expression(pack, id)?))
}

/// An expression that stickers are made of: `neutral` is none.
fn expression<'a>(pack: &'a Pack, id: &str) -> Result<&'a Expression, PackError> {
    let none = || PackError::NoSuchExpression {
        pack: pack.manifest().name.clone(),
        id: id.escape_debug().to_string(),
        known: pack.manifest().expressions.list.iter().map(|e| e.id.as_str()).collect::<Vec<_>>().join(", "),
    };
    pack.manifest().expressions.list.iter().find(|e| e.id == id).ok_or_else(none)
}

fn frame(pack: &Pack, recipe: &Recipe, phase: f32) -> Result<RgbaImage, StickerError> {
    Ok(outline::outlined(&picture::render(&compose::svg_at(pack, recipe, outline::DRAWN, phase)?, outline::DRAWN)?))
}

fn sticker(pack: &Pack, recipe: &Recipe, expression: &Expression, animated: bool, webp: Vec<u8>) -> Sticker {
    Sticker {
        id: expression.id.clone(),
        title: expression.title.clone(),
        alt: shorten(&compose::describe(pack, recipe), if animated { ANIMATED_ALT } else { STILL_ALT }),
        emoji: expression.emoji.clone(),
        animated,
        webp,
    }
}

/// At most `most` characters, cut where a clause or at least a word ends.
fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most + 1).collect();
    let end = cut.rfind(';').or_else(|| cut.rfind(' ')).unwrap_or_else(|| cut.char_indices().nth(most).map_or(cut.len(), |(i, _)| i));
    cut[..end].trim_end_matches([' ', ',', ';', ':']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn long_texts_end_with_a_clause_or_a_word() {
        for (text, most, expected) in [
            ("short", 10, "short"),
            ("exactly ten", 11, "exactly ten"),
            ("a person; hair: long", 12, "a person"),
            ("a person laughing", 12, "a person"),
            ("\u{e4}\u{e4}\u{e4}\u{e4}\u{e4}", 3, "\u{e4}\u{e4}\u{e4}"),
        ] {
            assert_eq!(shorten(text, most), expected);
        }
    }
}
