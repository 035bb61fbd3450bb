//! What is asked of the ranker, and what it answers.

use super::EmojiError;
use super::set::Emoji;
use serde::Serialize;

/// What to suggest.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestOptions {
    /// Most emoji to suggest.
    pub limit: usize,
    /// The weight of the photo beside the text, the paper's alpha: 0 is the text alone, 1 the photo alone. Without one of them the other counts in
    /// full.
    pub balance: f32,
    /// Least score; `None` for all. Of Unicode emoji 0 leaves those that something speaks for, 0.2 those that a word names.
    pub min_score: Option<f32>,
}

impl Default for SuggestOptions {
    fn default() -> Self {
        Self { limit: 10, balance: 0.5, min_score: None }
    }
}

impl SuggestOptions {
    pub(super) fn check(&self) -> Result<(), EmojiError> {
        if (0.0..=1.0).contains(&self.balance) { Ok(()) } else { Err(EmojiError::Balance(self.balance)) }
    }
}

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestions {
    /// The emoji that fit best, best first. None where nothing that was said is known, and there was no photo.
    pub emoji: Vec<Suggested>,
    /// Words of the text that the word list does not know, in their order.
    pub unknown_words: Vec<String>,
}

/// An emoji that fits.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggested {
    /// Which.
    pub emoji: Emoji,
    /// How well it fits, comparable within one answer only: about 1 where a word names it, 0 where nothing speaks for it, less where it is an
    /// unusual thing.
    pub score: f32,
    /// Why.
    pub because: Because,
}

/// Why an emoji was suggested.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Because {
    /// The word of the text that speaks for it most; none where no word does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word: Option<SaidWord>,
    /// The concept seen in the photo that speaks for it most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concept: Option<SeenConcept>,
}

/// A word of the text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SaidWord {
    /// The word or phrase, as it was understood: misspelt words repaired.
    pub word: String,
    /// The name or keyword of the emoji that it is like.
    pub matched: String,
    /// How alike, 1 being the same. May be a little below 0.
    pub likeness: f32,
}

/// A concept seen in the photo.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SeenConcept {
    /// What was seen: "golden retriever".
    pub concept: String,
    /// How sure the network is, 0 to 1.
    pub probability: f32,
}
