//! Pack: a style pack, loaded and checked. Everything that can be wrong with a pack is found here, never when an avatar is drawn.
//!
//! The format is described in docs/style-pack-format.md.

mod allowed;
#[cfg(feature = "zip")]
mod archive;
mod axis;
#[cfg(feature = "bundled")]
mod bundled;
mod caps;
mod check;
pub(crate) mod colour;
mod drawing;
mod error;
mod expression;
mod findings;
mod manifest;
mod palette;
mod rules;
#[cfg(test)]
mod schema;
mod source;

use crate::frame;
use crate::kind::Kind;
use crate::photo::{Point, Similarity};
use crate::recipe::Recipe;
use source::Source;
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) use allowed::{reference, slot};
pub(crate) use drawing::{Drawing, Element};
#[cfg(feature = "zip")]
pub use archive::zip_folder;
pub use axis::{Axis, AxisTransform};
pub use check::{Diagnostic, Report, Severity, check};
pub use error::PackError;
pub use expression::{Expression, Expressions, Move, Moves, Sides, Swap, Sway};
pub use manifest::{FORMAT, Landmarks, Manifest, Part};
pub use palette::{Role, Swatch};

/// Is told of everything that is wrong with a pack, in turn, and stops the reading with an error or lets it go on.
type Sink<'a> = &'a mut dyn FnMut(PackError) -> Result<(), PackError>;

/// A style pack: its manifest and all its drawings, checked. Share it between threads freely.
#[derive(Debug)]
pub struct Pack {
    manifest: Manifest,
    drawings: BTreeMap<(Kind, String), Drawing>,
    embeddings: Option<Vec<u8>>,
}

impl Pack {
    /// Loads a pack from a folder.
    ///
    /// # Errors
    ///
    /// [`PackError`], naming the file and line of the first thing that is wrong.
    pub fn open(folder: impl AsRef<Path>) -> Result<Self, PackError> {
        Self::load(&Source::Folder(folder.as_ref().to_owned()))
    }

    fn load(source: &Source) -> Result<Self, PackError> {
        Self::read(source, &mut Err)
    }

    /// Reads a pack, past whatever `sink` lets pass.
    fn read(source: &Source, sink: Sink<'_>) -> Result<Self, PackError> {
        let (manifest, found) = Manifest::examine(&source.read("pack.json", caps::JSON_BYTES)?)?;
        found.into_iter().try_for_each(&mut *sink)?;
        let mut drawings = BTreeMap::new();
        for (&kind, parts) in manifest.kinds.iter().chain(&manifest.expressions.parts) {
            for part in parts {
                let read = source.read(&part.file, caps::PART_BYTES).and_then(|svg| Drawing::parse(&part.file, &svg, &manifest, sink));
                let drawing = match read {
                    Ok(drawing) => drawing,
                    Err(error) => {
                        sink(error)?;
                        continue;
                    }
                };
                if kind == Kind::Face && drawing.outline.is_none() {
                    let detail = "a face needs one <path id=\"outline\">, which beards and shadows follow".to_owned();
                    sink(PackError::Part { file: part.file.clone(), line: 1, detail })?;
                }
                drawings.insert((kind, part.id.clone()), drawing);
            }
        }
        let pack = Self { manifest, drawings, embeddings: source.read("embeddings.json", caps::JSON_BYTES).ok() };
        pack.check_slots(sink)?;
        Ok(pack)
    }

    /// What the pack consists of.
    #[must_use]
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The parts of a kind that a recipe can name, in the manifest's order.
    #[must_use]
    pub fn parts(&self, kind: Kind) -> &[Part] {
        self.manifest.kinds.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// A part by its id.
    ///
    /// # Errors
    ///
    /// [`PackError::NoSuchPart`].
    pub fn part(&self, kind: Kind, id: &str) -> Result<&Part, PackError> {
        self.parts(kind).iter().find(|p| p.id == id).ok_or_else(|| PackError::NoSuchPart {
            pack: self.manifest.name.clone(),
            kind,
            id: id.into(),
            known: self.parts(kind).iter().map(|p| p.id.as_str()).collect::<Vec<_>>().join(", "),
        })
    }

    /// The axes of a part: those of its kind, and its own.
    pub fn axes(&self, kind: Kind, id: &str) -> impl Iterator<Item = &Axis> {
        let own = self.parts(kind).iter().filter(move |p| p.id == id).flat_map(|p| &p.axes);
        self.manifest.axes.get(&kind).into_iter().flatten().chain(own)
    }

    /// An expression by its id; none for `neutral`, which every pack has.
    ///
    /// # Errors
    ///
    /// [`PackError::NoSuchExpression`].
    pub fn expression(&self, id: &str) -> Result<Option<&Expression>, PackError> {
        let list = &self.manifest.expressions.list;
        match list.iter().find(|e| e.id == id) {
            None if id != "neutral" => {
                let known = std::iter::once("neutral").chain(list.iter().map(|e| e.id.as_str())).collect::<Vec<_>>().join(", ");
                Err(PackError::NoSuchExpression { pack: self.manifest.name.clone(), id: id.escape_debug().to_string(), known })
            }
            found => Ok(found),
        }
    }

    /// Whether a recipe was made with this very pack and version: any other could draw another picture.
    ///
    /// # Errors
    ///
    /// [`PackError::OtherPack`].
    pub fn is_that_of(&self, recipe: &Recipe) -> Result<(), PackError> {
        if recipe.pack == self.manifest.name && recipe.version == self.manifest.version {
            return Ok(());
        }
        Err(PackError::OtherPack {
            wanted: format!("{} {}", recipe.pack.escape_debug(), recipe.version),
            there: format!("{} {}", self.manifest.name, self.manifest.version),
        })
    }

    /// The swatches a colour role chooses from.
    #[must_use]
    pub fn swatches(&self, role: &str) -> &[Swatch] {
        let palette = self.manifest.colours.get(role).and_then(|r| self.manifest.palettes.get(&r.palette));
        palette.map_or(&[], Vec::as_slice)
    }

    pub(crate) fn drawing(&self, kind: Kind, id: &str) -> Result<&Drawing, PackError> {
        self.part(kind, id)?;
        self.any_drawing(kind, id)
    }

    /// Also of the parts that only expressions use.
    pub(crate) fn any_drawing(&self, kind: Kind, id: &str) -> Result<&Drawing, PackError> {
        self.drawings.get(&(kind, id.to_owned())).ok_or(PackError::PartNeeded { kind })
    }

    /// The file that `pack build` writes, where the pack has it.
    pub(crate) fn embeddings_json(&self) -> Option<&[u8]> {
        self.embeddings.as_deref()
    }

    /// From canvas units to the canonical frame's unit coordinates.
    pub(crate) fn to_frame(&self) -> Similarity {
        let Landmarks { right_eye, left_eye, mouth } = self.manifest.landmarks;
        let drawn = [right_eye, left_eye, mouth].map(|[x, y]| Point::new(x, y));
        // The manifest's check keeps the three points apart.
        Similarity::fit(&drawn, &[frame::RIGHT_EYE, frame::LEFT_EYE, frame::MOUTH]).unwrap_or(Similarity::IDENTITY)
    }

    /// Every slot a drawing uses must be one the manifest's roles and palettes give.
    fn check_slots(&self, sink: Sink<'_>) -> Result<(), PackError> {
        for ((kind, id), drawing) in &self.drawings {
            for element in drawing.elements() {
                for slot in element.attributes.iter().filter_map(|(_, v)| slot(v)).filter(|slot| !self.has_slot(slot)) {
                    let file = self.manifest.all_parts(*kind).find(|p| p.id == *id).map_or_else(|| id.clone(), |p| p.file.clone());
                    let detail = format!("the slot --{slot} is no colour role of the manifest, or a swatch of its palette lacks that tone");
                    sink(PackError::Part { file, line: element.line, detail })?;
                }
            }
        }
        Ok(())
    }

    fn has_slot(&self, slot: &str) -> bool {
        self.manifest.colours.keys().any(|role| match slot.strip_prefix(role.as_str()) {
            Some("") => true,
            Some(tone) => tone.strip_prefix('-').is_some_and(|t| self.swatches(role).iter().all(|s| s.tones.contains_key(t))),
            None => false,
        })
    }
}
