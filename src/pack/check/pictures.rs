//! What parts look like: those of which nothing is seen at the size of a small emoji.

use super::{Checked, listed};
use crate::kind::Kind;
use crate::photo::Similarity;
use crate::{compose, picture};

/// The size at which people see an emoji beside text, on a sharp screen.
const SMALL: u32 = 64;
/// Of 255: fainter than this is not seen.
const FAINT: u8 = 8;

impl Checked<'_> {
    pub(super) fn pictures(&mut self) {
        let pack = self.pack;
        for (_, kind, part) in listed(&pack.manifest) {
            // Lines and marks may be faint on purpose, but never invisible.
            let detail = match (self.paints(kind, &part.id, 0.0, 1.0), self.paints(kind, &part.id, 1.0, 3.0)) {
                (Some(false), Some(true)) => "draws only outside the canvas, where nobody sees it; move it onto the canvas",
                (Some(false), _) => "cannot be seen at 64 px; draw something, larger or stronger",
                _ => continue,
            };
            self.warn_in(&part.file, 1, &format!("{kind} `{}` {detail}", part.id));
        }
    }

    /// Whether a part by itself paints anything in a square that begins `before` canvases before the canvas and is `wide` canvases wide.
    fn paints(&self, kind: Kind, id: &str, before: f64, wide: f64) -> Option<bool> {
        let canvas = f64::from(self.pack.manifest.canvas);
        let svg = compose::alone(self.pack, kind, id, SMALL).ok()?;
        let scale = f64::from(SMALL) / (canvas * wide);
        let shift = before * canvas * scale;
        let pixels = picture::render_with(&svg, SMALL, Similarity::scale_then_shift(scale, shift, shift), canvas).ok()?;
        Some(pixels.chunks_exact(4).any(|p| p[3] >= FAINT))
    }
}
