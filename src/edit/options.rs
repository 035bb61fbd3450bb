//! Options: all that can be chosen for one avatar, as an app's editor shows it.

use super::error::EditError;
use super::form::{AxisOption, ColourOptions, ExpressionOption, KindOptions, Options, PackInfo, PartOption, SwatchOption, Tab};
use super::rules;
use crate::compose;
use crate::kind::Kind;
use crate::pack::{Pack, Part, Swatch};
use crate::recipe::Recipe;

/// Kinds in the order people edit them.
const TABS: [(&str, &str, &[Kind]); 8] = [
    ("face", "Face", &[Kind::Face]),
    ("hair", "Hair", &[Kind::Hair]),
    ("eyes", "Eyes", &[Kind::Brows, Kind::Eyes]),
    ("mouth", "Nose and mouth", &[Kind::Nose, Kind::Mouth]),
    ("facial-hair", "Facial hair", &[Kind::FacialHair]),
    ("skin", "Skin", &[Kind::Marks, Kind::Lines]),
    ("accessories", "Accessories", &[Kind::Glasses, Kind::Headwear, Kind::Earwear]),
    ("body", "Body", &[Kind::Ears, Kind::Body]),
];

/// What the usual colour roles colour, in the order people edit them.
const ROLES: [(&str, Kind); 9] = [
    ("skin", Kind::Face),
    ("hair", Kind::Hair),
    ("brow", Kind::Brows),
    ("iris", Kind::Eyes),
    ("lip", Kind::Mouth),
    ("beard", Kind::FacialHair),
    ("frame", Kind::Glasses),
    ("headwear", Kind::Headwear),
    ("cloth", Kind::Body),
];

/// All that can be chosen for an avatar, and what is. Every choice can be applied as it stands.
///
/// # Errors
///
/// [`EditError::Pack`] where the recipe is of another pack or version, or cannot be drawn.
pub fn options(pack: &Pack, recipe: &Recipe) -> Result<Options, EditError> {
    compose::check(pack, recipe)?;
    let manifest = pack.manifest();
    let tab = |(id, title, kinds): (&'static str, &'static str, &[Kind])| Tab {
        id,
        title,
        kinds: kinds.iter().filter(|k| !pack.parts(**k).is_empty()).map(|k| kind(pack, recipe, *k)).collect(),
        colours: roles(pack).filter(|(_, k)| k.is_some_and(|k| kinds.contains(&k))).map(|(role, k)| colour(pack, recipe, role, k)).collect(),
    };
    let others = roles(pack).filter(|(_, kind)| kind.is_none()).map(|(role, _)| colour(pack, recipe, role, None)).collect();
    let mut tabs: Vec<Tab> = TABS.into_iter().map(tab).collect();
    tabs.push(Tab { id: "colours", title: "Colours", kinds: Vec::new(), colours: others });
    tabs.retain(|t| !(t.kinds.is_empty() && t.colours.is_empty()));
    Ok(Options {
        pack: PackInfo {
            name: manifest.name.clone(),
            version: manifest.version.clone(),
            title: manifest.title.clone(),
            licence: manifest.licence.clone(),
            author: manifest.author.clone(),
        },
        tabs,
        expressions: expressions(pack, recipe),
    })
}

/// The kind that a colour role colours. Roles of a pack's own are called after their kind, or belong to none.
pub(super) fn kind_of_role(role: &str) -> Option<Kind> {
    ROLES.iter().find(|(name, _)| *name == role).map(|(_, kind)| *kind).or_else(|| Kind::from_name(role))
}

/// The pack's roles, the usual ones first.
fn roles(pack: &Pack) -> impl Iterator<Item = (&str, Option<Kind>)> {
    let all = || pack.manifest().colours.keys().map(String::as_str);
    let usual = ROLES.iter().map(|(name, _)| *name).filter(move |name| all().any(|role| role == *name));
    let own = all().filter(|role| !ROLES.iter().any(|(name, _)| name == role));
    usual.chain(own).map(|role| (role, kind_of_role(role)))
}

fn kind(pack: &Pack, recipe: &Recipe, kind: Kind) -> KindOptions {
    let chosen = recipe.parts.get(&kind);
    let value = |axis: &str| recipe.axes.get(&kind).and_then(|axes| axes.get(axis)).copied().unwrap_or(0.0);
    let part = |p: &Part| PartOption {
        id: p.id.clone(),
        title: titled(&p.title, &p.id),
        tags: p.tags.clone(),
        chosen: chosen == Some(&p.id),
        thumbnail: None,
    };
    let axes = chosen.into_iter().flat_map(|id| pack.axes(kind, id));
    KindOptions {
        kind,
        title: titled("", kind.name()),
        optional: kind.is_optional(),
        parts: pack.parts(kind).iter().map(part).collect(),
        axes: axes
            .map(|a| AxisOption { id: a.id.clone(), title: titled(&a.title, &a.id), min: a.range().0, max: a.range().1, value: value(&a.id) })
            .collect(),
    }
}

fn colour(pack: &Pack, recipe: &Recipe, role: &str, kind: Option<Kind>) -> ColourOptions {
    let value = rules::value(pack, recipe, role);
    let swatch = |s: &Swatch| SwatchOption { id: s.id.clone(), base: s.base.clone(), chosen: s.id == value };
    let base = pack.swatches(role).iter().find(|s| s.id == value).map_or(value, |s| &s.base);
    ColourOptions {
        role: role.into(),
        title: titled("", role),
        kind,
        free: true,
        not_lighter_than: pack.manifest().colours.get(role).and_then(|r| r.not_lighter_than.clone()),
        value: value.into(),
        base: base.into(),
        swatches: pack.swatches(role).iter().filter(|s| s.id == value || rules::allows(pack, recipe, role, &s.id)).map(swatch).collect(),
    }
}

fn expressions(pack: &Pack, recipe: &Recipe) -> Vec<ExpressionOption> {
    let option = |id: &str, title: &str, emoji: &[String]| ExpressionOption {
        id: id.into(),
        title: titled(title, id),
        emoji: emoji.to_vec(),
        chosen: recipe.expression == id,
        thumbnail: None,
    };
    let list = pack.manifest().expressions.list.iter().map(|e| option(&e.id, &e.title, &e.emoji));
    std::iter::once(option("neutral", "", &[])).chain(list).collect()
}

/// A title, or an id as one: `Facial hair`.
fn titled(title: &str, id: &str) -> String {
    if !title.is_empty() {
        return title.into();
    }
    let name = id.replace('-', " ");
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
