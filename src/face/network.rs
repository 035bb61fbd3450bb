//! The BlazeFace network itself: 128x128 pixels in, faces in input pixels out.

use super::anchors::{COUNT, INPUT_SIDE};
use super::candidate::{self, VALUES};
use super::{Detection, FaceError, overlap};
use image::RgbImage;
use std::sync::Arc;
use tract_onnx::prelude::*;

pub(super) struct Network {
    plan: Arc<TypedRunnableModel>,
}

impl Network {
    /// Reads the ONNX file and optimises it, once.
    pub(super) fn load(onnx: &[u8]) -> Result<Self, FaceError> {
        let build = || -> TractResult<_> {
            let mut onnx = onnx;
            let side = INPUT_SIDE as usize;
            let fact = f32::fact([1, side, side, 3]);
            tract_onnx::onnx().model_for_read(&mut onnx)?.with_input_fact(0, fact.into())?.into_optimized()?.into_runnable()
        };
        let network = Self { plan: model(build())? };
        // A model of another kind is found out here rather than at a user's first photo.
        network.run(&RgbImage::new(INPUT_SIDE, INPUT_SIDE))?;
        Ok(network)
    }

    /// The raw answers for one input: boxes and keypoints (896x16) and score logits (896).
    pub(super) fn run(&self, picture: &RgbImage) -> Result<(TValue, TValue), FaceError> {
        let values: Vec<f32> = picture.as_raw().iter().map(|&v| f32::from(v) / 127.5 - 1.0).collect();
        self.run_values(&values)
    }

    /// As [`Network::run`], from the numbers themselves: 128x128x3, -1 to 1.
    pub(super) fn run_values(&self, values: &[f32]) -> Result<(TValue, TValue), FaceError> {
        let side = INPUT_SIDE as usize;
        let input = model(Tensor::from_shape(&[1, side, side, 3], values))?;
        let mut outputs = model(self.plan.run(tvec!(input.into())))?;
        let shapes: Vec<_> = outputs.iter().map(|o| o.shape().to_vec()).collect();
        if shapes != [vec![1, COUNT, VALUES], vec![1, COUNT, 1]] {
            return Err(FaceError::Model { detail: format!("its outputs have the shapes {shapes:?}") });
        }
        let logits = outputs.remove(1);
        Ok((outputs.remove(0), logits))
    }

    /// The faces in a 128x128 picture, merged, best first, in its pixels.
    pub(super) fn faces(&self, picture: &RgbImage, min_score: f32) -> Result<Vec<Detection>, FaceError> {
        let (boxes, logits) = self.run(picture)?;
        Ok(overlap::blend(candidate::decode(numbers(&boxes)?, numbers(&logits)?, min_score)))
    }
}

pub(super) fn numbers(value: &TValue) -> Result<&[f32], FaceError> {
    let view = model(value.to_plain_array_view::<f32>())?;
    view.to_slice().ok_or_else(|| FaceError::Model { detail: "an output is not contiguous".into() })
}

fn model<T>(result: TractResult<T>) -> Result<T, FaceError> {
    result.map_err(|error| FaceError::Model { detail: format!("{error:#}") })
}

impl std::fmt::Debug for Network {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Network").finish_non_exhaustive()
    }
}
