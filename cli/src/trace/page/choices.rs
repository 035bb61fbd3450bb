//! A row for each kind, a colour for each part, a mark wherever the choice changes.

use super::Page;
use super::time::{ROW, Span};
use crate::sheet::canvas::Canvas;
use crate::sheet::font::Weight;
use crate::sheet::theme;
use crate::summary;
use crate::trace::history::{Moment, ROWS};

/// Colours of a row's parts in the order in which they are first chosen: quiet at first, then the ones that catch the eye.
const PARTS: [[u8; 3]; 8] = [
    [0xa9, 0xbd, 0xdc],
    [0xf0, 0xa8, 0x4c],
    [0x7c, 0xbf, 0x8e],
    [0xd8, 0x86, 0xa8],
    [0x9a, 0x87, 0xd0],
    [0x5f, 0xb6, 0xc4],
    [0xd9, 0xc2, 0x4f],
    [0xc7, 0x72, 0x5c],
];
/// No part of that kind.
const NONE: [u8; 3] = [0xec, 0xea, 0xe4];
const TEXT: f32 = 15.5;

/// What a row shows of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    /// No avatar.
    Nothing,
    /// No part of that kind.
    Absent,
    Part(u16),
}

/// Draws the rows from `top` on; gives where they end.
pub(super) fn draw(canvas: &mut Canvas, page: &Page<'_>, span: Span, left: f32, top: f32) -> f32 {
    for (row, kind) in ROWS.into_iter().enumerate() {
        let y = top + row as f32 * ROW;
        let weight = if kind == page.kind { Weight::Bold } else { Weight::Plain };
        canvas.text(left, y + 13.0, TEXT, weight, theme::INK, &summary::title(kind));
        canvas.fill([span.left, y + 2.0, span.width, ROW - 4.0], 3.0, theme::TILE);
        let moments = &page.history.moments;
        let (mut start, mut changes, mut last) = (0, 0, Cell::Nothing);
        for i in 0..moments.len() {
            let here = cell(moments[i].as_ref(), row);
            if i + 1 == moments.len() || cell(moments[i + 1].as_ref(), row) != here {
                bar(canvas, span, y, (start, i + 1), here);
                // Frames without an avatar are no choice: what counts is what was chosen before them.
                if here != Cell::Nothing {
                    if last != Cell::Nothing && last != here {
                        changes += 1;
                        canvas.fill([span.at(start) - 1.0, y + 1.0, 2.0, ROW - 2.0], 0.0, theme::INK);
                    }
                    last = here;
                }
                start = i + 1;
            }
        }
        parts(canvas, page, span, y, row, changes);
    }
    top + ROWS.len() as f32 * ROW
}

fn cell(moment: Option<&Moment>, row: usize) -> Cell {
    moment.map_or(Cell::Nothing, |m| m.parts[row].map_or(Cell::Absent, Cell::Part))
}

fn bar(canvas: &mut Canvas, span: Span, y: f32, (from, to): (usize, usize), cell: Cell) {
    let colour = match cell {
        Cell::Nothing => return,
        Cell::Absent => NONE,
        Cell::Part(part) => PARTS[usize::from(part) % PARTS.len()],
    };
    canvas.fill([span.at(from), y + 2.0, span.at(to) - span.at(from), ROW - 4.0], 0.0, colour);
}

/// The part in use, and how often that changed.
fn parts(canvas: &mut Canvas, page: &Page<'_>, span: Span, y: f32, row: usize, changes: usize) {
    let now = cell(page.history.moments.last().and_then(Option::as_ref), row);
    let (name, colour) = match now {
        Cell::Nothing => ("", theme::QUIET),
        Cell::Absent => ("none", theme::QUIET),
        Cell::Part(part) => (page.history.name(row, part), theme::INK),
    };
    let left = span.right() + 14.0;
    canvas.text(left, y + 13.0, TEXT, Weight::Plain, colour, &canvas.fit(name, TEXT, 136.0));
    if changes > 0 {
        let times = format!("{changes} change{}", if changes == 1 { "" } else { "s" });
        canvas.text_right(span.right() + 220.0, y + 13.0, TEXT, Weight::Plain, theme::WARN, &times);
    }
}
