//! Averaging whole squares of pixels into one: the fast way to make a picture smaller without aliasing.

use image::RgbImage;

/// The region `[x, y, width, height]` of a picture, `step` pixels to one each way. Squares that stick out on the right or at the bottom average
/// the pixels they have. The region must lie inside the picture; `step` is 1 to 256.
pub(crate) fn reduce(picture: &RgbImage, [x, y, width, height]: [u32; 4], step: u32) -> RgbImage {
    let step = step.clamp(1, 256) as usize;
    let (across, down) = ((width as usize).div_ceil(step), (height as usize).div_ceil(step));
    let stride = picture.width() as usize * 3;
    let (first, bytes) = (x as usize * 3, width as usize * 3);
    let mut out = Vec::with_capacity(across * down * 3);
    // Column sums of one row of squares: 256 rows of 255 still fit.
    let mut sums = vec![0_u16; bytes];
    let rows: Vec<&[u8]> =
        picture.as_raw().chunks_exact(stride).skip(y as usize).take(height as usize).map(|row| &row[first..first + bytes]).collect();
    for band in rows.chunks(step) {
        sums.fill(0);
        for row in band {
            for (sum, &value) in sums.iter_mut().zip(*row) {
                *sum += u16::from(value);
            }
        }
        let whole = 1.0 / (band.len() * step) as f32;
        for square in sums.chunks(step * 3) {
            let weight = if square.len() == step * 3 { whole } else { 3.0 / (band.len() * square.len()) as f32 };
            let mut total = [0_u32; 3];
            for pixel in square.as_chunks::<3>().0 {
                for (t, &p) in total.iter_mut().zip(pixel) {
                    *t += u32::from(p);
                }
            }
            out.extend(total.map(|t| (t as f32).mul_add(weight, 0.5) as u8));
        }
    }
    RgbImage::from_raw(across as u32, down as u32, out).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;

    #[test]
    fn squares_are_averaged_and_edges_use_what_they_have() {
        let picture = RgbImage::from_fn(5, 3, |x, y| Rgb([(x * 10) as u8, (y * 20) as u8, 7]));
        let small = reduce(&picture, [0, 0, 5, 3], 2);
        assert_eq!(small.dimensions(), (3, 2));
        assert_eq!(small.get_pixel(0, 0).0, [5, 10, 7]);
        assert_eq!(small.get_pixel(2, 0).0, [40, 10, 7]);
        assert_eq!(small.get_pixel(2, 1).0, [40, 40, 7]);
        assert_eq!(reduce(&picture, [1, 1, 2, 2], 2).get_pixel(0, 0).0, [15, 30, 7]);
        assert_eq!(reduce(&picture, [1, 1, 3, 2], 1), image::imageops::crop_imm(&picture, 1, 1, 3, 2).to_image());
    }
}
