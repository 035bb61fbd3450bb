//! Matching: cosine similarity of a part's embedding against those of the same kind in a precomputed library, and nothing else.

mod drawn;
mod library;
mod rank;
mod rules;
mod wanted;

pub use drawn::drawn_crop;
pub use library::{Library, LibraryError};
pub(crate) use library::{normalise, stale};
pub use rank::{Candidate, Ranking, rank};
pub use rules::{Centring, Rules};
pub use wanted::Wanted;
pub(crate) use wanted::wanted;
