//! The sheet's paper: rounded boxes, pictures and text.

use super::font::{Letters, Weight};
use super::theme;
use image::{Rgb, RgbImage};
use tiny_skia::{Color, FillRule, FilterQuality, LineJoin, Paint, Path, PathBuilder, Pattern, Pixmap, Rect, SpreadMode, Stroke, Transform};

/// Left, top, width, height.
pub(crate) type Place = [f32; 4];

pub(crate) struct Canvas {
    pixels: Pixmap,
    letters: Letters,
}

impl Canvas {
    /// `None` where there is no memory for it.
    pub(crate) fn new(width: u32, height: u32) -> Option<Self> {
        let mut pixels = Pixmap::new(width, height)?;
        let [r, g, b] = theme::PAPER;
        pixels.fill(Color::from_rgba8(r, g, b, 255));
        Some(Self { pixels, letters: Letters::new() })
    }

    /// A filled box.
    pub(crate) fn fill(&mut self, place: Place, radius: f32, colour: [u8; 3]) {
        if let Some(path) = rounded(place, radius) {
            self.pixels.fill_path(&path, &paint(colour), FillRule::Winding, Transform::identity(), None);
        }
    }

    /// A box's outline, within the box.
    pub(crate) fn line(&mut self, [x, y, width, height]: Place, radius: f32, colour: [u8; 3], thick: f32) {
        let half = thick / 2.0;
        if let Some(path) = rounded([x + half, y + half, width - thick, height - thick], radius - half) {
            let stroke = Stroke { width: thick, ..Stroke::default() };
            self.pixels.stroke_path(&path, &paint(colour), &stroke, Transform::identity(), None);
        }
    }

    /// A card: what belongs together.
    pub(crate) fn card(&mut self, place: Place) {
        self.fill(place, theme::RADIUS, theme::CARD);
        self.line(place, theme::RADIUS, theme::EDGE, 1.0);
    }

    /// A picture with rounded corners, pixel for pixel; it should stand at whole pixels.
    pub(crate) fn picture(&mut self, picture: &Pixmap, x: f32, y: f32, radius: f32) {
        let (x, y) = (x.round(), y.round());
        let shift = Transform::from_translate(x, y);
        let shader = Pattern::new(picture.as_ref(), SpreadMode::Pad, FilterQuality::Nearest, 1.0, shift);
        let paint = Paint { shader, anti_alias: true, ..Paint::default() };
        if let Some(path) = rounded([x, y, picture.width() as f32, picture.height() as f32], radius) {
            self.pixels.fill_path(&path, &paint, FillRule::Winding, Transform::identity(), None);
        }
    }

    /// An arrow to the right, its middle at `x`, `y`.
    pub(crate) fn arrow(&mut self, x: f32, y: f32, colour: [u8; 3]) {
        let mut path = PathBuilder::new();
        path.move_to(x - 9.0, y);
        path.line_to(x + 9.0, y);
        path.move_to(x + 3.0, y - 6.0);
        path.line_to(x + 9.0, y);
        path.line_to(x + 3.0, y + 6.0);
        if let Some(path) = path.finish() {
            let stroke = Stroke { width: 2.0, line_cap: tiny_skia::LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
            self.pixels.stroke_path(&path, &paint(colour), &stroke, Transform::identity(), None);
        }
    }

    /// A line through points.
    pub(crate) fn trail(&mut self, points: &[(f32, f32)], colour: [u8; 3], thick: f32) {
        let mut path = PathBuilder::new();
        for (i, &(x, y)) in points.iter().enumerate() {
            if i == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
        }
        if let Some(path) = path.finish() {
            let stroke = Stroke { width: thick, line_cap: tiny_skia::LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
            self.pixels.stroke_path(&path, &paint(colour), &stroke, Transform::identity(), None);
        }
    }

    /// A filled area with these corners.
    pub(crate) fn area(&mut self, corners: &[(f32, f32)], colour: [u8; 3]) {
        let mut path = PathBuilder::new();
        for (i, &(x, y)) in corners.iter().enumerate() {
            if i == 0 { path.move_to(x, y) } else { path.line_to(x, y) }
        }
        path.close();
        if let Some(path) = path.finish() {
            self.pixels.fill_path(&path, &paint(colour), FillRule::Winding, Transform::identity(), None);
        }
    }

    /// A line of text that starts at `x` on the baseline `y`.
    pub(crate) fn text(&mut self, x: f32, y: f32, size: f32, weight: Weight, colour: [u8; 3], text: &str) {
        let Some(path) = self.letters.outline(text, size, x, y) else { return };
        let paint = paint(colour);
        self.pixels.fill_path(&path, &paint, FillRule::Winding, Transform::identity(), None);
        let stroke = Stroke { width: size * weight.line(), line_join: LineJoin::Round, ..Stroke::default() };
        self.pixels.stroke_path(&path, &paint, &stroke, Transform::identity(), None);
    }

    /// A line of text that ends at `x`.
    pub(crate) fn text_right(&mut self, x: f32, y: f32, size: f32, weight: Weight, colour: [u8; 3], text: &str) {
        self.text(x - self.width(text, size), y, size, weight, colour, text);
    }

    /// A line of text around `x`.
    pub(crate) fn text_middle(&mut self, x: f32, y: f32, size: f32, weight: Weight, colour: [u8; 3], text: &str) {
        self.text(x - self.width(text, size) / 2.0, y, size, weight, colour, text);
    }

    /// How wide a line of text is.
    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        self.letters.width(text, size)
    }

    /// As much of a text as there is room for.
    pub(crate) fn fit(&self, text: &str, size: f32, room: f32) -> String {
        if self.width(text, size) <= room {
            return text.to_owned();
        }
        let mut short = text.to_owned();
        while short.pop().is_some() {
            let shown = format!("{}…", short.trim_end());
            if self.width(&shown, size) <= room {
                return shown;
            }
        }
        String::new()
    }

    /// A text broken into lines between words.
    pub(crate) fn wrap(&self, text: &str, size: f32, room: f32) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split_whitespace() {
            match lines.last_mut() {
                Some(line) if self.letters.width(&format!("{line} {word}"), size) <= room => *line = format!("{line} {word}"),
                _ => lines.push(word.to_owned()),
            }
        }
        lines
    }

    /// The sheet down to `height`.
    pub(crate) fn finish(self, height: f32) -> RgbImage {
        let height = (height.ceil() as u32).clamp(1, self.pixels.height());
        let (width, pixels) = (self.pixels.width(), self.pixels.pixels());
        // The paper is opaque, so nothing needs to be taken out of the colours.
        RgbImage::from_fn(width, height, |x, y| {
            let p = pixels[(y * width + x) as usize];
            Rgb([p.red(), p.green(), p.blue()])
        })
    }
}

fn paint([r, g, b]: [u8; 3]) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(r, g, b, 255);
    paint
}

fn rounded([x, y, width, height]: Place, radius: f32) -> Option<Path> {
    let r = radius.clamp(0.0, width.min(height) / 2.0);
    let mut path = PathBuilder::new();
    if r < 0.5 {
        path.push_rect(Rect::from_xywh(x, y, width, height)?);
        return path.finish();
    }
    // The control points that make a cubic closest to a quarter circle.
    let (right, bottom, k) = (x + width, y + height, r * 0.447_715);
    path.move_to(x + r, y);
    path.line_to(right - r, y);
    path.cubic_to(right - k, y, right, y + k, right, y + r);
    path.line_to(right, bottom - r);
    path.cubic_to(right, bottom - k, right - k, bottom, right - r, bottom);
    path.line_to(x + r, bottom);
    path.cubic_to(x + k, bottom, x, bottom - k, x, bottom - r);
    path.line_to(x, y + r);
    path.cubic_to(x, y + k, x + k, y, x + r, y);
    path.close();
    path.finish()
}
