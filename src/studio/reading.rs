//! A reading: everything a photo says about its face, before any style.

use super::{Avatar, Style, choose};
use crate::attributes::{Attributes, Evidence, FacialHair, Glasses, Headwear};
use crate::colour::Colours;
use crate::embed::{EmbedError, Extractor, Seen};
use crate::face::Faces;
use crate::frame::CanonicalFrame;
use crate::kind::Kind;
use crate::matching::{Ranking, Wanted, rank, wanted};
use crate::parse::{Answers, ClassMap};
use crate::parts::{Crop, View};
use std::collections::BTreeMap;

/// Share of the frame above the brows that a photo must show for the hair on top to count.
const TOP_SEEN: f32 = 0.55;

/// What a photo says. It holds the face's pixels: drop it when the avatar is made.
#[derive(Debug)]
pub struct Reading {
    /// The face that was read, and the others in the photo.
    pub faces: Faces,
    /// The face in the canonical frame.
    pub frame: CanonicalFrame,
    /// The class map of the frame.
    pub map: ClassMap,
    /// What the parser's heads say; `None` from a parser that has none.
    pub answers: Option<Answers>,
    /// The colours of skin, hair and the rest.
    pub colours: Colours,
    /// What the photo shows in words.
    pub attributes: Attributes,
    pub(crate) evidence: Evidence,
    pub(crate) embeddings: BTreeMap<View, Vec<f32>>,
}

/// Embeds every view of a face.
pub(super) fn embed(extractor: &dyn Extractor, frame: &CanonicalFrame, map: &ClassMap) -> Result<BTreeMap<View, Vec<f32>>, EmbedError> {
    let picture = extractor.wants_picture().then(|| map.settled_picture(&frame.rgb));
    let (map, picture) = (&map.settled(), picture.as_ref());
    View::ALL.into_iter().map(|view| Ok((view, extractor.embed(view, Seen { crop: &Crop::cut(map, view), picture })?))).collect()
}

impl Reading {
    /// Ranks a style's parts of one kind.
    #[must_use]
    pub fn ranking(&self, style: &Style, kind: Kind) -> Ranking {
        let view = self.view(kind);
        let embedding = self.embeddings.get(&view).map_or(&[][..], Vec::as_slice);
        rank(&style.pack, &style.library, view, embedding, &self.wanted(kind))
    }

    /// What this photo asks of parts of a kind in words.
    #[must_use]
    pub fn wanted(&self, kind: Kind) -> Vec<Wanted> {
        wanted(kind, &self.attributes, &self.evidence, self.answers.as_ref())
    }

    /// The view by which a kind is compared in this photo: beneath headwear, or where the photo ends above the brows, only the lower hair is there to
    /// compare.
    #[must_use]
    pub fn view(&self, kind: Kind) -> View {
        if kind == Kind::Hair && (self.attributes.headwear != Headwear::None || self.evidence.seen_above < TOP_SEEN) {
            return View::HairBelow;
        }
        View::ALL.into_iter().find(|v| v.kind() == kind).unwrap_or(View::Face)
    }

    /// Whether the photo shows a part of this kind.
    #[must_use]
    pub fn shows(&self, kind: Kind) -> bool {
        match kind {
            Kind::Glasses => self.attributes.glasses != Glasses::None,
            Kind::Headwear => self.attributes.headwear != Headwear::None,
            Kind::FacialHair => self.attributes.facial_hair != FacialHair::None,
            _ => true,
        }
    }

    /// Chooses parts and colours: the avatar in a style.
    #[must_use]
    pub fn avatar(&self, style: &Style) -> Avatar {
        let rankings = self.rankings(style);
        Avatar { recipe: choose::recipe(style, choose::parts(self, &rankings), choose::colours(self, style)), rankings }
    }

    /// Ranks a style's parts of every kind that is read from photos.
    pub(crate) fn rankings(&self, style: &Style) -> BTreeMap<Kind, Ranking> {
        Kind::SEEN.into_iter().map(|kind| (kind, self.ranking(style, kind))).collect()
    }

    /// The numbers the attributes were decided by, as JSON. For setting thresholds; their meaning may change with any release.
    #[doc(hidden)]
    #[must_use]
    pub fn evidence(&self) -> String {
        serde_json::to_string(&(&self.evidence, &self.colours)).unwrap_or_default()
    }
}
