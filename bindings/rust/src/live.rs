//! Avatars of consecutive camera frames.

use crate::{Avatar, Face, Kind, Photo, SelfmojiError, Studio, Style};
use selfmoji::live;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Consecutive camera frames in, one avatar for each out, without flicker. Make one for each camera. Calls from several threads wait for one another.
#[derive(Debug, uniffi::Object)]
pub struct Live(Mutex<live::Live>);

/// What one frame gave.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct LiveFrame {
    /// The avatar. Its recipe holds the steady choices.
    pub avatar: Avatar,
    /// The kinds whose part is another one than in the frame before, or has come or gone; of a fresh start, all there are.
    pub changed: Vec<Kind>,
    /// The colour roles whose swatch is another one than in the frame before; of a fresh start, all there are.
    pub recoloured: Vec<String>,
    /// Whether this is the first frame of a face.
    pub fresh: bool,
    /// The face; none where it was lost a moment ago and the last avatar is kept.
    pub face: Option<Face>,
}

#[uniffi::export]
impl Live {
    /// A sequence that has seen nothing yet.
    #[uniffi::constructor]
    pub fn new() -> Result<Arc<Self>, SelfmojiError> {
        Ok(Arc::new(Self(Mutex::default())))
    }

    /// The avatar of the next frame, so many seconds after the one before (of the first frame, anything).
    ///
    /// Throws NoFace and its like where there has been no face to work with for longer than a second; the sequence goes on with the next frame.
    pub fn next(&self, studio: &Studio, style: &Style, photo: &Photo, elapsed_seconds: f32) -> Result<LiveFrame, SelfmojiError> {
        // Zero for what is no time at all.
        let elapsed = Duration::try_from_secs_f32(elapsed_seconds).unwrap_or_default();
        let frame = self.lock().next(&studio.0, &style.0, &photo.0, elapsed)?;
        Ok(LiveFrame {
            avatar: (&frame.avatar).into(),
            changed: frame.changed.iter().filter_map(|kind| Kind::of(*kind)).collect(),
            recoloured: frame.recoloured,
            fresh: frame.fresh,
            face: frame.reading.map(|reading| Face::of(&reading.faces.main, &photo.0)),
        })
    }

    /// Forgets everything seen: for when the camera is switched, or somebody else is to have a turn.
    pub fn reset(&self) -> Result<(), SelfmojiError> {
        self.lock().reset();
        Ok(())
    }
}

impl Live {
    fn lock(&self) -> std::sync::MutexGuard<'_, live::Live> {
        // A frame that failed leaves the sequence as it was, or fresh.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
