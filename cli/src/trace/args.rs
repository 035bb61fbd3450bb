//! What `selfmoji trace` can be asked for.

use crate::args::{ModelArgs, StyleArgs};
use clap::Args;
use clap::builder::PossibleValuesParser;
use selfmoji::kind::Kind;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  selfmoji trace selfie.mp4 -o trace.mp4           needs the program ffmpeg
  selfmoji trace frames/ -o trace.webp             a folder of frames and a film of pictures need no other program
  selfmoji trace selfie.mp4 -o trace.mp4 --raw     each frame by itself, without smoothing
  selfmoji trace selfie.mp4 -o eyes.webm --kind eyes --every 2

The film shows the person: keep it as you would keep the video.")]
pub(crate) struct TraceArgs {
    /// A video of one person, or a folder with its frames: JPEG, PNG or WebP, in the order of their names, frame2 before frame10.
    #[arg(value_name = "VIDEO|FOLDER")]
    pub(crate) video: PathBuf,
    /// The film to write: .mp4 or .webm, made with ffmpeg, or .webp, an animated picture three quarters as large.
    #[arg(short, long, value_name = "FILM")]
    pub(crate) output: PathBuf,
    /// The part kind whose embeddings are shown.
    #[arg(long, value_name = "KIND", default_value = "hair", value_parser = PossibleValuesParser::new(Kind::SEEN.map(Kind::name)))]
    pub(crate) kind: String,
    /// Show each frame's choices by themselves, without smoothing.
    #[arg(long)]
    pub(crate) raw: bool,
    /// Frames a second, 1 to 120. Without it: the video's own, and 10 for a folder.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=120))]
    pub(crate) fps: Option<u32>,
    /// Take only every Nth frame; the film keeps its pace.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) every: u32,
    /// Stop after so many frames. A frame takes about 30 kB of film (.webp), or 5 (.mp4).
    #[arg(long, value_name = "N", default_value_t = 600, value_parser = clap::value_parser!(u32).range(1..=20_000))]
    pub(crate) max_frames: u32,
    #[command(flatten)]
    pub(crate) style: StyleArgs,
    #[command(flatten)]
    pub(crate) models: ModelArgs,
}
