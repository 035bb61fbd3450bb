//! The attributes, side by side.

use super::canvas::Canvas;
use super::font::Weight;
use super::{Subject, heading, theme};
use crate::summary;
use selfmoji::colour::MONK;

pub(super) fn draw(canvas: &mut Canvas, subject: &Subject<'_>, y: f32) -> f32 {
    let y = heading(canvas, y, "What the photo shows", "");
    let height = 92.0;
    canvas.card([theme::MARGIN, y, theme::column(1), height]);
    let traits = summary::attributes(subject.reading);
    let step = (theme::column(1) - 2.0 * theme::PADDING) / traits.len() as f32;
    for (i, (title, value)) in traits.iter().enumerate() {
        let x = theme::MARGIN + theme::PADDING + i as f32 * step;
        canvas.text(x, y + 36.0, 15.0, Weight::Plain, theme::QUIET, title);
        let mut at = x;
        if *title == "Skin tone" {
            let tone = MONK[usize::from(subject.reading.attributes.skin_tone.clamp(1, 10)) - 1];
            canvas.fill([at, y + 50.0, 20.0, 20.0], 10.0, tone);
            canvas.line([at, y + 50.0, 20.0, 20.0], 10.0, theme::EDGE, 1.0);
            at += 28.0;
        }
        canvas.text(at, y + 67.0, 20.0, Weight::Bold, theme::INK, value);
    }
    y + height
}
