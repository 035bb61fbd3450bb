//! Ranking: all parts of a kind, best first, with their scores and how sure the choice is.

use super::Wanted;
use super::library::Library;
use crate::kind::Kind;
use crate::pack::Pack;
use crate::parts::View;
use serde::Serialize;

/// Closer than this, two candidates are as good as each other.
const TIE: f32 = 0.02;

/// A part that could be chosen.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate {
    /// The part's id.
    pub id: String,
    /// The cosine, less what missing tags cost. At most 1; what it ranks by.
    pub score: f32,
    /// Cosine similarity of the embeddings, -1 to 1.
    pub cosine: f32,
}

/// All parts of a kind, best first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ranking {
    /// The kind.
    pub kind: Kind,
    /// Candidates, best first.
    pub candidates: Vec<Candidate>,
}

impl Ranking {
    /// The best candidate.
    #[must_use]
    pub fn best(&self) -> Option<&Candidate> {
        self.candidates.first()
    }

    /// How far the best candidate's score lies above the next one's; infinite where there is no other.
    #[must_use]
    pub fn margin(&self) -> f32 {
        match self.candidates.as_slice() {
            [first, second, ..] => first.score - second.score,
            _ => f32::INFINITY,
        }
    }

    /// Whether the choice is a tie: the next candidate is as good.
    #[must_use]
    pub fn is_tie(&self) -> bool {
        self.margin() < TIE
    }
}

/// Ranks the parts of a view's kind for a photo's embedding by the library's [`Rules`](super::Rules).
///
/// [`Reading::ranking`](crate::studio::Reading::ranking) does this for a style's own extractor.
#[must_use]
pub fn rank(pack: &Pack, library: &Library, view: View, embedding: &[f32], wanted: &[Wanted]) -> Ranking {
    let direction = library.direction(view, embedding);
    let kind = view.kind();
    let cost = |id: &str| {
        let tags = pack.part(kind, id).map(|p| &p.tags);
        let is = |w: &Wanted| tags.as_ref().is_ok_and(|t| t.get(w.tag).is_some_and(|v| v == w.value));
        let lacks = |w: &&Wanted| is(w) != w.has;
        wanted.iter().filter(|_| library.rules().tags).filter(lacks).map(|w| w.weight).sum::<f32>()
    };
    let mut candidates: Vec<Candidate> = library
        .directions(view)
        .iter()
        .map(|(id, part)| {
            let cosine: f32 = part.iter().zip(&direction).map(|(a, b)| a * b).sum();
            Candidate { id: id.clone(), score: cosine - cost(id), cosine }
        })
        .collect();
    // Equal scores keep the order of their ids, so the same photo always gets the same avatar.
    candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
    Ranking { kind, candidates }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranking(scores: &[f32]) -> Ranking {
        let candidates = scores.iter().map(|&score| Candidate { id: String::new(), score, cosine: score }).collect();
        Ranking { kind: Kind::Hair, candidates }
    }

    #[test]
    fn a_small_margin_is_a_tie() {
        for (scores, tie) in [(&[][..], false), (&[0.5], false), (&[0.5, 0.5, 0.1], true), (&[0.5, 0.495], true), (&[0.5, 0.4], false)] {
            assert_eq!(ranking(scores).is_tie(), tie, "{scores:?}");
        }
        assert_eq!(ranking(&[0.5]).margin(), f32::INFINITY);
    }

    /// Three parts of the classic pack with made-up vectors: `bob` and `quiff` point opposite ways, `buzz` sideways.
    fn ids(embedding: &[f32], wanted: &[Wanted]) -> Vec<String> {
        let pack = Pack::classic().unwrap();
        let library = Library::of_vectors("autoencoder", View::Hair, &[("bob", &[1.0, 0.0]), ("buzz", &[0.0, 0.1]), ("quiff", &[-1.0, 0.0])]);
        rank(&pack, &library, View::Hair, embedding, wanted).candidates.into_iter().map(|c| c.id).collect()
    }

    #[test]
    fn the_nearest_direction_comes_first_whatever_its_length() {
        assert_eq!(ids(&[9.0, 0.0], &[]), ["bob", "buzz", "quiff"]);
        assert_eq!(ids(&[-0.001, 0.0], &[]), ["quiff", "buzz", "bob"]);
    }

    #[test]
    fn tags_outweigh_what_they_are_worth_and_no_more() {
        let wanted = |has, weight| [Wanted { has, tag: "length", value: "medium", weight }];
        assert_eq!(ids(&[-1.0, 0.0], &wanted(true, 3.0))[0], "bob", "the only one of medium length");
        assert_eq!(ids(&[-1.0, 0.0], &wanted(true, 0.1))[0], "quiff");
        assert_eq!(ids(&[1.0, 0.0], &wanted(false, 3.0))[2], "bob", "medium length is to be avoided");
    }

    #[test]
    fn without_anything_to_go_by_the_order_is_that_of_the_ids() {
        for embedding in [&[][..], &[0.0, 0.0], &[f32::NAN, 0.0]] {
            assert_eq!(ids(embedding, &[]), ["bob", "buzz", "quiff"], "{embedding:?}");
        }
    }
}
