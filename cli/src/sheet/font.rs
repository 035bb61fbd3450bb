//! Letters as outlines. One font, made bolder by a line along its outline.

use ab_glyph::{Font, FontRef, GlyphId, OutlineCurve, ScaleFont};
use tiny_skia::{Path, PathBuilder};

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Weight {
    Plain,
    Bold,
}

impl Weight {
    /// Width of the line along the outline, as a share of the size.
    pub(crate) const fn line(self) -> f32 {
        match self {
            // The font's own weight is light, too light for small letters.
            Self::Plain => 0.018,
            Self::Bold => 0.055,
        }
    }
}

/// Ubuntu Light.
pub(crate) struct Letters {
    font: Option<FontRef<'static>>,
}

impl Letters {
    pub(crate) fn new() -> Self {
        // Without its font, which is part of the program, the sheet would have no text, but still its pictures.
        Self { font: FontRef::try_from_slice(epaint_default_fonts::UBUNTU_LIGHT).ok() }
    }

    /// Width of a line of text.
    pub(crate) fn width(&self, text: &str, size: f32) -> f32 {
        self.lay(text, size, |_, _| {})
    }

    /// The outlines of a line of text that starts at `x` on the baseline `y`.
    pub(crate) fn outline(&self, text: &str, size: f32, x: f32, y: f32) -> Option<Path> {
        let font = self.font.as_ref()?;
        let scale = scale(font, size);
        let mut path = PathBuilder::new();
        self.lay(text, size, |glyph, at| add(&mut path, font, glyph, scale, x + at, y));
        path.finish()
    }

    /// Calls `place` with each glyph and its distance from the start; gives the width of all.
    fn lay(&self, text: &str, size: f32, mut place: impl FnMut(GlyphId, f32)) -> f32 {
        let Some(font) = &self.font else { return 0.0 };
        let scaled = font.as_scaled(font.pt_to_px_scale(size * 0.75).unwrap_or(size.into()));
        let (mut at, mut last) = (0.0, None);
        for glyph in text.chars().map(|c| font.glyph_id(c)) {
            if let Some(last) = last {
                at += scaled.kern(last, glyph);
            }
            place(glyph, at);
            at += scaled.h_advance(glyph);
            last = Some(glyph);
        }
        at
    }
}

/// Pixels per font unit, where `size` is the em square's height in pixels.
fn scale(font: &FontRef<'_>, size: f32) -> f32 {
    size / font.units_per_em().unwrap_or(1000.0)
}

fn add(path: &mut PathBuilder, font: &FontRef<'_>, glyph: GlyphId, scale: f32, x: f32, y: f32) {
    let Some(outline) = font.outline(glyph) else { return };
    let at = |p: ab_glyph::Point| (x + p.x * scale, y - p.y * scale);
    let mut pen = None;
    for curve in outline.curves {
        let (from, to) = match &curve {
            OutlineCurve::Line(a, b) | OutlineCurve::Quad(a, _, b) | OutlineCurve::Cubic(a, _, _, b) => (at(*a), at(*b)),
        };
        if pen != Some(from) {
            if pen.is_some() {
                path.close();
            }
            path.move_to(from.0, from.1);
        }
        match curve {
            OutlineCurve::Line(..) => path.line_to(to.0, to.1),
            OutlineCurve::Quad(_, c, _) => {
                let c = at(c);
                path.quad_to(c.0, c.1, to.0, to.1);
            }
            OutlineCurve::Cubic(_, c, d, _) => {
                let (c, d) = (at(c), at(d));
                path.cubic_to(c.0, c.1, d.0, d.1, to.0, to.1);
            }
        }
        pen = Some(to);
    }
    if pen.is_some() {
        path.close();
    }
}
