//! Where to look in a photo: the whole first, then turned, then in parts, and closely at whatever was found.

use super::anchors::INPUT_SIDE;
use super::network::Network;
use super::{DetectOptions, Detection, FaceError, overlap};
use crate::photo::{Point, Similarity, sample};
use image::RgbImage;
use std::f64::consts::FRAC_PI_2;

/// A first answer needs only this score, because closer looks decide.
const COARSE_SCORE: f32 = 0.4;
/// Each single closer look needs this score; their mean needs [`DetectOptions::min_score`].
const CLOSE_SCORE: f32 = 0.5;
/// Widths of the closer looks, in face box widths: the network errs a little differently at each scale.
const CLOSE_LOOKS: [f32; 5] = [2.0, 2.2, 1.8, 2.1, 1.9];
/// At most this many faces are looked at closely.
const MOST_FACES: usize = 8;
/// Answers must overlap by this much to be about the same face.
const SAME_FACE: f32 = 0.3;

/// The faces in a photo, confirmed by a closer look, in no particular order.
pub(super) fn search(network: &Network, photo: &RgbImage, options: &DetectOptions) -> Result<Vec<Detection>, FaceError> {
    let whole = f64::from(photo.width().max(photo.height()));
    let centre = Point::new(photo.width() as f32 / 2.0, photo.height() as f32 / 2.0);
    let found = confirm(network, photo, look(network, photo, centre, whole, 0.0)?, options)?;
    if !found.is_empty() || !options.thorough {
        return Ok(found);
    }
    // Parts half as wide, then the photo turned (a sideways selfie whose orientation was lost), then small parts: the likelier and cheaper first.
    for step in [Step::Parts(2), Step::Turned, Step::Parts(4)] {
        let coarse = match step {
            Step::Parts(share) => parts(network, photo, whole / f64::from(share))?,
            Step::Turned => turned(network, photo, centre, whole)?,
        };
        let found = confirm(network, photo, coarse, options)?;
        if !found.is_empty() {
            return Ok(found);
        }
    }
    Ok(Vec::new())
}

enum Step {
    Parts(u32),
    Turned,
}

/// One look: a square window of the photo, turned clockwise by `turn` radians, through the network and back to photo pixels.
fn look(network: &Network, photo: &RgbImage, centre: Point, width: f64, turn: f64) -> Result<Vec<Detection>, FaceError> {
    let to_photo = Similarity::square(f64::from(INPUT_SIDE), centre, width, turn);
    let picture = sample(photo, &to_photo, INPUT_SIDE, [0; 3]);
    let faces = network.faces(&picture, COARSE_SCORE)?;
    Ok(faces.into_iter().map(|face| face.mapped(&to_photo)).collect())
}

fn turned(network: &Network, photo: &RgbImage, centre: Point, whole: f64) -> Result<Vec<Detection>, FaceError> {
    let mut found = Vec::new();
    for quarter in 1..4 {
        found.extend(look(network, photo, centre, whole, f64::from(quarter) * FRAC_PI_2)?);
    }
    Ok(overlap::keep_best(found))
}

/// Looks through square windows that overlap by half, so that a face cut by one lies well inside another.
fn parts(network: &Network, photo: &RgbImage, width: f64) -> Result<Vec<Detection>, FaceError> {
    let stops = |side: u32| {
        let room = (f64::from(side) - width).max(0.0);
        let steps = (room / (width / 2.0)).ceil();
        (0..=steps as u32).map(move |i| {
            let at = if steps > 0.0 { room * f64::from(i) / steps } else { (f64::from(side) - width) / 2.0 };
            (at + width / 2.0) as f32
        })
    };
    let mut found = Vec::new();
    for y in stops(photo.height()) {
        for x in stops(photo.width()) {
            found.extend(look(network, photo, Point::new(x, y), width, 0.0)?);
        }
    }
    Ok(overlap::keep_best(found))
}

/// Looks again at each first answer, upright and from close by.
///
/// That gives sharper keypoints, and an end to most things that only looked like faces: those score well at one scale and not at the next.
fn confirm(network: &Network, photo: &RgbImage, mut coarse: Vec<Detection>, options: &DetectOptions) -> Result<Vec<Detection>, FaceError> {
    coarse.sort_by(|a, b| (b.score * b.face.area()).total_cmp(&(a.score * a.face.area())));
    let mut confirmed = Vec::new();
    for face in coarse.into_iter().take(MOST_FACES) {
        let sure = closer(network, photo, face, options.close_looks)?.filter(|sure| sure.score >= options.min_score);
        confirmed.extend(sure);
    }
    Ok(overlap::keep_best(confirmed))
}

/// The face in the next frame of a film, looked for where it was.
pub(super) fn follow(network: &Network, photo: &RgbImage, last: Detection, options: &DetectOptions) -> Result<Option<Detection>, FaceError> {
    Ok(closer(network, photo, last, options.close_looks)?.filter(|sure| sure.score >= options.min_score))
}

/// The mean of several closer looks, or nothing where one of them no longer sees the face.
fn closer(network: &Network, photo: &RgbImage, coarse: Detection, looks: usize) -> Result<Option<Detection>, FaceError> {
    let mut seen = Vec::with_capacity(CLOSE_LOOKS.len());
    let mut face = coarse;
    for zoom in CLOSE_LOOKS.into_iter().take(looks.max(1)) {
        let width = f64::from(face.face.width.max(face.face.height) * zoom);
        let found = look(network, photo, face.face.centre(), width, f64::from(face.roll()))?;
        let same = found.into_iter().filter(|f| f.score >= CLOSE_SCORE && overlap::overlap(&f.face, &coarse.face) >= SAME_FACE);
        let Some(best) = same.max_by(|a, b| a.score.total_cmp(&b.score)) else { return Ok(None) };
        if seen.is_empty() {
            // Further looks start from the first close one, which is much better placed than the coarse answer.
            face = best;
        }
        seen.push(best);
    }
    Ok(Some(overlap::average(&seen)))
}
