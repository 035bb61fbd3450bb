//! What can be wrong with a question, an emoji set or a file of the ranker.

use crate::photo::PhotoError;

/// Why no emoji can be suggested. Messages say what was wrong and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EmojiError {
    /// Neither a photo nor a text was given.
    #[error("there is neither a photo nor a text to suggest emoji for; give at least one of them")]
    Nothing,
    /// An option is out of its range.
    #[error("the balance between photo and text is {0}; it must be a number from 0, the text alone, to 1, the photo alone")]
    Balance(f32),
    /// An emoji set cannot be used.
    #[error("the emoji set cannot be used: {0}")]
    Set(String),
    /// A query cannot be understood.
    #[error("the query cannot be answered: {0}")]
    Query(String),
    /// A file of words or concepts is damaged, of another kind, or does not belong to the others.
    #[error("the {what} cannot be used: {detail}")]
    Asset {
        /// Which file: `word list`, `list of concepts`, `concept network`, `face detector`.
        what: &'static str,
        /// What is wrong with it.
        detail: String,
    },
    /// A photo was given, and the ranker has no concepts.
    #[error("photos cannot be looked at without the concept network; load the concepts first, or suggest by the text alone")]
    NoConcepts,
    /// The photo cannot be used.
    #[error(transparent)]
    Photo(#[from] PhotoError),
}
