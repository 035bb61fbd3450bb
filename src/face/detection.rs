//! A face that was found: its box, its six keypoints and what follows from them.

use crate::photo::{Photo, Point, Similarity};
use serde::{Deserialize, Serialize};

/// The keypoints of a [`Detection`], in the order of [`Detection::keypoints`]. Right and left are the person's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keypoint {
    /// Centre of the right eye.
    RightEye,
    /// Centre of the left eye.
    LeftEye,
    /// Tip of the nose.
    Nose,
    /// Centre of the mouth.
    Mouth,
    /// The notch before the right ear.
    RightEar,
    /// The notch before the left ear.
    LeftEar,
}

/// An upright box in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct FaceBox {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

impl FaceBox {
    /// The middle of the box.
    #[must_use]
    pub fn centre(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }

    /// Width times height.
    #[must_use]
    pub fn area(&self) -> f32 {
        self.width.max(0.0) * self.height.max(0.0)
    }

    fn around(centre: Point, width: f32, height: f32) -> Self {
        Self { x: centre.x - width / 2.0, y: centre.y - height / 2.0, width, height }
    }
}

/// A face in a photo. All lengths are pixels of the picture that was searched; parts of the face may lie outside it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Detection {
    /// From above the brows to the chin, roughly square; hair and ears stick out.
    #[serde(rename = "box")]
    pub face: FaceBox,
    /// How sure the detector is, 0 to 1.
    pub score: f32,
    /// Right eye, left eye, nose, mouth, right ear, left ear; see [`Keypoint`].
    pub keypoints: [Point; 6],
}

impl Detection {
    /// One keypoint.
    #[must_use]
    pub fn keypoint(&self, which: Keypoint) -> Point {
        self.keypoints[which as usize]
    }

    /// Distance between the eyes in pixels.
    #[must_use]
    pub fn eye_distance(&self) -> f32 {
        self.keypoint(Keypoint::RightEye).distance(self.keypoint(Keypoint::LeftEye))
    }

    /// How far the head is tilted, in radians: 0 upright, positive where the eyes' line falls to the right, -pi to pi.
    #[must_use]
    pub fn roll(&self) -> f32 {
        let (right, left) = (self.keypoint(Keypoint::RightEye), self.keypoint(Keypoint::LeftEye));
        (left.y - right.y).atan2(left.x - right.x)
    }

    /// How far the face looks to one side: how far the nose lies off the middle between the eyes and the mouth, along the eyes' line, as a share of
    /// the distance from eyes to mouth (which, unlike the distance between the eyes, does not shrink as the face turns).
    ///
    /// 0 is straight on, positive is towards the right of an upright picture; see [`DetectOptions::max_yaw`](super::DetectOptions::max_yaw).
    #[must_use]
    pub fn yaw(&self) -> f32 {
        let eyes = self.keypoint(Keypoint::RightEye).midpoint(self.keypoint(Keypoint::LeftEye));
        let mouth = self.keypoint(Keypoint::Mouth);
        let middle = eyes.midpoint(mouth);
        let nose = self.keypoint(Keypoint::Nose);
        let (sin, cos) = self.roll().sin_cos();
        let off = (nose.x - middle.x) * cos + (nose.y - middle.y) * sin;
        off / eyes.distance(mouth).max(f32::EPSILON)
    }

    /// The face in pixels of the upright original of the photo it was found in, before that was reduced.
    #[must_use]
    pub fn in_original(&self, photo: &Photo) -> Self {
        let FaceBox { x, y, width, height } = self.face;
        let (from, to) = (photo.to_original(Point::new(x, y)), photo.to_original(Point::new(x + width, y + height)));
        let face = FaceBox { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y };
        Self { face, score: self.score, keypoints: self.keypoints.map(|p| photo.to_original(p)) }
    }

    /// The face as another picture shows it, for example in the pixels of the unreduced photo or beside a turned crop.
    ///
    /// A box has no tilt, so where the map turns, the box turns about its own middle and keeps its size.
    #[must_use]
    pub fn mapped(&self, map: &Similarity) -> Self {
        let scale = map.scale() as f32;
        Self {
            face: FaceBox::around(map.apply(self.face.centre()), self.face.width * scale, self.face.height * scale),
            score: self.score,
            keypoints: self.keypoints.map(|p| map.apply(p)),
        }
    }
}
