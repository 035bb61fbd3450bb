//! What `inspect --json` prints: one line a photo. Other programs rely on these names.

use crate::failure::Failure;
use selfmoji::attributes::Attributes;
use selfmoji::face::FaceBox;
use selfmoji::kind::Kind;
use selfmoji::photo::Photo;
use selfmoji::studio::{Avatar, Reading};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Serialize)]
struct Good<'a> {
    file: String,
    face: Face,
    attributes: &'a Attributes,
    parts: BTreeMap<Kind, Vec<Part<'a>>>,
}

#[derive(Serialize)]
struct Bad<'a> {
    file: String,
    error: &'a Failure,
}

#[derive(Serialize)]
struct Face {
    /// Left, top, width and height in pixels of the upright original.
    #[serde(rename = "box")]
    place: [f64; 4],
    score: f64,
}

#[derive(Serialize)]
struct Part<'a> {
    id: &'a str,
    score: f64,
}

/// The line for a photo that could be read.
pub(crate) fn good(file: &Path, photo: &Photo, reading: &Reading, avatar: &Avatar) -> String {
    let main = reading.faces.main.in_original(photo);
    let FaceBox { x, y, width, height } = main.face;
    let face = Face { place: [x, y, width, height].map(|v| round(v, 100.0)), score: round(main.score, 1e4) };
    let parts = Kind::SEEN.into_iter().map(|kind| (kind, parts(kind, reading, avatar))).collect();
    line(&Good { file: name(file), face, attributes: &reading.attributes, parts })
}

/// The line for a photo that could not.
pub(crate) fn bad(file: &Path, error: &Failure) -> String {
    line(&Bad { file: name(file), error })
}

/// All parts of a kind, best first; none where the photo shows none.
fn parts<'a>(kind: Kind, reading: &Reading, avatar: &'a Avatar) -> Vec<Part<'a>> {
    let ranking = avatar.rankings.get(&kind).filter(|_| reading.shows(kind));
    ranking.into_iter().flat_map(|r| &r.candidates).map(|c| Part { id: &c.id, score: round(c.score, 1e4) }).collect()
}

fn name(file: &Path) -> String {
    file.to_string_lossy().into_owned()
}

fn round(value: f32, steps: f64) -> f64 {
    // Adding zero makes -0 a plain 0.
    (f64::from(value) * steps).round() / steps + 0.0
}

fn line(value: &impl Serialize) -> String {
    // Strings, numbers and maps with string keys: there is nothing here that JSON cannot hold.
    serde_json::to_string(value).unwrap_or_default() + "\n"
}
