//! From a network's coarse logits to a class map of the frame's size.

/// Logits of `classes` maps, `height` by `width`, with the class changing fastest: `[y][x][class]`.
///
/// That order makes the interpolation of one pixel, over all classes, one run over memory.
pub(super) struct Logits {
    pub(super) side: usize,
    pub(super) classes: usize,
    pub(super) values: Vec<f32>,
}

impl Logits {
    /// From planes, `[class][y][x]`.
    pub(super) fn from_planes(planes: &[f32], side: usize, classes: usize) -> Self {
        let mut values = vec![0.0; planes.len()];
        for (class, plane) in planes.chunks_exact(side * side).enumerate() {
            for (i, &v) in plane.iter().enumerate() {
                values[i * classes + class] = v;
            }
        }
        Self { side, classes, values }
    }

    /// From folded planes, `[class * 4 + 2 j + i][y][x]`, where (i, j) is the sub-pixel of cell (x, y) (sub-pixel convolution, Shi et al. 2016).
    pub(super) fn from_folded(planes: &[f32], coarse: usize, classes: usize) -> Self {
        let side = coarse * 2;
        let mut values = vec![0.0; planes.len()];
        for (channel, plane) in planes.chunks_exact(coarse * coarse).enumerate() {
            let (class, j, i) = (channel / 4, channel % 4 / 2, channel % 2);
            for (y, row) in plane.chunks_exact(coarse).enumerate() {
                let start = (y * 2 + j) * side + i;
                for (x, &v) in row.iter().enumerate() {
                    values[(start + 2 * x) * classes + class] = v;
                }
            }
        }
        Self { side, classes, values }
    }

    /// Makes a class likelier everywhere, by so much in its logit.
    pub(super) fn favour(&mut self, class: u8, by: f32) {
        self.values.iter_mut().skip(usize::from(class)).step_by(self.classes).for_each(|v| *v += by);
    }

    /// The most likely class of every cell of a map of another size, by bilinear interpolation (pixel centres aligned as by area).
    pub(super) fn most_likely(&self, side: usize) -> Vec<u8> {
        let axis: Vec<(usize, usize, f32)> = (0..side).map(|i| neighbours(i, side, self.side)).collect();
        let n = self.classes;
        let mut row = vec![0.0f32; self.side * n];
        let mut cell = vec![0.0f32; n];
        let mut labels = Vec::with_capacity(side * side);
        for &(y0, y1, fy) in &axis {
            let (a, b) = (&self.values[y0 * self.side * n..][..self.side * n], &self.values[y1 * self.side * n..][..self.side * n]);
            for ((r, a), b) in row.iter_mut().zip(a).zip(b) {
                *r = a + (b - a) * fy;
            }
            for &(x0, x1, fx) in &axis {
                let (a, b) = (&row[x0 * n..][..n], &row[x1 * n..][..n]);
                for ((c, a), b) in cell.iter_mut().zip(a).zip(b) {
                    *c = a + (b - a) * fx;
                }
                labels.push(largest(&cell));
            }
        }
        labels
    }
}

fn neighbours(i: usize, to: usize, from: usize) -> (usize, usize, f32) {
    let at = ((i as f32 + 0.5) * from as f32 / to as f32 - 0.5).clamp(0.0, (from - 1) as f32);
    let low = at as usize;
    (low, (low + 1).min(from - 1), at - low as f32)
}

fn largest(values: &[f32]) -> u8 {
    let mut best = (0, f32::NEG_INFINITY);
    for (i, &v) in values.iter().enumerate() {
        if v > best.1 {
            best = (i, v);
        }
    }
    best.0 as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unfolding_puts_each_sub_pixel_in_its_place() {
        // One cell, two classes: class 1 wins at sub-pixel (1, 0) only.
        let planes = [1.0, 1.0, 1.0, 1.0, 0.0, 2.0, 0.0, 0.0];
        assert_eq!(Logits::from_folded(&planes, 1, 2).most_likely(2), [0, 1, 0, 0]);
    }

    #[test]
    fn a_favoured_class_wins_where_it_was_close() {
        let mut logits = Logits::from_planes(&[0.0, 0.0, 0.0, 2.0, -0.5, -0.5, 1.0, -0.5], 2, 2);
        assert_eq!(logits.most_likely(2), [0, 0, 1, 0]);
        logits.favour(1, 1.0);
        assert_eq!(logits.most_likely(2), [1, 1, 1, 0]);
    }

    #[test]
    fn interpolation_keeps_a_straight_border_straight() {
        let planes: Vec<f32> = (0..2).flat_map(|c| (0..16).map(move |i| if (i % 4 < 2) == (c == 0) { 1.0 } else { -1.0 })).collect();
        let labels = Logits::from_planes(&planes, 4, 2).most_likely(16);
        assert!(labels.iter().enumerate().all(|(i, &l)| l == u8::from(i % 16 >= 8)));
    }
}
