//! What a photo says, before any style.

use crate::{Attributes, Avatar, Face, SelfmojiError, Style};
use selfmoji::studio;

/// What a photo says about its face. It can be turned into avatars of any number of styles. It holds the face's pixels: let go of it (in Kotlin:
/// close it) when the avatars are made.
///
/// Safe to share between threads.
#[derive(Debug, uniffi::Object)]
pub struct Reading {
    pub(crate) theirs: studio::Reading,
    pub(crate) face: Face,
    pub(crate) others: Vec<Face>,
}

#[uniffi::export]
impl Reading {
    /// The face that was read: the most prominent one.
    pub fn face(&self) -> Result<Face, SelfmojiError> {
        Ok(self.face)
    }

    /// The other faces in the photo, the most prominent first.
    pub fn other_faces(&self) -> Result<Vec<Face>, SelfmojiError> {
        Ok(self.others.clone())
    }

    /// What the photo shows in words.
    pub fn attributes(&self) -> Result<Attributes, SelfmojiError> {
        Ok((&self.theirs.attributes).into())
    }

    /// The avatar in a style that was prepared by the same studio. Takes less than a millisecond.
    pub fn avatar(&self, style: &Style) -> Result<Avatar, SelfmojiError> {
        Ok((&self.theirs.avatar(&style.0)).into())
    }
}
