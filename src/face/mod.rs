//! Face: where the face is, or a plain answer why there is none to work with.
//!
//! A BlazeFace short-range network (Bazarevsky et al., *BlazeFace: Sub-millisecond Neural Face Detection on Mobile GPUs*, 2019) looks at
//! 128x128 pixels and finds faces that fill a fifth of them or more. [`FaceDetector`] therefore looks at the whole photo first, then, only where
//! nothing is found, at the photo turned and at parts of it; what is found is looked at once more, upright and closer, before it counts.

mod anchors;
mod candidate;
mod detection;
mod detector;
mod error;
mod network;
mod options;
mod overlap;
mod search;

pub use detection::{Detection, FaceBox, Keypoint};
pub use detector::{FaceDetector, Faces};
pub use error::FaceError;
pub use options::{DetectOptions, OtherFaces};
