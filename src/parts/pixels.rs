//! The pixels of a part: what a picture of the frame shows where the part's crop was cut.

use super::{Crop, View};
use image::RgbImage;

/// Samples per cell and axis, as for the crop.
const SAMPLES: usize = 3;

impl Crop {
    /// The same windows of a picture of the whole frame, laid over each other where the view is folded: red, green and blue from 0 to 1,
    /// `[channel][y][x]`, [`View::SIDE`] cells each way. Small parts are followed as in the crop; what lies beyond the picture takes the colour of its edge.
    #[must_use]
    pub fn pixels(&self, picture: &RgbImage) -> Vec<f32> {
        let steps = View::SIDE * SAMPLES;
        let cells = View::SIDE * View::SIDE;
        let mut out = vec![0.0; 3 * cells];
        let (width, height) = picture.dimensions();
        if width == 0 || height == 0 {
            return out;
        }
        let pixel = |v: f32, length: u32| (v * length as f32).clamp(0.0, length as f32 - 1.0) as u32;
        let scale = 1.0 / (255.0 * (SAMPLES * SAMPLES * self.places.len().max(1)) as f32);
        for place in &self.places {
            let [x0, y0, x1, y1] = place.rectangle;
            for j in 0..steps {
                let y = pixel(y0 + (y1 - y0) * (j as f32 + 0.5) / steps as f32, height);
                for i in 0..steps {
                    let x = x0 + (x1 - x0) * (i as f32 + 0.5) / steps as f32;
                    let rgb = picture.get_pixel(pixel(if place.mirrored { 1.0 - x } else { x }, width), y).0;
                    let cell = j / SAMPLES * View::SIDE + i / SAMPLES;
                    rgb.iter().enumerate().for_each(|(c, &v)| out[c * cells + cell] += f32::from(v) * scale);
                }
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::{Class, ClassMap};
    use image::Rgb;

    /// An eye a side at a place, as class map and as picture: red on blue.
    fn eyes(dx: f32, only_right: bool) -> (ClassMap, RgbImage) {
        let is = |i: u32, side: f32| ((i % 256) as f32 / 256.0 - side - dx).hypot((i / 256) as f32 / 256.0 - 0.48) < 0.02;
        let class = |i: u32| match i {
            _ if is(i, 0.582) => Class::LeftEye,
            _ if is(i, 0.418) && !only_right => Class::RightEye,
            _ => Class::Skin,
        };
        let map = ClassMap::new(256, (0..256 * 256).map(|i| class(i).index()).collect()).unwrap();
        let colour = |i: u32| if class(i) == Class::Skin { Rgb([0, 0, 255]) } else { Rgb([255, 0, 0]) };
        (map, RgbImage::from_fn(256, 256, |x, y| colour(y * 256 + x)))
    }

    #[test]
    fn pixels_lie_where_the_crop_lies() {
        for (dx, only_right) in [(0.0, false), (0.01, false), (0.0, true)] {
            let (map, picture) = eyes(dx, only_right);
            let crop = Crop::cut(&map, View::Eyes);
            let pixels = crop.pixels(&picture);
            assert_eq!(pixels.len(), 3 * crop.values.len());
            for (i, &covered) in crop.values.iter().enumerate() {
                let [red, green, blue] = [0, 1, 2].map(|c| pixels[c * 1024 + i]);
                assert!(
                    (red - covered).abs() < 1e-3 && green == 0.0 && (red + blue - 1.0).abs() < 1e-3,
                    "{dx} {only_right} {i}: {red} {blue} {covered}"
                );
            }
        }
    }

    #[test]
    fn of_an_absent_part_the_place_is_shown_and_of_no_picture_nothing() {
        let crop = Crop::cut(&ClassMap::new(256, vec![Class::Skin.index(); 256 * 256]).unwrap(), View::Glasses);
        assert!(crop.is_empty() && crop.pixels(&RgbImage::from_pixel(9, 9, Rgb([255; 3]))).iter().all(|v| (v - 1.0).abs() < 1e-4));
        assert!(crop.pixels(&RgbImage::new(0, 0)).iter().all(|&v| v == 0.0));
    }
}
