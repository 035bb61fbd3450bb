//! For each part: what the photo shows, its class map, and the drawings that came closest.

use super::canvas::Canvas;
use super::font::Weight;
use super::{Subject, heading, theme, tiles, windows};
use crate::failure::Failure;
use crate::summary;
use selfmoji::kind::Kind;
use selfmoji::matching::{Candidate, Ranking};

const COLUMNS: usize = 2;
/// How many drawings are shown.
const BEST: usize = 3;
/// Side of a tile.
const SIDE: f32 = 104.0;
const HEIGHT: f32 = 214.0;

pub(super) fn draw(canvas: &mut Canvas, subject: &Subject<'_>, y: f32) -> Result<f32, Failure> {
    let y = heading(canvas, y, "Parts", "cosine of photo and drawing, less what missing tags cost");
    let (shown, absent): (Vec<&Ranking>, Vec<&Ranking>) = subject.avatar.rankings.values().partition(|r| subject.reading.shows(r.kind));
    let mut end = y;
    for (i, ranking) in shown.iter().enumerate() {
        let (x, y) = (theme::left(i % COLUMNS, COLUMNS), y + (i / COLUMNS) as f32 * (HEIGHT + theme::GAP));
        part(canvas, subject, ranking, x, y)?;
        end = y + HEIGHT;
    }
    if !absent.is_empty() {
        let names: Vec<String> = absent.iter().map(|r| r.kind.name().replace('-', " ")).collect();
        // With an odd number of parts there is room beside the last one.
        let beside = shown.len() % COLUMNS == 1;
        let (x, y) = if beside { (theme::left(1, COLUMNS), end - HEIGHT) } else { (theme::MARGIN, end + theme::GAP) };
        let (width, height) = if beside { (theme::column(COLUMNS), HEIGHT) } else { (theme::column(1), 70.0) };
        canvas.line([x, y, width, height], theme::RADIUS, theme::EDGE, 1.5);
        let words = format!("Not in the photo: {}", names.join(", "));
        canvas.text_middle(x + width / 2.0, y + height / 2.0 + 6.0, 17.0, Weight::Plain, theme::QUIET, &words);
        end = y + height;
    }
    Ok(end)
}

/// One part's card.
fn part(canvas: &mut Canvas, subject: &Subject<'_>, ranking: &Ranking, x: f32, y: f32) -> Result<(), Failure> {
    let width = theme::column(COLUMNS);
    canvas.card([x, y, width, HEIGHT]);
    let (left, right, top) = (x + theme::PADDING, x + width - theme::PADDING, y + 54.0);
    canvas.text(left, y + 36.0, 19.0, Weight::Bold, theme::INK, &summary::title(ranking.kind));
    if ranking.is_tie() {
        let words = "a tie: the next is as good";
        let wide = canvas.width(words, 15.0) + 20.0;
        canvas.fill([right - wide, y + 18.0, wide, 26.0], 13.0, theme::WARN_PAPER);
        canvas.text_middle(right - wide / 2.0, y + 36.0, 15.0, Weight::Plain, theme::WARN, words);
    }
    let window = windows::window(ranking.kind);
    let side = SIDE as u32;
    let seen = tiles::photo(subject.photo, &subject.reading.frame, window, side)?;
    let map = tiles::map(&subject.reading.map, window, None, 1.0, side)?;
    canvas.picture(&seen, left, top, 8.0);
    canvas.text_middle(left + SIDE / 2.0, top + SIDE + 22.0, 15.0, Weight::Plain, theme::QUIET, "photo");
    let second = left + SIDE + 8.0;
    canvas.picture(&map, second, top, 8.0);
    canvas.text_middle(second + SIDE / 2.0, top + SIDE + 22.0, 15.0, Weight::Plain, theme::QUIET, "class map");
    let gap = 12.0;
    let first = right - BEST as f32 * SIDE - (BEST - 1) as f32 * gap;
    canvas.arrow((second + SIDE + first) / 2.0, top + SIDE / 2.0, theme::QUIET);
    for (i, candidate) in ranking.candidates.iter().take(BEST).enumerate() {
        drawn(canvas, subject, ranking.kind, candidate, i == 0, (first + i as f32 * (SIDE + gap), top))?;
    }
    Ok(())
}

/// The avatar with another part in the place of its own, and nothing worn over it.
fn drawn(canvas: &mut Canvas, subject: &Subject<'_>, kind: Kind, candidate: &Candidate, chosen: bool, (x, y): (f32, f32)) -> Result<(), Failure> {
    let mut recipe = subject.avatar.recipe.clone();
    recipe.parts.retain(|&other, _| !other.is_optional());
    if kind == Kind::Ears {
        // Hair would hide what is compared.
        let bald = subject.style.pack().parts(Kind::Hair).iter().find(|p| p.tags.get("length").is_some_and(|l| l == "bald"));
        recipe.parts.extend(bald.map(|p| (Kind::Hair, p.id.clone())));
    }
    recipe.parts.insert(kind, candidate.id.clone());
    canvas.picture(&tiles::drawing(subject.style, &recipe, windows::window(kind), SIDE as u32)?, x, y, 8.0);
    if chosen {
        canvas.line([x.round() - 3.0, y.round() - 3.0, SIDE + 6.0, SIDE + 6.0], 11.0, theme::ACCENT, 3.0);
    }
    let (weight, colour) = if chosen { (Weight::Bold, theme::ACCENT) } else { (Weight::Plain, theme::INK) };
    let middle = x + SIDE / 2.0;
    canvas.text_middle(middle, y + SIDE + 22.0, 15.0, weight, colour, &canvas.fit(&candidate.id, 15.0, SIDE + 8.0));
    let colour = if chosen { colour } else { theme::QUIET };
    canvas.text_middle(middle, y + SIDE + 42.0, 15.0, weight, colour, &score(candidate));
    Ok(())
}

/// The cosine, and what missing tags took off it.
fn score(candidate: &Candidate) -> String {
    let lost = candidate.cosine - candidate.score;
    // Rounded here, because what is rounded to a negative zero would keep its sign.
    let cosine = (candidate.cosine * 100.0).round() / 100.0 + 0.0;
    let words = if lost > 0.005 { format!("{cosine:.2} - {lost:.2}") } else { format!("{cosine:.2}") };
    words.replace('-', "−")
}
