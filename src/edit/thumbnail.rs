//! Thumbnails: what a choice would look like on oneself, and only where it shows.

use super::apply::apply;
use super::change::Change;
use super::error::EditError;
use super::options::kind_of_role;
use crate::compose;
use crate::kind::Kind;
use crate::pack::Pack;
use crate::recipe::Recipe;

/// The SVG of a recipe with a change made, `size` pixels wide and high, cropped to where the change shows. Parts and colours are shown on the neutral face,
/// because an expression may hide or replace them.
///
/// # Errors
///
/// As [`apply`].
pub fn thumbnail(pack: &Pack, recipe: &Recipe, change: &Change, size: u32) -> Result<String, EditError> {
    let mut changed = apply(pack, recipe, std::slice::from_ref(change))?;
    let kind = match change {
        Change::Part { kind, .. } | Change::Axis { kind, .. } | Change::Reset { kind, .. } => Some(*kind),
        Change::Colour { role, .. } => kind_of_role(role),
        Change::Expression { .. } => None,
    };
    if !matches!(change, Change::Expression { .. }) {
        changed.expression = "neutral".into();
    }
    Ok(compose::svg_of(pack, &changed, size, window(pack, kind))?)
}

/// Where a kind is: left, top and side of a square. Everything that reaches beyond the face is shown whole.
fn window(pack: &Pack, kind: Option<Kind>) -> [f32; 3] {
    let manifest = pack.manifest();
    let ([right, left], mouth) = ([manifest.landmarks.right_eye, manifest.landmarks.left_eye], manifest.landmarks.mouth);
    let (apart, middle, eyes) = (left[0] - right[0], (left[0] + right[0]) / 2.0, (left[1] + right[1]) / 2.0);
    let height = |kind: Kind, usual: f32| manifest.pivots.get(&kind).map_or(usual, |p| p[1]);
    // The middle's height, and the side in distances between the eyes.
    let (y, side) = match kind {
        Some(Kind::Brows) => (height(Kind::Brows, eyes - 0.5 * apart), 2.4),
        Some(Kind::Eyes) => (eyes, 2.2),
        Some(Kind::Glasses) => (eyes, 2.8),
        Some(Kind::Nose) => (height(Kind::Nose, (eyes + mouth[1]) / 2.0), 1.7),
        Some(Kind::Mouth) => (mouth[1], 1.9),
        Some(Kind::FacialHair) => (mouth[1], 3.4),
        Some(Kind::Marks | Kind::Lines) => ((eyes + mouth[1]) / 2.0, 3.0),
        Some(Kind::Ears | Kind::Earwear) => (height(Kind::Ears, eyes), 3.6),
        _ => return [0.0, 0.0, manifest.canvas],
    };
    let side = (side * apart).min(manifest.canvas);
    let start = |middle: f32| (middle - side / 2.0).clamp(0.0, manifest.canvas - side);
    [start(middle), start(y), side]
}
