//! The white line around a sticker's silhouette.

use super::limits::{MARGIN, OUTLINE, SIDE, TRAY_SIDE};
use image::{GrayImage, Luma, Rgba, RgbaImage, imageops};
use imageproc::distance_transform::euclidean_squared_distance_transform;

/// Width and height at which the picture itself is drawn.
pub(super) const DRAWN: u32 = SIDE - 2 * (MARGIN + OUTLINE);

/// Puts a picture of [`DRAWN`] pixels into the middle of a sticker and draws the line around it.
pub(super) fn outlined(picture: &RgbaImage) -> RgbaImage {
    let mut middle = RgbaImage::new(SIDE, SIDE);
    let start = i64::from(MARGIN + OUTLINE);
    imageops::replace(&mut middle, picture, start, start);
    let solid = GrayImage::from_fn(SIDE, SIDE, |x, y| Luma([if middle.get_pixel(x, y)[3] >= 128 { 255 } else { 0 }]));
    let distances = euclidean_squared_distance_transform(&solid);
    RgbaImage::from_fn(SIDE, SIDE, |x, y| {
        // The last pixel is partly covered, so that the line's edge is soft.
        let line = (f64::from(OUTLINE) + 1.0 - distances.get_pixel(x, y)[0].sqrt()).clamp(0.0, 1.0);
        over(*middle.get_pixel(x, y), line as f32)
    })
}

/// A colour over white of some opacity, not premultiplied.
fn over(Rgba([r, g, b, a]): Rgba<u8>, white: f32) -> Rgba<u8> {
    let front = f32::from(a) / 255.0;
    let behind = white * (1.0 - front);
    let alpha = front + behind;
    if alpha <= 0.0 {
        return Rgba([0; 4]);
    }
    let mix = |c: u8| ((f32::from(c) * front + 255.0 * behind) / alpha).round() as u8;
    Rgba([mix(r), mix(g), mix(b), (alpha * 255.0).round() as u8])
}

/// A sticker at the size of the tray.
pub(super) fn tray(sticker: &RgbaImage) -> RgbaImage {
    imageops::resize(sticker, TRAY_SIDE, TRAY_SIDE, imageops::FilterType::Lanczos3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_white_eight_wide_and_clear_of_the_edge() {
        let mut picture = RgbaImage::new(DRAWN, DRAWN);
        for (_, _, p) in picture.enumerate_pixels_mut().filter(|(x, y, _)| *x >= 200 && *y >= 200) {
            *p = Rgba([10, 20, 30, 255]);
        }
        let sticker = outlined(&picture);
        let edge = MARGIN + OUTLINE + 200;
        assert_eq!(sticker.get_pixel(edge, 400), &Rgba([10, 20, 30, 255]));
        for x in edge - OUTLINE..edge {
            assert_eq!(sticker.get_pixel(x, 400), &Rgba([255; 4]), "{x}");
        }
        assert!(sticker.get_pixel(edge - OUTLINE - 2, 400)[3] == 0);
        for i in 0..SIDE {
            for (x, y) in [(i, 0), (i, SIDE - 1), (0, i), (SIDE - 1, i)] {
                assert_eq!(sticker.get_pixel(x, y)[3], 0);
            }
        }
    }
}
