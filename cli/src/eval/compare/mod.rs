//! Extractors side by side: what each makes of the same frames and class maps, with and without centring and tags (docs/extractors.md).

mod contender;
mod look;
mod row;
mod text;

pub(crate) use row::{KindRow, Row, Table};
pub(crate) use text::{COLUMNS, cells, markdown};

use super::change::Change;
use super::labels::Subject;
use crate::batch;
use crate::failure::Failure;
use anyhow::Result;
use contender::Contender;
use look::{Look, Part};
use selfmoji::matching::drawn_crop;
use selfmoji::pack::Pack;
use selfmoji::parts::{Crop, View};
use selfmoji::photo::Photo;
use selfmoji::recipe::Recipe;
use selfmoji::studio::{ModelFiles, Reading, Studio, Style};
use std::collections::BTreeMap;
use std::path::Path;

/// What a photo goes through, one of them each, in turn: such things as happen between two selfies of the same minute.
pub(crate) const CHANGES: [Change; 8] = [
    Change::Shift(0.01),
    Change::Scale(0.95),
    Change::Turn(-3.0),
    Change::Brightness(0.8),
    Change::Shift(0.02),
    Change::Scale(1.05),
    Change::Turn(3.0),
    Change::Brightness(1.2),
];

/// What came of the photos so far.
#[derive(Debug)]
pub(crate) struct Comparison {
    contenders: Vec<Contender>,
    drawn: BTreeMap<View, Vec<(String, Crop)>>,
    photos: Vec<Compared>,
}

/// A photo and its changed copy.
#[derive(Debug)]
struct Compared {
    file: String,
    person: Option<String>,
    /// The words that were labelled, by kind and tag.
    words: Vec<look::Word>,
    recipe: Recipe,
    still: Look,
    /// How the copy was changed, and what was seen in it; nothing where no face was.
    copy: Option<(Change, Look)>,
}

impl Comparison {
    /// Loads all extractors, of which some files come from a folder, and embeds the drawings of a pack with each.
    pub(crate) fn new(models: &Path, pack: &Pack) -> Result<Self> {
        let files = ModelFiles::bundled().with_folder(models)?;
        let contenders = contender::all(&files, pack)?;
        let mut drawn: BTreeMap<View, Vec<(String, Crop)>> = BTreeMap::new();
        for view in View::ALL {
            for part in pack.parts(view.kind()) {
                drawn.entry(view).or_default().push((part.id.clone(), drawn_crop(pack, view, &part.id)?));
            }
        }
        Ok(Self { contenders, drawn, photos: Vec::new() })
    }

    /// Adds a photo and one copy that is changed a little. What is kept of them are vectors.
    pub(crate) fn add(&mut self, studio: &Studio, style: &Style, subject: &Subject, photo: &Photo, reading: &Reading) -> Result<(), Failure> {
        let change = CHANGES[self.photos.len() % CHANGES.len()];
        let still = look::of(reading, &mut self.contenders, Some(&self.drawn))?;
        let changed = change.apply(photo.rgb(), reading.faces.main.face.width)?;
        let copy = match studio.read(&changed) {
            Ok(reading) => Some((change, look::of(&reading, &mut self.contenders, None)?)),
            Err(_) => None,
        };
        let recipe = Recipe { colours: BTreeMap::new(), ..reading.avatar(style).recipe };
        let words = if subject.sure { look::words(&subject.answers) } else { Vec::new() };
        self.photos.push(Compared { file: subject.file.clone(), person: subject.person.clone(), words, recipe, still, copy });
        Ok(())
    }

    /// The table.
    pub(crate) fn table(&self, pack: &Pack) -> Result<Table> {
        let variants = contender::variants(&self.contenders, |contender, view| look::mean(self.stills(view).map(|part| contender.vector(part))));
        let bar = batch::bar(variants.len(), "extractors");
        let mut rows = Vec::with_capacity(variants.len());
        for variant in &variants {
            rows.push(row::measure(pack, variant, &self.photos));
            bar.inc(1);
        }
        bar.finish_and_clear();
        let copies = self.photos.iter().filter(|p| p.copy.is_some()).count();
        Ok(Table { photos: self.photos.len(), copies, rows })
    }

    fn stills(&self, view: View) -> impl Iterator<Item = &Part> {
        self.photos.iter().flat_map(|p| p.still.values()).filter(move |part| part.view == view)
    }
}
