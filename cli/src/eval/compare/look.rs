//! What all extractors make of one reading.

use super::super::question::{Answers, QUESTIONS};
use super::contender::Contender;
use crate::failure::Failure;
use selfmoji::embed::Seen;
use selfmoji::kind::Kind;
use selfmoji::matching::Wanted;
use selfmoji::parts::{Crop, View};
use selfmoji::studio::{Error, Reading};
use std::collections::BTreeMap;
use std::ops::Range;

/// The parts that a photo shows.
pub(crate) type Look = BTreeMap<Kind, Part>;

/// A part of a photo.
#[derive(Debug)]
pub(crate) struct Part {
    pub(crate) view: View,
    pub(crate) wanted: Vec<Wanted>,
    /// Where its vectors lie, one of each contender.
    pub(crate) vectors: Vec<Range<usize>>,
    /// How much of its outline each drawing shares, 0 to 1, where drawings were given.
    pub(crate) overlap: BTreeMap<String, f32>,
}

/// A tag that a drawing should have because somebody saw it in the photo.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Word {
    pub(crate) kind: Kind,
    pub(crate) tag: &'static str,
    pub(crate) value: &'static str,
}

/// Questions that drawings answer by a tag.
const TAGGED: [(&str, Kind, &str); 6] = [
    ("glasses", Kind::Glasses, "glasses"),
    ("headwear", Kind::Headwear, "headwear"),
    ("facial_hair", Kind::FacialHair, "facial_hair"),
    ("hair_length", Kind::Hair, "length"),
    ("fringe", Kind::Hair, "fringe"),
    ("mouth", Kind::Mouth, "mouth"),
];

/// What was labelled, as tags. What is not there has no drawing to ask.
pub(crate) fn words(answers: &Answers) -> Vec<Word> {
    let answered = QUESTIONS.iter().zip(answers).filter_map(|(q, a)| Some((q.name, (*a)?)));
    let tagged = |(name, value)| TAGGED.iter().find(|t| t.0 == name && value != "none").map(|&(_, kind, tag)| Word { kind, tag, value });
    answered.filter_map(tagged).collect()
}

/// Embeds the parts that a reading shows with every extractor.
pub(crate) fn of(reading: &Reading, contenders: &mut [Contender], drawn: Option<&BTreeMap<View, Vec<(String, Crop)>>>) -> Result<Look, Failure> {
    // As they are embedded for an avatar.
    let (map, picture) = (reading.map.settled(), reading.map.settled_picture(&reading.frame.rgb));
    let mut look = Look::new();
    for kind in Kind::SEEN.into_iter().filter(|&kind| reading.shows(kind)) {
        let view = reading.view(kind);
        let crop = Crop::cut(&map, view);
        let seen = Seen { crop: &crop, picture: Some(&picture) };
        let vectors = contenders.iter_mut().map(|c| c.embed(view, seen)).collect::<Result<_, _>>().map_err(|e| Failure::from(Error::from(e)))?;
        let drawings = drawn.and_then(|d| d.get(&view)).into_iter().flatten();
        let overlap = drawings.map(|(id, drawing)| (id.clone(), shared(&crop.values, &drawing.values))).collect();
        look.insert(kind, Part { view, wanted: reading.wanted(kind), vectors, overlap });
    }
    Ok(look)
}

/// Intersection over union of two coverages.
fn shared(a: &[f32], b: &[f32]) -> f32 {
    let sum = |f: fn(f32, f32) -> f32| a.iter().zip(b).map(|(&a, &b)| f(a, b)).sum::<f32>();
    sum(f32::min) / sum(f32::max).max(1e-6)
}

/// The mean of some vectors.
pub(crate) fn mean<'a>(vectors: impl Iterator<Item = &'a [f32]>) -> Vec<f32> {
    let mut sum: Vec<f32> = Vec::new();
    let mut count = 0.0;
    for vector in vectors {
        sum.resize(vector.len(), 0.0);
        sum.iter_mut().zip(vector).for_each(|(s, v)| *s += v);
        count += 1.0;
    }
    sum.iter_mut().for_each(|s| *s /= count);
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_outlines_are_intersection_over_union() {
        assert!((shared(&[1.0, 1.0, 0.0], &[0.0, 1.0, 1.0]) - 1.0 / 3.0).abs() < 1e-6);
        assert_eq!([shared(&[0.5, 0.0], &[0.5, 0.0]), shared(&[0.0], &[0.0])], [1.0, 0.0]);
    }

    #[test]
    fn labels_become_tags_where_drawings_have_them() {
        let mut answers = Answers::default();
        for (question, word) in [("glasses", "none"), ("hair_length", "short"), ("hair_colour", "brown")] {
            answers[QUESTIONS.iter().position(|q| q.name == question).unwrap()] = Some(word);
        }
        assert_eq!(words(&answers), [Word { kind: Kind::Hair, tag: "length", value: "short" }]);
    }

    #[test]
    fn the_mean_of_nothing_is_empty() {
        assert_eq!(mean([&[1.0, 2.0][..], &[3.0, 0.0]].into_iter()), [2.0, 1.0]);
        assert!(mean(std::iter::empty()).is_empty());
    }
}
