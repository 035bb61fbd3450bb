//! `pack.json`: what a pack consists of. See docs/style-pack-format.md.

use super::axis::{self, Axis};
use super::error::unprintable;
use super::expression::{self, Expressions};
use super::findings::{Findings, line_of};
use super::palette::{self, Role, Swatch};
use super::{PackError, caps, json};
use crate::kind::Kind;
use semver::Version;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The manifest format this version reads and writes.
pub const FORMAT: u32 = 1;

/// A pack's manifest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Where an editor finds the JSON Schema of this file; not used here.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// [`FORMAT`].
    pub format: u32,
    /// Lower-case letters, digits and hyphens.
    pub name: String,
    /// Goes up with every change that alters a picture.
    pub version: Version,
    /// For people.
    pub title: String,
    /// An SPDX expression.
    pub licence: String,
    /// Who drew it.
    pub author: String,
    /// Side of the square canvas, in units.
    pub canvas: f32,
    /// Where the pack's own eyes and mouth sit.
    pub landmarks: Landmarks,
    /// Layer names, back to front.
    pub layers: Vec<String>,
    /// Swatches by palette.
    pub palettes: BTreeMap<String, Vec<Swatch>>,
    /// Colour roles by name.
    pub colours: BTreeMap<String, Role>,
    /// Points about which kinds are scaled and turned, in canvas units; for paired kinds that of the person's right one. The middle of the canvas where
    /// there is none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub pivots: BTreeMap<Kind, [f32; 2]>,
    /// Axes that all parts of a kind have.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub axes: BTreeMap<Kind, Vec<Axis>>,
    /// Parts by kind.
    pub kinds: BTreeMap<Kind, Vec<Part>>,
    /// Expressions, and the parts that only they use.
    #[serde(default)]
    pub expressions: Expressions,
}

/// Three points of the canvas, in canvas units; right and left are the person's own.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Landmarks {
    /// Centre of the right eye.
    pub right_eye: [f32; 2],
    /// Centre of the left eye.
    pub left_eye: [f32; 2],
    /// Centre of the mouth.
    pub mouth: [f32; 2],
}

/// One part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Unique within its kind.
    pub id: String,
    /// The SVG file, relative to the pack.
    pub file: String,
    /// For people.
    #[serde(default)]
    pub title: String,
    /// What it is, in words a photo can be read for.
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// Axes of its own, besides those of its kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub axes: Vec<Axis>,
}

impl Manifest {
    /// Reads a manifest, and says everything that is wrong with it.
    pub(super) fn examine(bytes: &[u8]) -> Result<(Self, Vec<PackError>), PackError> {
        let text = json::text(bytes).map_err(|detail| PackError::Manifest { line: 1, detail })?;
        // Known before the rest: another format has other fields.
        #[derive(Deserialize)]
        struct Header {
            format: Option<serde_json::Number>,
        }
        let wrong = |e: serde_json::Error| {
            let detail = e.to_string();
            let detail = detail.split(" at line ").next().unwrap_or_default().escape_debug().to_string();
            PackError::Manifest { line: u32::try_from(e.line()).unwrap_or(1).max(1), detail }
        };
        json::no_key_twice(text.as_bytes()).map_err(wrong)?;
        let format = serde_json::from_str::<Header>(text).map_err(wrong)?.format;
        if let Some(format) = format.filter(|f| f.as_u64() != Some(u64::from(FORMAT))) {
            let detail = format!("format {format} is not known; this version reads format {FORMAT}");
            return Err(PackError::Manifest { line: line_of(text, "/format"), detail });
        }
        let manifest: Self = serde_json::from_str(text).map_err(wrong)?;
        let mut found = Findings::default();
        manifest.check(&mut found);
        let errors = found.0.into_iter().map(|f| PackError::Manifest { line: line_of(text, &f.path), detail: f.detail });
        Ok((manifest, errors.collect()))
    }

    /// The parts of a kind, those that only expressions use last.
    pub(crate) fn all_parts(&self, kind: Kind) -> impl Iterator<Item = &Part> {
        self.kinds.get(&kind).into_iter().chain(self.expressions.parts.get(&kind)).flatten()
    }

    fn check(&self, found: &mut Findings) {
        if !is_id(&self.name) {
            found.add("/name", format!("the name `{}` must be lower-case letters, digits and hyphens", self.name.escape_debug()));
        }
        readable("/$schema", self.schema.as_deref().unwrap_or_default(), found);
        for (what, text) in [("/title", &self.title), ("/licence", &self.licence), ("/author", &self.author)] {
            readable(what, text, found);
        }
        if !(self.canvas.is_finite() && (16.0..=4096.0).contains(&self.canvas)) {
            found.add("/canvas", format!("canvas is {}; give the side of the square in units, 16 to 4096", self.canvas));
        }
        let Landmarks { right_eye, left_eye, mouth } = self.landmarks;
        let outside = |points: &[[f32; 2]]| points.iter().flatten().any(|v| !v.is_finite() || !(0.0..=self.canvas).contains(v));
        if outside(&[right_eye, left_eye, mouth]) || left_eye[0] - right_eye[0] < self.canvas * 0.02 || mouth[1] <= right_eye[1] {
            found.add("/landmarks", "landmarks: the right eye must lie left of the left eye, and the mouth below them, all on the canvas");
        }
        unique("/layers", self.layers.iter(), found);
        if self.layers.len() > caps::LAYERS {
            found.add("/layers", format!("layers: there are {}; at most {} are accepted", self.layers.len(), caps::LAYERS));
        }
        palette::check(self, found);
        for (kind, pivot) in self.pivots.iter().filter(|(_, p)| outside(&[**p])) {
            found.add(format!("/pivots/{kind}"), format!("the pivot {pivot:?} does not lie on the canvas"));
        }
        for (kind, axes) in &self.axes {
            let path = format!("/axes/{kind}");
            axis::check(axes, &path, found);
            axis::check_shared(*kind, axes, &path, found);
        }
        self.check_kinds(found);
        expression::check(self, found);
    }

    fn check_kinds(&self, found: &mut Findings) {
        for kind in Kind::ALL.into_iter().filter(|k| !k.is_optional()) {
            if self.kinds.get(&kind).is_none_or(Vec::is_empty) {
                found.add("/kinds", format!("kinds: no {kind} part; at least one is needed"));
            }
        }
        if self.kinds.contains_key(&Kind::Prop) {
            found.add("/kinds/prop", "props belong to expressions.parts");
        }
        for (kind, parts) in &self.kinds {
            let path = format!("/kinds/{kind}");
            unique(&path, parts.iter().map(|p| &p.id), found);
            check_parts(&path, parts, found);
            let shared = self.axes.get(kind).map_or(&[][..], Vec::as_slice);
            for (i, part) in parts.iter().enumerate() {
                axis::check_kind(*kind, &part.axes, &format!("{path}/{i}/axes"), found);
                if let Some(axis) = part.axes.iter().find(|a| shared.iter().any(|s| s.id == a.id)) {
                    found.add(format!("{path}/{i}/axes"), format!("all {kind} parts have an axis `{}` already; rename it", axis.id.escape_debug()));
                }
            }
        }
        let mut files: BTreeMap<String, &str> = BTreeMap::new();
        for part in self.kinds.values().chain(self.expressions.parts.values()).flatten() {
            // Where capitals do not matter, the two would be one file.
            let same = files.insert(part.file.to_ascii_lowercase(), &part.file).filter(|other| *other != part.file);
            if let Some(other) = same {
                let detail = format!("`{other}` and `{}` differ in capitals only, which not every system can tell apart", part.file);
                found.add("/kinds", detail);
            }
        }
        let parts = self.kinds.values().chain(self.expressions.parts.values()).map(Vec::len).sum::<usize>();
        if parts > caps::PARTS {
            found.add("/kinds", format!("{parts} parts; at most {} are accepted", caps::PARTS));
        }
    }
}

pub(super) fn check_parts(path: &str, parts: &[Part], found: &mut Findings) {
    for (i, part) in parts.iter().enumerate() {
        let path = format!("{path}/{i}");
        for text in std::iter::once(&part.title).chain(part.tags.keys()).chain(part.tags.values()) {
            readable(&path, text, found);
        }
        axis::check(&part.axes, &format!("{path}/axes"), found);
    }
}

pub(super) fn unique<'a>(path: &str, ids: impl Iterator<Item = &'a String>, found: &mut Findings) {
    let what = path.rsplit('/').next().unwrap_or_default();
    let mut seen = BTreeSet::new();
    for (i, id) in ids.enumerate() {
        if !is_id(id) {
            found.add(format!("{path}/{i}"), format!("{what}: `{}` must be lower-case letters, digits and hyphens", id.escape_debug()));
        }
        if !seen.insert(id) {
            found.add(format!("{path}/{i}"), format!("{what}: `{}` is there twice", id.escape_debug()));
        }
    }
}

/// Text that may end up in a picture's label or on a terminal: short, and without control characters, which no SVG can hold.
pub(super) fn readable(path: &str, text: &str, found: &mut Findings) {
    if text.len() > caps::TEXT_BYTES || text.chars().any(unprintable) {
        let what = path.trim_start_matches('/').replace('/', ".");
        found.add(path, format!("{what}: texts have at most {} bytes and no control characters", caps::TEXT_BYTES));
    }
}

pub(super) fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
