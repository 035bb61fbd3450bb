//! Whether it is still the same face.

use crate::face::Detection;

/// A face that has moved by more than this share of its width from one frame to the next, or grown or shrunk by more than this factor, is another one.
const JUMP: f32 = 0.8;
const GROWTH: f32 = 1.7;

/// Least mean cosine of a frame's embeddings with those before for it to be the same person. Of 885 frames of 15 faces under a shaking camera and changing light,
/// none lay below 0.75; of 92 pairs of different people, 97 in 100 lay below 0.5 and none above 0.61 (`examples/shake.rs`).
pub(super) const LEAST_LIKENESS: f32 = 0.5;
/// For how many seconds a face must be unlike those before to be another one: a head that turns for a moment is not.
pub(super) const LEAST_TIME: f32 = 0.3;

/// Whether a face is somewhere else altogether.
pub(super) fn jumped(before: &Detection, now: &Detection) -> bool {
    let (a, b) = (before.face.width.max(1.0), now.face.width.max(1.0));
    before.face.centre().distance(now.face.centre()) > JUMP * a.max(b) || a.max(b) > GROWTH * a.min(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::face::FaceBox;
    use crate::photo::Point;

    #[test]
    fn a_face_elsewhere_or_of_another_size_is_another_one() {
        let face = |x: f32, width: f32| Detection {
            face: FaceBox { x: x - width / 2.0, y: 0.0, width, height: width },
            score: 1.0,
            keypoints: [Point::default(); 6],
        };
        for (x, width, expected) in [(500.0, 100.0, false), (560.0, 110.0, false), (600.0, 100.0, true), (500.0, 200.0, true), (500.0, 50.0, true)] {
            assert_eq!(jumped(&face(500.0, 100.0), &face(x, width)), expected, "{x} {width}");
        }
    }
}
