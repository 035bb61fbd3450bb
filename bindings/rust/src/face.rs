//! Where the face is.

use selfmoji::face;
use selfmoji::photo::{Photo, Point as TheirPoint};

/// A place, in pixels of the upright photo before any reduction: x to the right, y down.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct FacePoint {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

/// A box, in pixels of the upright photo before any reduction. Parts of it may lie outside the photo.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct FaceBox {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A face in a photo. Right and left are the person's own.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Face {
    /// From above the brows to the chin, roughly square; hair and ears stick out.
    pub bounds: FaceBox,
    /// How sure the detector is, 0 to 1.
    pub score: f32,
    /// The right eye.
    pub right_eye: FacePoint,
    /// The left eye.
    pub left_eye: FacePoint,
    /// The tip of the nose.
    pub nose: FacePoint,
    /// The middle of the mouth.
    pub mouth: FacePoint,
    /// The right ear, before the ear's opening.
    pub right_ear: FacePoint,
    /// The left ear.
    pub left_ear: FacePoint,
}

impl Face {
    /// A face that was found in a photo.
    pub(crate) fn of(found: &face::Detection, photo: &Photo) -> Self {
        let face::Detection { face: bounds, score, keypoints } = found.in_original(photo);
        let [right_eye, left_eye, nose, mouth, right_ear, left_ear] = keypoints.map(|TheirPoint { x, y }| FacePoint { x, y });
        let bounds = FaceBox { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height };
        Self { bounds, score, right_eye, left_eye, nose, mouth, right_ear, left_ear }
    }
}
