//! Terms: what a name, a keyword or a word of a text stands for, and how alike two of them are.

use super::spelling::repaired;
use super::tokens::words_of;
use super::words::Words;
use crate::matching::normalise;

/// Most words of a phrase of the word list, and of a set.
const LONGEST_PHRASE: usize = 3;
const LONGEST_OWN: usize = 6;
/// What is left of the unlikeness where the text says a kind of what the name says: "poodle" for "dog".
const KIND: f32 = 0.3;
/// How much less the commonest single words count than rare ones, and from which rank on they count in full.
const COMMON: f32 = 0.4;
const COMMON_RANK: f32 = 5000.0;

/// A word or a phrase with all that the word list knows of it.
#[derive(Debug, Clone)]
pub(super) struct Term {
    /// Words joined by single spaces.
    pub(super) phrase: String,
    entry: Option<usize>,
    seldom: bool,
    /// The noun sense and all broader ones.
    pub(super) chain: Vec<u16>,
    /// Of length 1, or zeros where no word is known.
    pub(super) vector: Vec<f32>,
}

impl Term {
    /// Of words joined by single spaces; of a phrase that is not listed, the known words' mean direction.
    pub(super) fn new(words: &Words, phrase: &str) -> Self {
        let entry = words.find(phrase);
        let vector = match entry {
            Some(entry) => words.vector(entry),
            None => mean(words, phrase),
        };
        Self {
            phrase: phrase.to_owned(),
            entry,
            seldom: entry.is_some_and(|e| words.is_seldom(e)),
            chain: entry.map(|e| words.chain(e)).unwrap_or_default(),
            vector,
        }
    }

    /// The same, where the vector is kept elsewhere.
    pub(super) fn without_vector(self) -> Self {
        Self { vector: Vec::new(), ..self }
    }

    /// Whether nothing of it is known.
    pub(super) fn is_unknown(&self) -> bool {
        self.vector.iter().all(|&v| v == 0.0)
    }

    /// Whether both are the same word or mean the same thing.
    pub(super) fn is(&self, other: &Self) -> bool {
        let same = |a: Option<&u16>, b| a.is_some() && a == b;
        self.phrase == other.phrase || (self.entry.is_some() && self.entry == other.entry) || same(self.chain.first(), other.chain.first())
    }

    /// Whether this names a kind of what `name` names.
    pub(super) fn is_kind_of(&self, name: &Self) -> bool {
        !self.seldom && name.chain.first().is_some_and(|sense| self.chain.contains(sense))
    }

    /// How alike a name is to this, given the cosine of their vectors: 1 where they mean the same.
    pub(super) fn likeness(&self, name: &Self, cosine: f32) -> f32 {
        if self.is(name) {
            1.0
        } else if self.is_kind_of(name) {
            raised(cosine)
        } else {
            cosine
        }
    }
}

/// The cosine of a kind with what it is a kind of, raised towards 1.
pub(super) fn raised(cosine: f32) -> f32 {
    1.0 - KIND * (1.0 - cosine)
}

fn mean(words: &Words, phrase: &str) -> Vec<f32> {
    let mut sum = vec![0.0; words.dimensions()];
    for entry in phrase.split(' ').filter_map(|word| words.find(word)) {
        sum.iter_mut().zip(words.vector(entry)).for_each(|(s, v)| *s += v);
    }
    normalise(&mut sum);
    sum
}

/// What a text says: its known phrases and words in their order, and the words that are not known.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) terms: Vec<String>,
    pub(super) unknown: Vec<String>,
}

/// Reads a text from the left, the longest known phrase first: one of the set's own, word for word, or else, misspelt words repaired, one of the
/// list, which neither begins nor ends with a stop word. Of a text that is nothing but stop words ("yes"), those the set knows count.
pub(super) fn said(words: &Words, has: &dyn Fn(&str) -> bool, text: &str) -> Said {
    let typed = words_of(text);
    let meant: Vec<String> = typed.iter().map(|word| if has(word) { word.clone() } else { repaired(words, word) }).collect();
    let mut said = Said::default();
    let mut at = 0;
    while at < typed.len() {
        let phrase = (1..=LONGEST_OWN.min(typed.len() - at)).rev().find_map(|n| {
            let own = own(words, has, &typed[at..at + n]).or_else(|| own(words, has, &meant[at..at + n]));
            Some((n, own.or_else(|| listed(words, &meant[at..at + n]))?))
        });
        match phrase {
            Some((n, phrase)) => {
                said.terms.push(phrase);
                at += n;
            }
            None => {
                said.unknown.extend(Some(&typed[at]).filter(|word| !words.is_stop(word)).cloned());
                at += 1;
            }
        }
    }
    if said.terms.is_empty() {
        said.terms = typed.into_iter().filter(|word| words.is_stop(word) && has(word)).collect();
    }
    said
}

/// A name or keyword of the set, unless it is a single stop word.
fn own(words: &Words, has: &dyn Fn(&str) -> bool, phrase: &[String]) -> Option<String> {
    let joined = phrase.join(" ");
    (has(&joined) && !words.is_stop(&joined)).then_some(joined)
}

fn listed(words: &Words, phrase: &[String]) -> Option<String> {
    let (first, last) = (phrase.first()?, phrase.last()?);
    let joined = phrase.join(" ");
    let known = phrase.len() <= LONGEST_PHRASE && !words.is_stop(first) && !words.is_stop(last) && words.find(&joined).is_some();
    known.then_some(joined)
}

/// 1, or less for the commonest single words: "good" and "new" say less than "guitar".
pub(super) fn weight(words: &Words, term: &str) -> f32 {
    if term.contains(' ') {
        return 1.0;
    }
    1.0 - COMMON * (1.0 - (1.0 + f32::from(words.rank(term))).ln() / COMMON_RANK.ln()).max(0.0)
}
