//! How alike the photo and the two best parts of the shown kind were, over time.

use super::time::Span;
use super::{Page, SEEN};
use crate::sheet::canvas::{Canvas, Place};
use crate::sheet::font::Weight;
use crate::sheet::theme;
use crate::summary;

const TEXT: f32 = 15.5;
const SECOND: [u8; 3] = [0x8a, 0x8d, 0x99];

pub(super) fn draw(canvas: &mut Canvas, page: &Page<'_>, span: Span, left: f32, [x, y, width, height]: Place) {
    canvas.text(left, y + 12.0, TEXT, Weight::Bold, theme::INK, &canvas.fit(&summary::title(page.kind), TEXT, 74.0));
    canvas.text(left, y + 31.0, TEXT, Weight::Plain, theme::QUIET, "cosine");
    let moments = &page.history.moments;
    let most = moments.iter().flatten().filter_map(|m| m.best).map(|[best, second]| best.max(second)).fold(0.0, f32::max);
    // It jumps twice at most while the film runs.
    let top = [0.25, 0.5].into_iter().find(|top| most <= 0.95 * top).unwrap_or(1.0);
    let at = |value: f32| y + height * (1.0 - (value / top).clamp(0.0, 1.0));
    for value in [0.0, top / 2.0, top] {
        canvas.fill([x, at(value).round(), width, 1.0], 0.0, theme::EDGE);
        canvas.text_right(x - 7.0, at(value) + 5.0, 13.0, Weight::Plain, theme::QUIET, &format!("{value}"));
    }
    for (which, colour, thick) in [(1, SECOND, 1.5), (0, SEEN, 2.5)] {
        let mut trail = Vec::new();
        for (i, moment) in moments.iter().enumerate() {
            match moment.as_ref().and_then(|m| m.best) {
                Some(best) => trail.push(((span.at(i) + span.at(i + 1)) / 2.0, at(best[which]))),
                // A frame without a face breaks the line.
                None => canvas.trail(&std::mem::take(&mut trail), colour, thick),
            }
        }
        canvas.trail(&trail, colour, thick);
    }
    for (i, moment) in moments.iter().enumerate() {
        if moment.as_ref().is_none_or(|m| !m.seen) {
            // Whole pixels, or seams would show between frames.
            let (from, to) = (span.at(i).round(), span.at(i + 1).round());
            canvas.fill([from, y, to - from, height], 0.0, theme::WARN_PAPER);
        }
    }
    let Some([best, second]) = moments.last().and_then(Option::as_ref).and_then(|m| m.best) else { return };
    let left = span.right() + 14.0;
    for (i, (value, name, colour)) in [(best, "best", SEEN), (second, "second best", SECOND)].into_iter().enumerate() {
        let y = y + 14.0 + i as f32 * 22.0;
        canvas.fill([left, y - 8.0, 20.0, 4.0], 2.0, colour);
        canvas.text(left + 27.0, y, TEXT, Weight::Plain, theme::INK, &format!("{value:.2} {name}"));
    }
}
