//! The extractors that are compared, and the ways each is used.

use super::look::Part;
use crate::batch;
use crate::failure::Failure;
use anyhow::{Context, Result};
use selfmoji::embed::{EmbedError, Extractor, Seen};
use selfmoji::matching::{Centring, Library, Rules};
use selfmoji::pack::Pack;
use selfmoji::parts::View;
use selfmoji::studio::{Error, ExtractorKind, ModelFiles};
use std::collections::BTreeMap;
use std::ops::{ControlFlow, Range};
use std::path::Path;
use std::time::{Duration, Instant};

const ALL: [(&str, ExtractorKind); 4] = [
    ("autoencoders on class maps", ExtractorKind::Autoencoder),
    ("autoencoders on pixels", ExtractorKind::Pixels),
    ("both autoencoders", ExtractorKind::Both),
    ("backbone on pixels", ExtractorKind::ResNet50),
];

/// An extractor, and how long it took so far.
#[derive(Debug)]
pub(crate) struct Contender {
    pub(crate) name: &'static str,
    /// Its place among all.
    pub(crate) place: usize,
    pub(crate) extractor: Box<dyn Extractor>,
    library: Library,
    /// The library as it were if the mean photo were known, of an extractor that does not know it.
    with_mean_photo: Option<Library>,
    /// All vectors so far, one after the other: as many small ones they would lie scattered between the networks' buffers and hold on to those.
    vectors: Vec<f32>,
    time: Duration,
    views: u32,
}

/// How one row of the table compares photos with drawings.
#[derive(Debug)]
pub(crate) struct Variant<'a> {
    pub(crate) contender: &'a Contender,
    pub(crate) centring: &'static str,
    pub(crate) tags: bool,
    pub(crate) library: Library,
    /// Taken off photos' vectors first.
    pub(crate) mean_photo: BTreeMap<View, Vec<f32>>,
}

/// Loads those whose files are there, and says which are left out.
pub(crate) fn all(files: &ModelFiles, pack: &Pack) -> Result<Vec<Contender>> {
    let mut found = Vec::new();
    for (name, kind) in ALL {
        match files.extractor(kind) {
            Ok(extractor) => found.push((name, extractor)),
            Err(Error::ModelFile { file, .. }) => {
                batch::complain(Path::new(&file), &Failure::file(format!("it is not there, so the comparison goes without {name}")))
            }
            Err(error) => return Err(error).context(format!("{name} cannot be compared")),
        }
    }
    let load = |(place, (name, extractor)): (usize, (&'static str, Box<dyn Extractor>))| {
        let library = Library::build(pack, extractor.as_ref(), &mut |_, _| ControlFlow::Continue(()))?;
        let knows = extractor.knows_mean_photo();
        let with_mean_photo =
            (!knows).then(|| Library::build(pack, &Relative(extractor.as_ref()), &mut |_, _| ControlFlow::Continue(()))).transpose()?;
        Ok(Contender { name, place, extractor, library, with_mean_photo, vectors: Vec::new(), time: Duration::ZERO, views: 0 })
    };
    found.into_iter().enumerate().map(load).collect()
}

/// Every contender with and without centring and tags. `mean` is the mean of a contender's vectors of a view over the photos at hand.
pub(crate) fn variants(contenders: &[Contender], mean: impl Fn(&Contender, View) -> Vec<f32>) -> Vec<Variant<'_>> {
    let mut variants = Vec::new();
    for contender in contenders {
        for tags in [false, true] {
            let mut add = |centring, library: &Library, mean_photo| {
                let rule = match centring {
                    "no" => Centring::Never,
                    "by view" => Centring::ByView,
                    _ => Centring::Each,
                };
                let library = library.with_rules(Rules { centring: rule, tags });
                variants.push(Variant { contender, centring, tags, library, mean_photo });
            };
            add("no", &contender.library, BTreeMap::new());
            match &contender.with_mean_photo {
                None => {
                    add("each side", &contender.library, BTreeMap::new());
                    add("by view", &contender.library, BTreeMap::new());
                }
                Some(library) => {
                    add("mean drawing", &contender.library, BTreeMap::new());
                    add("each side", library, View::ALL.into_iter().map(|view| (view, mean(contender, view))).collect());
                }
            }
        }
    }
    variants
}

impl Contender {
    /// Embeds a part, and says where its vector lies.
    pub(crate) fn embed(&mut self, view: View, seen: Seen<'_>) -> Result<Range<usize>, EmbedError> {
        let start = Instant::now();
        let vector = self.extractor.embed(view, seen)?;
        self.time += start.elapsed();
        self.views += 1;
        let from = self.vectors.len();
        self.vectors.extend(vector);
        Ok(from..self.vectors.len())
    }

    pub(crate) fn vector(&self, part: &Part) -> &[f32] {
        &self.vectors[part.vectors[self.place].clone()]
    }

    /// Milliseconds for all views of a photo.
    pub(crate) fn ms(&self) -> f64 {
        self.time.as_secs_f64() * 1000.0 * View::ALL.len() as f64 / f64::from(self.views.max(1))
    }
}

/// An extractor whose vectors somebody else takes relative to the mean photo.
#[derive(Debug)]
struct Relative<'a>(&'a dyn Extractor);

impl Extractor for Relative<'_> {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn fingerprint(&self) -> &str {
        self.0.fingerprint()
    }

    fn wants_picture(&self) -> bool {
        self.0.wants_picture()
    }

    fn knows_mean_photo(&self) -> bool {
        true
    }

    fn embed(&self, view: View, seen: Seen<'_>) -> Result<Vec<f32>, EmbedError> {
        self.0.embed(view, seen)
    }
}
