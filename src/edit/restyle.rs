//! Restyle: the same person in another style, or in another version of their own.

use super::apply::keep_axes;
use super::rules;
use crate::compose;
use crate::kind::Kind;
use crate::pack::{Pack, Part};
use crate::recipe::{Adjust, FORMAT, Recipe};
use std::collections::BTreeMap;

/// A recipe of one pack carried over to another: parts and swatches of the same name where there are some; else the part with the most equal tags and the
/// colour nearest to the eye. The expression stays where the other pack has it. The result always draws.
///
/// It is also how a recipe moves to a newer version of its own pack.
#[must_use]
pub fn restyle(from: &Pack, recipe: &Recipe, to: &Pack) -> Recipe {
    let manifest = to.manifest();
    let mut parts = BTreeMap::new();
    for kind in Kind::ALL {
        let old = recipe.parts.get(&kind);
        if old.is_none() && kind.is_optional() {
            continue;
        }
        if let Some(part) = counterpart(old.map_or("", String::as_str), from, to, kind) {
            parts.insert(kind, part.id.clone());
        }
    }
    let colours = manifest.colours.keys().filter_map(|role| Some((role.clone(), colour(from, recipe, to, role)?))).collect();
    // Shifts are in units of the canvas.
    let ratio = manifest.canvas / from.manifest().canvas;
    let moved = |a: &Adjust| Adjust { dx: (a.dx * ratio).clamp(-64.0, 64.0), dy: (a.dy * ratio).clamp(-64.0, 64.0), scale: a.scale };
    let mut restyled = Recipe {
        format: FORMAT,
        pack: manifest.name.clone(),
        version: manifest.version.clone(),
        parts,
        colours,
        transforms: recipe.transforms.iter().map(|(kind, adjust)| (*kind, moved(adjust))).collect(),
        axes: recipe.axes.clone(),
        expression: recipe.expression.clone(),
    };
    for kind in Kind::ALL {
        keep_axes(to, &mut restyled, kind);
    }
    if to.expression(&restyled.expression).is_err() {
        restyled.expression = "neutral".into();
    }
    rules::complete(to, &mut restyled);
    restyled
}

fn counterpart<'a>(id: &str, from: &Pack, to: &'a Pack, kind: Kind) -> Option<&'a Part> {
    let parts = to.parts(kind);
    if let Some(same) = parts.iter().find(|p| p.id == id) {
        return Some(same);
    }
    let old = from.part(kind, id).ok();
    let alike = |part: &Part| old.map_or(0, |old| old.tags.iter().filter(|(tag, value)| part.tags.get(*tag) == Some(value)).count());
    // The first of those that are equally good.
    parts.iter().rev().max_by_key(|part| alike(part))
}

fn colour(from: &Pack, recipe: &Recipe, to: &Pack, role: &str) -> Option<String> {
    let old = rules::value(from, recipe, role);
    let swatches = to.swatches(role);
    if swatches.iter().any(|s| s.id == old) {
        return Some(old.into());
    }
    let rgb = rules::rgb(from, role, old)?;
    if old.starts_with('#') {
        return Some(old.into());
    }
    compose::nearest(swatches, rgb).map(|s| s.id.clone())
}
