//! Sizes and colours of the sheet.

/// Width of the sheet in pixels.
pub(super) const WIDTH: u32 = 1400;
/// Height of the canvas that the sheet is cut from.
pub(super) const MOST_HEIGHT: u32 = 4000;
pub(super) const MARGIN: f32 = 40.0;
/// Between cards.
pub(super) const GAP: f32 = 24.0;
/// Between sections.
pub(super) const SECTION: f32 = 40.0;
/// Between a card's edge and what is on it.
pub(super) const PADDING: f32 = 24.0;
pub(super) const RADIUS: f32 = 16.0;

pub(super) const PAPER: [u8; 3] = [0xf5, 0xf4, 0xf0];
pub(super) const CARD: [u8; 3] = [0xff, 0xff, 0xff];
pub(super) const EDGE: [u8; 3] = [0xe2, 0xdf, 0xd7];
/// Behind drawings.
pub(super) const TILE: [u8; 3] = [0xf4, 0xf6, 0xf8];
pub(super) const INK: [u8; 3] = [0x20, 0x22, 0x2b];
pub(super) const QUIET: [u8; 3] = [0x62, 0x65, 0x70];
/// What was chosen.
pub(super) const ACCENT: [u8; 3] = [0x2f, 0x6f, 0xde];
/// What to look at twice.
pub(super) const WARN: [u8; 3] = [0x9a, 0x5b, 0x00];
pub(super) const WARN_PAPER: [u8; 3] = [0xfd, 0xef, 0xd3];

/// Width of each of `columns` cards side by side.
pub(super) fn column(columns: usize) -> f32 {
    let n = columns as f32;
    (WIDTH as f32 - 2.0 * MARGIN - (n - 1.0) * GAP) / n
}

/// Left edge of the card `i` of `columns`.
pub(super) fn left(i: usize, columns: usize) -> f32 {
    MARGIN + i as f32 * (column(columns) + GAP)
}
