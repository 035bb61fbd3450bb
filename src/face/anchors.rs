//! The 896 places at which the network looks for a face.
//!
//! A 16x16 grid with two answers a cell (strides of 8 pixels), then an 8x8 grid with six (three layers of 16 pixels with two each, which share
//! their grid). Anchors have no size of their own: boxes are predicted in input pixels, so only the cell's centre matters.

/// Side of the network's input in pixels.
pub(super) const INPUT_SIDE: u32 = 128;
/// How many anchors there are.
pub(super) const COUNT: usize = 16 * 16 * 2 + 8 * 8 * 6;

/// The centre of an anchor in input pixels.
pub(super) fn centre(index: usize) -> (f32, f32) {
    let (cell, grid) = if index < 512 { (index / 2, 16) } else { ((index - 512) / 6, 8) };
    let stride = INPUT_SIDE as f32 / grid as f32;
    (((cell % grid) as f32 + 0.5) * stride, ((cell / grid) as f32 + 0.5) * stride)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grids_cover_the_input() {
        for (index, expected) in [
            (0, (4.0, 4.0)),
            (1, (4.0, 4.0)),
            (2, (12.0, 4.0)),
            (32, (4.0, 12.0)),
            (511, (124.0, 124.0)),
            (512, (8.0, 8.0)),
            (517, (8.0, 8.0)),
            (518, (24.0, 8.0)),
            (COUNT - 1, (120.0, 120.0)),
        ] {
            assert_eq!(centre(index), expected, "anchor {index}");
        }
    }
}
