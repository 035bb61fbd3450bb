//! The colours measured in the photo beside the swatches chosen for them.

use super::canvas::Canvas;
use super::font::Weight;
use super::{Subject, heading, theme};
use selfmoji::colour::Colours;
use selfmoji::kind::Kind;

const COLUMNS: usize = 3;
const CHIP: f32 = 60.0;
const HEIGHT: f32 = CHIP + 2.0 * 20.0;
/// The roles people look for, in that order; others follow.
const FIRST: [&str; 9] = ["skin", "hair", "brow", "beard", "iris", "lip", "frame", "headwear", "cloth"];

pub(super) fn draw(canvas: &mut Canvas, subject: &Subject<'_>, y: f32) -> f32 {
    let y = heading(canvas, y, "Colours", "left as measured, in neutral light; right as chosen");
    let mut roles: Vec<&String> = subject.style.pack().manifest().colours.keys().filter(|role| used(subject, role)).collect();
    roles.sort_by_key(|role| FIRST.iter().position(|first| first == role).unwrap_or(FIRST.len()));
    let mut end = y;
    for (i, role) in roles.into_iter().enumerate() {
        let (x, y) = (theme::left(i % COLUMNS, COLUMNS), y + (i / COLUMNS) as f32 * (HEIGHT + theme::GAP));
        pair(canvas, subject, role, x, y);
        end = y + HEIGHT;
    }
    end
}

/// One role's card.
fn pair(canvas: &mut Canvas, subject: &Subject<'_>, role: &str, x: f32, y: f32) {
    canvas.card([x, y, theme::column(COLUMNS), HEIGHT]);
    let seen = measured(&subject.reading.colours, role);
    let choice = subject.avatar.recipe.colours.get(role).map_or("", String::as_str);
    let swatch = subject.style.pack().swatches(role).iter().find(|s| s.id == choice);
    let chosen = rgb(swatch.map_or(choice, |s| &s.base));
    let (left, top) = (x + 20.0, y + 20.0);
    for (i, colour) in [seen, chosen].into_iter().enumerate() {
        let place = [left + i as f32 * (CHIP + 8.0), top, CHIP, CHIP];
        canvas.fill(place, 10.0, colour.unwrap_or(theme::CARD));
        canvas.line(place, 10.0, theme::EDGE, 1.0);
    }
    let text = left + 2.0 * CHIP + 8.0 + 20.0;
    let room = x + theme::column(COLUMNS) - 20.0 - text;
    canvas.text(text, top + 15.0, 18.0, Weight::Bold, theme::INK, &title(role));
    let [seen, chosen] = [seen, chosen].map(|c| c.map(|[r, g, b]| format!("#{r:02x}{g:02x}{b:02x}")));
    let seen = seen.map_or_else(|| "not measured".to_owned(), |hex| format!("measured {hex}"));
    canvas.text(text, top + 37.0, 15.0, Weight::Plain, theme::QUIET, &seen);
    let chosen = format!("{choice} {}", chosen.unwrap_or_default());
    canvas.text(text, top + 58.0, 15.0, Weight::Plain, theme::QUIET, &canvas.fit(&chosen, 15.0, room));
}

/// The measurement behind a role.
fn measured(colours: &Colours, role: &str) -> Option<[u8; 3]> {
    match role {
        "skin" => colours.skin,
        "hair" => colours.hair,
        "brow" => colours.brow,
        "beard" => colours.facial_hair,
        "lip" => colours.lip,
        "iris" => colours.iris,
        "frame" => colours.glasses,
        "headwear" => colours.headwear,
        "cloth" => colours.cloth,
        _ => None,
    }
}

/// Whether the emoji has something of that colour.
fn used(subject: &Subject<'_>, role: &str) -> bool {
    match role {
        "beard" => subject.reading.shows(Kind::FacialHair),
        "frame" => subject.reading.shows(Kind::Glasses),
        "headwear" => subject.reading.shows(Kind::Headwear),
        _ => true,
    }
}

fn title(role: &str) -> String {
    let name = match role {
        "brow" => "brows",
        "iris" => "eyes",
        "lip" => "lips",
        "frame" => "glasses",
        "cloth" => "clothes",
        other => other,
    };
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Red, green and blue of `#rrggbb`.
fn rgb(hex: &str) -> Option<[u8; 3]> {
    let value = u32::from_str_radix(hex.strip_prefix('#')?, 16).ok()?;
    let [_, r, g, b] = value.to_be_bytes();
    Some([r, g, b])
}
