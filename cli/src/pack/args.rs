//! The command line of `selfmoji pack`.

use crate::args::ModelFolder;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum PackCommand {
    /// Begin a style pack: a folder with a few drawings of every kind, ready to be changed.
    New(NewArgs),
    /// Say everything that is wrong with a pack, or looks like an oversight, with file and line.
    Check(CheckArgs),
    /// Show everything in a pack on one page, with random people.
    Preview(PreviewArgs),
    /// Compute the embeddings of a pack's parts, by which photos find them, and write them to DIR/embeddings.json.
    Build(BuildArgs),
    /// Put a pack into one zip file, the same bytes each time.
    Zip(ZipArgs),
}

#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  selfmoji pack new my-style --author \"Ada Lovelace\"")]
pub(crate) struct NewArgs {
    /// The folder to make. It may be there already if it is empty.
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// The pack's name: lower-case letters, digits and hyphens. Without it, that of the folder.
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Who draws it.
    #[arg(long, default_value = "Your name")]
    pub(crate) author: String,
    /// The licence of the drawings, as an SPDX expression.
    #[arg(long, default_value = "MIT OR Apache-2.0")]
    pub(crate) licence: String,
}

#[derive(Debug, Args)]
#[command(after_help = "Exit status: 0 if the pack can be used, with or without warnings, 1 if it has errors.")]
pub(crate) struct CheckArgs {
    /// The style pack's folder or zip file.
    #[arg(value_name = "DIR|ZIP")]
    pub(crate) pack: PathBuf,
    /// Print one JSON document.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  selfmoji pack preview my-style -o preview.html     one page to look through, search and share
  selfmoji pack preview my-style -o preview.png --people 80 --seed again")]
pub(crate) struct PreviewArgs {
    /// The style pack's folder or zip file, or the name of a built-in style.
    #[arg(value_name = "DIR|ZIP|NAME")]
    pub(crate) pack: PathBuf,
    /// The file to write; .html is one file without anything outside it, .png one picture.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// How many random people to show.
    #[arg(long, value_name = "N", default_value_t = 40, value_parser = clap::value_parser!(u32).range(0..=1000))]
    pub(crate) people: u32,
    /// Any word; each gives other people, the same every time.
    #[arg(long, default_value = "preview")]
    pub(crate) seed: String,
}

#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    /// The style pack's folder.
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    #[command(flatten)]
    pub(crate) models: ModelFolder,
}

#[derive(Debug, Args)]
pub(crate) struct ZipArgs {
    /// The style pack's folder.
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// The file to write. Without it, NAME-VERSION.zip in the current folder.
    #[arg(short, long, value_name = "FILE.zip")]
    pub(crate) output: Option<PathBuf>,
}
