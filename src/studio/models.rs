//! The model files: those inside the library, or a folder's.

use super::Error;
use crate::embed::{Autoencoders, Backbone, Both, Extractor, PixelAutoencoders};
use crate::parts::View;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

const DETECTOR: &str = "blazeface/face_detection_short_range.onnx";
const PARSER: &str = "bisenet/face_parser.onnx";
/// Folders of encoders.
const MAPS: &str = "autoencoders";
const PIXELS: &str = "pixels";
const BACKBONE: &str = "resnet50/backbone.onnx";
/// Largest model file that is read, in bytes: a ResNet50 has 94 MB.
const MAX_BYTES: u64 = 256 << 20;

/// Which family of extractors to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum ExtractorKind {
    /// One linear autoencoder a part, on class maps. The default.
    #[default]
    Autoencoder,
    /// A ResNet50-class backbone on pixels; its file does not come with the library.
    ResNet50,
    /// One linear autoencoder a part, on pixels; its files do not come with the library.
    Pixels,
    /// The autoencoders on class maps and those on pixels, side by side.
    Both,
}

/// Model files by their name relative to the models' folder.
#[derive(Debug, Clone, Default)]
pub struct ModelFiles {
    files: BTreeMap<String, Cow<'static, [u8]>>,
}

impl ModelFiles {
    /// The files inside the library.
    #[cfg(feature = "bundled")]
    #[must_use]
    pub fn bundled() -> Self {
        let mut files = BTreeMap::new();
        macro_rules! bundle {
            ($($name:literal),* $(,)?) => {
                $(files.insert($name.to_owned(), Cow::Borrowed(include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/models/", $name)).as_slice()));)*
            };
        }
        bundle!(
            "blazeface/face_detection_short_range.onnx",
            "bisenet/face_parser.onnx",
            "autoencoders/face.onnx",
            "autoencoders/hair.onnx",
            "autoencoders/hair-below.onnx",
            "autoencoders/brows.onnx",
            "autoencoders/eyes.onnx",
            "autoencoders/nose.onnx",
            "autoencoders/mouth.onnx",
            "autoencoders/facial-hair.onnx",
            "autoencoders/glasses.onnx",
            "autoencoders/headwear.onnx",
            "autoencoders/ears.onnx",
            "autoencoders/body.onnx",
        );
        Self { files }
    }

    /// These files, with those a folder has in their place. The folder is laid out like this project's `models/`:
    /// `blazeface/face_detection_short_range.onnx`, `bisenet/face_parser.onnx`, `autoencoders/<view>.onnx`, `pixels/<view>.onnx`, `resnet50/backbone.onnx`.
    ///
    /// # Errors
    ///
    /// [`Error::ModelFile`] where the folder or one of its model files cannot be read, or the folder holds none.
    pub fn with_folder(mut self, folder: &Path) -> Result<Self, Error> {
        let names = [DETECTOR.to_owned(), PARSER.to_owned(), BACKBONE.to_owned()];
        let names = names.into_iter().chain(View::ALL.iter().flat_map(|&v| [encoder(MAPS, v), encoder(PIXELS, v)]));
        let mut found = false;
        for name in names {
            let path = folder.join(&name);
            let fail = |detail: String| Error::ModelFile { file: path.display().to_string(), detail };
            match std::fs::metadata(&path) {
                Ok(data) if !data.is_file() => return Err(fail("it is not a plain file".into())),
                Ok(data) if data.len() > MAX_BYTES => return Err(fail(format!("it has {} bytes; at most {MAX_BYTES} are read", data.len()))),
                Ok(_) => {}
                Err(e) if e.kind() == std::io::ErrorKind::NotFound => continue,
                Err(e) => return Err(fail(e.to_string())),
            }
            let bytes = std::fs::read(&path).map_err(|e| fail(e.to_string()))?;
            self.files.insert(name, Cow::Owned(bytes));
            found = true;
        }
        if found {
            return Ok(self);
        }
        Err(Error::ModelFile {
            file: folder.display().to_string(),
            detail: format!("the folder holds no model file; it should have {PARSER} or others"),
        })
    }

    pub(crate) fn detector(&self) -> Result<&[u8], Error> {
        self.get(DETECTOR)
    }

    pub(super) fn parser(&self) -> Result<&[u8], Error> {
        self.get(PARSER)
    }

    /// Loads an extractor alone, to compare it with others over the same photos.
    ///
    /// # Errors
    ///
    /// [`Error::ModelFile`] where one of its files is missing, [`Error::Embed`] where one cannot be used.
    pub fn extractor(&self, kind: ExtractorKind) -> Result<Box<dyn Extractor>, Error> {
        let maps = || Autoencoders::load(|view| self.get(&encoder(MAPS, view)).ok());
        let pixels = || {
            View::ALL.into_iter().try_for_each(|view| self.get(&encoder(PIXELS, view)).map(|_| ()))?;
            Ok::<_, Error>(PixelAutoencoders::load(|view| self.get(&encoder(PIXELS, view)).ok())?)
        };
        Ok(match kind {
            ExtractorKind::Autoencoder => Box::new(maps()?),
            ExtractorKind::Pixels => Box::new(pixels()?),
            ExtractorKind::Both => Box::new(Both::new(maps()?, pixels()?)),
            ExtractorKind::ResNet50 => Box::new(Backbone::load(self.get(BACKBONE)?)?),
        })
    }

    fn get(&self, name: &str) -> Result<&[u8], Error> {
        self.files.get(name).map(AsRef::as_ref).ok_or_else(|| Error::ModelFile {
            file: name.into(),
            detail: "it is not there; put it into the folder of models and pass that folder (`--models DIR`)".into(),
        })
    }
}

fn encoder(folder: &str, view: View) -> String {
    format!("{folder}/{view}.onnx")
}
