//! Frame: the canonical frame, a square in which every face has its eyes and mouth at the same places.
//!
//! Everything after this room works in the frame: the class map, the windows of the parts, and the style packs, whose canvas is the same frame. A
//! similarity transform (turn, scale and shift) puts a photo's face there, so proportions are kept: a long face stays long.
//!
//! Unit coordinates run from 0 to 1, x to the right, y down. The whole head with hair and headwear fits; a head takes about 62 % of the height.

mod error;
mod unwarp;

use crate::face::{Detection, Keypoint};
use crate::photo::{sample, sample_inside};
use image::{GrayImage, RgbImage};

pub use crate::photo::{Point, Similarity};
pub use error::FrameError;

/// Where the centre of the person's right eye lies, in unit coordinates.
pub const RIGHT_EYE: Point = Point::new(0.418, 0.480);
/// Where the centre of the person's left eye lies, in unit coordinates.
pub const LEFT_EYE: Point = Point::new(0.582, 0.480);
/// Where the centre of the mouth lies, in unit coordinates.
pub const MOUTH: Point = Point::new(0.5, 0.655);

/// The largest side of a frame, in pixels.
pub const MAX_SIDE: u32 = 2048;

/// What a frame shows beyond the photo's edges: a grey that is neither hair nor background. [`CanonicalFrame::inside`] tells them apart.
pub(crate) const BEYOND: [u8; 3] = [128; 3];

/// A face in the canonical frame.
#[derive(Clone)]
pub struct CanonicalFrame {
    /// The pixels, `side` by `side`.
    pub rgb: RgbImage,
    /// 255 where the frame shows the photo, 0 where it reaches beyond the photo's edges; `side` by `side`.
    pub inside: GrayImage,
    /// From frame pixels to photo pixels.
    pub to_photo: Similarity,
}

impl CanonicalFrame {
    /// Cuts the frame of a face out of a photo, `side` pixels each way (the parser takes 256).
    ///
    /// The transform is the least-squares fit over both eyes and the mouth (Umeyama 1991).
    ///
    /// # Errors
    ///
    /// [`FrameError::Side`] unless `side` is 1 to [`MAX_SIDE`]; [`FrameError::Keypoints`] where the keypoints coincide.
    pub fn cut(photo: &RgbImage, face: &Detection, side: u32) -> Result<Self, FrameError> {
        if !(1..=MAX_SIDE).contains(&side) {
            return Err(FrameError::Side { side });
        }
        let seen = [Keypoint::RightEye, Keypoint::LeftEye, Keypoint::Mouth].map(|k| face.keypoint(k));
        let placed = [RIGHT_EYE, LEFT_EYE, MOUTH].map(|p| Point::new(p.x * side as f32, p.y * side as f32));
        let to_photo = Similarity::fit(&placed, &seen).ok_or(FrameError::Keypoints)?;
        Ok(Self::cut_by(photo, to_photo, side))
    }

    /// Cuts a frame by a given transform from its pixels to the photo's, for example one that was shifted a little to test steadiness.
    ///
    /// `side` is held within 1 to [`MAX_SIDE`].
    #[must_use]
    pub fn cut_by(photo: &RgbImage, to_photo: Similarity, side: u32) -> Self {
        let side = side.clamp(1, MAX_SIDE);
        let rgb = sample(photo, &to_photo, side, BEYOND);
        let inside = GrayImage::from_raw(side, side, sample_inside(photo.dimensions(), &to_photo, side)).unwrap_or_default();
        Self { rgb, inside, to_photo }
    }

    /// Width and height of the frame in pixels.
    #[must_use]
    pub fn side(&self) -> u32 {
        self.rgb.width()
    }

    /// From unit coordinates to photo pixels.
    #[must_use]
    pub fn unit_to_photo(&self) -> Similarity {
        Similarity::scale_then_shift(f64::from(self.side()), 0.0, 0.0).then(&self.to_photo)
    }

    /// How much of the frame shows the photo, 0 to 1. Low values mean a crop so tight that hair and chin are unknown.
    #[must_use]
    pub fn coverage(&self) -> f32 {
        self.inside.iter().filter(|&&v| v != 0).count() as f32 / self.inside.len().max(1) as f32
    }

    /// Paints a class map of the frame back over the whole photo: each photo pixel takes the label of the nearest cell.
    ///
    /// Beyond the frame nothing was parsed; there the frame's edge goes on, so shoulders and background reach the photo's edge.
    ///
    /// `labels` holds a square map row by row; its side need not be the frame's own. `photo` is the photo's width and height.
    ///
    /// # Errors
    ///
    /// [`FrameError::Labels`] where `labels` is empty or not square.
    pub fn unwarp_labels(&self, labels: &[u8], photo: (u32, u32)) -> Result<GrayImage, FrameError> {
        unwarp::unwarp(labels, &self.unit_to_photo(), photo)
    }
}

/// Sizes only: a face's pixels have no place in a log.
impl std::fmt::Debug for CanonicalFrame {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CanonicalFrame").field("side", &self.side()).field("to_photo", &self.to_photo).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::face::FaceBox;
    use image::Rgb;

    /// A face whose keypoints are where the frame puts them, in a photo that the map sends the unit frame to.
    fn face(map: &Similarity) -> Detection {
        let [right, left, mouth] = [RIGHT_EYE, LEFT_EYE, MOUTH].map(|p| map.apply(p));
        let keypoints = [right, left, right.midpoint(mouth), mouth, right, left];
        Detection { face: FaceBox { x: 0.0, y: 0.0, width: 1.0, height: 1.0 }, score: 1.0, keypoints }
    }

    #[test]
    fn eyes_and_mouth_land_on_their_places() {
        for (width, turn) in [(300.0, 0.0), (900.0, 0.4), (120.0, -2.0)] {
            let unit = Similarity::square(1.0, Point::new(500.0, 400.0), width, turn);
            let face = face(&unit);
            let mut photo = RgbImage::new(1000, 800);
            let marks = [Keypoint::RightEye, Keypoint::LeftEye, Keypoint::Mouth];
            let radius = width as f32 / 100.0;
            for mark in marks {
                let at = face.keypoint(mark);
                imageproc::drawing::draw_filled_circle_mut(&mut photo, (at.x as i32, at.y as i32), radius.ceil() as i32, Rgb([255; 3]));
            }
            let frame = CanonicalFrame::cut(&photo, &face, 256).unwrap();
            for (mark, place) in marks.into_iter().zip([RIGHT_EYE, LEFT_EYE, MOUTH]) {
                let (x, y) = ((place.x * 256.0) as u32, (place.y * 256.0) as u32);
                assert!(frame.rgb.get_pixel(x, y).0[0] > 180, "{mark:?} at {width} px turned {turn}");
                assert_eq!(frame.rgb.get_pixel(x, y + 12).0[0], 0);
            }
        }
    }

    #[test]
    fn a_step_edge_survives_strong_reduction_without_aliasing() {
        // Stripes of 3 pixels, 8 photo pixels to one: nothing but their mean may be left.
        let photo = RgbImage::from_fn(2048, 2048, |x, _| Rgb([if x % 6 < 3 { 0 } else { 255 }; 3]));
        let frame = CanonicalFrame::cut_by(&photo, Similarity::scale_then_shift(8.0, 0.0, 0.0), 256);
        assert!(frame.rgb.iter().all(|&v| (85..=170).contains(&v)));
        let spread: f64 = frame.rgb.iter().map(|&v| (f64::from(v) - 127.5).powi(2)).sum::<f64>() / frame.rgb.len() as f64;
        assert!(spread.sqrt() < 35.0, "spread {}", spread.sqrt());
    }

    #[test]
    fn inside_marks_what_the_photo_shows() {
        let photo = RgbImage::from_pixel(100, 50, Rgb([9, 8, 7]));
        let frame = CanonicalFrame::cut_by(&photo, Similarity::scale_then_shift(1.0, -50.0, 0.0), 100);
        for (x, y, within) in [(49, 0, false), (50, 0, true), (99, 49, true), (99, 50, false)] {
            assert_eq!(frame.inside.get_pixel(x, y).0[0], if within { 255 } else { 0 }, "{x},{y}");
            assert_eq!(frame.rgb.get_pixel(x, y).0, if within { [9, 8, 7] } else { BEYOND }, "{x},{y}");
        }
        assert!((frame.coverage() - 0.25).abs() < 1e-6);
        let far = CanonicalFrame::cut_by(&photo, Similarity::scale_then_shift(3.0, 1e7, -1e7), 16);
        assert_eq!(far.coverage(), 0.0);
    }

    #[test]
    fn labels_come_back_where_they_were() {
        let unit = Similarity::square(1.0, Point::new(60.0, 40.0), 50.0, 0.3);
        let frame = CanonicalFrame::cut(&RgbImage::new(120, 90), &face(&unit), 64).unwrap();
        let labels: Vec<u8> = (0..32 * 32).map(|i| if i % 32 < 16 { 1 } else { 2 }).collect();
        let painted = frame.unwarp_labels(&labels, (120, 90)).unwrap();
        assert_eq!(painted.dimensions(), (120, 90));
        for (unit_x, unit_y, label) in [(0.1, 0.5, 1), (0.45, 0.9, 1), (0.55, 0.1, 2), (0.9, 0.5, 2), (1.15, 0.5, 2), (0.3, -0.15, 1)] {
            let p = unit.apply(Point::new(unit_x, unit_y));
            assert_eq!(painted.get_pixel(p.x as u32, p.y as u32).0[0], label, "{unit_x},{unit_y}");
        }
        assert!(matches!(frame.unwarp_labels(&labels[1..], (9, 9)), Err(FrameError::Labels { len: 1023 })));
    }

    #[test]
    fn senseless_requests_are_refused() {
        let photo = RgbImage::new(10, 10);
        let good = face(&Similarity::square(1.0, Point::new(5.0, 5.0), 8.0, 0.0));
        assert_eq!(CanonicalFrame::cut(&photo, &good, 0).unwrap_err(), FrameError::Side { side: 0 });
        assert_eq!(CanonicalFrame::cut(&photo, &good, MAX_SIDE + 1).unwrap_err(), FrameError::Side { side: MAX_SIDE + 1 });
        let mut flat = good;
        flat.keypoints = [Point::new(1.0, 1.0); 6];
        assert_eq!(CanonicalFrame::cut(&photo, &flat, 8).unwrap_err(), FrameError::Keypoints);
    }
}
