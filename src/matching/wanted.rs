//! What a photo asks of a part in words: the tags that sharpen the ranking.

use crate::attributes::{Attributes, Evidence, FacialHair, Glasses, HairLength, Headwear};
use crate::kind::Kind;
use crate::parse::Answers;

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
/// Where the parser's heads gave probabilities, a tag costs in proportion to the probability that it is wrong, so that a face between two answers does not
/// jump from one to the other.
pub(crate) fn wanted(kind: Kind, a: &Attributes, e: &Evidence, answers: Option<&Answers>) -> Vec<Wanted> {
    let want = |tag, value, weight| Wanted { has: true, tag, value, weight };
    let avoid = |tag, value, weight| Wanted { has: false, tag, value, weight };
    // Each value of a tag by its probability, or the one that was decided.
    let by = |tag, weight: f32, words: &[&'static str], chances: Option<&[f32]>, word| match chances {
        Some(chances) => words.iter().zip(chances).map(|(&value, p)| want(tag, value, weight * p)).collect(),
        None => vec![want(tag, word, weight)],
    };
    match kind {
        Kind::Hair => {
            let mut tags = Vec::new();
            if a.hair_length != HairLength::Unknown {
                let chances = answers.map(|a| &a.hair_length[..]);
                tags.extend(by("length", 0.5, &["bald", "short", "medium", "long"], chances, a.hair_length.word()));
            }
            if let Some(fringe) = a.fringe {
                tags.extend(by("fringe", 0.2, &["no", "yes"], answers.map(|a| &a.fringe[..]), if fringe { "yes" } else { "no" }));
            }
            // A head whose top the photo cuts off is not bald on that account.
            if e.seen_above < 0.75 {
                tags.push(avoid("length", "bald", 1.0));
            }
            match answers {
                Some(answers) => tags.extend(by("texture", 0.4, &["straight", "wavy", "curly", "coily"], Some(&answers.texture), "")),
                None => {
                    // Strands that all run one way are neither coils nor curls; the reverse is no proof of either.
                    let straight = e.hair_coherence.map_or(0.5, |c| ((c - COILS) / (STRANDS - COILS)).clamp(0.0, 1.0));
                    tags.push(avoid("texture", "coily", 0.5 * straight));
                    tags.push(avoid("texture", "curly", 0.3 * straight));
                }
            }
            tags
        }
        Kind::Mouth => by("mouth", 1.0, &["closed", "smile", "teeth", "open"], answers.map(|a| &a.mouth[..]), a.mouth.word()),
        Kind::FacialHair if a.facial_hair != FacialHair::None => {
            let chances = answers.map(|a| &a.facial_hair[1..]);
            by("facial_hair", 0.8, &["stubble", "moustache", "goatee", "full"], chances, a.facial_hair.word())
        }
        Kind::Glasses if a.glasses != Glasses::None => vec![want("glasses", a.glasses.word(), 2.0)],
        Kind::Headwear if a.headwear != Headwear::None => vec![want("headwear", a.headwear.word(), 1.0)],
        _ => Vec::new(),
    }
}
