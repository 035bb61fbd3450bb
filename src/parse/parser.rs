//! The face parser: a BiSeNet (Yu et al., ECCV 2018) run by tract.

use super::tidy::tidy;
use super::upsample::Logits;
use super::{Answers, CLASS_COUNT, Class, ClassMap};
use crate::frame::CanonicalFrame;
use std::sync::Arc;
use tract_onnx::prelude::*;
use tract_onnx::tract_core::internal::DimLike;
use tract_onnx::tract_hir::infer::Factoid;

/// Side of the frame a network with open input dimensions gets.
const OPEN_SIDE: usize = 512;
/// How much likelier, in its logit, the inside of the mouth is where the heads say that it shows: a thin thing, which a map leaves out too often.
const BETWEEN_LIPS: f32 = 0.75;
/// ImageNet's mean and standard deviation, which common BiSeNet exports expect.
const IMAGENET: ([f32; 3], [f32; 3]) = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]);

/// Why a class map could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseError {
    /// The file is no face parser this library can run.
    #[error("the face parser cannot be used ({detail}); pass an ONNX export of a BiSeNet with input 1x3xSxS and 19 or 20 classes")]
    Model {
        /// What did not fit.
        detail: String,
    },
}

/// How a network's output is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// This project's own: input 0..1, outputs: classes folded 2x2 at a quarter of the input's size; logits of the heads.
    Folded,
    /// The common export: input ImageNet-normalised, output one plane a class, of any size.
    Planes(usize),
}

/// What the parser sees in a frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The class map, of the frame's own size.
    pub map: ClassMap,
    /// What its heads say; `None` from a network that has none.
    pub answers: Option<Answers>,
}

/// Makes class maps. Loading optimises the network, so load once and share it.
pub struct FaceParser {
    plan: Arc<TypedRunnableModel>,
    side: usize,
    layout: Layout,
}

impl FaceParser {
    /// Loads a BiSeNet from the bytes of its ONNX file: this project's own, or any export with input 1x3xSxS (RGB, ImageNet-normalised) whose first
    /// output has 19 or 20 class planes in the order of [`Class`](super::Class).
    ///
    /// # Errors
    ///
    /// [`ParseError::Model`] where the bytes are no such network.
    pub fn load(onnx: &[u8]) -> Result<Self, ParseError> {
        let mut bytes = onnx;
        let graph = model(tract_onnx::onnx().model_for_read(&mut bytes))?;
        let declared = model(graph.input_fact(0))?.shape.dims().nth(3).and_then(|d| d.concretize()).and_then(|d| d.to_usize().ok());
        let side = declared.unwrap_or(OPEN_SIDE);
        if !(32..=1024).contains(&side) {
            return Err(ParseError::Model { detail: format!("its input is {side} pixels wide") });
        }
        let build = || graph.with_input_fact(0, f32::fact([1, 3, side, side]).into())?.into_optimized()?.into_runnable();
        let mut parser = Self { plan: model(build())?, side, layout: Layout::Folded };
        // The layout shows in the output's shape.
        let shape = parser.run(&vec![0.0; 3 * side * side])?[0].shape().to_vec();
        parser.layout = match *shape.as_slice() {
            [1, c, h, w] if c == 4 * CLASS_COUNT && h == w && h * 4 == side => Layout::Folded,
            [1, c @ 19..=20, h, w] if h == w => Layout::Planes(c),
            _ => return Err(ParseError::Model { detail: format!("its output has the shape {shape:?}") }),
        };
        Ok(parser)
    }

    /// Side in pixels of the frame the network takes.
    #[must_use]
    pub fn side(&self) -> u32 {
        self.side as u32
    }

    /// Parses a frame. A frame of another size than [`FaceParser::side`] is resampled.
    ///
    /// # Errors
    ///
    /// [`ParseError::Model`] where the network cannot be run.
    pub fn parse(&self, frame: &CanonicalFrame) -> Result<Parsed, ParseError> {
        let resized;
        let rgb = if frame.side() == self.side() {
            &frame.rgb
        } else {
            resized = image::imageops::resize(&frame.rgb, self.side(), self.side(), image::imageops::FilterType::Triangle);
            &resized
        };
        let (mean, std) = if self.layout == Layout::Folded { ([0.0; 3], [1.0; 3]) } else { IMAGENET };
        let area = self.side * self.side;
        let mut input = vec![0.0f32; 3 * area];
        for (c, plane) in input.chunks_exact_mut(area).enumerate() {
            let (scale, shift) = (1.0 / (255.0 * std[c]), mean[c] / std[c]);
            for (v, p) in plane.iter_mut().zip(rgb.as_raw().as_chunks::<3>().0) {
                *v = f32::from(p[c]) * scale - shift;
            }
        }
        let outputs = self.run(&input)?;
        // Common exports have further outputs too: the class planes of auxiliary heads.
        let mut answers = match outputs.get(1) {
            Some(heads) if self.layout == Layout::Folded => model(heads.to_plain_array_view::<f32>())?.as_slice().and_then(Answers::from_logits),
            _ => None,
        };
        let output = &outputs[0];
        let side = output.shape()[2];
        let view = model(output.to_plain_array_view::<f32>())?;
        let planes = view.as_slice().ok_or_else(|| ParseError::Model { detail: "its output is not contiguous".into() })?;
        let mut logits = match self.layout {
            Layout::Folded => Logits::from_folded(planes, side, CLASS_COUNT),
            Layout::Planes(classes) => Logits::from_planes(planes, side, classes),
        };
        if answers.is_some_and(|a| a.shows_between_lips()) {
            logits.favour(Class::Mouth.index(), BETWEEN_LIPS);
        }
        let wanted = frame.side() as usize;
        let mut labels = logits.most_likely(wanted);
        for (label, inside) in labels.iter_mut().zip(frame.inside.as_raw()) {
            // Beyond the photo's edges nothing is known.
            *label *= u8::from(*inside != 0);
        }
        let mut map = ClassMap::new(wanted, labels).ok_or_else(|| ParseError::Model { detail: "the frame is empty".into() })?;
        tidy(&mut map, frame, answers.as_mut());
        Ok(Parsed { map, answers })
    }

    /// All outputs; a network that runs has at least one.
    fn run(&self, input: &[f32]) -> Result<TVec<TValue>, ParseError> {
        let input = model(Tensor::from_shape(&[1, 3, self.side, self.side], input))?;
        let outputs = model(self.plan.run(tvec!(input.into())))?;
        if outputs.is_empty() { Err(ParseError::Model { detail: "it has no output".into() }) } else { Ok(outputs) }
    }
}

fn model<T>(result: TractResult<T>) -> Result<T, ParseError> {
    result.map_err(|error| ParseError::Model { detail: format!("{error:#}") })
}

impl std::fmt::Debug for FaceParser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FaceParser").field("side", &self.side).field("layout", &self.layout).finish_non_exhaustive()
    }
}
