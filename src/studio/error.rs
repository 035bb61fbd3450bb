//! Everything that can come between a photo and its emoji.

use crate::embed::EmbedError;
use crate::face::FaceError;
use crate::frame::FrameError;
use crate::matching::LibraryError;
use crate::pack::PackError;
use crate::parse::ParseError;
use crate::photo::PhotoError;

/// An error of any room of the library. Messages are for people: what was wrong and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The photo cannot be used.
    #[error(transparent)]
    Photo(#[from] PhotoError),
    /// There is no face to work with.
    #[error(transparent)]
    Face(#[from] FaceError),
    /// The face cannot be framed.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// The face parser cannot be used.
    #[error(transparent)]
    Parse(#[from] ParseError),
    /// An extractor cannot be used.
    #[error(transparent)]
    Embed(#[from] EmbedError),
    /// The style pack cannot be used.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// The pack's embeddings cannot be used or built.
    #[error(transparent)]
    Library(#[from] LibraryError),
    /// A model file is missing or cannot be read.
    #[error("the model file {file} cannot be read: {detail}")]
    ModelFile {
        /// The file, relative to the models' folder.
        file: String,
        /// What the system said.
        detail: String,
    },
}

impl Error {
    /// A short, stable name of the kind of error, for programs: `photo`, `no-face`, `several-faces`, `face-too-small`, `face-turned`, `model`, `pack`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Photo(_) => "photo",
            Self::Face(FaceError::NoFace) => "no-face",
            Self::Face(FaceError::SeveralFaces { .. }) => "several-faces",
            Self::Face(FaceError::TooSmall { .. }) => "face-too-small",
            Self::Face(FaceError::TurnedTooFar { .. }) => "face-turned",
            Self::Face(_) | Self::Frame(_) => "face",
            Self::Parse(_) | Self::Embed(_) | Self::ModelFile { .. } => "model",
            Self::Pack(_) | Self::Library(_) => "pack",
        }
    }
}
