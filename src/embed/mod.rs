//! Embed: from a part to a vector. One trait, two families: autoencoders, on class maps (the default) or pixels, and a pretrained backbone on pixels.

mod autoencoder;
mod backbone;
mod encoders;
mod network;
mod pixels;

use crate::parts::{Crop, View};
use image::RgbImage;

pub use autoencoder::Autoencoders;
pub use backbone::Backbone;
pub use pixels::{Both, PixelAutoencoders};

/// One part as an extractor may look at it, of a photo or of a drawing alike.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The part's class map crop.
    pub crop: &'a Crop,
    /// The whole canonical frame as a picture; only there for extractors that [want it](Extractor::wants_picture).
    pub picture: Option<&'a RgbImage>,
}

/// Why an embedding could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EmbedError {
    /// A model file cannot be run.
    #[error("the {what} model cannot be used: {detail}")]
    Model {
        /// Which model.
        what: String,
        /// What did not fit.
        detail: String,
    },
}

/// Turns parts into vectors whose cosines can be compared.
pub trait Extractor: Send + Sync + std::fmt::Debug {
    /// Its name in a pack's embeddings: `autoencoder`, `pixels`, `both` or `resnet50`.
    fn name(&self) -> &'static str;

    /// SHA-256 over the model files, in hexadecimal: embeddings of different models must never meet.
    fn fingerprint(&self) -> &str;

    /// Whether [`Seen::picture`] is needed.
    fn wants_picture(&self) -> bool;

    /// Whether its vectors are relative to the mean photo already.
    fn knows_mean_photo(&self) -> bool;

    /// The part's vector. All vectors of a view have the same length.
    ///
    /// # Errors
    ///
    /// [`EmbedError::Model`] where the network cannot be run.
    fn embed(&self, view: View, seen: Seen<'_>) -> Result<Vec<f32>, EmbedError>;
}
