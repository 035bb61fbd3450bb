//! Matching: cosine similarity of a part's embedding against those of the same kind in a precomputed library, and nothing else.

mod drawn;
mod library;
mod rank;
mod wanted;

pub use drawn::drawn_crop;
pub(crate) use library::stale;
pub use library::{Library, LibraryError};
pub(crate) use rank::rank;
pub use rank::{Candidate, Ranking};
pub(crate) use wanted::{Wanted, wanted};
