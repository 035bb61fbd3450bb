//! Emoji: which of a set fit a photo and a text. Image2Emoji (Cappallo, Mensink, Snoek, ACM Multimedia 2015) on the machinery of part matching:
//! embed, then cosine against a precomputed library.
//!
//! The words of a text, and the concepts that a network sees in a photo, are word vectors; so are the names of the emoji. What is alike is near.
//! Nothing was trained on emoji, so any set with names can be ranked: the Unicode emoji, an app's stickers, the expressions of the user's avatar.
//!
//! ```
//! use selfmoji::emoji::{EmojiSet, Ranker, SuggestOptions, Words};
//! use std::sync::Arc;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let words = Arc::new(Words::bundled()?);
//! let ranker = Ranker::new(words, &EmojiSet::unicode());
//! let found = ranker.suggest(None, "hapy birthday!", &SuggestOptions::default())?;
//! assert!(found.emoji.iter().take(5).any(|s| s.emoji.id == "🎂"));
//! # Ok(())
//! # }
//! ```
//!
//! Words are English, because the word list is: other languages are looked up all the same, and words that are not known are said to be so. A list
//! of another language, and a set with names in it, need no other code; see docs/emoji.md.

mod asset;
mod concepts;
mod error;
mod language;
mod names;
mod query;
mod ranker;
mod rules;
mod set;
mod spelling;
mod suggestion;
mod term;
mod tokens;
mod tone;
mod unicode;
mod visual;
mod words;

pub use concepts::{Concepts, Sight, SightSum};
pub use error::EmojiError;
pub use query::{Answer, Query};
pub use ranker::{Ranker, Scores};
pub use rules::Rules;
pub use set::{Emoji, EmojiSet};
pub use suggestion::{Because, SaidWord, SeenConcept, SuggestOptions, Suggested, Suggestions};
pub use tone::SkinTone;
pub use words::Words;
