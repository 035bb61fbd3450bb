//! A set's names, prepared for comparison: the precomputed library of this room.

use super::set::EmojiSet;
use super::term::{Term, weight};
use super::tokens::words_of;
use super::words::{NONE, Words};
use ndarray::{Array2, ArrayView1, Axis};
use std::collections::HashSet;

/// What a keyword counts beside a name: this for the keyword itself, and [`ABOUT`] for how much the emoji is about it on the whole, so that of all
/// emoji with the keyword "love" the heart comes before the rose.
const KEYWORD: f32 = 0.6;
const ABOUT: f32 = 0.3;
/// How much less keywords count for photos: "flag: Scotland" is also "Scotland", but what shows a Shetland sheepdog does not show that.
const SEEN: f32 = 0.8;
/// How much is taken off for each power of e in how special a name's sense is, and in the rank of its rarest word: of two names that fit equally,
/// people mean the more general and the commoner.
const SPECIAL: f32 = 0.01;
const RARE: f32 = 0.01;

/// Keywords that are compared with concepts at a time.
const BLOCK: usize = 4096;

/// Names and keywords as terms, with their vectors as the rows of matrices.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) names: Vec<Term>,
    keywords: Vec<Term>,
    /// Whose keyword it is, by place in `names`; in their order.
    owners: Vec<usize>,
    name_rows: Array2<f32>,
    keyword_rows: Array2<f32>,
    /// What each emoji is about: the mean direction of its name and keywords.
    about_rows: Array2<f32>,
    /// Every name and keyword, for texts that say it word for word.
    phrases: HashSet<String>,
    pub(super) prior: Vec<f32>,
    /// Places of emoji of which the word list knows neither name nor keywords.
    pub(super) unknown: Vec<usize>,
}

impl Names {
    pub(super) fn new(words: &Words, set: &EmojiSet) -> Self {
        let term = |text: &str| Term::new(words, &words_of(text).join(" "));
        let names: Vec<Term> = set.list().iter().map(|emoji| term(&emoji.name)).collect();
        let (mut keywords, mut owners) = (Vec::new(), Vec::new());
        for (place, emoji) in set.list().iter().enumerate() {
            for keyword in emoji.keywords.iter().map(|k| term(k)).filter(|k| !k.phrase.is_empty() && k.phrase != names[place].phrase) {
                keywords.push(keyword);
                owners.push(place);
            }
        }
        let prior = set.list().iter().zip(&names).map(|(emoji, term)| prior(words, &emoji.name, term)).collect();
        let unknown = unknown(&names, &keywords, &owners);
        let (name_rows, keyword_rows) = (rows(words, &names), rows(words, &keywords));
        let about_rows = about(&name_rows, &keyword_rows, &owners);
        let phrases = names.iter().chain(&keywords).map(|term| term.phrase.clone()).collect();
        let bare = |terms: Vec<Term>| terms.into_iter().map(Term::without_vector).collect();
        Self { names: bare(names), keywords: bare(keywords), owners, name_rows, keyword_rows, about_rows, phrases, prior, unknown }
    }

    /// How alike each emoji is to a term, by its name or the keyword that fits best: 1 where they mean the same.
    pub(super) fn likenesses(&self, term: &Term) -> Vec<f32> {
        let vector = ArrayView1::from(&term.vector);
        let mut row = self.name_rows.dot(&vector).to_vec();
        for (likeness, name) in row.iter_mut().zip(&self.names) {
            *likeness = term.likeness(name, *likeness);
        }
        let (cosines, about) = (self.keyword_rows.dot(&vector), self.about_rows.dot(&vector));
        for ((keyword, &owner), &cosine) in self.keywords.iter().zip(&self.owners).zip(&cosines) {
            row[owner] = row[owner].max(by_keyword(term, keyword, cosine, about[owner]));
        }
        row
    }

    /// Whether a name or keyword is just this.
    pub(super) fn has(&self, phrase: &str) -> bool {
        self.phrases.contains(phrase)
    }

    /// The name or keyword through which an emoji is alike to a term.
    pub(super) fn matched(&self, place: usize, term: &Term) -> &str {
        let vector = ArrayView1::from(&term.vector);
        let name = term.likeness(&self.names[place], self.name_rows.row(place).dot(&vector));
        let about = self.about_rows.row(place).dot(&vector);
        let of = |k: usize| by_keyword(term, &self.keywords[k], self.keyword_rows.row(k).dot(&vector), about);
        let first = self.owners.partition_point(|&owner| owner < place);
        let own = self.owners[first..].iter().take_while(|&&owner| owner == place).enumerate();
        let best = own.map(|(i, _)| (of(first + i), first + i)).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        match best {
            Some((likeness, k)) if likeness > name => &self.keywords[k].phrase,
            _ => &self.names[place].phrase,
        }
    }

    /// The same for many vectors at once, one a row: cosines of names (columns), or of their best keyword where that is higher.
    pub(super) fn cosines(&self, vectors: &Array2<f32>) -> Array2<f32> {
        let mut all = vectors.dot(&self.name_rows.t());
        let about = vectors.dot(&self.about_rows.t());
        // Some at a time: concepts by keywords would be far more numbers than a phone has room for.
        for (rows, owners) in self.keyword_rows.axis_chunks_iter(Axis(0), BLOCK).zip(self.owners.chunks(BLOCK)) {
            let cosines = vectors.dot(&rows.t());
            for ((mut row, cosines), about) in all.rows_mut().into_iter().zip(cosines.rows()).zip(about.rows()) {
                for (&owner, &cosine) in owners.iter().zip(cosines) {
                    row[owner] = row[owner].max(SEEN * (KEYWORD * cosine + ABOUT * about[owner]));
                }
            }
        }
        all
    }
}

/// A term of a text, compared with all names.
#[derive(Debug)]
pub(super) struct Compared {
    pub(super) term: Term,
    pub(super) weight: f32,
    pub(super) likenesses: Vec<f32>,
}

impl Compared {
    pub(super) fn new(words: &Words, names: &Names, phrase: &str) -> Self {
        let term = Term::new(words, phrase);
        Self { weight: weight(words, phrase), likenesses: names.likenesses(&term), term }
    }
}

fn unknown(names: &[Term], keywords: &[Term], owners: &[usize]) -> Vec<usize> {
    let known: HashSet<usize> = owners.iter().zip(keywords).filter(|(_, keyword)| !keyword.is_unknown()).map(|(&owner, _)| owner).collect();
    (0..names.len()).filter(|place| names[*place].is_unknown() && !known.contains(place)).collect()
}

/// How alike an emoji is to a term by one of its keywords.
fn by_keyword(term: &Term, keyword: &Term, cosine: f32, about: f32) -> f32 {
    // No kinds here, or every dish would answer to "pizza" through "food".
    KEYWORD * if term.is(keyword) { 1.0 } else { cosine } + ABOUT * about
}

fn about(names: &Array2<f32>, keywords: &Array2<f32>, owners: &[usize]) -> Array2<f32> {
    let mut about = names.clone();
    for (&owner, keyword) in owners.iter().zip(keywords.rows()) {
        about.row_mut(owner).scaled_add(1.0, &keyword);
    }
    for mut row in about.rows_mut() {
        let length = row.dot(&row).sqrt().max(1e-9);
        row /= length;
    }
    about
}

fn prior(words: &Words, name: &str, term: &Term) -> f32 {
    let rarest = words_of(name).iter().filter(|word| !words.is_stop(word)).map(|word| words.rank(word)).max();
    SPECIAL * words.specificity(&term.chain) + RARE * (1.0 + f32::from(rarest.unwrap_or(NONE))).ln()
}

fn rows(words: &Words, terms: &[Term]) -> Array2<f32> {
    let mut rows = Array2::zeros((terms.len(), words.dimensions()));
    for (mut row, term) in rows.rows_mut().into_iter().zip(terms) {
        row.assign(&ArrayView1::from(&term.vector));
    }
    rows
}
