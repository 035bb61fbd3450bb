//! The class map of a drawing: what the parser would say of it if it were a photo, but exactly.

use super::cast::{Cast, Scene};
use super::paint::Paint;
use super::writer::Writer;
use crate::kind::Kind;
use crate::pack::{Pack, PackError};
use crate::parse::{ClassMap, PartClass};
use crate::photo::Similarity;
use crate::picture;
use crate::recipe::Recipe;

/// Renders the class map of `recipe` in the canonical frame, `side` cells each way, showing only `kinds`.
pub(crate) fn class_map(pack: &Pack, recipe: &Recipe, kinds: &[Kind], side: usize) -> Result<ClassMap, PackError> {
    let mut cast = Cast::of(pack, recipe, Scene::default())?;
    cast.members.retain(|m| kinds.contains(&m.kind));
    let svg = Writer::new(pack, &cast, &Paint::Classes, "c-").write(side as u32, None);
    let placed = pack.to_frame().then(&Similarity::scale_then_shift(side as f64, 0.0, 0.0));
    let pixels = picture::render_with(&svg, side as u32, placed, f64::from(pack.manifest().canvas))
        .map_err(|e| PackError::Render { detail: e.to_string() })?;
    let middle = placed.apply(crate::photo::Point::new(pack.manifest().canvas / 2.0, 0.0)).x;
    let labels = pixels
        .chunks_exact(4)
        .enumerate()
        .map(|(i, p)| {
            let half = usize::from((i % side) as f32 + 0.5 > middle);
            if p[3] < 128 { 0 } else { PartClass::from_index(p[0]).and_then(PartClass::sides).map_or(0, |c| c[half].index()) }
        })
        .collect();
    ClassMap::new(side, labels).ok_or_else(|| PackError::Render { detail: "the canvas has no size".into() })
}
