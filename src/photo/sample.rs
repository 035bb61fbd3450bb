//! Looking at a photo through a square window that may be turned, scaled and reach beyond the edges.
//!
//! Both the detector's inputs and the canonical frame are cut by this. Where the window shrinks the photo, the pixels it covers are first
//! averaged in whole squares, so that fine texture does not alias; the rest is bilinear.

use super::Similarity;
use super::reduce::reduce;
use image::RgbImage;

/// A `side` by `side` picture whose pixel centres `(i + 0.5, j + 0.5)` are taken from the photo where `to_photo` sends them, and have the
/// colour `beyond` where that is outside.
pub(crate) fn sample(photo: &RgbImage, to_photo: &Similarity, side: u32, beyond: [u8; 3]) -> RgbImage {
    let mut out = RgbImage::new(side, side);
    let (width, height) = photo.dimensions();
    if side == 0 || width == 0 || height == 0 {
        return out;
    }
    match Reduced::around(photo, to_photo, side) {
        Some(reduced) => bilinear(&reduced.picture, &to_photo.then(&reduced.from_photo), &mut out, beyond),
        None => bilinear(photo, to_photo, &mut out, beyond),
    }
    out
}

/// Which pixels of the window lie inside the photo: 255 inside, 0 outside, row by row.
pub(crate) fn sample_inside((width, height): (u32, u32), to_photo: &Similarity, side: u32) -> Vec<u8> {
    let mut inside = Vec::with_capacity(side as usize * side as usize);
    for row in 0..side {
        inside.extend(Walk::along(to_photo, row, side).map(|(x, y)| if within(x, width) && within(y, height) { 255 } else { 0 }));
    }
    inside
}

/// The part of a photo that a window covers, averaged in whole squares.
struct Reduced {
    picture: RgbImage,
    from_photo: Similarity,
}

impl Reduced {
    /// `None` where the window does not shrink the photo enough for it to matter.
    fn around(photo: &RgbImage, to_photo: &Similarity, side: u32) -> Option<Self> {
        // Rounding leaves at most 1.5 pixels to one for the bilinear step, which is little enough.
        let step = to_photo.scale().round().clamp(1.0, 256.0) as u32;
        if step < 2 {
            return None;
        }
        let (width, height) = photo.dimensions();
        let [left, top, right, bottom] = to_photo.bounds(f64::from(side));
        // One square more on each side for the bilinear neighbours; a window wholly outside keeps the edge that it is nearest to.
        let margin = f64::from(2 * step);
        let low = |v: f64, most: u32| (v - margin).clamp(0.0, f64::from(most - 1)) as u32;
        let high = |v: f64, most: u32| (v + margin).ceil().clamp(1.0, f64::from(most)) as u32;
        let (x, y) = (low(left, width), low(top, height));
        let (x1, y1) = (high(right, width).max(x + 1), high(bottom, height).max(y + 1));
        let picture = reduce(photo, [x, y, x1 - x, y1 - y], step);
        let scale = 1.0 / f64::from(step);
        Some(Self { picture, from_photo: Similarity::scale_then_shift(scale, -f64::from(x) * scale, -f64::from(y) * scale) })
    }
}

/// Photo coordinates in fixed point: 16 fractional bits. Floating-point rounding costs more than the rest of the sampling together.
const ONE: i64 = 1 << 16;

fn within(at: i64, length: u32) -> bool {
    (0..i64::from(length) * ONE).contains(&at)
}

/// The photo coordinates of one row of the window's pixel centres.
struct Walk {
    at: (i64, i64),
    step: (i64, i64),
    left: u32,
}

impl Walk {
    fn along(map: &Similarity, row: u32, side: u32) -> Self {
        let (x, y) = map.apply_f64(0.5, f64::from(row) + 0.5);
        // Far-away places are all equally outside; the clamp keeps a whole row of steps from overflowing.
        let fixed = |v: f64| (v.clamp(-1e9, 1e9) * ONE as f64) as i64;
        Self { at: (fixed(x), fixed(y)), step: (fixed(map.a), fixed(map.b)), left: side }
    }
}

impl Iterator for Walk {
    type Item = (i64, i64);

    fn next(&mut self) -> Option<(i64, i64)> {
        self.left = self.left.checked_sub(1)?;
        let at = self.at;
        self.at = (at.0 + self.step.0, at.1 + self.step.1);
        Some(at)
    }
}

fn bilinear(picture: &RgbImage, map: &Similarity, out: &mut RgbImage, beyond: [u8; 3]) {
    let (width, height) = picture.dimensions();
    let pixels = picture.as_raw().as_chunks::<3>().0;
    let side = out.width();
    for (row, line) in (0..side).zip(out.chunks_exact_mut(side as usize * 3)) {
        for (pixel, (x, y)) in line.as_chunks_mut::<3>().0.iter_mut().zip(Walk::along(map, row, side)) {
            let inside = within(x, width) && within(y, height);
            *pixel = if inside { blend(pixels, (width, height), x - ONE / 2, y - ONE / 2) } else { beyond };
        }
    }
}

/// Weights of 8 bits are finer than 8-bit colours can show.
fn blend(pixels: &[[u8; 3]], (width, height): (u32, u32), x: i64, y: i64) -> [u8; 3] {
    let (wx, wy) = ((x >> 8 & 255) as u32, (y >> 8 & 255) as u32);
    let (x, y) = (x >> 16, y >> 16);
    let column = |x: i64| x.clamp(0, i64::from(width) - 1) as usize;
    let row = |y: i64| y.clamp(0, i64::from(height) - 1) as usize * width as usize;
    let (x0, x1, y0, y1) = (column(x), column(x + 1), row(y), row(y + 1));
    let (p, q, r, s) = (pixels[y0 + x0], pixels[y0 + x1], pixels[y1 + x0], pixels[y1 + x1]);
    std::array::from_fn(|c| {
        let top = u32::from(p[c]) * (256 - wx) + u32::from(q[c]) * wx;
        let bottom = u32::from(r[c]) * (256 - wx) + u32::from(s[c]) * wx;
        ((top * (256 - wy) + bottom * wy + (1 << 15)) >> 16) as u8
    })
}
