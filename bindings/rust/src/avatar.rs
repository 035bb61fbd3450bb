//! What a photo becomes.

use crate::{Kind, Recipe};
use selfmoji::{matching, studio};

/// An avatar made from a photo. It holds choices only: the photo and everything measured in it are gone.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Avatar {
    /// The choices, to be saved and drawn.
    pub recipe: Recipe,
    /// For each kind that is read from photos, all parts, best first: what else it might have been. For optional kinds that the photo does not show,
    /// how they would rank.
    pub rankings: Vec<Ranking>,
}

/// All parts of a kind, best first.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Ranking {
    /// The kind.
    pub kind: Kind,
    /// The parts, best first.
    pub candidates: Vec<Candidate>,
    /// Whether the second is as good as the first: the moment to ask the user.
    pub tie: bool,
}

/// A part that could be chosen.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Candidate {
    /// The part's id.
    pub id: String,
    /// The cosine, less what missing qualities cost. At most 1; what it ranks by.
    pub score: f32,
    /// Cosine similarity of the photo's part and the drawing, -1 to 1.
    pub cosine: f32,
}

impl From<&studio::Avatar> for Avatar {
    fn from(theirs: &studio::Avatar) -> Self {
        Self { recipe: (&theirs.recipe).into(), rankings: theirs.rankings.values().filter_map(Ranking::of).collect() }
    }
}

impl Ranking {
    fn of(theirs: &matching::Ranking) -> Option<Self> {
        let candidate = |c: &matching::Candidate| Candidate { id: c.id.clone(), score: c.score, cosine: c.cosine };
        Some(Self { kind: Kind::of(theirs.kind)?, candidates: theirs.candidates.iter().map(candidate).collect(), tie: theirs.is_tie() })
    }
}
