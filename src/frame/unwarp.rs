//! Painting a class map of the frame back over the photo.

use super::{FrameError, Similarity};
use image::GrayImage;

pub(super) fn unwarp(labels: &[u8], unit_to_photo: &Similarity, (width, height): (u32, u32)) -> Result<GrayImage, FrameError> {
    let side = labels.len().isqrt();
    if side == 0 || side * side != labels.len() {
        return Err(FrameError::Labels { len: labels.len() });
    }
    let mut painted = GrayImage::new(width, height);
    let to_cells = unit_to_photo.inverse().then(&Similarity::scale_then_shift(side as f64, 0.0, 0.0));
    // Float to integer saturates: beyond the frame, its nearest cell goes on.
    let cell = |v: f64| (v as usize).min(side - 1);
    for y in 0..height {
        let (mut u, mut v) = to_cells.apply_f64(0.5, f64::from(y) + 0.5);
        for x in 0..width {
            painted.put_pixel(x, y, image::Luma([labels[cell(v) * side + cell(u)]]));
            u += to_cells.a;
            v += to_cells.b;
        }
    }
    Ok(painted)
}
