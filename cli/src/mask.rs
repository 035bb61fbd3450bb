//! The class map of a photo as a picture of the photo's own size.

use crate::failure::Failure;
use image::{GrayImage, ImageFormat};
use selfmoji::photo::Photo;
use selfmoji::studio::{Error, Reading};
use std::io::Cursor;

/// An 8-bit grey PNG of the labels.
pub(crate) fn png(photo: &Photo, reading: &Reading) -> Result<Vec<u8>, Failure> {
    let mut file = Cursor::new(Vec::new());
    let encoded = labels(photo, reading)?.write_to(&mut file, ImageFormat::Png);
    encoded.map_err(|e| Failure { kind: "picture", message: format!("the mask cannot be encoded: {e}") })?;
    Ok(file.into_inner())
}

/// As large as the upright original: a class index a pixel; beyond the frame its edge goes on.
pub(crate) fn labels(photo: &Photo, reading: &Reading) -> Result<GrayImage, Failure> {
    let painted = reading.frame.unwarp_labels(reading.map.labels(), photo.size()).map_err(Error::from)?;
    Ok(enlarge(painted, photo.original_size()))
}

/// To the size before the photo was reduced. Each pixel takes the nearest label: classes cannot be mixed.
fn enlarge(small: GrayImage, (width, height): (u32, u32)) -> GrayImage {
    if small.dimensions() == (width, height) {
        return small;
    }
    let nearest = |to: u32, from: u32| -> Vec<u32> {
        let at = |i: u32| ((f64::from(i) + 0.5) * f64::from(from) / f64::from(to)) as u32;
        (0..to).map(|i| at(i).min(from - 1)).collect()
    };
    let (columns, rows) = (nearest(width, small.width()), nearest(height, small.height()));
    GrayImage::from_fn(width, height, |x, y| *small.get_pixel(columns[x as usize], rows[y as usize]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Luma;

    #[test]
    fn labels_are_enlarged_in_whole_pixels() {
        let small = GrayImage::from_raw(2, 1, vec![3, 17]).unwrap();
        let full = enlarge(small, (5, 2));
        assert_eq!(full.dimensions(), (5, 2));
        assert_eq!(full.rows().map(|r| r.map(|&Luma([v])| v).collect()).collect::<Vec<Vec<u8>>>(), [[3, 3, 17, 17, 17]; 2]);
    }
}
