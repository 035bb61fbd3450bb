//! One small network a view.

use super::EmbedError;
use super::network::{Network, fingerprint};
use crate::parts::View;
use std::collections::BTreeMap;

/// The encoders of autoencoders, by view.
#[derive(Debug)]
pub(super) struct Encoders {
    networks: BTreeMap<View, Network>,
    fingerprint: String,
}

impl Encoders {
    pub(super) fn load<'a>(files: impl Fn(View) -> Option<&'a [u8]>, channels: impl Fn(View) -> usize) -> Result<Self, EmbedError> {
        let mut networks = BTreeMap::new();
        let mut all = Vec::new();
        for view in View::ALL {
            let missing = || EmbedError::Model { what: view.name().into(), detail: format!("the file {view}.onnx is missing") };
            let file = files(view).ok_or_else(missing)?;
            networks.insert(view, Network::load(view.name(), file, &[1, channels(view), View::SIDE, View::SIDE])?);
            all.push(file);
        }
        Ok(Self { networks, fingerprint: fingerprint(all) })
    }

    pub(super) fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    pub(super) fn run(&self, view: View, input: &[f32]) -> Result<Vec<f32>, EmbedError> {
        self.networks[&view].run(input)
    }
}
