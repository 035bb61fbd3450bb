//! Compose: from a recipe and its pack to one SVG.
//!
//! The same walk over the layers is done twice in this library: here with colours, for people, and with class colours, for the matcher
//! (see `class_map.rs`), so what is compared is exactly what is drawn.

mod alone;
mod blend;
mod cast;
mod class_map;
mod describe;
mod paint;
mod pose;
mod writer;

use crate::pack::{Pack, PackError};
use crate::recipe::Recipe;
use cast::{Cast, Scene};
pub(crate) use paint::nearest;
use paint::{Paint, Slots};
use writer::Writer;

pub(crate) use alone::alone;
pub(crate) use class_map::class_map;
pub use describe::describe;

/// The SVG of an avatar, `size` pixels wide and high, with the recipe's expression.
///
/// It has a `<title>` and an `aria-label` that say what it shows, and ids that differ from any other avatar's, so several can stand on one page.
///
/// # Errors
///
/// [`PackError`] where the recipe was made with another pack or version, or asks for a part, colour, axis or expression the pack does not have.
pub fn svg(pack: &Pack, recipe: &Recipe, size: u32) -> Result<String, PackError> {
    draw(pack, recipe, size, None, None)
}

/// As [`svg`], at a moment of the expression's loop: `phase` runs from 0 (as [`svg`]) to 1 (the same again). A loop is meant to last
/// [`LOOP_SECONDS`].
///
/// # Errors
///
/// As [`svg`].
pub fn svg_at(pack: &Pack, recipe: &Recipe, size: u32, phase: f32) -> Result<String, PackError> {
    draw(pack, recipe, size, Some(phase), None)
}

/// Whether a recipe can be drawn with a pack.
///
/// # Errors
///
/// As [`svg`].
pub fn check(pack: &Pack, recipe: &Recipe) -> Result<(), PackError> {
    resolve(pack, recipe, None).map(drop)
}

/// As [`svg`], showing only a square of the canvas: left, top and side, in its units.
pub(crate) fn svg_of(pack: &Pack, recipe: &Recipe, size: u32, window: [f32; 3]) -> Result<String, PackError> {
    draw(pack, recipe, size, None, Some(window))
}

/// How long the loop of an animated expression lasts.
pub const LOOP_SECONDS: f32 = 1.6;

fn draw(pack: &Pack, recipe: &Recipe, size: u32, phase: Option<f32>, window: Option<[f32; 3]>) -> Result<String, PackError> {
    let (slots, cast) = resolve(pack, recipe, phase)?;
    let label = describe(pack, recipe);
    let prefix = prefix(recipe);
    Ok(Writer::new(pack, &cast, &Paint::Colours(&slots), &prefix).showing(window).write(size, Some(&label)))
}

/// The picture at a moment of its loop in pieces, back to front, each an SVG of its own. The same piece of two recipes is the same text.
pub(crate) fn pieces(pack: &Pack, recipe: &Recipe, phase: f32) -> Result<Vec<String>, PackError> {
    let (slots, cast) = resolve(pack, recipe, Some(phase))?;
    Ok(Writer::new(pack, &cast, &Paint::Colours(&slots), "").pieces())
}

/// The colours and drawings of a recipe, at a moment of its loop where one is asked for.
fn resolve<'a>(pack: &'a Pack, recipe: &'a Recipe, phase: Option<f32>) -> Result<(Slots, Cast<'a>), PackError> {
    pack.is_that_of(recipe)?;
    let slots = Slots::resolve(pack, recipe)?;
    let phase = phase.map(|p| p.rem_euclid(1.0)).filter(|p| p.is_finite());
    let cast = Cast::of(pack, recipe, Scene { expression: pack.expression(&recipe.expression)?, phase })?;
    Ok((slots, cast))
}

/// A prefix for ids that two different avatars do not share.
fn prefix(recipe: &Recipe) -> String {
    use sha2::{Digest, Sha256};
    let hash = Sha256::digest(recipe.to_json());
    format!("s{:02x}{:02x}{:02x}{:02x}-", hash[0], hash[1], hash[2], hash[3])
}
