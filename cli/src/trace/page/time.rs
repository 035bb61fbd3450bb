//! The timeline: what was chosen, and how alike the best parts of the shown kind were, from the first frame to this one.

use super::{PADDING, Page, choices, cosines};
use crate::sheet::canvas::{Canvas, Place};
use crate::sheet::theme;

/// Room for the names at the left, and for the parts in use at the right.
const NAMES: f32 = 104.0;
const PARTS: f32 = 220.0;
/// Height of a row of choices.
pub(super) const ROW: f32 = 17.0;
/// Fewest frames that a timeline of unknown length has room for.
const FEWEST: usize = 150;

/// How frames lie along the timeline.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) left: f32,
    pub(super) width: f32,
    frames: usize,
}

impl Span {
    /// Where a frame begins.
    pub(super) fn at(&self, frame: usize) -> f32 {
        self.left + self.width * frame.min(self.frames) as f32 / self.frames as f32
    }

    pub(super) fn right(&self) -> f32 {
        self.left + self.width
    }
}

pub(super) fn draw(canvas: &mut Canvas, page: &Page<'_>, place: Place) {
    canvas.card(place);
    let [x, y, width, height] = place;
    let now = page.history.moments.len();
    // Where nobody knows how long it will be, there is room for twice as much whenever it is full.
    let room = (0..).map(|i| FEWEST << i).find(|room| *room >= now).unwrap_or(now);
    let frames = page.total.filter(|total| *total >= now).unwrap_or(room).max(1);
    let span = Span { left: x + PADDING + NAMES, width: width - 2.0 * PADDING - NAMES - PARTS, frames };
    let end = choices::draw(canvas, page, span, x + PADDING, y + PADDING - 2.0);
    let plot = [span.left, end + 13.0, span.width, y + height - PADDING - end - 13.0];
    cosines::draw(canvas, page, span, x + PADDING, plot);
    // The hand.
    let at = span.at(now).min(span.right() - 1.0);
    canvas.fill([at - 1.0, y + PADDING - 5.0, 2.0, height - 2.0 * PADDING + 8.0], 0.0, theme::INK);
}
