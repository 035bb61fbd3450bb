//! Small changes of a photo, such as happen between two selfies of the same minute.

use crate::failure::Failure;
use image::codecs::jpeg::JpegEncoder;
use image::imageops;
use image::{Rgb, RgbImage};
use selfmoji::photo::{Limits, Photo};

/// A change. Lengths are relative, so that photos of all sizes change alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Change {
    /// To the right and down, by this share of the photo's shorter side.
    Shift(f32),
    /// About the middle, by this factor.
    Scale(f32),
    /// About the middle, by so many degrees clockwise.
    Turn(f32),
    /// Every sRGB value times this.
    Brightness(f32),
    /// Gaussian, with a standard deviation of this share of the face box's width.
    Blur(f32),
    /// Saved as JPEG of this quality and read again.
    Jpeg(u8),
}

/// All changes: their names in report.json, their titles on the page.
pub(crate) const CHANGES: [(&str, &str, Change); 14] = [
    ("shift_1", "shift 1\u{a0}%", Change::Shift(0.01)),
    ("shift_2", "shift 2\u{a0}%", Change::Shift(0.02)),
    ("scale_95", "scale 0.95", Change::Scale(0.95)),
    ("scale_105", "scale 1.05", Change::Scale(1.05)),
    ("turn_minus_6", "turn -6°", Change::Turn(-6.0)),
    ("turn_minus_3", "turn -3°", Change::Turn(-3.0)),
    ("turn_3", "turn 3°", Change::Turn(3.0)),
    ("turn_6", "turn 6°", Change::Turn(6.0)),
    ("brightness_80", "bright 0.8", Change::Brightness(0.8)),
    ("brightness_120", "bright 1.2", Change::Brightness(1.2)),
    ("blur_05", "blur 0.5\u{a0}%", Change::Blur(0.005)),
    ("blur_1", "blur 1\u{a0}%", Change::Blur(0.01)),
    ("jpeg_60", "JPEG 60", Change::Jpeg(60)),
    ("jpeg_30", "JPEG 30", Change::Jpeg(30)),
];

impl Change {
    /// The changed photo; `face` is the width of its face in pixels.
    pub(crate) fn apply(self, photo: &RgbImage, face: f32) -> Result<Photo, Failure> {
        let limits = Limits::default();
        let changed = match self {
            Self::Shift(share) => {
                let by = share * photo.width().min(photo.height()) as f32;
                moved(photo, |x, y| (x - by, y - by))
            }
            Self::Scale(factor) => about_middle(photo, 0.0, factor),
            Self::Turn(degrees) => about_middle(photo, degrees, 1.0),
            Self::Brightness(factor) => {
                let mut lit = photo.clone();
                lit.iter_mut().for_each(|v| *v = (f32::from(*v) * factor).round().min(255.0) as u8);
                lit
            }
            // The blur refuses a sigma of 0.
            Self::Blur(share) => imageops::blur(photo, (share * face).max(0.1)),
            Self::Jpeg(quality) => return Ok(Photo::decode(&jpeg(photo, quality)?, &limits)?),
        };
        Ok(Photo::from_rgb(changed, &limits)?)
    }
}

pub(crate) fn jpeg(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, Failure> {
    let mut file = Vec::new();
    let encoded = picture.write_with_encoder(JpegEncoder::new_with_quality(&mut file, quality));
    encoded.map_err(|e| Failure { kind: "picture", message: format!("a changed copy cannot be saved as JPEG: {e}") })?;
    Ok(file)
}

fn about_middle(photo: &RgbImage, degrees: f32, factor: f32) -> RgbImage {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (cx, cy) = (photo.width() as f32 / 2.0, photo.height() as f32 / 2.0);
    moved(photo, |x, y| {
        let (x, y) = ((x - cx) / factor, (y - cy) / factor);
        (cx + cos * x + sin * y, cy - sin * x + cos * y)
    })
}

/// A picture whose pixel at (x, y), by its centre, comes from where `from` says. Beyond the edges the edge goes on, as a wall behind a person would.
fn moved(photo: &RgbImage, from: impl Fn(f32, f32) -> (f32, f32)) -> RgbImage {
    let (right, bottom) = (photo.width() as i64 - 1, photo.height() as i64 - 1);
    let at = |x: i64, y: i64| photo.get_pixel(x.clamp(0, right) as u32, y.clamp(0, bottom) as u32).0.map(f32::from);
    RgbImage::from_fn(photo.width(), photo.height(), |x, y| {
        let (u, v) = from(x as f32 + 0.5, y as f32 + 0.5);
        let (u, v) = (u - 0.5, v - 0.5);
        let (left, top) = (u.floor(), v.floor());
        let (fx, fy) = (u - left, v - top);
        let (left, top) = (left as i64, top as i64);
        let corners = [at(left, top), at(left + 1, top), at(left, top + 1), at(left + 1, top + 1)];
        let weights = [(1.0 - fx) * (1.0 - fy), fx * (1.0 - fy), (1.0 - fx) * fy, fx * fy];
        Rgb(std::array::from_fn(|c| corners.iter().zip(weights).map(|(p, w)| p[c] * w).sum::<f32>().round() as u8))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Black, with one white pixel.
    fn dot(x: u32, y: u32) -> RgbImage {
        RgbImage::from_fn(41, 41, |a, b| Rgb([if (a, b) == (x, y) { 255 } else { 0 }; 3]))
    }

    fn brightest(picture: &RgbImage) -> (u32, u32) {
        let best = picture.enumerate_pixels().max_by_key(|(_, _, p)| p.0[0]).unwrap();
        (best.0, best.1)
    }

    fn changed(change: Change, x: u32, y: u32) -> (u32, u32) {
        brightest(change.apply(&dot(x, y), 100.0).unwrap().rgb())
    }

    #[test]
    fn things_move_as_the_names_say() {
        assert_eq!(changed(Change::Shift(0.1), 20, 20), (24, 24));
        assert_eq!(changed(Change::Scale(2.0), 30, 20).0, 40);
        assert_eq!(changed(Change::Turn(90.0), 30, 20), (20, 30), "clockwise: from the right to the bottom");
        assert_eq!(changed(Change::Blur(0.01), 20, 20), (20, 20));
    }

    #[test]
    fn edges_go_on_and_light_is_held_within_bounds() {
        let grey = RgbImage::from_pixel(40, 40, Rgb([200, 100, 50]));
        for (name, _, change) in CHANGES {
            let photo = change.apply(&grey, 20.0).unwrap();
            let [r, g, b] = photo.rgb().get_pixel(0, 0).0;
            let factor = if let Change::Brightness(f) = change { f } else { 1.0 };
            for (seen, was) in [(r, 200.0_f32), (g, 100.0), (b, 50.0)] {
                assert!((f32::from(seen) - (was * factor).min(255.0)).abs() < 4.0, "{name}: {r} {g} {b}");
            }
        }
    }
}
