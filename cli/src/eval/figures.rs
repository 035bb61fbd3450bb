//! The main figures of some photos: of all of them, or of a group.

use super::labels::Subject;
use super::look::Look;
use super::question::{QUESTIONS, UNKNOWN};
use super::stats::{balanced, error, rarest, share};
use crate::failure::Failure;

/// A photo, and what came of it.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) subject: Subject,
    pub(crate) look: Result<Look, Failure>,
    /// The photo, small, where no face was found in it and the report shows people.
    pub(crate) faceless: Option<Vec<u8>>,
}

/// A figure from 0 to 1, and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Measured {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) value: Option<f64>,
    /// Photos it was measured on.
    pub(crate) n: usize,
    /// How many of these show the rarer case, for a balanced accuracy; else `n`.
    pub(crate) rarest: usize,
    /// Standard error, from 0 to 1.
    pub(crate) error: Option<f64>,
    pub(crate) goal: f64,
}

/// What is asked of each group, in the report's order: name, title, and the value to reach.
const GROUPED: [(&str, &str, f64); 9] = [
    ("glasses", "Glasses or none, balanced accuracy", 0.95),
    ("headwear", "Headwear or none, balanced accuracy", 0.92),
    ("facial_hair", "Facial hair or none, balanced accuracy", 0.90),
    ("hair_length", "Hair length, accuracy", 0.85),
    ("hair_colour", "Hair colour, accuracy", 0.80),
    ("fringe", "Fringe, accuracy", 0.85),
    ("mouth", "Mouth, accuracy", 0.80),
    ("skin", "Skin tone within one step", 0.90),
    ("found", "Faces found", 0.99),
];

/// A kind of failure that is about the photo's face, not about its file.
pub(crate) fn is_faceless(failure: &Failure) -> bool {
    matches!(failure.kind, "no-face" | "several-faces" | "face-too-small" | "face-turned" | "face")
}

/// True and seen answers to a question, of photos whose label is sure; what was not seen is `unknown`, and wrong.
pub(crate) fn pairs(question: usize, seen: &[&Seen]) -> Vec<(&'static str, &'static str)> {
    let pair = |s: &&Seen| {
        let look = s.look.as_ref().ok().filter(|_| s.subject.sure)?;
        Some((s.subject.answers[question]?, look.answers[question].unwrap_or(UNKNOWN)))
    };
    seen.iter().filter_map(pair).collect()
}

/// The same for whether there is any at all.
pub(crate) fn presence(pairs: &[(&str, &str)]) -> Vec<(bool, bool)> {
    pairs.iter().map(|(truth, answer)| (*truth != "none", *answer != "none")).collect()
}

/// True and seen Monk tones.
pub(crate) fn tones(seen: &[&Seen]) -> Vec<(u8, u8)> {
    let pair = |s: &&Seen| Some((s.subject.skin.filter(|_| s.subject.sure)?, s.look.as_ref().ok()?.skin));
    seen.iter().filter_map(pair).collect()
}

pub(crate) fn within_one(tones: &[(u8, u8)]) -> Option<f64> {
    share(tones.iter().filter(|(truth, seen)| truth.abs_diff(*seen) <= 1).count(), tones.len())
}

/// The figures of some labelled photos.
pub(crate) fn measure(seen: &[&Seen]) -> [Measured; GROUPED.len()] {
    GROUPED.map(|(name, title, goal)| {
        let question = QUESTIONS.iter().position(|q| q.name == name);
        let right: Vec<(bool, bool)> = match question {
            Some(i) if QUESTIONS[i].may_be_absent() => return balance(name, title, goal, &presence(&pairs(i, seen))),
            Some(i) => pairs(i, seen).iter().map(|(truth, answer)| (true, truth == answer)).collect(),
            None if name == "skin" => tones(seen).iter().map(|(truth, tone)| (true, truth.abs_diff(*tone) <= 1)).collect(),
            None => seen.iter().filter(|s| s.look.as_ref().err().is_none_or(is_faceless)).map(|s| (true, s.look.is_ok())).collect(),
        };
        balance(name, title, goal, &right)
    })
}

/// An accuracy is a balanced one where all pairs have the same truth.
fn balance(name: &'static str, title: &'static str, goal: f64, pairs: &[(bool, bool)]) -> Measured {
    Measured { name, title, value: balanced(pairs), n: pairs.len(), rarest: rarest(pairs), error: error(pairs), goal }
}
