//! Studio: the whole way in one place. Load the models once, then turn photos into readings and readings into recipes.
//!
//! ```no_run
//! use selfmoji::{pack::Pack, picture, studio::Studio};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let studio = Studio::bundled()?;
//! let style = studio.style(Pack::classic()?)?;
//! let avatar = studio.create(&std::fs::read("selfie.jpg")?, &style)?;
//! std::fs::write("me.png", picture::png(&style.svg(&avatar.recipe, 512)?, 512)?)?;
//! # Ok(())
//! # }
//! ```

mod choose;
mod compared;
mod error;
mod models;
mod reading;

use crate::embed::Extractor;
use crate::face::{DetectOptions, Detection, FaceDetector, Faces};
use crate::frame::CanonicalFrame;
use crate::kind::Kind;
use crate::matching::{Library, LibraryError, Ranking};
use crate::pack::{Pack, PackError};
use crate::parse::{FaceParser, Parsed};
use crate::photo::{Limits, Photo};
use crate::recipe::Recipe;
use crate::{attributes, colour, compose};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::sync::Arc;

pub(crate) use choose::{colours, recipe};
pub use compared::Compared;
pub use error::Error;
pub use models::{ExtractorKind, ModelFiles};
pub use reading::Reading;

/// What is accepted as a photo and as a face.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Bounds on photos.
    pub limits: Limits,
    /// What counts as a face.
    pub detect: DetectOptions,
}

/// The loaded models. Make one and share it: everything takes `&self`, from any thread.
#[derive(Debug)]
pub struct Studio {
    detector: FaceDetector,
    parser: FaceParser,
    extractor: Box<dyn Extractor>,
    options: Options,
}

/// A style pack together with the embeddings of its parts.
#[derive(Debug)]
pub struct Style {
    pack: Arc<Pack>,
    library: Library,
}

/// An avatar made from a photo. The photo, the class map and the embeddings are gone by the time a caller has this.
#[derive(Debug, Clone)]
pub struct Avatar {
    /// The choices, to be saved and drawn.
    pub recipe: Recipe,
    /// For each kind, all parts, best first. For optional kinds that the photo does not show, how they would rank.
    pub rankings: BTreeMap<Kind, Ranking>,
}

impl Studio {
    /// The models that are part of the library, with the autoencoders as extractor.
    ///
    /// # Errors
    ///
    /// [`Error`] if the library was built from damaged model files.
    #[cfg(feature = "bundled")]
    pub fn bundled() -> Result<Self, Error> {
        Self::load(&ModelFiles::bundled(), ExtractorKind::Autoencoder)
    }

    /// Loads the models from files held in memory.
    ///
    /// # Errors
    ///
    /// [`Error`], naming the model that is missing or cannot be used.
    pub fn load(files: &ModelFiles, extractor: ExtractorKind) -> Result<Self, Error> {
        Ok(Self {
            detector: FaceDetector::load(files.detector()?)?,
            parser: FaceParser::load(files.parser()?)?,
            extractor: files.extractor(extractor)?,
            options: Options::default(),
        })
    }

    /// The same studio with other options.
    #[must_use]
    pub fn with_options(mut self, options: Options) -> Self {
        self.options = options;
        self
    }

    /// The extractor, for building a pack's embeddings.
    #[must_use]
    pub fn extractor(&self) -> &dyn Extractor {
        self.extractor.as_ref()
    }

    /// Prepares a pack for matching. Fast where the pack holds embeddings of these models; otherwise every part is embedded first, and
    /// [`Studio::style_with`] tells how far it is.
    ///
    /// # Errors
    ///
    /// [`LibraryError`] where the pack's embeddings were built with other models, or a part cannot be embedded.
    pub fn style(&self, pack: impl Into<Arc<Pack>>) -> Result<Style, LibraryError> {
        self.style_with(pack, &mut |_, _| ControlFlow::Continue(()))
    }

    /// As [`Studio::style`]; where parts are embedded, `progress` is told how many of how many are done, and stops the work by [`ControlFlow::Break`].
    ///
    /// # Errors
    ///
    /// As [`Studio::style`], and [`LibraryError::Cancelled`].
    pub fn style_with(&self, pack: impl Into<Arc<Pack>>, progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>) -> Result<Style, LibraryError> {
        let pack = pack.into();
        let library = Library::of(&pack, self.extractor(), progress)?;
        Ok(Style { pack, library })
    }

    /// The whole way: a photo file's bytes to an avatar.
    ///
    /// # Errors
    ///
    /// [`Error::Photo`] and [`Error::Face`] for what the user can mend; the others for models and packs.
    pub fn create(&self, photo: &[u8], style: &Style) -> Result<Avatar, Error> {
        Ok(self.read(&Photo::decode(photo, &self.options.limits)?)?.avatar(style))
    }

    /// Reads a photo: finds the face, parses it, and measures and embeds its parts. It can then be matched against any number of styles.
    ///
    /// # Errors
    ///
    /// [`Error::Face`] where there is no face to work with, [`Error::Parse`] and [`Error::Embed`] where a model cannot be run.
    pub fn read(&self, photo: &Photo) -> Result<Reading, Error> {
        self.read_face(photo, self.detect(photo, true)?)
    }

    /// The first half of reading: the face. Without `thorough`, a photo in which none is found at the first look is not searched any further.
    pub(crate) fn detect(&self, photo: &Photo, thorough: bool) -> Result<Faces, Error> {
        let options = DetectOptions { thorough: thorough && self.options.detect.thorough, ..self.options.detect.clone() };
        Ok(self.detector.detect(photo.rgb(), &options)?)
    }

    /// As [`Studio::detect`], looking only where the face was a moment ago; `None` where it is not there any more.
    pub(crate) fn follow(&self, photo: &Photo, last: &Detection) -> Result<Option<Faces>, Error> {
        Ok(self.detector.follow(photo.rgb(), last, &self.options.detect)?)
    }

    /// The second half of reading: parses a face that was found, and measures and embeds its parts.
    pub(crate) fn read_face(&self, photo: &Photo, faces: Faces) -> Result<Reading, Error> {
        let frame = CanonicalFrame::cut(photo.rgb(), &faces.main, self.parser.side())?;
        let Parsed { map, answers } = self.parser.parse(&frame)?;
        let colours = colour::measure(&frame, &map);
        let evidence = attributes::Evidence::gather(&frame, &map, &colours);
        let attributes = attributes::decide(&evidence, &colours, answers.as_ref());
        let embeddings = reading::embed(self.extractor(), &frame, &map)?;
        Ok(Reading { faces, frame, map, answers, colours, attributes, evidence, embeddings })
    }
}

impl Style {
    /// The style pack.
    #[must_use]
    pub fn pack(&self) -> &Arc<Pack> {
        &self.pack
    }

    /// The embeddings of its parts.
    #[must_use]
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// The SVG of a recipe in this style; see [`compose::svg`].
    ///
    /// # Errors
    ///
    /// [`PackError`] where the recipe asks for something this pack does not have.
    pub fn svg(&self, recipe: &Recipe, size: u32) -> Result<String, PackError> {
        compose::svg(&self.pack, recipe, size)
    }
}
