//! What an app's editor is generated from.

use crate::Kind;
use selfmoji::edit;
use std::collections::HashMap;

/// Everything an editor's form is made from, for one recipe in its pack. Titles are English, and ids are stable, for translations and icons.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct EditOptions {
    /// The style pack.
    pub pack: PackInfo,
    /// Kinds and colours in the order people edit them.
    pub tabs: Vec<Tab>,
    /// The expressions, `neutral` first.
    pub expressions: Vec<ExpressionOption>,
}

/// What is known of a style pack.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PackInfo {
    /// Its name.
    pub name: String,
    /// Its version, for instance `1.1.0`.
    pub version: String,
    /// For people.
    pub title: String,
    /// An SPDX expression.
    pub licence: String,
    /// Who drew it.
    pub author: String,
}

/// Kinds and colours that belong together.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Tab {
    /// A stable name.
    pub id: String,
    /// For people.
    pub title: String,
    /// The kinds, those the pack has parts of.
    pub kinds: Vec<KindOptions>,
    /// The colours.
    pub colours: Vec<ColourOptions>,
}

/// What a kind can be.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct KindOptions {
    /// The kind.
    pub kind: Kind,
    /// For people.
    pub title: String,
    /// Whether there may be none.
    pub optional: bool,
    /// The parts, in the pack's order. None is chosen where the avatar has none.
    pub parts: Vec<PartOption>,
    /// How the chosen part can vary.
    pub axes: Vec<AxisOption>,
}

/// A part to choose.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct PartOption {
    /// Its id.
    pub id: String,
    /// For people.
    pub title: String,
    /// What it is, in words, for instance length: long.
    pub tags: HashMap<String, String>,
    /// Whether the avatar has it.
    pub chosen: bool,
}

/// A slider.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct AxisOption {
    /// Its id.
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
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ColourOptions {
    /// The colour role.
    pub role: String,
    /// For people.
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
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct SwatchOption {
    /// Its id.
    pub id: String,
    /// The colour itself, `#rrggbb`.
    pub base: String,
    /// Whether the avatar has it.
    pub chosen: bool,
}

/// An expression to choose.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct ExpressionOption {
    /// Its id.
    pub id: String,
    /// For people.
    pub title: String,
    /// The Unicode emoji that say the same, best first.
    pub emoji: Vec<String>,
    /// Whether the avatar has it.
    pub chosen: bool,
}

impl From<edit::Options> for EditOptions {
    fn from(theirs: edit::Options) -> Self {
        Self {
            pack: theirs.pack.into(),
            tabs: theirs.tabs.into_iter().map(Into::into).collect(),
            expressions: theirs.expressions.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<edit::PackInfo> for PackInfo {
    fn from(edit::PackInfo { name, version, title, licence, author }: edit::PackInfo) -> Self {
        Self { name, version: version.to_string(), title, licence, author }
    }
}

impl From<edit::Tab> for Tab {
    fn from(theirs: edit::Tab) -> Self {
        Self {
            id: theirs.id.to_owned(),
            title: theirs.title.to_owned(),
            kinds: theirs.kinds.into_iter().filter_map(KindOptions::of).collect(),
            colours: theirs.colours.into_iter().map(Into::into).collect(),
        }
    }
}

impl KindOptions {
    fn of(theirs: edit::KindOptions) -> Option<Self> {
        Some(Self {
            kind: Kind::of(theirs.kind)?,
            title: theirs.title,
            optional: theirs.optional,
            parts: theirs.parts.into_iter().map(Into::into).collect(),
            axes: theirs.axes.into_iter().map(Into::into).collect(),
        })
    }
}

impl From<edit::PartOption> for PartOption {
    fn from(theirs: edit::PartOption) -> Self {
        Self { id: theirs.id, title: theirs.title, tags: theirs.tags.into_iter().collect(), chosen: theirs.chosen }
    }
}

impl From<edit::AxisOption> for AxisOption {
    fn from(edit::AxisOption { id, title, min, max, value }: edit::AxisOption) -> Self {
        Self { id, title, min, max, value }
    }
}

impl From<edit::ColourOptions> for ColourOptions {
    fn from(theirs: edit::ColourOptions) -> Self {
        Self {
            role: theirs.role,
            title: theirs.title,
            kind: theirs.kind.and_then(Kind::of),
            free: theirs.free,
            not_lighter_than: theirs.not_lighter_than,
            value: theirs.value,
            base: theirs.base,
            swatches: theirs.swatches.into_iter().map(|s| SwatchOption { id: s.id, base: s.base, chosen: s.chosen }).collect(),
        }
    }
}

impl From<edit::ExpressionOption> for ExpressionOption {
    fn from(theirs: edit::ExpressionOption) -> Self {
        Self { id: theirs.id, title: theirs.title, emoji: theirs.emoji, chosen: theirs.chosen }
    }
}
