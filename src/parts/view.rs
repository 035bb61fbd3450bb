//! A view: which window of the canonical frame, and which classes in it, stand for a part.

use crate::kind::Kind;
use crate::parse::Class;
use serde::{Deserialize, Serialize};

/// A way of looking at a part. Most kinds have one; hair has a second, for what shows beneath a hat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
#[non_exhaustive]
pub enum View {
    Face,
    Hair,
    HairBelow,
    Brows,
    Eyes,
    Nose,
    Mouth,
    FacialHair,
    Glasses,
    Headwear,
    Ears,
    Body,
}

/// How a view is cut.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    /// Left, top, right, bottom in unit coordinates of the frame.
    pub(crate) place: [f32; 4],
    /// Classes that count as inside, one list a channel.
    pub(crate) channels: &'static [&'static [Class]],
    /// Whether the two halves of the face are laid over each other, mirrored: halves the noise of paired parts.
    pub(crate) folded: bool,
    /// Whether the window follows the part's centre: small parts are looked at for their shape, not their place.
    pub(crate) follows: bool,
}

use Class::{
    Cloth, Earring, FacialHair, Glasses, Hair, Headwear, LeftBrow, LeftEar, LeftEye, LowerLip, Mouth, Neck, Nose, RightBrow, RightEar, RightEye,
    Skin, UpperLip,
};

impl View {
    /// All views.
    pub const ALL: [Self; 12] = [
        Self::Face,
        Self::Hair,
        Self::HairBelow,
        Self::Brows,
        Self::Eyes,
        Self::Nose,
        Self::Mouth,
        Self::FacialHair,
        Self::Glasses,
        Self::Headwear,
        Self::Ears,
        Self::Body,
    ];

    /// Side of a crop in cells.
    pub const SIDE: usize = 32;

    /// The name used for model files and in a pack's embeddings.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Face => "face",
            Self::Hair => "hair",
            Self::HairBelow => "hair-below",
            Self::Brows => "brows",
            Self::Eyes => "eyes",
            Self::Nose => "nose",
            Self::Mouth => "mouth",
            Self::FacialHair => "facial-hair",
            Self::Glasses => "glasses",
            Self::Headwear => "headwear",
            Self::Ears => "ears",
            Self::Body => "body",
        }
    }

    /// The view of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.name() == name)
    }

    /// The kind whose parts are compared by this view.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Face => Kind::Face,
            Self::Hair | Self::HairBelow => Kind::Hair,
            Self::Brows => Kind::Brows,
            Self::Eyes => Kind::Eyes,
            Self::Nose => Kind::Nose,
            Self::Mouth => Kind::Mouth,
            Self::FacialHair => Kind::FacialHair,
            Self::Glasses => Kind::Glasses,
            Self::Headwear => Kind::Headwear,
            Self::Ears => Kind::Ears,
            Self::Body => Kind::Body,
        }
    }

    /// Channels of a crop.
    #[must_use]
    pub fn channels(self) -> usize {
        self.window().channels.len()
    }

    pub(crate) const fn window(self) -> Window {
        const fn w(place: [f32; 4], channels: &'static [&'static [Class]], folded: bool, follows: bool) -> Window {
            Window { place, channels, folded, follows }
        }
        // A folded view's window is its right half: the mirrored left half is laid over it.
        match self {
            Self::Face => w(
                [0.5, 0.50, 0.76, 0.84],
                &[&[Skin, LeftBrow, RightBrow, LeftEye, RightEye, Glasses, Nose, Mouth, UpperLip, LowerLip, FacialHair]],
                true,
                false,
            ),
            Self::Hair => w([0.06, 0.02, 0.94, 0.98], &[&[Hair]], false, false),
            Self::HairBelow => w([0.06, 0.44, 0.94, 0.98], &[&[Hair]], false, false),
            Self::Brows => w([0.49, 0.38, 0.67, 0.47], &[&[LeftBrow, RightBrow]], true, true),
            Self::Eyes => w([0.52, 0.44, 0.64, 0.52], &[&[LeftEye, RightEye]], true, true),
            Self::Nose => w([0.40, 0.44, 0.60, 0.66], &[&[Nose]], false, true),
            Self::Mouth => w([0.37, 0.58, 0.63, 0.75], &[&[Mouth], &[UpperLip], &[LowerLip]], false, true),
            Self::FacialHair => w([0.5, 0.50, 0.76, 0.92], &[&[FacialHair]], true, false),
            Self::Glasses => w([0.49, 0.38, 0.72, 0.58], &[&[Glasses, LeftEye, RightEye]], true, true),
            Self::Headwear => w([0.0, 0.0, 1.0, 0.96], &[&[Headwear]], false, false),
            Self::Ears => w([0.64, 0.40, 0.80, 0.66], &[&[LeftEar, RightEar, Earring]], true, false),
            Self::Body => w([0.5, 0.70, 1.0, 1.0], &[&[Cloth], &[Neck]], true, false),
        }
    }
}

impl std::fmt::Display for View {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_view_and_every_window_lies_in_the_frame() {
        for kind in Kind::SEEN {
            assert!(View::ALL.iter().any(|v| v.kind() == kind), "{kind}");
        }
        for view in View::ALL {
            assert_eq!(View::from_name(view.name()), Some(view));
            assert_eq!(serde_json::to_value(view).unwrap(), view.name());
            let Window { place: [x0, y0, x1, y1], channels, folded, .. } = view.window();
            assert!(0.0 <= x0 && x0 < x1 && x1 <= 1.0 && 0.0 <= y0 && y0 < y1 && y1 <= 1.0, "{view}");
            assert!(!folded || x1 > 0.5, "{view}: a folded view looks at the right half");
            assert!(!channels.is_empty() && channels.iter().all(|c| !c.is_empty()), "{view}");
        }
    }
}
