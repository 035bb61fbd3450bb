//! The other extractor: a ResNet50-class backbone (He et al. 2016) without its last layer, on the pixels of each part's window.
//!
//! No weights of that class ship with this library; models/training/export_backbone.py exports them for those who may use them.

use super::network::{Network, fingerprint};
use super::{EmbedError, Extractor, Seen};
use crate::parts::View;
use image::RgbImage;
use image::imageops::{self, FilterType};

/// Side of the network's input.
const SIDE: u32 = 224;
const MEAN: [f32; 3] = [0.485, 0.456, 0.406];
const STD: [f32; 3] = [0.229, 0.224, 0.225];

/// A pretrained image network as extractor.
#[derive(Debug)]
pub struct Backbone {
    network: Network,
    fingerprint: String,
}

impl Backbone {
    /// Loads a backbone from the bytes of its ONNX file: input 1x3x224x224 (RGB, ImageNet-normalised), output 1 x dimensions, for ResNet50 1x2048.
    ///
    /// # Errors
    ///
    /// [`EmbedError::Model`] where it cannot be run.
    pub fn load(onnx: &[u8]) -> Result<Self, EmbedError> {
        let network = Network::load("backbone", onnx, &[1, 3, SIDE as usize, SIDE as usize])?;
        Ok(Self { network, fingerprint: fingerprint([onnx]) })
    }
}

impl Extractor for Backbone {
    fn name(&self) -> &'static str {
        "resnet50"
    }

    fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    fn wants_picture(&self) -> bool {
        true
    }

    fn knows_mean_photo(&self) -> bool {
        false
    }

    fn embed(&self, view: View, seen: Seen<'_>) -> Result<Vec<f32>, EmbedError> {
        let blank = RgbImage::new(1, 1);
        let pixels = window(seen.picture.unwrap_or(&blank), view);
        let mut input = vec![0.0; (3 * SIDE * SIDE) as usize];
        for (c, plane) in input.chunks_exact_mut((SIDE * SIDE) as usize).enumerate() {
            for (v, p) in plane.iter_mut().zip(pixels.as_raw().as_chunks::<3>().0) {
                *v = (f32::from(p[c]) / 255.0 - MEAN[c]) / STD[c];
            }
        }
        self.network.run(&input)
    }
}

/// The pixels of a view's window; of a folded view both halves.
fn window(picture: &RgbImage, view: View) -> RgbImage {
    let window = view.window();
    let [mut x0, y0, x1, y1] = window.place;
    if window.folded {
        x0 = 1.0 - x1;
    }
    let side = picture.width() as f32;
    let place = |v: f32| (v.clamp(0.0, 1.0) * side) as u32;
    let (x, y) = (place(x0), place(y0));
    let (w, h) = ((place(x1) - x).max(1), (place(y1) - y).max(1));
    let cut = imageops::crop_imm(picture, x, y, w, h).to_image();
    imageops::resize(&cut, SIDE, SIDE, FilterType::Triangle)
}
