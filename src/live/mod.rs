//! Live: from one camera frame to the next, one steady avatar.
//!
//! Read one by one, the frames of a film give an emoji that flickers: the keypoints tremble, so the class map does, and where two drawings are nearly as good
//! the choice goes back and forth. [`Live`] remembers what the frames before said:
//!
//! - keypoints pass a One Euro filter (Casiez, Roussel and Vogel, CHI 2012) before the canonical frame is cut;
//! - embeddings and measured colours are running means, older frames counting less;
//! - words, chosen parts and swatches change when another answer has led for some time, or by far; mouth and eyes, which people move, within a few frames;
//! - a face that is lost for a moment keeps its avatar; another face starts afresh.
//!
//! The same frames with the same times always give the same avatars: nothing here looks at a clock.
//!
//! ```no_run
//! use selfmoji::live::{Live, LiveOptions};
//! use selfmoji::{pack::Pack, photo::{Limits, Photo}, studio::Studio};
//! use std::time::Duration;
//!
//! # fn camera() -> Option<(Vec<u8>, Duration)> { None }
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let studio = Studio::bundled()?;
//! let style = studio.style(Pack::classic()?)?;
//! let mut live = Live::new(LiveOptions::default());
//! while let Some((rgba, since_the_last)) = camera() {
//!     let photo = Photo::from_rgba(&rgba, 640, 480, 640 * 4, &Limits::default())?;
//!     match live.next(&studio, &style, &photo, since_the_last) {
//!         Ok(frame) if frame.fresh || !frame.changed.is_empty() => println!("draw {}", frame.avatar.recipe.to_json()),
//!         Ok(_) => {}
//!         Err(error) => println!("{error}"), // for example: no face was found
//!     }
//! }
//! # Ok(())
//! # }
//! ```

mod chosen;
mod held;
mod mean;
mod one_euro;
mod options;
mod same;
mod steady;

use crate::face::{Detection, FaceError, Faces};
use crate::kind::Kind;
use crate::photo::Photo;
use crate::studio::{Avatar, Error, Reading, Studio, Style};
use chosen::Chosen;
use one_euro::Keypoints;
use std::time::Duration;
use steady::Steady;

pub use options::LiveOptions;

/// Seconds of film between two thorough searches for a face, each of which may take fifty times as long as a look at the whole photo.
const THOROUGH_EVERY: f32 = 0.5;

/// Consecutive frames in, one avatar for each out. Make one for each camera; the models and the style are passed in, so that many can share them.
#[derive(Debug, Default)]
pub struct Live {
    options: LiveOptions,
    person: Option<Person>,
    /// Seconds since the last thorough search that found nothing.
    searched: Option<f32>,
}

/// What is remembered of the person in view.
#[derive(Debug)]
struct Person {
    /// Where the detector saw the face last, before smoothing.
    face: Detection,
    keypoints: Keypoints,
    steady: Steady,
    chosen: Chosen,
    avatar: Avatar,
    /// Seconds for which no face was found, and for which the face has been unlike the one before.
    missing: f32,
    strange: f32,
}

/// What one frame gave.
#[derive(Debug)]
#[non_exhaustive]
pub struct Frame {
    /// The avatar. Its recipe holds the steady choices; its rankings are this frame's, from the running means, so the first of a ranking may be a part that has
    /// not led for long enough yet.
    pub avatar: Avatar,
    /// The kinds whose part is another one than in the frame before, or has come or gone; of a fresh start, all there are.
    pub changed: Vec<Kind>,
    /// The colour roles whose swatch is another one than in the frame before; of a fresh start, all there are.
    pub recoloured: Vec<String>,
    /// Whether this is the first frame of a face: nothing of earlier frames is in it.
    pub fresh: bool,
    /// What was read, with smoothed keypoints, embeddings, colours and words. `None` where the face was lost and the last avatar is kept. It holds the face's
    /// pixels: drop it if you do not show them.
    pub reading: Option<Reading>,
}

impl Live {
    /// A live sequence that has seen nothing yet.
    #[must_use]
    pub fn new(options: LiveOptions) -> Self {
        Self { options, ..Self::default() }
    }

    /// Forgets everything seen: the next frame starts afresh. For when the camera is switched, or somebody else is to have a turn.
    pub fn reset(&mut self) {
        self.person = None;
        self.searched = None;
    }

    /// The avatar of the next frame, `elapsed` after the one before (of the first frame, anything).
    ///
    /// Another style than before starts the choices afresh, and keeps what is known of the face.
    ///
    /// # Errors
    ///
    /// [`Error::Face`] where there is no face to work with for longer than [`LiveOptions::patience`]; [`Error::Parse`] and [`Error::Embed`] where a model
    /// cannot be run. The sequence goes on with the next frame.
    pub fn next(&mut self, studio: &Studio, style: &Style, photo: &Photo, elapsed: Duration) -> Result<Frame, Error> {
        let seconds = elapsed.as_secs_f32().min(60.0);
        let faces = match self.find(studio, photo, seconds) {
            Ok(faces) => faces,
            Err(Error::Face(FaceError::Model { detail })) => return Err(Error::Face(FaceError::Model { detail })),
            Err(error) => return self.lost(error, seconds),
        };
        let seen = faces.main;
        let Some(person) = self.person.as_mut().filter(|p| !same::jumped(&p.face, &seen)) else {
            let reading = studio.read_face(photo, faces)?;
            return Ok(self.start(style, seen, reading));
        };
        let main = person.keypoints.smooth(&seen, seconds, &self.options);
        let reading = studio.read_face(photo, Faces { main, others: faces.others })?;
        (person.face, person.missing) = (seen, 0.0);
        if person.steady.likeness(&reading) >= same::LEAST_LIKENESS {
            person.strange = 0.0;
            return Ok(person.go_on(style, reading, seconds, &self.options));
        }
        // A hand before the face passes; another face stays.
        person.strange += seconds;
        if person.strange <= same::LEAST_TIME {
            return Ok(person.keep(Some(reading)));
        }
        Ok(self.start(style, seen, reading))
    }

    /// Looks where the face was, and where it is not there any more, everywhere. A small face that comes into view may be found half a second later.
    fn find(&mut self, studio: &Studio, photo: &Photo, seconds: f32) -> Result<Faces, Error> {
        if let Some(person) = &self.person
            && let Some(faces) = studio.follow(photo, &person.face)?
        {
            return Ok(faces);
        }
        let since = self.searched.map(|since| since + seconds);
        let thorough = since.is_none_or(|since| since >= THOROUGH_EVERY);
        let found = studio.detect(photo, thorough);
        let nothing = matches!(found, Err(Error::Face(FaceError::NoFace)));
        self.searched = if nothing { if thorough { Some(0.0) } else { since } } else { None };
        found
    }

    fn start(&mut self, style: &Style, face: Detection, mut reading: Reading) -> Frame {
        let mut steady = Steady::default();
        steady.settle(&mut reading, 0.0, &self.options);
        let mut chosen = Chosen::default();
        let avatar = chosen.avatar(&reading, style, 0.0, &self.options);
        let changed = avatar.recipe.parts.keys().copied().collect();
        let recoloured = avatar.recipe.colours.keys().cloned().collect();
        let keypoints = Keypoints::new(&face);
        self.person = Some(Person { face, keypoints, steady, chosen, avatar: avatar.clone(), missing: 0.0, strange: 0.0 });
        Frame { avatar, changed, recoloured, fresh: true, reading: Some(reading) }
    }

    fn lost(&mut self, error: Error, seconds: f32) -> Result<Frame, Error> {
        let Some(person) = &mut self.person else { return Err(error) };
        person.missing += seconds;
        if person.missing > self.options.patience {
            // Whoever comes next may be somebody else.
            self.person = None;
            return Err(error);
        }
        Ok(person.keep(None))
    }
}

impl Person {
    fn go_on(&mut self, style: &Style, mut reading: Reading, seconds: f32, options: &LiveOptions) -> Frame {
        self.steady.settle(&mut reading, seconds, options);
        let avatar = self.chosen.avatar(&reading, style, seconds, options);
        let before = std::mem::replace(&mut self.avatar, avatar.clone()).recipe;
        let now = &avatar.recipe;
        let changed = Kind::ALL.into_iter().filter(|kind| before.parts.get(kind) != now.parts.get(kind)).collect();
        let recoloured = now.colours.iter().filter(|(role, id)| before.colours.get(*role) != Some(id)).map(|(role, _)| role.clone()).collect();
        Frame { avatar, changed, recoloured, fresh: false, reading: Some(reading) }
    }

    fn keep(&self, reading: Option<Reading>) -> Frame {
        Frame { avatar: self.avatar.clone(), changed: Vec::new(), recoloured: Vec::new(), fresh: false, reading }
    }
}
