//! Pack: a style pack, loaded and checked. Everything that can be wrong with a pack is found here, never when an avatar is drawn.
//!
//! The format is described in docs/style-pack-format.md.

mod allowed;
#[cfg(feature = "zip")]
mod archive;
mod axis;
mod budget;
#[cfg(feature = "bundled")]
mod bundled;
mod caps;
mod check;
pub(crate) mod colour;
mod cost;
mod drawing;
mod error;
mod expression;
mod extent;
mod findings;
pub(crate) mod json;
mod manifest;
mod palette;
mod rules;
#[cfg(test)]
mod schema;
mod source;
mod style;
mod values;

use crate::frame;
use crate::kind::Kind;
use crate::photo::{Point, Similarity};
use crate::recipe::Recipe;
use sha2::{Digest, Sha256};
use source::{Place, Source};
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) use allowed::{reference, slot};
#[cfg(feature = "zip")]
pub use archive::zip_folder;
pub use axis::{Axis, AxisTransform};
pub use check::{Diagnostic, Report, Severity, check};
pub(crate) use drawing::{Drawing, Element};
pub use error::{PackError, unprintable};
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
    /// Loads a pack from a folder, or from a zip file.
    ///
    /// # Errors
    ///
    /// [`PackError`], naming the file and line of the first thing that is wrong.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, PackError> {
        Self::at(path.as_ref(), Self::load)?
    }

    /// The same pack with an `embeddings.json` of the caller's, as [`Library::to_json`](crate::matching::Library::to_json) makes it. Whether it belongs to
    /// these drawings is seen when the pack is prepared for matching.
    ///
    /// # Errors
    ///
    /// [`PackError::TooLarge`].
    pub fn with_embeddings(mut self, json: Vec<u8>) -> Result<Self, PackError> {
        if json.len() > caps::JSON_BYTES {
            return Err(PackError::TooLarge { file: "embeddings.json".into(), what: "the size in bytes", size: json.len(), cap: caps::JSON_BYTES });
        }
        self.embeddings = Some(json);
        Ok(self)
    }

    /// Gives the files of a folder or a zip file to `read`.
    fn at<T>(path: &Path, read: impl FnOnce(&Source<'_>) -> T) -> Result<T, PackError> {
        let data = std::fs::metadata(path).map_err(|e| unreadable(path, &e.to_string()))?;
        if data.is_dir() { Ok(read(&Source::new(Place::Folder(path.to_owned())))) } else { Self::at_file(path, &data, read) }
    }

    #[cfg(feature = "zip")]
    fn at_file<T>(path: &Path, data: &std::fs::Metadata, read: impl FnOnce(&Source<'_>) -> T) -> Result<T, PackError> {
        use std::io::Read;
        if !data.is_file() {
            return Err(unreadable(path, "neither a folder nor a zip file"));
        }
        let mut bytes = Vec::new();
        let opened = std::fs::File::open(path).and_then(|f| f.take(caps::ZIP_BYTES as u64 + 1).read_to_end(&mut bytes));
        opened.map_err(|e| unreadable(path, &e.to_string()))?;
        let whole = archive::whole(&bytes)?;
        Ok(read(&Source::new(Place::Zip(archive::Archive::open(&whole)?))))
    }

    #[cfg(not(feature = "zip"))]
    fn at_file<T>(path: &Path, _: &std::fs::Metadata, _: impl FnOnce(&Source<'_>) -> T) -> Result<T, PackError> {
        Err(unreadable(path, "not a folder, and the library was built without the feature `zip`"))
    }

    fn load(source: &Source<'_>) -> Result<Self, PackError> {
        Self::read(source, &mut Err)
    }

    /// Reads a pack, past whatever `sink` lets pass.
    fn read(source: &Source<'_>, sink: Sink<'_>) -> Result<Self, PackError> {
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
        budget::check(&manifest, &drawings, sink)?;
        let embeddings = match source.read_optional("embeddings.json", caps::JSON_BYTES) {
            Ok(embeddings) => embeddings,
            Err(error) => sink(error).map(|()| None)?,
        };
        let pack = Self { manifest, drawings, embeddings };
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

    /// A recipe of this pack with nothing chosen yet.
    pub(crate) fn blank(&self) -> Recipe {
        Recipe {
            format: crate::recipe::FORMAT,
            pack: self.manifest.name.clone(),
            version: self.manifest.version.clone(),
            parts: BTreeMap::new(),
            colours: BTreeMap::new(),
            transforms: BTreeMap::new(),
            axes: BTreeMap::new(),
            expression: "neutral".into(),
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

    /// SHA-256, in hexadecimal, over all that the pictures of some kinds' parts follow from; with `colours`, over the palettes as well.
    ///
    /// Embeddings that were made from other drawings than these do not belong to the pack.
    pub(crate) fn hash(&self, kinds: &[Kind], colours: bool) -> String {
        let Manifest { canvas, landmarks, layers, palettes, colours: roles, .. } = &self.manifest;
        // Serialised, because JSON says where one thing ends and the next begins.
        let geometry = serde_json::to_vec(&(canvas, landmarks, layers)).unwrap_or_default();
        let painted = serde_json::to_vec(&colours.then_some((palettes, roles))).unwrap_or_default();
        let mut hash = Sha256::new_with_prefix(geometry).chain_update(painted);
        for &kind in kinds {
            for part in self.parts(kind) {
                let drawing = self.drawings.get(&(kind, part.id.clone())).map_or([0; 32], |d| d.hash);
                hash.update(format!("{kind}/{}\n", part.id));
                hash.update(drawing);
            }
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
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

fn unreadable(path: &Path, detail: &str) -> PackError {
    PackError::Read { file: path.display().to_string(), detail: detail.into() }
}
