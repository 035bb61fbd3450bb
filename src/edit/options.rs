//! Options: all that can be chosen for one avatar, as an app's editor shows it.

use super::error::EditError;
use super::rules;
use crate::compose;
use crate::kind::Kind;
use crate::pack::{Pack, Part, Swatch};
use crate::recipe::Recipe;
use semver::Version;
use serde::Serialize;
use std::collections::BTreeMap;

/// Everything an editor's form is made from, for one recipe in its pack.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Options {
    /// The style pack.
    pub pack: PackInfo,
    /// Kinds and colours in the order people edit them.
    pub tabs: Vec<Tab>,
    /// The expressions, `neutral` first.
    pub expressions: Vec<ExpressionOption>,
}

/// What a form says about the style pack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PackInfo {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: Version,
    /// For people.
    pub title: String,
    /// An SPDX expression.
    pub licence: String,
    /// Who drew it.
    pub author: String,
}

/// Kinds and colours that belong together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tab {
    /// A stable name, for translations and icons.
    pub id: &'static str,
    /// In English.
    pub title: &'static str,
    /// The kinds, those the pack has parts of.
    pub kinds: Vec<KindOptions>,
    /// The colours.
    pub colours: Vec<ColourOptions>,
}

/// What a kind can be.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KindOptions {
    /// The kind, as in `part.KIND=ID`.
    pub kind: Kind,
    /// In English.
    pub title: String,
    /// Whether there may be none.
    pub optional: bool,
    /// The parts, in the pack's order. None is chosen where the avatar has none.
    pub parts: Vec<PartOption>,
    /// How the chosen part can vary.
    pub axes: Vec<AxisOption>,
}

/// A part to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartOption {
    /// Its id.
    pub id: String,
    /// For people.
    pub title: String,
    /// What it is, in words.
    pub tags: BTreeMap<String, String>,
    /// Whether the avatar has it.
    pub chosen: bool,
    /// A picture of it; left empty here, for whoever draws one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<String>,
}

/// A slider.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AxisOption {
    /// Its id, as in `KIND.ID=VALUE`.
    pub id: String,
    /// For people.
    pub title: String,
    /// The least value.
    pub min: f32,
    /// The greatest value.
    pub max: f32,
    /// The avatar's value; the part is as drawn at 0.
    pub value: f32,
}

/// What a colour can be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColourOptions {
    /// The colour role, as in `colour.ROLE=VALUE`.
    pub role: String,
    /// In English.
    pub title: String,
    /// The kind it colours, where that is known.
    pub kind: Option<Kind>,
    /// Whether any `#rrggbb` will do, too.
    pub free: bool,
    /// The role that it may not be lighter than, if any; swatches that are lighter are left out.
    pub not_lighter_than: Option<String>,
    /// The avatar's colour: a swatch id or `#rrggbb`.
    pub value: String,
    /// The same as `#rrggbb`.
    pub base: String,
    /// The swatches. None is chosen where the avatar has a free colour.
    pub swatches: Vec<SwatchOption>,
}

/// A colour to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SwatchOption {
    /// Its id.
    pub id: String,
    /// The colour itself, `#rrggbb`.
    pub base: String,
    /// Whether the avatar has it.
    pub chosen: bool,
}

/// An expression to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExpressionOption {
    /// Its id, as in `expression=ID`.
    pub id: String,
    /// For people.
    pub title: String,
    /// The Unicode emoji that say the same, best first.
    pub emoji: Vec<String>,
    /// Whether the avatar has it.
    pub chosen: bool,
    /// A picture of it; left empty here, for whoever draws one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<String>,
}

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
