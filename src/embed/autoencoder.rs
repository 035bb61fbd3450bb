//! The default extractor: one linear autoencoder a view, trained on class maps of photos (see models/autoencoders/CARD.md).
//!
//! A linear autoencoder with the squared error spans the same space as principal components (Baldi and Hornik 1989), so it is solved
//! exactly rather than by descent. Its answer is already relative to the mean photo.

use super::network::{Network, fingerprint};
use super::{EmbedError, Extractor, Seen};
use crate::parts::View;
use std::collections::BTreeMap;

/// Autoencoders on class maps.
#[derive(Debug)]
pub struct Autoencoders {
    networks: BTreeMap<View, Network>,
    fingerprint: String,
}

impl Autoencoders {
    /// Loads the encoders from the bytes of their ONNX files, one for each view: input 1 x channels x 32 x 32, output 1 x dimensions.
    ///
    /// # Errors
    ///
    /// [`EmbedError::Model`] where one is missing or cannot be run.
    pub fn load<'a>(files: impl Fn(View) -> Option<&'a [u8]>) -> Result<Self, EmbedError> {
        let mut networks = BTreeMap::new();
        let mut all = Vec::new();
        for view in View::ALL {
            let missing = || EmbedError::Model { what: view.name().into(), detail: format!("the file {view}.onnx is missing") };
            let file = files(view).ok_or_else(missing)?;
            networks.insert(view, Network::load(view.name(), file, &[1, view.channels(), View::SIDE, View::SIDE])?);
            all.push(file);
        }
        Ok(Self { networks, fingerprint: fingerprint(all) })
    }
}

impl Extractor for Autoencoders {
    fn name(&self) -> &'static str {
        "autoencoder"
    }

    fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    fn wants_picture(&self) -> bool {
        false
    }

    fn embed(&self, view: View, seen: Seen<'_>) -> Result<Vec<f32>, EmbedError> {
        self.networks[&view].run(&seen.crop.values)
    }
}
