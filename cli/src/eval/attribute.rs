//! Attributes: the words a photo was read as, against the words people read it as.

use super::figures::{Seen, pairs, presence};
use super::question::{QUESTIONS, Question, UNKNOWN};
use super::stats::{accuracy, balanced, round};
use serde::Serialize;
use std::collections::BTreeMap;

/// In the report, for each question.
#[derive(Debug, Serialize)]
pub(crate) struct Attribute {
    pub(crate) n: usize,
    pub(crate) accuracy: Option<f64>,
    pub(crate) balanced: Option<f64>,
    /// The same for whether there is any at all; only where there may be none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) present: Option<Present>,
    pub(crate) confusion: Confusion,
}

#[derive(Debug, Serialize)]
pub(crate) struct Present {
    pub(crate) accuracy: Option<f64>,
    pub(crate) balanced: Option<f64>,
    /// Photos that show one.
    pub(crate) shown: usize,
    /// Share of those in which it was seen.
    pub(crate) recall: Option<f64>,
    /// Share of the others in which it was seen.
    pub(crate) false_alarms: Option<f64>,
}

/// How often each true word (a row) was read as each word (a column).
#[derive(Debug, Serialize)]
pub(crate) struct Confusion {
    pub(crate) truth: Vec<String>,
    pub(crate) seen: Vec<String>,
    pub(crate) counts: Vec<Vec<usize>>,
}

pub(crate) fn measure(seen: &[&Seen]) -> BTreeMap<&'static str, Attribute> {
    QUESTIONS.iter().enumerate().map(|(i, question)| (question.name, attribute(question, &pairs(i, seen)))).collect()
}

fn attribute(question: &Question, pairs: &[(&'static str, &'static str)]) -> Attribute {
    let mut answers = question.words.to_vec();
    if pairs.iter().any(|p| p.1 == UNKNOWN) {
        answers.push(UNKNOWN);
    }
    Attribute {
        n: pairs.len(),
        accuracy: accuracy(pairs).map(round),
        balanced: balanced(pairs).map(round),
        present: question.may_be_absent().then(|| present(&presence(pairs))),
        confusion: Confusion::of(question.words, &answers, pairs),
    }
}

fn present(pairs: &[(bool, bool)]) -> Present {
    let (with, without): (Vec<_>, Vec<_>) = pairs.iter().partition(|p| p.0);
    Present {
        accuracy: accuracy(pairs).map(round),
        balanced: balanced(pairs).map(round),
        shown: with.len(),
        recall: accuracy(&with).map(round),
        false_alarms: accuracy(&without).map(|right| round(1.0 - right)),
    }
}

impl Confusion {
    pub(crate) fn of<T: PartialEq + ToString>(truth: &[T], seen: &[T], pairs: &[(T, T)]) -> Self {
        let count = |t: &T, s: &T| pairs.iter().filter(|(a, b)| a == t && b == s).count();
        let words = |words: &[T]| words.iter().map(T::to_string).collect();
        Self { truth: words(truth), seen: words(seen), counts: truth.iter().map(|t| seen.iter().map(|s| count(t, s)).collect()).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_seen_is_wrong_and_has_its_column() {
        let length = &QUESTIONS[3];
        let a = attribute(length, &[("short", "short"), ("short", UNKNOWN), ("long", "medium"), ("bald", "bald")]);
        assert_eq!((a.n, a.accuracy, a.balanced), (4, Some(0.5), Some(0.5)));
        assert_eq!(a.confusion.seen, ["bald", "short", "medium", "long", "unknown"]);
        assert_eq!(a.confusion.counts, [[1, 0, 0, 0, 0], [0, 1, 0, 0, 1], [0; 5], [0, 0, 1, 0, 0]]);
        assert!(a.present.is_none());
    }

    #[test]
    fn the_wrong_kind_of_glasses_are_still_glasses() {
        let a = attribute(&QUESTIONS[0], &[("clear", "sun"), ("sun", "none"), ("none", "none"), ("none", "clear")]);
        assert_eq!(a.accuracy, Some(0.25));
        let present = a.present.unwrap();
        assert_eq!((present.balanced, present.recall, present.false_alarms, present.shown), (Some(0.5), Some(0.5), Some(0.5), 2));
    }
}
