//! Form: what an app's editor is generated from. Apps read it as JSON, so names here are as lasting as those of a recipe.

use crate::kind::Kind;
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
