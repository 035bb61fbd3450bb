//! Random people: a seed gives a person, the same one for ever, on every machine.

use super::dice::Dice;
use super::rules;
use crate::kind::Kind;
use crate::pack::{Pack, Role};
use crate::recipe::Recipe;
use std::collections::BTreeMap;

/// Of a hundred people, how many have a part of a kind that one may go without.
const SHARES: [(Kind, u64); 6] =
    [(Kind::FacialHair, 25), (Kind::Glasses, 25), (Kind::Headwear, 15), (Kind::Marks, 20), (Kind::Lines, 15), (Kind::Earwear, 20)];

/// The role that people dye, and of how many one does.
const DYED: (&str, u64) = ("hair", 12);

/// How far axes go, in tenths: faces vary, and none is a caricature.
const TENTHS: u64 = 6;

/// A person that a seed stands for: any text, such as a user's number. It is a pure function of the pack's name, its parts and the seed, and each choice is
/// made by itself, so a new part in a new version of a pack changes only the people who get it.
///
/// Seeds are not secrets: do not make them of anything that must not be guessed from a picture.
#[must_use]
pub fn random(pack: &Pack, seed: &str) -> Recipe {
    let manifest = pack.manifest();
    let dice = Dice { pack: &manifest.name, seed };
    let mut recipe = pack.blank();
    for kind in Kind::ALL {
        let share = SHARES.iter().find(|(k, _)| *k == kind).map_or(100, |(_, share)| *share);
        if dice.number(&format!("presence.{kind}"), 100) >= share {
            continue;
        }
        let ids = pack.parts(kind).iter().map(|p| p.id.as_str());
        let Some(id) = dice.choose(&format!("part.{kind}"), ids) else { continue };
        recipe.parts.insert(kind, id.into());
        let axes = axes(pack, &dice, kind, id);
        if !axes.is_empty() {
            recipe.axes.insert(kind, axes);
        }
    }
    for (name, role) in &manifest.colours {
        // The others go by these.
        if role.follows.is_none() && role.by.is_empty() {
            recipe.colours.extend(colour(pack, &dice, name, role).map(|id| (name.clone(), id.to_owned())));
        }
    }
    rules::complete(pack, &mut recipe);
    recipe
}

fn colour<'a>(pack: &'a Pack, dice: &Dice<'_>, name: &str, role: &Role) -> Option<&'a str> {
    let all = || pack.swatches(name).iter().map(|s| s.id.as_str());
    let usual = |id: &&str| role.usual.is_empty() || role.usual.iter().any(|u| u == id);
    let dyed = name == DYED.0 && dice.number("dyed", DYED.1) == 0;
    let dye = if dyed { dice.choose("colour.dye", all().filter(|id| !usual(id))) } else { None };
    dye.or_else(|| dice.choose(&format!("colour.{name}"), all().filter(usual)))
}

/// Tenths, the small ones oftener.
fn axes(pack: &Pack, dice: &Dice<'_>, kind: Kind, id: &str) -> BTreeMap<String, f32> {
    let tenths = |axis: &str| {
        let thrown = dice.number(&format!("axis.{kind}.{axis}"), (TENTHS + 1) * (TENTHS + 1));
        (thrown / (TENTHS + 1) + thrown % (TENTHS + 1)) as i8 - TENTHS as i8
    };
    let within = |axis: &crate::pack::Axis| {
        let value = f32::from(tenths(&axis.id)) / 10.0;
        (value != 0.0 && (axis.range().0..=axis.range().1).contains(&value)).then(|| (axis.id.clone(), value))
    };
    pack.axes(kind, id).filter_map(within).collect()
}
