//! The first row: the photo, the frame with its class map, the emoji.

use super::canvas::Canvas;
use super::font::Weight;
use super::{Subject, classes, fault, theme, tiles};
use crate::failure::Failure;
use image::imageops::{self, FilterType};
use selfmoji::compose;
use tiny_skia::Pixmap;

const COLUMNS: usize = 3;

pub(super) fn draw(canvas: &mut Canvas, subject: &Subject<'_>, y: f32) -> Result<f32, Failure> {
    let width = theme::column(COLUMNS);
    let inner = width - 2.0 * theme::PADDING;
    let side = inner as u32;
    let legend = classes::legend(&subject.reading.map);
    let label = compose::describe(subject.style.pack(), &subject.avatar.recipe);
    let height = theme::PADDING + inner + 128.0;
    for i in 0..COLUMNS {
        canvas.card([theme::left(i, COLUMNS), y, width, height]);
    }
    let at = |i: usize| (theme::left(i, COLUMNS) + theme::PADDING, y + theme::PADDING);
    let below = y + theme::PADDING + inner;

    let (x, top) = at(0);
    photo(canvas, subject, x, top, side)?;
    let face = subject.reading.faces.main.in_original(subject.photo).face;
    let (face_width, face_height) = (face.width.round(), face.height.round());
    let (photo_width, photo_height) = subject.photo.original_size();
    let score = subject.reading.faces.main.score;
    let others = match subject.reading.faces.others.len() {
        0 => String::new(),
        n => format!(" {n} more in the photo, not used."),
    };
    let words = format!("{photo_width} × {photo_height} pixels; the face has {face_width} × {face_height}, score {score:.2}.{others}");
    caption(canvas, x, below, inner, "Photo", &words);

    let (x, top) = at(1);
    let plain = tiles::photo(subject.photo, &subject.reading.frame, tiles::WHOLE, side)?;
    canvas.picture(&tiles::map(&subject.reading.map, tiles::WHOLE, Some(&plain), 0.55, side)?, x, top, 8.0);
    caption(canvas, x, below, inner, "Canonical frame and class map", "");
    key(canvas, &legend, x, below + 60.0, inner);

    let (x, top) = at(2);
    canvas.picture(&tiles::emoji(subject.style, &subject.avatar.recipe, side)?, x, top, 8.0);
    caption(canvas, x, below, inner, "Emoji", &label);
    Ok(y + height)
}

/// The photo, as large as fits, with a box around the face.
fn photo(canvas: &mut Canvas, subject: &Subject<'_>, x: f32, y: f32, side: u32) -> Result<(), Failure> {
    let rgb = subject.photo.rgb();
    let scale = side as f32 / rgb.width().max(rgb.height()) as f32;
    let [width, height] = [rgb.width(), rgb.height()].map(|v| ((v as f32 * scale).round() as u32).max(1));
    let small = tiles::opaque(&imageops::resize(rgb, width, height, FilterType::Triangle))?;
    let mut card = Pixmap::new(side, side).ok_or_else(|| fault("a picture on it has no size"))?;
    let [r, g, b] = theme::TILE;
    card.fill(tiny_skia::Color::from_rgba8(r, g, b, 255));
    canvas.picture(&card, x, y, 8.0);
    let (left, top) = (x + ((side - width) / 2) as f32, y + ((side - height) / 2) as f32);
    canvas.picture(&small, left, top, 8.0);
    let faces = &subject.reading.faces;
    let all = faces.others.iter().map(|f| (f, theme::TILE, 2.0)).chain([(&faces.main, theme::ACCENT, 3.0)]);
    for (face, colour, thick) in all {
        let b = &face.face;
        let (x0, y0) = ((b.x * scale).max(0.0), (b.y * scale).max(0.0));
        let (x1, y1) = (((b.x + b.width) * scale).min(width as f32), ((b.y + b.height) * scale).min(height as f32));
        canvas.line([left + x0, top + y0, x1 - x0, y1 - y0], 6.0, colour, thick);
    }
    Ok(())
}

fn caption(canvas: &mut Canvas, x: f32, below: f32, room: f32, title: &str, words: &str) {
    canvas.text(x, below + 36.0, 19.0, Weight::Bold, theme::INK, title);
    for (i, line) in canvas.wrap(words, 16.0, room).iter().take(3).enumerate() {
        canvas.text(x, below + 64.0 + i as f32 * 22.0, 16.0, Weight::Plain, theme::QUIET, line);
    }
}

/// What the colours of the class map mean.
fn key(canvas: &mut Canvas, legend: &[(&str, [u8; 3])], x: f32, y: f32, room: f32) {
    let (mut at, mut line) = (0.0, 0.0);
    for (name, colour) in legend {
        let width = 17.0 + canvas.width(name, 15.0) + 12.0;
        if at > 0.0 && at + width - 12.0 > room {
            (at, line) = (0.0, line + 21.0);
        }
        canvas.fill([x + at, y + line - 7.0, 12.0, 12.0], 4.0, *colour);
        canvas.line([x + at, y + line - 7.0, 12.0, 12.0], 4.0, theme::EDGE, 1.0);
        canvas.text(x + at + 17.0, y + line + 4.0, 15.0, Weight::Plain, theme::QUIET, name);
        at += width;
    }
}
