//! For comparison: the same linear autoencoders on the raw pixels of each part's window, and both kinds side by side.
//!
//! No files of these ship, because class maps alone do better (docs/extractors.md); models/training/train_pixels.py makes them.

use super::encoders::Encoders;
use super::{Autoencoders, EmbedError, Extractor, Seen};
use crate::parts::View;
use image::RgbImage;

/// Autoencoders on pixels.
#[derive(Debug)]
pub struct PixelAutoencoders(Encoders);

impl PixelAutoencoders {
    /// Loads the encoders from the bytes of their ONNX files, one for each view: input 1x3x32x32 (RGB from 0 to 1), output 1 x dimensions, relative to
    /// the mean photo.
    ///
    /// # Errors
    ///
    /// [`EmbedError::Model`] where one is missing or cannot be run.
    pub fn load<'a>(files: impl Fn(View) -> Option<&'a [u8]>) -> Result<Self, EmbedError> {
        Ok(Self(Encoders::load(files, |_| 3)?))
    }
}

impl Extractor for PixelAutoencoders {
    fn name(&self) -> &'static str {
        "pixels"
    }

    fn fingerprint(&self) -> &str {
        self.0.fingerprint()
    }

    fn wants_picture(&self) -> bool {
        true
    }

    fn knows_mean_photo(&self) -> bool {
        true
    }

    fn embed(&self, view: View, seen: Seen<'_>) -> Result<Vec<f32>, EmbedError> {
        let blank = RgbImage::new(1, 1);
        self.0.run(view, &seen.crop.pixels(seen.picture.unwrap_or(&blank)))
    }
}

/// Class maps and pixels side by side: the one vector after the other, each of length 1, so that neither outweighs the other.
#[derive(Debug)]
pub struct Both {
    maps: Autoencoders,
    pixels: PixelAutoencoders,
    fingerprint: String,
}

impl Both {
    /// Joins two families.
    #[must_use]
    pub fn new(maps: Autoencoders, pixels: PixelAutoencoders) -> Self {
        let fingerprint = super::network::fingerprint([maps.fingerprint().as_bytes(), pixels.fingerprint().as_bytes()]);
        Self { maps, pixels, fingerprint }
    }
}

impl Extractor for Both {
    fn name(&self) -> &'static str {
        "both"
    }

    fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    fn wants_picture(&self) -> bool {
        true
    }

    fn knows_mean_photo(&self) -> bool {
        true
    }

    fn embed(&self, view: View, seen: Seen<'_>) -> Result<Vec<f32>, EmbedError> {
        let mut halves = [self.maps.embed(view, seen)?, self.pixels.embed(view, seen)?];
        for half in &mut halves {
            let length = half.iter().map(|v| v * v).sum::<f32>().sqrt().max(1e-9);
            half.iter_mut().for_each(|v| *v /= length);
        }
        Ok(halves.concat())
    }
}
