//! The command lines of `options`, `edit` and `random`.

use crate::args::{PictureArgs, StyleArgs};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  selfmoji options me.json                               what can be changed, and how
  selfmoji options me.json --json --thumbnails pictures  the same for an app's editor, with a picture of each choice")]
pub(crate) struct OptionsArgs {
    /// A recipe, as `create` writes with `--format json`.
    #[arg(value_name = "RECIPE.json")]
    pub(crate) recipe: PathBuf,
    /// Print one JSON document.
    #[arg(long)]
    pub(crate) json: bool,
    /// Write a picture of this person with each part and expression, 128 pixels wide, as DIR/hair-bob.png and so on.
    #[arg(long, value_name = "DIR")]
    pub(crate) thumbnails: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) style: StyleArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Changes:
  hair=bob  glasses=none                      another part, or none; `selfmoji options` lists them all
  skin=monk-07  hair=copper  hair=#a03010     another colour; part.hair= and colour.hair= say which is meant where that is unclear
  eyes.size=0.4  eyes.size=reset  eyes=reset  more or less of something, -1 to 1; or all of it as it was drawn
  expression=laughing                         another face

Examples:
  selfmoji edit me.json hair=bob hair=copper -o me-new.json
  selfmoji edit me.json expression=laughing -o laughing.png
  selfmoji edit me.json --to-style ink -o me-ink.json

All changes are made, or none. Colours that go together stay together: brows follow the hair unless they had a colour of their own.
To be able to undo, write to another file and keep the old one; -o may also name the recipe itself, which is then replaced.")]
pub(crate) struct EditArgs {
    /// A recipe, as `create` writes with `--format json`.
    #[arg(value_name = "RECIPE.json")]
    pub(crate) recipe: PathBuf,
    /// What to change, as KEY=VALUE.
    #[arg(value_name = "CHANGE")]
    pub(crate) changes: Vec<String>,
    /// The file to write: .json for the recipe, .png, .webp or .svg for a picture.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Carry the person over to another style first, or to another version of it.
    #[arg(long, value_name = "NAME|PATH")]
    pub(crate) to_style: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) picture: PictureArgs,
    #[command(flatten)]
    pub(crate) style: StyleArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  selfmoji random --out-dir people --count 20
  selfmoji random --seed user-1234 --out-dir avatars --format json

The same seed is the same person, on every machine and after every update of the program. With --count, person I of seed S is seed S/I.")]
pub(crate) struct RandomArgs {
    /// A number or any text; without it, one that nobody had before, which the file names tell.
    #[arg(long, value_name = "N|TEXT")]
    pub(crate) seed: Option<String>,
    /// How many people.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(crate) count: u32,
    /// The folder to write to: DIR/SEED.png, or DIR/SEED-001.png and so on; made if it is not there.
    #[arg(long, value_name = "DIR")]
    pub(crate) out_dir: PathBuf,
    #[command(flatten)]
    pub(crate) picture: PictureArgs,
    #[command(flatten)]
    pub(crate) style: StyleArgs,
}
