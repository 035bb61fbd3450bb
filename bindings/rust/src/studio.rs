//! The loaded models.

use crate::progress::{ProgressListener, teller};
use crate::{Avatar, Face, Pack, Photo, Reading, SelfmojiError};
use selfmoji::face::{DetectOptions, OtherFaces};
use selfmoji::matching::Library;
use selfmoji::studio::{self, ExtractorKind, ModelFiles};
use std::path::Path;
use std::sync::Arc;

/// The loaded models. Make one when the app starts to need it, keep it, and share it: safe to use from any number of threads at once, and holding no
/// state between calls.
///
/// Loading takes about 0.1 s, so do it off the UI thread.
#[derive(Debug, uniffi::Object)]
pub struct Studio(pub(crate) studio::Studio);

/// A style pack, ready to be matched against photos. Safe to share between threads.
#[derive(Debug, uniffi::Object)]
pub struct Style(pub(crate) studio::Style);

/// What counts as a face to work with.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct StudioOptions {
    /// Least distance between the eyes, in pixels of the photo reduced to at most 2048 pixels. Default: 16.
    #[uniffi(default = 16.0)]
    pub min_eye_distance: f32,
    /// Most turn to either side, 0.35 being about 45 degrees. Default: 0.35.
    #[uniffi(default = 0.35)]
    pub max_yaw: f32,
    /// Whether a photo with several faces of a similar size is refused (the case SeveralFaces) instead of the most prominent face being taken.
    /// Default: false.
    #[uniffi(default = false)]
    pub refuse_several_faces: bool,
}

#[uniffi::export]
impl Studio {
    /// The models that are part of the library.
    ///
    /// Throws the case Model if the library is damaged.
    #[uniffi::constructor(default(options = None))]
    pub fn bundled(options: Option<StudioOptions>) -> Result<Arc<Self>, SelfmojiError> {
        Ok(Self::with(&ModelFiles::bundled(), options)?)
    }

    /// Models of one's own: a folder laid out as `models` of the project is (`bisenet/face_parser.onnx` and so on), whose files take the place of those
    /// that are part of the library.
    ///
    /// Throws the case Model, naming the file that is missing or cannot be used.
    #[uniffi::constructor(default(options = None))]
    pub fn with_models(folder: String, options: Option<StudioOptions>) -> Result<Arc<Self>, SelfmojiError> {
        Ok(Self::with(&ModelFiles::bundled().with_folder(Path::new(&folder))?, options)?)
    }

    /// Prepares a style pack for matching, once. Instantly for packs that hold embeddings of these models, as those that come with the library do;
    /// otherwise every part is embedded first (some seconds), of which `progress` is told.
    ///
    /// Throws the case Pack where the pack's embeddings were built from other drawings or with other models, and Cancelled.
    #[uniffi::method(default(progress = None))]
    pub fn style(&self, pack: Arc<Pack>, progress: Option<Arc<dyn ProgressListener>>) -> Result<Arc<Style>, SelfmojiError> {
        Ok(Arc::new(Style(self.0.style_with(Arc::clone(&pack.0), &mut teller(progress))?)))
    }

    /// Builds a pack's embeddings: the text of its file `embeddings.json`. Some seconds. Keep it beside the pack (or load both
    /// together), and preparing the pack is instant from then on.
    ///
    /// Throws the cases Pack and Cancelled.
    #[uniffi::method(default(progress = None))]
    pub fn build_embeddings(&self, pack: &Pack, progress: Option<Arc<dyn ProgressListener>>) -> Result<String, SelfmojiError> {
        Ok(Library::build(&pack.0, self.0.extractor(), &mut teller(progress))?.to_json())
    }

    /// The whole way from a photo to an avatar. About 25 ms on a desktop core.
    ///
    /// Throws NoFace, SeveralFaces, FaceTooSmall and FaceTurned for what the user can mend; Model should a model fail.
    pub fn create(&self, photo: &Photo, style: &Style) -> Result<Avatar, SelfmojiError> {
        Ok((&self.0.read(&photo.0)?.avatar(&style.0)).into())
    }

    /// Reads a photo: finds the face and says what it shows. It can then be turned into avatars of several styles.
    ///
    /// Throws as create does.
    pub fn read(&self, photo: &Photo) -> Result<Arc<Reading>, SelfmojiError> {
        let theirs = self.0.read(&photo.0)?;
        let face = Face::of(&theirs.faces.main, &photo.0);
        let others = theirs.faces.others.iter().map(|other| Face::of(other, &photo.0)).collect();
        Ok(Arc::new(Reading { theirs, face, others }))
    }
}

impl Studio {
    fn with(files: &ModelFiles, options: Option<StudioOptions>) -> Result<Arc<Self>, studio::Error> {
        let studio = studio::Studio::load(files, ExtractorKind::Autoencoder)?;
        Ok(Arc::new(Self(match options {
            Some(options) => studio.with_options(studio::Options { detect: options.theirs(), ..studio::Options::default() }),
            None => studio,
        })))
    }
}

impl StudioOptions {
    fn theirs(&self) -> DetectOptions {
        let other_faces = if self.refuse_several_faces { OtherFaces::Refuse } else { OtherFaces::List };
        DetectOptions { min_eye_distance: self.min_eye_distance, max_yaw: self.max_yaw, other_faces, ..DetectOptions::default() }
    }
}

#[uniffi::export]
impl Style {
    /// The style pack, for drawing and editing.
    pub fn pack(&self) -> Result<Arc<Pack>, SelfmojiError> {
        Ok(Arc::new(Pack(Arc::clone(self.0.pack()))))
    }
}
