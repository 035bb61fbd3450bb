//! Apply: changes to a recipe, all of them or none.

use super::change::Change;
use super::error::{EditError, hint, shown};
use super::rules;
use crate::compose;
use crate::kind::Kind;
use crate::pack::{Axis, Pack, colour};
use crate::recipe::Recipe;
use std::collections::BTreeSet;

/// The recipe with some changes made, in their order, but parts first, so that `mouth.curve=0.5 mouth=smile` means the new mouth's curve.
///
/// Nothing else changes, except by the pack's rules: a colour that follows another and had the same swatch goes along, and so does one that had
/// what is natural for the other's old swatch; one that may not be lighter than another is darkened with it. Colours that were asked for stay.
/// Axis values that a new part does not have are dropped.
///
/// # Errors
///
/// [`EditError`] where the recipe is of another pack or version, a change asks for what is not there, or the result could not be drawn.
pub fn apply(pack: &Pack, recipe: &Recipe, changes: &[Change]) -> Result<Recipe, EditError> {
    pack.is_that_of(recipe)?;
    let mut edited = recipe.clone();
    let (parts, others): (Vec<&Change>, Vec<&Change>) = changes.iter().partition(|c| matches!(c, Change::Part { .. }));
    for change in parts.into_iter().chain(others) {
        one(pack, &mut edited, change)?;
    }
    let asked: BTreeSet<&str> = changes.iter().filter_map(|c| if let Change::Colour { role, .. } = c { Some(role.as_str()) } else { None }).collect();
    rules::settle(pack, recipe, &mut edited, &asked)?;
    compose::check(pack, &edited)?;
    Ok(edited)
}

fn one(pack: &Pack, recipe: &mut Recipe, change: &Change) -> Result<(), EditError> {
    match change {
        Change::Part { kind, id: Some(id) } => {
            if pack.part(*kind, id).is_err() {
                return Err(no_such_part(pack, *kind, id));
            }
            recipe.parts.insert(*kind, id.clone());
            keep_axes(pack, recipe, *kind);
        }
        Change::Part { kind, id: None } => {
            if !kind.is_optional() {
                return Err(EditError::PartNeeded { kind: *kind });
            }
            recipe.parts.remove(kind);
            keep_axes(pack, recipe, *kind);
        }
        Change::Colour { role, colour } => {
            let colour = checked_colour(pack, role, colour)?;
            recipe.colours.insert(role.clone(), colour);
        }
        Change::Axis { kind, axis, value } => {
            let (least, greatest) = axis_of(pack, recipe, *kind, axis)?.range();
            if !(least..=greatest).contains(value) {
                return Err(EditError::NotInRange { kind: *kind, axis: axis.clone(), value: value.to_string(), least, greatest });
            }
            set_axis(recipe, *kind, axis, *value);
        }
        Change::Reset { kind, axis: Some(axis) } => {
            // What a recipe has can always be taken back.
            if !recipe.axes.get(kind).is_some_and(|axes| axes.contains_key(axis)) {
                axis_of(pack, recipe, *kind, axis)?;
            }
            set_axis(recipe, *kind, axis, 0.0);
        }
        Change::Reset { kind, axis: None } => {
            recipe.axes.remove(kind);
            recipe.transforms.remove(kind);
        }
        Change::Expression { id } => {
            if pack.expression(id).is_err() {
                let known: Vec<&str> = std::iter::once("neutral").chain(pack.manifest().expressions.list.iter().map(|e| e.id.as_str())).collect();
                return Err(EditError::NoSuchExpression { id: shown(id), hint: hint(id, known.iter().copied()), known: known.join(", ") });
            }
            recipe.expression.clone_from(id);
        }
    }
    Ok(())
}

/// At 0 a part is as drawn, and nothing needs to be said.
fn set_axis(recipe: &mut Recipe, kind: Kind, axis: &str, value: f32) {
    let axes = recipe.axes.entry(kind).or_default();
    if value == 0.0 {
        axes.remove(axis);
    } else {
        axes.insert(axis.into(), value);
    }
    if axes.is_empty() {
        recipe.axes.remove(&kind);
    }
}

/// Drops the values of axes that a kind's part does not have, and brings those it has into its range.
pub(super) fn keep_axes(pack: &Pack, recipe: &mut Recipe, kind: Kind) {
    let Some(mut axes) = recipe.axes.remove(&kind) else { return };
    let id = recipe.parts.get(&kind).map_or("", String::as_str);
    let there = |name: &str| pack.axes(kind, id).find(|a| a.id == name).filter(|_| !id.is_empty());
    axes.retain(|name, value| {
        there(name).is_some_and(|axis| {
            *value = value.clamp(axis.range().0, axis.range().1);
            *value != 0.0
        })
    });
    if !axes.is_empty() {
        recipe.axes.insert(kind, axes);
    }
}

fn axis_of<'a>(pack: &'a Pack, recipe: &'a Recipe, kind: Kind, axis: &str) -> Result<&'a Axis, EditError> {
    let id = recipe.parts.get(&kind).ok_or_else(|| EditError::PartAbsent { kind, axis: shown(axis) })?;
    pack.axes(kind, id).find(|a| a.id == axis).ok_or_else(|| {
        let known: Vec<&str> = pack.axes(kind, id).map(|a| a.id.as_str()).collect();
        let hint = hint(axis, known.iter().copied());
        let known = if known.is_empty() { "it has none at all".into() } else { format!("there are: {}", known.join(", ")) };
        EditError::NoSuchAxis { kind, axis: shown(axis), id: shown(id), hint, known }
    })
}

fn checked_colour(pack: &Pack, role: &str, wanted: &str) -> Result<String, EditError> {
    if !pack.manifest().colours.contains_key(role) {
        let known: Vec<&str> = pack.manifest().colours.keys().map(String::as_str).collect();
        return Err(EditError::NoSuchKey {
            key: format!("colour.{}", shown(role)),
            hint: hint(role, known.iter().copied()),
            known: known.join(", "),
        });
    }
    let ids = || pack.swatches(role).iter().map(|s| s.id.as_str());
    if ids().any(|id| id == wanted) {
        return Ok(wanted.into());
    }
    colour::parse(wanted).map(colour::format).ok_or_else(|| {
        let known = ids().collect::<Vec<_>>().join(", ");
        EditError::NoSuchColour { role: role.into(), colour: shown(wanted), hint: hint(wanted, ids()), known }
    })
}

fn no_such_part(pack: &Pack, kind: Kind, id: &str) -> EditError {
    let ids = || pack.parts(kind).iter().map(|p| p.id.as_str());
    // `hair=coper` may have meant the colour.
    let colours = || pack.swatches(kind.name()).iter().map(|s| s.id.as_str());
    let mut known = ids().collect::<Vec<_>>().join(", ");
    if known.is_empty() {
        known.push_str("none in this pack");
    }
    if colours().next().is_some() {
        known += &format!("; or as a colour: #rrggbb, {}", colours().collect::<Vec<_>>().join(", "));
    }
    EditError::NoSuchPart { kind, id: shown(id), hint: hint(id, ids().chain(colours())), known }
}
