//! What photos, folders of photos and videos show.

use crate::failure::Failure;
use crate::trace::folder;
use crate::trace::source::Source;
use crate::{batch, photos};
use anyhow::Result;
use selfmoji::emoji::{Concepts, EmojiError, Sight, SightSum};
use selfmoji::photo::{Limits, Photo, PhotoFormat};
use std::collections::HashSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Frames a second that are looked at in a video: what it is about does not change faster.
const RATE: u32 = 2;

/// What all of it shows together, and what could not be looked at.
pub(super) struct Seen {
    pub(super) sight: Option<Sight>,
    pub(super) failures: Vec<(PathBuf, Failure)>,
}

/// Looks at everything and takes the mean over photos and frames. What cannot be read is passed over and named.
pub(super) fn together(paths: &[PathBuf], concepts: &Concepts) -> Seen {
    let (mut sum, mut failures) = (SightSum::default(), Vec::new());
    let bar = batch::bar(paths.len(), "photos");
    for path in paths {
        let mut fail = |failure| failures.push((path.clone(), failure));
        if path.is_dir() || is_video(path) {
            if let Err(error) = frames(path, concepts, &mut sum, &mut fail) {
                fail(Failure::file(format!("{error:#}")));
            }
        } else {
            match photo(path, concepts) {
                Ok(sight) => sum.add(&sight),
                Err(failure) => fail(failure),
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    Seen { sight: sum.mean(), failures }
}

/// What one photo shows.
pub(super) fn photo(path: &Path, concepts: &Concepts) -> Result<Sight, Failure> {
    see(&open(path)?, concepts)
}

/// A photo as it is worked with.
pub(super) fn open(path: &Path) -> Result<Photo, Failure> {
    let limits = Limits::default();
    Ok(Photo::decode(&photos::read(path, limits.max_bytes)?, &limits)?)
}

pub(super) fn see(photo: &Photo, concepts: &Concepts) -> Result<Sight, Failure> {
    concepts.see(photo).map_err(failure)
}

/// The photos that were named, and those in the folders that were named, each once; and folders in which there are none.
pub(super) fn photos_in(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<(PathBuf, Failure)>) {
    let (mut all, mut failures, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
    for path in paths {
        let found = if path.is_dir() { folder::frames(path) } else { Ok(vec![path.clone()]) };
        match found {
            Ok(found) => all.extend(found.into_iter().filter(|file| seen.insert(std::fs::canonicalize(file).unwrap_or_else(|_| file.clone())))),
            Err(error) => failures.push((path.clone(), Failure::file(format!("{error:#}")))),
        }
    }
    (all, failures)
}

fn frames(path: &Path, concepts: &Concepts, sum: &mut SightSum, fail: &mut impl FnMut(Failure)) -> Result<()> {
    let mut source = Source::open(path, Some(RATE), 1)?;
    while let Some(shot) = source.next()? {
        match shot.photo.and_then(|photo| see(&photo, concepts)) {
            Ok(sight) => sum.add(&sight),
            Err(failure) => fail(match &shot.file {
                Some(file) => Failure { message: format!("{}: {}", file.display(), failure.message), ..failure },
                None => failure,
            }),
        }
    }
    Ok(())
}

/// Whether a file is neither a picture by its name nor by how it begins. What is not there is no video either.
fn is_video(path: &Path) -> bool {
    let mut start = Vec::new();
    let plain = std::fs::metadata(path).is_ok_and(|data| data.is_file() && data.len() > 0);
    plain
        && !folder::is_picture(path)
        && File::open(path).and_then(|file| file.take(64).read_to_end(&mut start)).is_ok()
        && PhotoFormat::sniff(&start).is_err()
}

fn failure(error: EmojiError) -> Failure {
    Failure { kind: "model", message: error.to_string() }
}
