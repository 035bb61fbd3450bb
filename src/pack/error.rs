//! What can be wrong with a style pack, said so that its designer can mend it.

use crate::kind::Kind;

/// Why a style pack was refused. Packs are untrusted input: everything here is found when a pack is loaded, never when it is drawn.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// A file is missing or cannot be read.
    #[error("{file}: {detail}; every file the manifest names must be in the pack's folder")]
    Read {
        /// The file, relative to the pack.
        file: String,
        /// What the system said.
        detail: String,
    },
    /// A file, or the number of things in it, is over a cap.
    #[error("{file}: {what} is {size}, and at most {cap} is accepted")]
    TooLarge {
        /// The file, relative to the pack.
        file: String,
        /// What was counted.
        what: &'static str,
        /// How much there is.
        size: usize,
        /// How much there may be.
        cap: usize,
    },
    /// `pack.json` does not follow the format.
    #[error("pack.json: {detail}")]
    Manifest {
        /// What is wrong, with line and column where known.
        detail: String,
    },
    /// A part's SVG does not follow the format.
    #[error("{file}:{line}: {detail}")]
    Part {
        /// The file, relative to the pack.
        file: String,
        /// The line, counted from 1.
        line: u32,
        /// What is wrong and what to do.
        detail: String,
    },
    /// An avatar asks for a part the pack does not have.
    #[error("the pack `{pack}` has no {kind} part called `{id}`; use one of: {known}")]
    NoSuchPart {
        /// The pack's name.
        pack: String,
        /// The kind of part.
        kind: Kind,
        /// The id that was asked for.
        id: String,
        /// The ids there are.
        known: String,
    },
    /// An avatar lacks a part that is not optional.
    #[error("the recipe names no {kind} part; only facial-hair, glasses and headwear may be absent")]
    PartNeeded {
        /// The kind of part.
        kind: Kind,
    },
    /// An avatar asks for a colour the pack does not have.
    #[error("the colour `{colour}` for {role} is neither #rrggbb nor a swatch of the pack's palette; use one of: {known}")]
    NoSuchColour {
        /// The colour role.
        role: String,
        /// What was asked for.
        colour: String,
        /// The swatches there are.
        known: String,
    },
    /// The pack's embeddings were built with other models.
    #[error("embeddings.json: {detail}; run `selfmoji pack build` on the pack's folder")]
    Embeddings {
        /// What is wrong.
        detail: String,
    },
}
