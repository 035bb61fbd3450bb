//! Compose: from a recipe and its pack to one SVG.
//!
//! The same walk over the layers is done twice in this library: here with colours, for people, and with class colours, for the matcher
//! (see `class_map.rs`), so what is compared is exactly what is drawn.

mod class_map;
mod describe;
mod paint;
mod writer;

use crate::kind::Kind;
use crate::pack::{Drawing, Pack, PackError};
use crate::recipe::Recipe;
pub(crate) use paint::nearest;
use paint::{Paint, Slots};
use writer::Writer;

pub(crate) use class_map::class_map;
pub use describe::describe;

/// The SVG of an avatar, `size` pixels wide and high.
///
/// It has a `<title>` and an `aria-label` that say what it shows, and ids that differ from any other avatar's, so several can stand on one page.
///
/// # Errors
///
/// [`PackError`] where the recipe asks for a part or colour the pack does not have.
pub fn svg(pack: &Pack, recipe: &Recipe, size: u32) -> Result<String, PackError> {
    let slots = Slots::resolve(pack, recipe)?;
    let drawings = drawings(pack, recipe)?;
    let label = describe(pack, recipe);
    let prefix = prefix(recipe);
    Ok(Writer::new(pack, recipe, &drawings, &Paint::Colours(&slots), &prefix).write(size, Some(&label)))
}

/// The drawings of a recipe's parts, in the order of the kinds.
fn drawings<'a>(pack: &'a Pack, recipe: &Recipe) -> Result<Vec<(Kind, &'a Drawing)>, PackError> {
    let mut found = Vec::with_capacity(Kind::ALL.len());
    for kind in Kind::ALL {
        match recipe.parts.get(&kind) {
            Some(id) => found.push((kind, pack.drawing(kind, id)?)),
            None if kind.is_optional() => {}
            None => return Err(PackError::PartNeeded { kind }),
        }
    }
    Ok(found)
}

/// A prefix for ids that two different avatars do not share.
fn prefix(recipe: &Recipe) -> String {
    use sha2::{Digest, Sha256};
    let hash = Sha256::digest(recipe.to_json());
    format!("s{:02x}{:02x}{:02x}{:02x}-", hash[0], hash[1], hash[2], hash[3])
}
