//! What a photo asks of a part in words: the tags that sharpen the ranking.

use crate::attributes::{Attributes, Evidence, FacialHair, Glasses, HairLength, Headwear};
use crate::kind::Kind;

/// A tag a part should have, or should not, and what it costs where that is otherwise, in units of cosine.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wanted {
    /// Whether the tag is wanted; otherwise it is to be avoided.
    pub(crate) has: bool,
    pub(crate) tag: &'static str,
    pub(crate) value: &'static str,
    pub(crate) weight: f32,
}

/// Coherence of the hair at which coils are as likely as anything, and at which they are out of the question.
const COILS: f32 = 0.22;
const STRANDS: f32 = 0.42;

/// What the attributes ask of parts of a kind.
///
/// A kind of glasses is never mistaken for another, so those weights outweigh any cosine; the others are about as sure as their attribute is.
pub(crate) fn wanted(kind: Kind, a: &Attributes, e: &Evidence) -> Vec<Wanted> {
    let want = |tag, value, weight| Wanted { has: true, tag, value, weight };
    let avoid = |tag, value, weight| Wanted { has: false, tag, value, weight };
    match kind {
        Kind::Hair => {
            let mut tags = Vec::new();
            if a.hair_length != HairLength::Unknown {
                tags.push(want("length", a.hair_length.word(), 0.5));
            }
            if let Some(fringe) = a.fringe {
                tags.push(want("fringe", if fringe { "yes" } else { "no" }, 0.2));
            }
            // A head whose top the photo cuts off is not bald on that account.
            if e.seen_above < 0.75 {
                tags.push(avoid("length", "bald", 1.0));
            }
            // Strands that all run one way are neither coils nor curls; the reverse is no proof of either.
            let straight = e.hair_coherence.map_or(0.5, |c| ((c - COILS) / (STRANDS - COILS)).clamp(0.0, 1.0));
            tags.push(avoid("texture", "coily", 0.5 * straight));
            tags.push(avoid("texture", "curly", 0.3 * straight));
            tags
        }
        Kind::Mouth => vec![want("mouth", a.mouth.word(), 1.0)],
        Kind::FacialHair if a.facial_hair != FacialHair::None => vec![want("facial_hair", a.facial_hair.word(), 0.8)],
        Kind::Glasses if a.glasses != Glasses::None => vec![want("glasses", a.glasses.word(), 2.0)],
        Kind::Headwear if a.headwear != Headwear::None => vec![want("headwear", a.headwear.word(), 1.0)],
        _ => Vec::new(),
    }
}
