//! The ranker: a set of emoji, scored for a text and a photo.

use super::EmojiError;
use super::concepts::{Concepts, Sight};
use super::names::{Compared, Names};
use super::rules::Rules;
use super::set::{Emoji, EmojiSet};
use super::suggestion::{Because, SaidWord, SeenConcept, SuggestOptions, Suggested, Suggestions};
use super::term::{Said, said};
use super::tokens::spelt_out;
use super::visual::Visual;
use super::words::Words;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Longest text that is read, in characters; of longer ones the end, which is what somebody is writing.
const MOST_TEXT: usize = 2000;
/// Likeness of a word from which it is a reason: unrelated words are alike by up to this.
const LEAST: f32 = 0.2;
/// Terms whose comparisons are kept: those of a text that grows by a key stroke are asked for again and again.
const MOST_KEPT: usize = 512;

/// A set of emoji, ready to be ranked. Made once and shared: safe to use from any number of threads.
#[derive(Debug)]
pub struct Ranker {
    words: Arc<Words>,
    list: Vec<Emoji>,
    names: Names,
    concepts: Option<Arc<Concepts>>,
    /// Worked out at the first photo.
    visual: OnceLock<Visual>,
    rules: Rules,
    kept: Mutex<HashMap<String, Arc<Compared>>>,
}

/// The scores of all emoji of a set, in its order; see [`Ranker::scores`].
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    /// By the text, S_t; `None` without a known word.
    pub text: Option<Vec<f32>>,
    /// By the photo, S_v; `None` without a photo.
    pub visual: Option<Vec<f32>>,
    /// What each name loses for being of an unusual thing.
    pub prior: Vec<f32>,
}

impl Scores {
    /// Both as one: `a` S_v + (1 - `a`) S_t, or the one there is, less the prior. `None` where there is neither.
    #[must_use]
    pub fn fused(&self, a: f32) -> Option<Vec<f32>> {
        let both = match (&self.visual, &self.text) {
            (Some(v), Some(t)) => v.iter().zip(t).map(|(v, t)| a * v + (1.0 - a) * t).collect(),
            (Some(one), None) | (None, Some(one)) => one.clone(),
            (None, None) => return None,
        };
        Some(both.iter().zip(&self.prior).map(|(s, p)| s - p).collect())
    }
}

impl Ranker {
    /// Prepares a set: some ten milliseconds for the Unicode emoji.
    #[must_use]
    pub fn new(words: Arc<Words>, set: &EmojiSet) -> Self {
        let names = Names::new(&words, set);
        let (rules, kept) = (Rules::default(), Mutex::default());
        Self { words, list: set.list().to_vec(), names, concepts: None, visual: OnceLock::new(), rules, kept }
    }

    /// The same, able to look at photos.
    ///
    /// # Errors
    ///
    /// [`EmojiError::Asset`] where the concepts were made with another word list.
    pub fn with_concepts(mut self, concepts: Arc<Concepts>) -> Result<Self, EmojiError> {
        concepts.belong_to(&self.words)?;
        self.concepts = Some(concepts);
        self.visual = OnceLock::new();
        Ok(self)
    }

    /// The same by other rules.
    #[must_use]
    pub fn with_rules(mut self, rules: Rules) -> Self {
        self.rules = rules;
        self.visual = OnceLock::new();
        self
    }

    /// The emoji of the set, in its order.
    #[must_use]
    pub fn list(&self) -> &[Emoji] {
        &self.list
    }

    /// Those of which the word list knows neither the name nor a keyword: they fit only where a text has these word for word.
    pub fn unknown(&self) -> impl Iterator<Item = &Emoji> {
        self.names.unknown.iter().map(|&place| &self.list[place])
    }

    /// The emoji that fit a photo, a text, or both.
    ///
    /// Of a text over 2,000 characters the end is read. Emoji in it count as their names. Words that are not known say nothing; if there are no
    /// others, and no photo, nothing is suggested.
    ///
    /// # Errors
    ///
    /// [`EmojiError::Nothing`] without a photo and with a blank text, [`EmojiError::NoConcepts`] with a photo and without concepts,
    /// [`EmojiError::Balance`].
    pub fn suggest(&self, photo: Option<&Sight>, text: &str, options: &SuggestOptions) -> Result<Suggestions, EmojiError> {
        options.check()?;
        if photo.is_none() && text.trim().is_empty() {
            return Err(EmojiError::Nothing);
        }
        let said = self.said(text);
        let compared = self.compared(&said);
        let scores = self.scored(photo, &compared)?.fused(options.balance).unwrap_or_default();
        let mut order: Vec<usize> = (0..scores.len()).collect();
        let better = |a: &usize, b: &usize| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b));
        let limit = options.limit.min(order.len());
        if limit > 0 && limit < order.len() {
            order.select_nth_unstable_by(limit - 1, better);
        }
        order.truncate(limit);
        order.retain(|&place| options.min_score.is_none_or(|least| scores[place] >= least));
        order.sort_by(better);
        // What does not count in the sum is no reason.
        let (photo, compared) = match (photo, compared.as_slice()) {
            (Some(_), text @ [_, ..]) if options.balance == 0.0 => (None, text),
            (Some(photo), _) if options.balance == 1.0 => (Some(photo), &[][..]),
            other => other,
        };
        let suggested =
            |place: usize| Suggested { emoji: self.list[place].clone(), score: scores[place], because: self.because(place, photo, compared) };
        Ok(Suggestions { emoji: order.into_iter().map(suggested).collect(), unknown_words: said.unknown })
    }

    /// The scores of all emoji of the set, to measure with.
    ///
    /// # Errors
    ///
    /// [`EmojiError::NoConcepts`] with a photo and without concepts.
    pub fn scores(&self, photo: Option<&Sight>, text: &str) -> Result<Scores, EmojiError> {
        self.scored(photo, &self.compared(&self.said(text)))
    }

    pub(super) fn visual_scores(&self, sight: &Sight) -> Result<Vec<f32>, EmojiError> {
        let (concepts, visual) = self.visual()?;
        Ok(visual.scores(concepts, sight))
    }

    fn scored(&self, photo: Option<&Sight>, compared: &[Arc<Compared>]) -> Result<Scores, EmojiError> {
        let visual = photo.map(|sight| self.visual_scores(sight)).transpose()?;
        let prior = match self.rules {
            Rules::Tuned => self.names.prior.clone(),
            Rules::Paper => vec![0.0; self.list.len()],
        };
        Ok(Scores { text: self.text_scores(compared), visual, prior })
    }

    /// The best word's likeness, and the mean of all, one to one; squared, because a word that is quite alike says far more than several that are a
    /// little so.
    fn text_scores(&self, compared: &[Arc<Compared>]) -> Option<Vec<f32>> {
        let weights: f32 = compared.iter().map(|c| c.weight).sum();
        let mut best = vec![f32::MIN; self.list.len()];
        let mut sum = vec![0.0; self.list.len()];
        for c in compared {
            for ((best, sum), likeness) in best.iter_mut().zip(&mut sum).zip(&c.likenesses) {
                let weighted = if self.rules == Rules::Paper { *likeness } else { c.weight * likeness };
                *best = best.max(weighted);
                *sum += weighted;
            }
        }
        let tuned = |(best, sum): (f32, f32)| {
            let s = f32::midpoint(best, sum / weights);
            s * s.abs()
        };
        match self.rules {
            _ if compared.is_empty() => None,
            Rules::Paper => Some(best),
            Rules::Tuned => Some(best.into_iter().zip(sum).map(tuned).collect()),
        }
    }

    fn because(&self, place: usize, photo: Option<&Sight>, compared: &[Arc<Compared>]) -> Because {
        let says = |c: &&Arc<Compared>| c.weight * c.likenesses[place];
        // Of equals the first, as one reads.
        let best = compared.iter().rev().max_by(|a, b| says(a).total_cmp(&says(b))).filter(|c| c.likenesses[place] > LEAST);
        let word = best.map(|c| SaidWord {
            word: c.term.phrase.clone(),
            matched: self.names.matched(place, &c.term).to_owned(),
            likeness: c.likenesses[place],
        });
        Because { word, concept: photo.and_then(|sight| self.seen(place, sight)) }
    }

    /// The concept that speaks most for an emoji.
    pub(super) fn seen(&self, place: usize, sight: &Sight) -> Option<SeenConcept> {
        let (concepts, visual) = self.visual().ok()?;
        let (concept, probability) = visual.reason(concepts, sight, place)?;
        Some(SeenConcept { concept: concepts.list[concept].name().to_owned(), probability })
    }

    fn visual(&self) -> Result<(&Concepts, &Visual), EmojiError> {
        let concepts = self.concepts.as_deref().ok_or(EmojiError::NoConcepts)?;
        Ok((concepts, self.visual.get_or_init(|| Visual::new(&self.words, &self.names, concepts, self.rules))))
    }

    fn said(&self, text: &str) -> Said {
        let mut start = text.char_indices().rev().nth(MOST_TEXT - 1).map_or(0, |(i, _)| i);
        // Half a word may be another.
        if start > 0 {
            start += text[start..].find(char::is_whitespace).unwrap_or(0);
        }
        said(&self.words, &|phrase| self.names.has(phrase), &spelt_out(&text[start..]))
    }

    fn compared(&self, said: &Said) -> Vec<Arc<Compared>> {
        said.terms.iter().map(|term| self.kept(term)).collect()
    }

    fn kept(&self, phrase: &str) -> Arc<Compared> {
        // Another thread's panic leaves nothing half done here.
        let lock = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(phrase) {
            return Arc::clone(known);
        }
        let new = Arc::new(Compared::new(&self.words, &self.names, phrase));
        let mut kept = lock();
        if kept.len() >= MOST_KEPT {
            kept.clear();
        }
        kept.insert(phrase.to_owned(), Arc::clone(&new));
        new
    }
}
