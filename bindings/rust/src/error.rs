//! Every error of the library as one of the cases an app tells apart.

use selfmoji::easel::EaselError;
use selfmoji::edit::EditError;
use selfmoji::emoji::EmojiError;
use selfmoji::face::FaceError;
use selfmoji::matching::LibraryError;
use selfmoji::pack::PackError;
use selfmoji::photo::PhotoError;
use selfmoji::picture::PictureError;
use selfmoji::recipe::RecipeError;
use selfmoji::sticker::StickerError;
use selfmoji::studio::Error;

/// Why a call failed. The message is English, says what was wrong and what to do, and is fit to be shown; the case is for translations and for what
/// the app does next.
#[derive(Debug, thiserror::Error, uniffi::Error)]
#[uniffi(flat_error)]
#[non_exhaustive]
pub enum SelfmojiError {
    /// The photo cannot be used: it is damaged, too large, too small, or in a format other than JPEG, PNG and WebP.
    #[error("{0}")]
    Photo(String),
    /// No face was found in the photo.
    #[error("{0}")]
    NoFace(String),
    /// Several faces of a similar size were found, and the studio was told to refuse them.
    #[error("{0}")]
    SeveralFaces(String),
    /// The face has too few pixels.
    #[error("{0}")]
    FaceTooSmall(String),
    /// The face is turned too far to one side, or cannot be framed.
    #[error("{0}")]
    FaceTurned(String),
    /// The text or the values are no recipe, or name something that the style pack does not have.
    #[error("{0}")]
    Recipe(String),
    /// The recipe was made with another style pack or version than the one it is to be used with.
    #[error("{0}")]
    OtherPack(String),
    /// The style pack cannot be used. The message names the file and line.
    #[error("{0}")]
    Pack(String),
    /// The change cannot be made. The recipe is as it was.
    #[error("{0}")]
    Edit(String),
    /// The picture or sticker cannot be made, for instance because its size is not from 1 to 4096 pixels.
    #[error("{0}")]
    Picture(String),
    /// The emoji set, the query for photos or what emoji are to be suggested for makes no sense.
    #[error("{0}")]
    Emoji(String),
    /// A model file is missing or cannot be used.
    #[error("{0}")]
    Model(String),
    /// The app stopped the work.
    #[error("{0}")]
    Cancelled(String),
}

/// Longest message, in characters. Some quote what was asked for, which may be of any length.
const LONGEST: usize = 2000;

fn said(error: &dyn std::fmt::Display) -> String {
    let whole = error.to_string();
    match whole.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{} ...", &whole[..end]),
        None => whole,
    }
}

impl From<PhotoError> for SelfmojiError {
    fn from(error: PhotoError) -> Self {
        Self::Photo(said(&error))
    }
}

impl From<RecipeError> for SelfmojiError {
    fn from(error: RecipeError) -> Self {
        Self::Recipe(said(&error))
    }
}

impl From<PictureError> for SelfmojiError {
    fn from(error: PictureError) -> Self {
        Self::Picture(said(&error))
    }
}

impl From<PackError> for SelfmojiError {
    fn from(error: PackError) -> Self {
        let text = said(&error);
        match error {
            PackError::OtherPack { .. } => Self::OtherPack(text),
            PackError::NoSuchPart { .. }
            | PackError::PartNeeded { .. }
            | PackError::NoSuchExpression { .. }
            | PackError::NoSuchAxis { .. }
            | PackError::NoSuchRole { .. }
            | PackError::NoSuchColour { .. } => Self::Recipe(text),
            _ => Self::Pack(text),
        }
    }
}

impl From<LibraryError> for SelfmojiError {
    fn from(error: LibraryError) -> Self {
        match error {
            LibraryError::Pack(error) => error.into(),
            LibraryError::Cancelled => Self::Cancelled(said(&error)),
            _ => Self::Model(said(&error)),
        }
    }
}

impl From<EditError> for SelfmojiError {
    fn from(error: EditError) -> Self {
        match error {
            EditError::Pack(error) => error.into(),
            _ => Self::Edit(said(&error)),
        }
    }
}

impl From<EaselError> for SelfmojiError {
    fn from(error: EaselError) -> Self {
        match error {
            EaselError::Pack(error) => error.into(),
            _ => Self::Picture(said(&error)),
        }
    }
}

impl From<StickerError> for SelfmojiError {
    fn from(error: StickerError) -> Self {
        match error {
            StickerError::Pack(error) => error.into(),
            StickerError::Cancelled => Self::Cancelled(said(&error)),
            _ => Self::Picture(said(&error)),
        }
    }
}

impl From<EmojiError> for SelfmojiError {
    fn from(error: EmojiError) -> Self {
        match error {
            EmojiError::Photo(error) => error.into(),
            EmojiError::Asset { .. } | EmojiError::NoConcepts => Self::Model(said(&error)),
            _ => Self::Emoji(said(&error)),
        }
    }
}

impl From<Error> for SelfmojiError {
    fn from(error: Error) -> Self {
        let text = said(&error);
        match error {
            Error::Photo(error) => error.into(),
            Error::Pack(error) => error.into(),
            Error::Library(error) => error.into(),
            Error::Face(FaceError::NoFace) => Self::NoFace(text),
            Error::Face(FaceError::SeveralFaces { .. }) => Self::SeveralFaces(text),
            Error::Face(FaceError::TooSmall { .. }) => Self::FaceTooSmall(text),
            Error::Face(FaceError::TurnedTooFar { .. }) | Error::Frame(_) => Self::FaceTurned(text),
            _ => Self::Model(text),
        }
    }
}
