//! Painting a class map of the frame back over the photo.

use super::{FrameError, Similarity};
use image::GrayImage;

pub(super) fn unwarp(labels: &[u8], unit_to_photo: &Similarity, (width, height): (u32, u32)) -> Result<GrayImage, FrameError> {
    let side = labels.len().isqrt();
    if side == 0 || side * side != labels.len() {
        return Err(FrameError::Labels { len: labels.len() });
    }
    let mut painted = GrayImage::new(width, height);
    let [left, top, right, bottom] = unit_to_photo.bounds(1.0);
    // Float to integer saturates, so a frame beyond the photo leaves an empty range.
    let (x0, y0) = (left.floor() as u32, top.floor() as u32);
    let (x1, y1) = ((right.ceil() as u32).min(width), (bottom.ceil() as u32).min(height));
    let to_cells = unit_to_photo.inverse().then(&Similarity::scale_then_shift(side as f64, 0.0, 0.0));
    let cells = 0.0..side as f64;
    for y in y0..y1 {
        let (mut u, mut v) = to_cells.apply_f64(f64::from(x0) + 0.5, f64::from(y) + 0.5);
        for x in x0..x1 {
            if cells.contains(&u) && cells.contains(&v) {
                painted.put_pixel(x, y, image::Luma([labels[v as usize * side + u as usize]]));
            }
            u += to_cells.a;
            v += to_cells.b;
        }
    }
    Ok(painted)
}
