//! The default extractor: one linear autoencoder a view, trained on class maps of photos (see models/autoencoders/CARD.md).
//!
//! A linear autoencoder with the squared error spans the same space as principal components (Baldi and Hornik 1989), so it is solved
//! exactly rather than by descent. Its answer is already relative to the mean photo.

use super::encoders::Encoders;
use super::{EmbedError, Extractor, Seen};
use crate::parts::View;

/// Autoencoders on class maps.
#[derive(Debug)]
pub struct Autoencoders(Encoders);

impl Autoencoders {
    /// Loads the encoders from the bytes of their ONNX files, one for each view: input 1 x channels x 32 x 32, output 1 x dimensions.
    ///
    /// # Errors
    ///
    /// [`EmbedError::Model`] where one is missing or cannot be run.
    pub fn load<'a>(files: impl Fn(View) -> Option<&'a [u8]>) -> Result<Self, EmbedError> {
        Ok(Self(Encoders::load(files, View::channels)?))
    }
}

impl Extractor for Autoencoders {
    fn name(&self) -> &'static str {
        "autoencoder"
    }

    fn fingerprint(&self) -> &str {
        self.0.fingerprint()
    }

    fn wants_picture(&self) -> bool {
        false
    }

    fn knows_mean_photo(&self) -> bool {
        true
    }

    fn embed(&self, view: View, seen: Seen<'_>) -> Result<Vec<f32>, EmbedError> {
        self.0.run(view, &seen.crop.values)
    }
}
