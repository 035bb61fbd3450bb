//! The sheet: one picture that shows how an emoji came about, for people who wonder why it looks as it does.
//!
//! From the top: the photo, the canonical frame with its class map, and the emoji; the attributes; for each part what was seen beside the best
//! drawings; and the colours measured beside those chosen.

pub(crate) mod canvas;
pub(crate) mod classes;
mod colours;
mod faces;
pub(crate) mod font;
mod parts;
pub(crate) mod theme;
pub(crate) mod tiles;
mod traits;
pub(crate) mod windows;

use crate::failure::Failure;
use canvas::Canvas;
use font::Weight;
use image::{ImageFormat, RgbImage};
use selfmoji::photo::Photo;
use selfmoji::studio::{Avatar, Reading, Style};
use std::io::Cursor;

/// What a sheet is about.
pub(crate) struct Subject<'a> {
    /// The photo's file name.
    pub(crate) name: &'a str,
    pub(crate) photo: &'a Photo,
    pub(crate) reading: &'a Reading,
    pub(crate) style: &'a Style,
    pub(crate) avatar: &'a Avatar,
}

/// Draws the sheet as a PNG file.
pub(crate) fn png(subject: &Subject<'_>) -> Result<Vec<u8>, Failure> {
    let mut file = Cursor::new(Vec::new());
    draw(subject)?.write_to(&mut file, ImageFormat::Png).map_err(|e| fault(&format!("it cannot be encoded: {e}")))?;
    Ok(file.into_inner())
}

/// Sections stand below each other; each says where it ended.
fn draw(subject: &Subject<'_>) -> Result<RgbImage, Failure> {
    let mut canvas = Canvas::new(theme::WIDTH, theme::MOST_HEIGHT).ok_or_else(|| fault("there is not enough memory"))?;
    let mut y = header(&mut canvas, subject);
    y = faces::draw(&mut canvas, subject, y)?;
    y = traits::draw(&mut canvas, subject, y + theme::SECTION);
    y = parts::draw(&mut canvas, subject, y + theme::SECTION)?;
    y = colours::draw(&mut canvas, subject, y + theme::SECTION);
    Ok(canvas.finish(y + theme::MARGIN))
}

fn header(canvas: &mut Canvas, subject: &Subject<'_>) -> f32 {
    let manifest = subject.style.pack().manifest();
    let style = format!("Style {} {}", manifest.title, manifest.version);
    let right = theme::WIDTH as f32 - theme::MARGIN;
    let room = right - theme::MARGIN - canvas.width(&style, 20.0) - 40.0;
    canvas.text(theme::MARGIN, 78.0, 36.0, Weight::Bold, theme::INK, &canvas.fit(subject.name, 36.0, room));
    canvas.text_right(right, 78.0, 20.0, Weight::Plain, theme::QUIET, &style);
    106.0
}

/// A section's heading with a remark at its right; gives where its content starts.
fn heading(canvas: &mut Canvas, y: f32, title: &str, remark: &str) -> f32 {
    canvas.text(theme::MARGIN, y + 24.0, 25.0, Weight::Bold, theme::INK, title);
    canvas.text_right(theme::WIDTH as f32 - theme::MARGIN, y + 24.0, 16.0, Weight::Plain, theme::QUIET, remark);
    y + 44.0
}

pub(crate) fn fault(detail: &str) -> Failure {
    Failure { kind: "picture", message: format!("the sheet cannot be drawn: {detail}") }
}
