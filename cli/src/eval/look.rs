//! One photo: what was seen in it, kept without its pixels.

use super::change::{self, CHANGES};
use super::question::{self, Answers};
use crate::failure::Failure;
use crate::{mask, photos};
use image::imageops::{self, FilterType, resize};
use image::{GrayImage, RgbImage, SubImage};
use selfmoji::photo::{Limits, Photo, Point};
use selfmoji::recipe::Recipe;
use selfmoji::studio::{Avatar, Reading, Studio, Style};
use std::path::Path;
use std::time::Instant;

/// Side of the little pictures in the report, in pixels.
pub(crate) const SIDE: u32 = 176;
const QUALITY: u8 = 82;

/// What a photo gave.
#[derive(Debug)]
pub(crate) struct Look {
    pub(crate) answers: Answers,
    /// Monk tone, 1 to 10.
    pub(crate) skin: u8,
    pub(crate) recipe: Recipe,
    /// Milliseconds to decode, to read, and to choose.
    pub(crate) ms: [f64; 3],
    /// The head, as a small JPEG, where the report shows people.
    pub(crate) picture: Option<Vec<u8>>,
}

/// A photo in hand, before it is let go.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) photo: Photo,
    pub(crate) reading: Reading,
    pub(crate) avatar: Avatar,
    ms: [f64; 3],
}

pub(crate) fn decode(file: &Path) -> Result<(Photo, f64), Failure> {
    let limits = Limits::default();
    let bytes = photos::read(file, limits.max_bytes)?;
    let start = Instant::now();
    let photo = Photo::decode(&bytes, &limits)?;
    Ok((photo, since(start)))
}

pub(crate) fn open(studio: &Studio, style: &Style, (photo, decoded): (Photo, f64)) -> Result<Open, (Photo, Failure)> {
    let start = Instant::now();
    let reading = match studio.read(&photo) {
        Ok(reading) => reading,
        Err(error) => return Err((photo, error.into())),
    };
    let read = since(start);
    let start = Instant::now();
    let avatar = reading.avatar(style);
    Ok(Open { photo, reading, avatar, ms: [decoded, read, since(start)] })
}

impl Open {
    /// The class map over the whole photo.
    pub(crate) fn map(&self) -> Result<GrayImage, Failure> {
        mask::labels(&self.photo, &self.reading)
    }

    /// What the photo's changed copies give, in the order of [`CHANGES`]; `None` where there is no face.
    pub(crate) fn copies(&self, studio: &Studio, style: &Style) -> Result<Vec<Option<Avatar>>, Failure> {
        let face = self.reading.faces.main.face.width;
        let again = |change: change::Change| -> Result<Option<Avatar>, Failure> {
            let copy = change.apply(self.photo.rgb(), face)?;
            Ok(studio.read(&copy).ok().map(|reading| reading.avatar(style)))
        };
        CHANGES.iter().map(|(_, _, change)| again(*change)).collect()
    }

    /// The square of the photo that the frame shows, or as much of it as there is.
    fn head(&self) -> SubImage<&RgbImage> {
        let (width, height) = self.photo.size();
        let frame = self.reading.frame.unit_to_photo();
        let middle = frame.apply(Point::new(0.5, 0.5));
        let side = (frame.scale() as f32).clamp(1.0, width.min(height) as f32);
        let start = |middle: f32, end: u32| (middle - side / 2.0).clamp(0.0, end as f32 - side) as u32;
        imageops::crop_imm(self.photo.rgb(), start(middle.x, width), start(middle.y, height), side as u32, side as u32)
    }

    pub(crate) fn look(self, with_picture: bool) -> Result<Look, Failure> {
        let attributes = &self.reading.attributes;
        let picture = with_picture.then(|| change::jpeg(&resize(&*self.head(), SIDE, SIDE, FilterType::Triangle), QUALITY)).transpose()?;
        Ok(Look { answers: question::answers(attributes), skin: attributes.skin_tone, recipe: self.avatar.recipe, ms: self.ms, picture })
    }
}

/// The whole photo as a small JPEG, its longer side as given in pixels, or as long as it is.
pub(crate) fn small(photo: &Photo, longer: u32) -> Option<Vec<u8>> {
    let (width, height) = photo.size();
    let scale = (f64::from(longer) / f64::from(width.max(height))).min(1.0);
    let side = |v: u32| ((f64::from(v) * scale).round() as u32).max(1);
    change::jpeg(&resize(photo.rgb(), side(width), side(height), FilterType::Triangle), QUALITY).ok()
}

fn since(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1000.0
}
