//! The preview as one picture: every drawing at two sizes, with its id.

use super::gallery::{Exhibit, Look, Section};
use crate::failure::Failure;
use crate::sheet::canvas::Canvas;
use crate::sheet::font::Weight;
use crate::sheet::{fault, theme, tiles};
use image::ImageFormat;
use selfmoji::pack::{Pack, PackError};
use selfmoji::{compose, picture};
use std::io::Cursor;

const COLUMNS: usize = 6;
/// The larger and the smaller size.
const LARGE: u32 = 128;
const SMALL: u32 = 64;
const WIDTH: f32 = LARGE as f32 + SMALL as f32 + 16.0;
const HEIGHT: f32 = LARGE as f32 + 46.0;
/// A swatch needs less room.
const SWATCH: f32 = 84.0;
const GAP: f32 = (theme::WIDTH as f32 - 2.0 * theme::MARGIN - COLUMNS as f32 * WIDTH) / (COLUMNS - 1) as f32;
/// The title and the note above a section.
const HEADING: f32 = 62.0;
const HEADER: f32 = 130.0;
/// Beyond it few programs open a picture.
const MOST_HEIGHT: f32 = 32_000.0;

pub(super) fn png(pack: &Pack, sections: &[Section], done: &dyn Fn()) -> Result<Vec<u8>, Failure> {
    let height = HEADER + sections.iter().map(height).sum::<f32>() + theme::MARGIN;
    if height > MOST_HEIGHT {
        return Err(fault("there is too much in this pack for one picture; write a page, as preview.html"));
    }
    let mut canvas = Canvas::new(theme::WIDTH, height.ceil() as u32).ok_or_else(|| fault("there is not enough memory"))?;
    let manifest = pack.manifest();
    canvas.text(theme::MARGIN, 78.0, 36.0, Weight::Bold, theme::INK, &canvas.fit(&manifest.title, 36.0, 800.0));
    let facts = format!("{} {} · {} · {}", manifest.name, manifest.version, manifest.author, manifest.licence);
    canvas.text(theme::MARGIN, 108.0, 18.0, Weight::Plain, theme::QUIET, &canvas.fit(&facts, 18.0, 1300.0));
    let mut y = HEADER;
    for section in sections {
        draw(&mut canvas, pack, section, y, done)?;
        y += self::height(section);
    }
    let mut file = Cursor::new(Vec::new());
    canvas.finish(height).write_to(&mut file, ImageFormat::Png).map_err(|e| fault(&format!("it cannot be encoded: {e}")))?;
    Ok(file.into_inner())
}

/// Height of one exhibit of a section.
fn step(section: &Section) -> f32 {
    if section.exhibits.iter().all(|e| matches!(e.look, Look::Colours(_))) { SWATCH } else { HEIGHT }
}

fn height(section: &Section) -> f32 {
    HEADING + section.exhibits.len().div_ceil(COLUMNS) as f32 * (step(section) + 12.0) + theme::SECTION
}

fn draw(canvas: &mut Canvas, pack: &Pack, section: &Section, y: f32, done: &dyn Fn()) -> Result<(), Failure> {
    canvas.text(theme::MARGIN, y + 24.0, 24.0, Weight::Bold, theme::INK, &section.title);
    let x = theme::MARGIN + canvas.width(&section.title, 24.0) + 14.0;
    let note = format!("{}  {}", section.exhibits.len(), section.note);
    canvas.text(x, y + 24.0, 16.0, Weight::Plain, theme::QUIET, &note);
    for (i, exhibit) in section.exhibits.iter().enumerate() {
        let x = theme::MARGIN + (i % COLUMNS) as f32 * (WIDTH + GAP);
        let top = y + HEADING - 16.0 + (i / COLUMNS) as f32 * (step(section) + 12.0);
        tile(canvas, pack, exhibit, [x.round(), top.round(), WIDTH, step(section)])?;
        done();
    }
    Ok(())
}

fn tile(canvas: &mut Canvas, pack: &Pack, exhibit: &Exhibit, [x, y, width, height]: [f32; 4]) -> Result<(), Failure> {
    canvas.card([x, y, width, height]);
    match &exhibit.look {
        Look::Person(recipe) => {
            let draw = |side: u32| -> Result<_, Failure> {
                let svg = compose::svg(pack, recipe, side).map_err(|e: PackError| Failure::from(e))?;
                tiles::straight(&picture::render(&svg, side)?)
            };
            canvas.picture(&draw(LARGE)?, x + 4.0, y + 8.0, 0.0);
            canvas.picture(&draw(SMALL)?, x + 10.0 + LARGE as f32, y + 8.0 + (LARGE - SMALL) as f32, 0.0);
        }
        Look::Colours(colours) => {
            let share = (width - 16.0) / (colours.len() + 1) as f32;
            for (i, colour) in colours.iter().enumerate() {
                let (left, wide) = if i == 0 { (0.0, 2.0 * share) } else { ((i + 1) as f32 * share, share) };
                canvas.fill([x + 8.0 + left, y + 8.0, wide, height - 38.0], 0.0, rgb(colour));
            }
        }
    }
    let baseline = y + height - 11.0;
    canvas.text(x + 10.0, baseline, 15.0, Weight::Bold, theme::INK, &canvas.fit(&exhibit.id, 15.0, width - 20.0));
    Ok(())
}

/// Of `#rrggbb`, which loading the pack checked.
fn rgb(hex: &str) -> [u8; 3] {
    let [_, r, g, b] = u32::from_str_radix(hex.trim_start_matches('#'), 16).unwrap_or_default().to_be_bytes();
    [r, g, b]
}
