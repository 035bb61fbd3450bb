//! Rules: which colours go together. A pack says so in its colour roles; they hold wherever recipes are made or edited, and only here is it known how.

use super::error::{EditError, shown};
use crate::compose;
use crate::pack::{Pack, Role, colour};
use crate::recipe::Recipe;
use palette::{FromColor, Oklab, Srgb};
use std::collections::BTreeSet;

/// Gives every colour role that a recipe leaves open its natural colour (that of the role it follows, the one that goes with the skin, or else the
/// palette's first), and darkens those that would be lighter than the pack allows.
pub fn complete(pack: &Pack, recipe: &mut Recipe) {
    let roles = &pack.manifest().colours;
    // Those that go by none before those that go by one of them; what follows another does so last.
    for step in [|r: &Role| r.follows.is_none() && r.by.is_empty(), |r: &Role| r.follows.is_none(), |_: &Role| true] {
        for (name, role) in roles.iter().filter(|(_, role)| step(role)) {
            if !recipe.colours.contains_key(name) {
                let natural = natural(pack, recipe, role).unwrap_or_else(|| value(pack, recipe, name)).to_owned();
                recipe.colours.insert(name.clone(), natural);
            }
        }
    }
    // One that is darkened may bound another in turn.
    for _ in 0..roles.len() {
        for name in roles.keys() {
            if let Some(other) = too_light(pack, recipe, name) {
                recipe.colours.insert(name.clone(), value(pack, recipe, other).to_owned());
            }
        }
    }
}

/// After some colours have changed from `before` to `after`: moves those that go with them, except the ones that were asked for.
pub(super) fn settle(pack: &Pack, before: &Recipe, after: &mut Recipe, asked: &BTreeSet<&str>) -> Result<(), EditError> {
    let roles = &pack.manifest().colours;
    let changed = |after: &Recipe, name: &str| value(pack, before, name) != value(pack, after, name);
    // A role may go with one that has itself just gone with another; each goes at most once.
    for _ in 0..roles.len() {
        for (name, role) in roles.iter().filter(|(name, _)| !asked.contains(name.as_str())) {
            let goes = !changed(after, name)
                && leader(role).is_some_and(|l| changed(after, l))
                && natural(pack, before, role) == Some(value(pack, before, name));
            if let Some(to) = natural(pack, after, role).filter(|_| goes).map(str::to_owned) {
                after.colours.insert(name.clone(), to);
            }
        }
    }
    for _ in 0..roles.len() {
        for name in roles.keys() {
            // What was too light before, and is left alone, is the person's own choice.
            let Some(other) = too_light(pack, after, name).filter(|other| changed(after, name) || changed(after, other)) else { continue };
            let bound = value(pack, after, other).to_owned();
            if asked.contains(name.as_str()) {
                let colour = shown(value(pack, after, name));
                return Err(EditError::TooLight { role: name.clone(), colour, other: other.into(), bound });
            }
            after.colours.insert(name.clone(), bound);
        }
    }
    Ok(())
}

/// What a role is drawn in: the recipe's choice, or the first swatch of its palette.
pub(super) fn value<'a>(pack: &'a Pack, recipe: &'a Recipe, role: &str) -> &'a str {
    let first = || pack.swatches(role).first().map_or("", |s| s.id.as_str());
    recipe.colours.get(role).map_or_else(first, String::as_str)
}

/// The colour of a swatch, or a free one.
pub(super) fn rgb(pack: &Pack, role: &str, value: &str) -> Option<[u8; 3]> {
    let swatch = pack.swatches(role).iter().find(|s| s.id == value);
    colour::parse(swatch.map_or(value, |s| &s.base))
}

/// Whether a role may take a colour: what it may not be lighter than is at least as light.
pub(super) fn allows(pack: &Pack, recipe: &Recipe, name: &str, colour: &str) -> bool {
    let bound = pack.manifest().colours.get(name).and_then(|r| r.not_lighter_than.as_deref());
    bound.is_none_or(|other| lightness(pack, name, colour) <= lightness(pack, other, value(pack, recipe, other)))
}

/// The role whose colour decides what is natural for this one.
fn leader(role: &Role) -> Option<&str> {
    role.follows.as_ref().or_else(|| role.by.keys().next()).map(String::as_str)
}

/// What a role takes by itself, where it goes by another.
fn natural<'a>(pack: &'a Pack, recipe: &'a Recipe, role: &'a Role) -> Option<&'a str> {
    if let Some(other) = &role.follows {
        return Some(value(pack, recipe, other));
    }
    let (other, by) = role.by.iter().next()?;
    let theirs = value(pack, recipe, other);
    // A free colour counts as the swatch it is nearest to.
    let nearest = || compose::nearest(pack.swatches(other), colour::parse(theirs)?).and_then(|s| by.get(&s.id));
    by.get(theirs).or_else(nearest).map(String::as_str)
}

/// The role that this one is lighter than, and may not be.
fn too_light<'a>(pack: &'a Pack, recipe: &Recipe, name: &str) -> Option<&'a str> {
    let other = pack.manifest().colours.get(name)?.not_lighter_than.as_deref()?;
    (!allows(pack, recipe, name, value(pack, recipe, name))).then_some(other)
}

/// OKLab lightness in thousandths; whole numbers compare the same everywhere. 0 for what is no colour.
fn lightness(pack: &Pack, role: &str, value: &str) -> u32 {
    let light = |c: [u8; 3]| (Oklab::from_color(Srgb::from(c).into_format::<f32>()).l * 1000.0).round() as u32;
    rgb(pack, role, value).map_or(0, light)
}
