//! Where frames come from: a video, or a folder of pictures.

use super::folder;
use super::rate::Rate;
use super::video::Video;
use crate::failure::Failure;
use crate::photos;
use anyhow::{Result, bail};
use selfmoji::photo::{Limits, Photo};
use std::path::{Path, PathBuf};

/// Frames a second of a folder that says nothing else.
const FOLDER_RATE: u32 = 10;

/// Frames, one after the other.
pub(crate) struct Source {
    from: From,
    every: u32,
    /// Frames taken so far, those passed over included.
    taken: usize,
}

enum From {
    Folder { files: Vec<PathBuf>, rate: Rate },
    Video(Video),
}

/// One frame, or why it cannot be used.
pub(crate) struct Shot {
    /// The file it is in, where it has one of its own.
    pub(crate) file: Option<PathBuf>,
    pub(crate) photo: Result<Photo, Failure>,
}

impl Source {
    /// Opens a video or a folder: so many frames a second, or its own, and of these every so many.
    pub(crate) fn open(path: &Path, fps: Option<u32>, every: u32) -> Result<Self> {
        let from = if path.is_dir() {
            From::Folder { files: folder::frames(path)?, rate: Rate::new(fps.unwrap_or(FOLDER_RATE), 1) }
        } else {
            plain(path)?;
            From::Video(Video::open(path, fps)?)
        };
        Ok(Self { from, every, taken: 0 })
    }

    /// The files that are read.
    pub(crate) fn files(&self, video: &Path) -> Vec<PathBuf> {
        match &self.from {
            From::Folder { files, .. } => files.clone(),
            From::Video(_) => vec![video.to_owned()],
        }
    }

    /// The rate of the frames that are given.
    pub(crate) fn rate(&self) -> Rate {
        match &self.from {
            From::Folder { rate, .. } => rate.every(self.every),
            From::Video(video) => video.rate.every(self.every),
        }
    }

    /// How many frames will be given, where that is known.
    pub(crate) fn frames(&self) -> Option<usize> {
        let all = match &self.from {
            From::Folder { files, .. } => Some(files.len()),
            From::Video(video) => video.frames,
        };
        all.map(|all| all.div_ceil(self.every as usize))
    }

    /// The next frame; `None` at the end.
    pub(crate) fn next(&mut self) -> Result<Option<Shot>> {
        let limits = Limits::default();
        let shot = match &mut self.from {
            From::Folder { files, .. } => files.get(self.taken).map(|file| Shot { file: Some(file.clone()), photo: read(file, &limits) }),
            From::Video(video) => {
                while !self.taken.is_multiple_of(self.every as usize) && video.next()?.is_some() {
                    self.taken += 1;
                }
                video.next()?.map(|rgb| Shot { file: None, photo: Photo::from_rgb(rgb, &limits).map_err(Failure::from) })
            }
        };
        self.taken += if matches!(self.from, From::Folder { .. }) { self.every as usize } else { 1 };
        Ok(shot)
    }
}

fn read(file: &Path, limits: &Limits) -> Result<Photo, Failure> {
    Ok(Photo::decode(&photos::read(file, limits.max_bytes)?, limits)?)
}

/// Refuses what is plainly no video.
fn plain(path: &Path) -> Result<()> {
    let name = path.display();
    match std::fs::metadata(path) {
        Err(_) => bail!("there is no video and no folder {name}; check the name"),
        Ok(data) if !data.is_file() => bail!("{name} is neither a plain file nor a folder; save the video to a file first"),
        Ok(_) if folder::is_picture(path) => bail!("{name} is a picture; name a video, or a folder with its frames"),
        Ok(_) => Ok(()),
    }
}
