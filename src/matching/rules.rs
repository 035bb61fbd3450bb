//! Rules: what of the matching can be left out, to see what it is good for.

use crate::parts::View;

/// What vectors are compared relative to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Centring {
    /// A photo to the mean photo; a drawing to the pack's mean drawing in the views where that tells drawings apart, otherwise to the mean photo too. The default.
    #[default]
    ByView,
    /// Each side to its own mean, in every view.
    Each,
    /// Drawings as they are.
    Never,
}

impl Centring {
    /// Whether drawings of a view are taken relative to their mean. Chosen on how steady the choice is and how well outlines agree: models/autoencoders/CARD.md.
    pub(crate) fn of(self, view: View, knows_mean_photo: bool) -> bool {
        match self {
            // Where no mean photo is known, the mean drawing stands in for it.
            Self::ByView => !knows_mean_photo || matches!(view, View::Face | View::Hair | View::HairBelow | View::Brows | View::Eyes | View::Mouth),
            Self::Each => true,
            Self::Never => false,
        }
    }
}

/// How photos are compared with drawings. The default is what avatars are made by; the rest is for comparison (docs/extractors.md).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// What vectors are compared relative to.
    pub centring: Centring,
    /// Whether tags sharpen the ranking.
    pub tags: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self { centring: Centring::ByView, tags: true }
    }
}
