//! Sizes and colours of the sheet.

/// Width of the sheet in pixels.
pub(crate) const WIDTH: u32 = 1400;
/// Height of the canvas that the sheet is cut from.
pub(crate) const MOST_HEIGHT: u32 = 4000;
pub(crate) const MARGIN: f32 = 40.0;
/// Between cards.
pub(crate) const GAP: f32 = 24.0;
/// Between sections.
pub(crate) const SECTION: f32 = 40.0;
/// Between a card's edge and what is on it.
pub(crate) const PADDING: f32 = 24.0;
pub(crate) const RADIUS: f32 = 16.0;

pub(crate) const PAPER: [u8; 3] = [0xf5, 0xf4, 0xf0];
pub(crate) const CARD: [u8; 3] = [0xff, 0xff, 0xff];
pub(crate) const EDGE: [u8; 3] = [0xe2, 0xdf, 0xd7];
/// Behind drawings.
pub(crate) const TILE: [u8; 3] = [0xf4, 0xf6, 0xf8];
pub(crate) const INK: [u8; 3] = [0x20, 0x22, 0x2b];
pub(crate) const QUIET: [u8; 3] = [0x62, 0x65, 0x70];
/// What was chosen.
pub(crate) const ACCENT: [u8; 3] = [0x2f, 0x6f, 0xde];
/// What to look at twice.
pub(crate) const WARN: [u8; 3] = [0x9a, 0x5b, 0x00];
pub(crate) const WARN_PAPER: [u8; 3] = [0xfd, 0xef, 0xd3];

/// Width of each of `columns` cards side by side.
pub(crate) fn column(columns: usize) -> f32 {
    let n = columns as f32;
    (WIDTH as f32 - 2.0 * MARGIN - (n - 1.0) * GAP) / n
}

/// Left edge of the card `i` of `columns`.
pub(crate) fn left(i: usize, columns: usize) -> f32 {
    MARGIN + i as f32 * (column(columns) + GAP)
}
