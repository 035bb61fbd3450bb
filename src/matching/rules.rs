//! Rules: what of the matching can be left out, to see what it is good for.

/// How photos are compared with drawings. The default is what avatars are made by; the rest is for comparison (docs/extractors.md).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// Whether each side is taken relative to its own mean: a photo to the mean photo, a drawing to the pack's mean drawing.
    pub centred: bool,
    /// Whether tags sharpen the ranking.
    pub tags: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self { centred: true, tags: true }
    }
}
