//! `pack.json`: what a pack consists of. See docs/style-pack-format.md.

use super::{PackError, caps};
use crate::kind::Kind;
use semver::Version;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The manifest format this version reads and writes.
pub const FORMAT: u32 = 1;

/// A pack's manifest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
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
    /// Parts by kind.
    pub kinds: BTreeMap<Kind, Vec<Part>>,
}

/// Three points of the canvas, in canvas units; right and left are the person's own.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Landmarks {
    /// Centre of the right eye.
    pub right_eye: [f32; 2],
    /// Centre of the left eye.
    pub left_eye: [f32; 2],
    /// Centre of the mouth.
    pub mouth: [f32; 2],
}

/// A colour of a palette with its tones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Swatch {
    /// Unique within the palette.
    pub id: String,
    /// The colour itself, `#rrggbb`.
    pub base: String,
    /// Further tones by name (`shadow`, `light`, ...), `#rrggbb` each.
    #[serde(flatten)]
    pub tones: BTreeMap<String, String>,
}

/// What a colour is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The palette its swatches come from.
    pub palette: String,
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
}

impl Manifest {
    pub(super) fn parse(json: &[u8]) -> Result<Self, PackError> {
        let wrong = |detail: String| PackError::Manifest { detail };
        let manifest: Self = serde_json::from_slice(json).map_err(|e| wrong(e.to_string()))?;
        manifest.check().map_err(wrong)?;
        Ok(manifest)
    }

    fn check(&self) -> Result<(), String> {
        if self.format != FORMAT {
            return Err(format!("format {} is not known; this version reads format {FORMAT}", self.format));
        }
        if !is_id(&self.name) {
            return Err(format!("the name `{}` must be lower-case letters, digits and hyphens", self.name));
        }
        for (what, text) in [("title", &self.title), ("licence", &self.licence), ("author", &self.author)] {
            readable(what, text)?;
        }
        if !(self.canvas.is_finite() && (16.0..=4096.0).contains(&self.canvas)) {
            return Err(format!("canvas is {}; give the side of the square in units, 16 to 4096", self.canvas));
        }
        let Landmarks { right_eye, left_eye, mouth } = self.landmarks;
        let outside = [right_eye, left_eye, mouth].iter().flatten().any(|v| !v.is_finite() || !(0.0..=self.canvas).contains(v));
        if outside || left_eye[0] - right_eye[0] < self.canvas * 0.02 || mouth[1] <= right_eye[1] {
            return Err("landmarks: the right eye must lie left of the left eye, and the mouth below them, all on the canvas".into());
        }
        unique("layers", self.layers.iter())?;
        if self.layers.len() > caps::LAYERS {
            return Err(format!("layers: there are {}; at most {} are accepted", self.layers.len(), caps::LAYERS));
        }
        self.check_colours()?;
        for kind in Kind::ALL {
            let parts = self.kinds.get(&kind).map_or(&[][..], Vec::as_slice);
            if parts.is_empty() && !kind.is_optional() {
                return Err(format!("kinds: no {kind} part; at least one is needed"));
            }
            unique(kind.name(), parts.iter().map(|p| &p.id))?;
            for part in parts {
                for text in std::iter::once(&part.title).chain(part.tags.keys()).chain(part.tags.values()) {
                    readable(&format!("{kind} part `{}`", part.id), text)?;
                }
            }
        }
        let parts = self.kinds.values().map(Vec::len).sum::<usize>();
        if parts > caps::PARTS {
            return Err(format!("{parts} parts; at most {} are accepted", caps::PARTS));
        }
        Ok(())
    }

    fn check_colours(&self) -> Result<(), String> {
        unique("palettes", self.palettes.keys())?;
        unique("colours", self.colours.keys())?;
        for (name, swatches) in &self.palettes {
            if swatches.is_empty() || swatches.len() > caps::SWATCHES {
                return Err(format!("palette `{name}` has {} swatches; give 1 to {}", swatches.len(), caps::SWATCHES));
            }
            unique(name, swatches.iter().map(|s| &s.id))?;
            for s in swatches {
                unique(&format!("palette `{name}`, swatch `{}`", s.id), s.tones.keys())?;
                for colour in std::iter::once(&s.base).chain(s.tones.values()) {
                    super::colour::parse(colour).ok_or_else(|| format!("palette `{name}`, swatch `{}`: `{colour}` is not #rrggbb", s.id))?;
                }
            }
        }
        for (role, r) in &self.colours {
            if !self.palettes.contains_key(&r.palette) {
                return Err(format!("colour role `{role}` uses palette `{}`, which there is not", r.palette));
            }
            // A role `hair` with a tone `light` and a role `hair-light` would both be the slot --hair-light.
            let tones = self.palettes[&r.palette].iter().flat_map(|s| s.tones.keys());
            if let Some(slot) = tones.map(|t| format!("{role}-{t}")).find(|slot| self.colours.contains_key(slot)) {
                return Err(format!("colours: `{slot}` is a role, and also a tone of `{role}`; rename one"));
            }
        }
        Ok(())
    }
}

fn unique<'a>(what: &str, ids: impl Iterator<Item = &'a String>) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !is_id(id) {
            return Err(format!("{what}: `{id}` must be lower-case letters, digits and hyphens"));
        }
        if !seen.insert(id) {
            return Err(format!("{what}: `{id}` is there twice"));
        }
    }
    Ok(())
}

/// Text that may end up in a picture's label: short, and without control characters, which no SVG can hold.
fn readable(what: &str, text: &str) -> Result<(), String> {
    if text.len() > caps::TEXT_BYTES || text.chars().any(char::is_control) {
        return Err(format!("{what}: texts have at most {} bytes and no control characters", caps::TEXT_BYTES));
    }
    Ok(())
}

fn is_id(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
