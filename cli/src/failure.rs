//! Why one file failed. The others go on.

use selfmoji::face::FaceError;
use selfmoji::pack::PackError;
use selfmoji::photo::PhotoError;
use selfmoji::picture::PictureError;
use selfmoji::studio::Error;
use serde::Serialize;

/// What went wrong, for programs and for people. The message does not repeat the file's name.
#[derive(Debug, Serialize)]
pub(crate) struct Failure {
    /// The library's [`Error::kind`], or `file`, `write`, `picture`, `internal`.
    pub(crate) kind: &'static str,
    pub(crate) message: String,
}

impl Failure {
    /// The file itself cannot be read.
    pub(crate) fn file(message: impl Into<String>) -> Self {
        Self { kind: "file", message: message.into() }
    }

    /// The result cannot be written.
    pub(crate) fn write(error: &anyhow::Error) -> Self {
        Self { kind: "write", message: format!("{error:#}") }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { kind: error.kind(), message: error.to_string() }
    }
}

impl From<PhotoError> for Failure {
    fn from(error: PhotoError) -> Self {
        Error::from(error).into()
    }
}

impl From<FaceError> for Failure {
    fn from(error: FaceError) -> Self {
        Error::from(error).into()
    }
}

impl From<PackError> for Failure {
    fn from(error: PackError) -> Self {
        Error::from(error).into()
    }
}

impl From<PictureError> for Failure {
    fn from(error: PictureError) -> Self {
        Self { kind: "picture", message: error.to_string() }
    }
}
