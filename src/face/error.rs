//! Why there is no face to work with, in words an app can show or act on.

use super::Detection;

/// The outcomes of face detection other than a face.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FaceError {
    /// Nothing in the photo looks like a face.
    #[error("no face was found; take the photo from the front, with the whole face in the picture and light on it")]
    NoFace,
    /// More than one face of a similar size, and the caller asked for exactly one.
    #[error("{} faces were found; take the photo alone, or let the most prominent face be used", faces.len())]
    SeveralFaces {
        /// All of them, the most prominent first.
        faces: Vec<Detection>,
    },
    /// The face has too few pixels.
    #[error("the eyes are {} pixels apart; at least {needed:.0} are needed: come closer, or use a larger photo", eye_distance.floor())]
    TooSmall {
        /// The face.
        face: Detection,
        /// Distance between the eyes in the photo, in pixels.
        eye_distance: f32,
        /// [`DetectOptions::min_eye_distance`](super::DetectOptions::min_eye_distance).
        needed: f32,
    },
    /// The face looks too far to one side.
    #[error("the face is turned too far to the {}; look into the camera", if *yaw > 0.0 { "right" } else { "left" })]
    TurnedTooFar {
        /// The face.
        face: Detection,
        /// [`Detection::yaw`]: positive where the nose points to the right of the picture.
        yaw: f32,
        /// [`DetectOptions::max_yaw`](super::DetectOptions::max_yaw).
        most: f32,
    },
    /// The model file is not the face detector this module knows.
    #[error("the face detection model cannot be used ({detail}); pass the face_detection_short_range.onnx that belongs to this version")]
    Model {
        /// What did not fit.
        detail: String,
    },
}
