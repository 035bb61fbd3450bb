//! The film that is written: by ffmpeg, or as an animated picture without it. It stands in its place only when it is whole.

use super::animation::Animation;
use super::ffmpeg::{self, Ffmpeg, last_words};
use super::rate::Rate;
use crate::write::{self, Pending};
use anyhow::{Result, anyhow, bail};
use image::RgbImage;
use image::imageops::{self, FilterType};
use std::ffi::OsString;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ChildStdin;

/// What a film is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Mp4,
    Webm,
    Webp,
}

impl Format {
    /// What the ending says.
    pub(crate) fn of(path: &Path) -> Result<Self, String> {
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
        match ending.as_str() {
            "mp4" => Ok(Self::Mp4),
            "webm" => Ok(Self::Webm),
            "webp" => Ok(Self::Webp),
            _ => Err(format!("{}: end the film's name in .mp4, .webm or .webp", path.display())),
        }
    }
}

/// A film that is being written.
pub(crate) struct Film {
    file: Pending,
    rate: Rate,
    frames: usize,
    to: To,
}

enum To {
    Ffmpeg { running: Ffmpeg, input: ChildStdin },
    Animation(Animation<BufWriter<std::fs::File>>),
}

/// Width and height of an animated picture: its frames are encoded one by one, so it would be large otherwise.
const SMALL: (u32, u32) = (960, 540);

impl Film {
    /// Begins a film of frames of that size.
    pub(crate) fn begin(path: &Path, format: Format, size: (u32, u32), rate: Rate) -> Result<Self> {
        let file = Pending::new(path)?;
        let to = match format {
            Format::Webp => To::Animation(Animation::begin(BufWriter::new(file.file().reopen()?), SMALL)?),
            Format::Mp4 | Format::Webm => {
                let mut running = Ffmpeg::start(encoding(format, size, rate, file.file().path())?, true)?;
                let input = running.input().ok_or_else(|| anyhow!("the program ffmpeg has no input"))?;
                To::Ffmpeg { running, input }
            }
        };
        Ok(Self { file, rate, frames: 0, to })
    }

    pub(crate) fn add(mut self, frame: &RgbImage) -> Result<Self> {
        match &mut self.to {
            To::Animation(animation) => {
                let millis = |frame: usize| (self.rate.time(frame) * 1000.0).round() as u32;
                let small = imageops::resize(frame, SMALL.0, SMALL.1, FilterType::Triangle);
                animation.add(&small, millis(self.frames + 1) - millis(self.frames)).map_err(|e| self.cannot(e))?;
            }
            To::Ffmpeg { input, .. } => {
                if input.write_all(frame.as_raw()).is_err() {
                    // It has closed the pipe, and says why.
                    self.finish()?;
                    bail!("the program ffmpeg ended before the film did");
                }
            }
        }
        self.frames += 1;
        Ok(self)
    }

    /// Completes the film and puts it into its place.
    pub(crate) fn finish(self) -> Result<()> {
        let Self { file, to, .. } = self;
        match to {
            To::Animation(animation) => animation.finish()?,
            To::Ffmpeg { running, input } => {
                drop(input);
                let (good, lines) = running.finish()?;
                if !good {
                    bail!(
                        "ffmpeg cannot write the film; {}. If it lacks an encoder, end the film's name in .webp, which needs no ffmpeg",
                        last_words(&lines)
                    );
                }
            }
        }
        file.place()
    }

    fn cannot(&self, error: anyhow::Error) -> anyhow::Error {
        match error.downcast::<std::io::Error>() {
            Ok(error) => self.file.cannot(&error),
            Err(error) => error,
        }
    }
}

/// ffmpeg's arguments: raw frames in, a film that browsers and messengers play out.
fn encoding(format: Format, (width, height): (u32, u32), rate: Rate, path: &Path) -> Result<Vec<OsString>> {
    let (size, rate) = (format!("{width}x{height}"), format!("{}/{}", rate.frames, rate.seconds));
    let mut args = vec!["-loglevel", "error", "-protocol_whitelist", "file,pipe", "-f", "rawvideo", "-pix_fmt", "rgb24", "-video_size", &size];
    args.extend(["-framerate", &rate, "-i", "pipe:0", "-map_metadata", "-1", "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"]);
    args.extend(["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"]);
    args.extend(match format {
        Format::Webm => {
            &["-c:v", "libvpx-vp9", "-b:v", "0", "-crf", "30", "-deadline", "good", "-cpu-used", "5", "-row-mt", "1", "-f", "webm", "-y"][..]
        }
        _ => &["-c:v", "libx264", "-preset", "medium", "-crf", "20", "-movflags", "+faststart", "-f", "mp4", "-y"][..],
    });
    let mut args: Vec<OsString> = args.into_iter().map(OsString::from).collect();
    args.push(ffmpeg::file(path)?);
    Ok(args)
}

/// Whether a film could be written there, as far as can be told beforehand.
pub(crate) fn check(path: &Path) -> Result<()> {
    write::check(path)
}
