//! The photo's embedding and the chosen drawing's, over each other: one value for each dimension.

use super::{ALONE, DRAWN, PADDING, Page, SEEN};
use crate::sheet::canvas::{Canvas, Place};
use crate::sheet::font::Weight;
use crate::sheet::theme;
use crate::summary;
use selfmoji::studio::{Compared, Reading};

/// Between the two lines.
const BETWEEN: [u8; 3] = [0xfb, 0xef, 0xe0];

/// `largest` is the largest value so far, by which the scale is chosen.
pub(super) fn draw(canvas: &mut Canvas, page: &Page<'_>, place: Place, largest: &mut f32) {
    canvas.card(place);
    let [x, y, width, height] = place;
    let (left, right) = (x + PADDING + 4.0, x + width - PADDING - 4.0);
    let avatar = page.pictures.avatar;
    let chosen = avatar.and_then(|avatar| avatar.recipe.parts.get(&page.kind));
    // Of a kind that the photo does not show, what would be nearest.
    let nearest = avatar.and_then(|avatar| Some(&avatar.rankings.get(&page.kind)?.best()?.id));
    let shown = chosen.or(nearest);
    let title = summary::title(page.kind);
    canvas.text(left, y + 34.0, 21.0, Weight::Bold, theme::INK, &title);
    let compare = |reading: Option<&Reading>| reading.zip(shown).and_then(|(r, id)| r.compared(page.style, page.kind, id));
    let Some(pair) = compare(page.pictures.reading) else {
        canvas.text(left + canvas.width(&title, 21.0) + 12.0, y + 34.0, 19.0, Weight::Plain, theme::QUIET, "no face to compare");
        return;
    };
    // Beneath headwear hair is compared by another view, whose dimensions mean other things.
    let same_view = |alone: &&Reading| page.pictures.reading.is_some_and(|r| r.view(page.kind) == alone.view(page.kind));
    let alone = compare(page.pictures.alone.filter(same_view)).map(|pair| pair.photo);
    let cosine: f32 = pair.photo.iter().zip(&pair.drawing).map(|(a, b)| a * b).sum();
    let id = chosen.cloned().or_else(|| Some(format!("none; the nearest would be {}", nearest?))).unwrap_or_default();
    let room = right - left - canvas.width(&title, 21.0) - 150.0;
    canvas.text(left + canvas.width(&title, 21.0) + 12.0, y + 34.0, 21.0, Weight::Plain, theme::INK, &canvas.fit(&id, 21.0, room));
    canvas.text_right(right, y + 34.0, 21.0, Weight::Plain, theme::INK, &format!("cosine {cosine:.2}"));
    let plot = [left + 34.0, y + 52.0, right - left - 34.0, height - 52.0 - 68.0];
    lines(canvas, plot, &pair, alone.as_deref(), largest);
    let mut at = left;
    let mut key = |canvas: &mut Canvas, colour, text: &str| {
        let y = y + height - 40.0;
        canvas.fill([at, y - 8.0, 22.0, 4.0], 2.0, colour);
        canvas.text(at + 29.0, y, 17.0, Weight::Plain, theme::QUIET, text);
        at += 29.0 + canvas.width(text, 17.0) + 22.0;
    };
    key(canvas, SEEN, if page.raw { "photo" } else { "photo, running mean" });
    if alone.is_some() {
        key(canvas, ALONE, "this frame alone");
    }
    key(canvas, DRAWN, if chosen.is_some() { "chosen drawing" } else { "nearest drawing" });
    let Some(ranking) = page.pictures.avatar.and_then(|avatar| avatar.rankings.get(&page.kind)) else { return };
    let best: Vec<String> = ranking.candidates.iter().take(4).map(|c| format!("{} {:.2}", c.id, c.score)).collect();
    let words = canvas.fit(&format!("Best scores: {}", best.join(", ")), 17.0, right - left);
    canvas.text(left, y + height - 14.0, 17.0, Weight::Plain, theme::QUIET, &words);
}

fn lines(canvas: &mut Canvas, [x, y, width, height]: Place, pair: &Compared, alone: Option<&[f32]>, largest: &mut f32) {
    let all = pair.photo.iter().chain(&pair.drawing).chain(alone.unwrap_or_default());
    *largest = all.fold(*largest, |most, v| most.max(v.abs()));
    let scale = height / 2.0 / (*largest * 1.05);
    let middle = y + height / 2.0;
    let steps = pair.photo.len().max(2) - 1;
    let trail = |values: &[f32]| -> Vec<(f32, f32)> {
        values.iter().enumerate().map(|(i, v)| (x + width * i as f32 / steps as f32, middle - v * scale)).collect()
    };
    let grid = if *largest > 0.6 { 0.5 } else { 0.2 };
    for value in [-grid, 0.0, grid] {
        let at = (middle - value * scale).round();
        canvas.fill([x, at, width, 1.0], 0.0, theme::EDGE);
        canvas.text_right(x - 8.0, at + 5.0, 14.0, Weight::Plain, theme::QUIET, &format!("{}", value + 0.0));
    }
    let (seen, drawn) = (trail(&pair.photo), trail(&pair.drawing));
    for (a, b) in seen.windows(2).zip(drawn.windows(2)) {
        // Where the lines cross, two triangles touch there.
        canvas.area(&[a[0], a[1], b[1], b[0]], BETWEEN);
    }
    canvas.fill([x, middle.round(), width, 1.0], 0.0, theme::EDGE);
    if let Some(alone) = alone {
        canvas.trail(&trail(alone), ALONE, 2.0);
    }
    canvas.trail(&drawn, DRAWN, 2.5);
    canvas.trail(&seen, SEEN, 2.5);
    for (points, colour) in [(drawn, DRAWN), (seen, SEEN)] {
        points.into_iter().for_each(|(px, py)| canvas.fill([px - 3.0, py - 3.0, 6.0, 6.0], 3.0, colour));
    }
}
