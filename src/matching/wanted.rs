//! What a photo asks of a part in words: the tags that sharpen the ranking.

use crate::attributes::{Attributes, FacialHair, Glasses, HairLength, Headwear};
use crate::kind::Kind;

/// A tag a part should have, and what lacking it costs, in units of cosine.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Wanted {
    pub(crate) tag: &'static str,
    pub(crate) value: &'static str,
    pub(crate) weight: f32,
}

/// What the attributes ask of parts of a kind.
///
/// A kind of glasses is never mistaken for another, so those weights outweigh any cosine; the others are about as sure as their attribute is.
pub(crate) fn wanted(kind: Kind, a: &Attributes) -> Vec<Wanted> {
    let want = |tag, value, weight| Wanted { tag, value, weight };
    match kind {
        Kind::Hair => {
            let mut tags = Vec::new();
            if a.hair_length != HairLength::Unknown {
                tags.push(want("length", a.hair_length.word(), 0.5));
            }
            if let Some(fringe) = a.fringe {
                tags.push(want("fringe", if fringe { "yes" } else { "no" }, 0.2));
            }
            tags
        }
        Kind::Mouth => vec![want("mouth", a.mouth.word(), 1.0)],
        Kind::FacialHair if a.facial_hair != FacialHair::None => vec![want("facial_hair", a.facial_hair.word(), 0.8)],
        Kind::Glasses if a.glasses != Glasses::None => vec![want("glasses", a.glasses.word(), 2.0)],
        Kind::Headwear if a.headwear != Headwear::None => vec![want("headwear", a.headwear.word(), 1.0)],
        _ => Vec::new(),
    }
}
