//! Where in the canonical frame the sheet looks at each part: squares, a little wider than what the matcher compares.

use selfmoji::kind::Kind;

/// A square of the canonical frame, in its unit coordinates.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) side: f32,
}

pub(super) fn window(kind: Kind) -> Window {
    let (x, y, side) = match kind {
        Kind::Face => (0.5, 0.60, 0.60),
        Kind::Brows => (0.5, 0.44, 0.36),
        Kind::Eyes => (0.5, 0.48, 0.34),
        Kind::Nose => (0.5, 0.56, 0.26),
        Kind::Mouth => (0.5, 0.655, 0.28),
        Kind::FacialHair => (0.5, 0.69, 0.48),
        Kind::Glasses => (0.5, 0.485, 0.46),
        Kind::Ears => (0.5, 0.53, 0.58),
        Kind::Body => (0.5, 0.655, 0.56),
        // Hair and headwear need the whole head, and so would any kind that is new.
        _ => (0.5, 0.48, 0.92),
    };
    Window { left: x - side / 2.0, top: y - side / 2.0, side }
}
