//! The command line: what can be asked for, and the help that explains it.

use crate::args_edit::{EditArgs, OptionsArgs, RandomArgs};
use crate::emoji::args::{FindArgs, MeasureArgs, SuggestArgs};
use crate::eval::args::EvalArgs;
use crate::format::Format;
use crate::pack::args::PackCommand;
use crate::trace::args::TraceArgs;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use selfmoji::picture::MAX_SIZE;
use selfmoji::studio::ExtractorKind;
use std::path::PathBuf;

/// Turns selfies into emoji, on this machine: no network, no account, and no photo is kept.
#[derive(Debug, Parser)]
#[command(name = "selfmoji", version, arg_required_else_help = true, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  selfmoji create selfie.jpg                       writes selfie-emoji.png
  selfmoji create selfie.jpg -o me.json            saves the choices instead of a picture
  selfmoji draw me.json -o me.svg                  draws saved choices
  selfmoji edit me.json hair=bob -o me-new.json    changes them
  selfmoji create photos/*.jpg --out-dir emoji     one emoji for each photo
  selfmoji inspect selfie.jpg -o why.png           shows how the emoji came about
  selfmoji suggest photo.jpg --text \"my new dog\"   ranks the emoji that fit

Exit status: 0 if all went well, 1 if a file failed, 2 if the command line makes no sense.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make an emoji from each photo.
    Create(CreateArgs),
    /// Draw a saved recipe again.
    Draw(DrawArgs),
    /// Show what is read from photos: the face, its attributes, and how the parts rank.
    Inspect(InspectArgs),
    /// Show a video frame by frame as a film: the face, the emoji, what was compared and what was chosen.
    Trace(TraceArgs),
    /// Make a set of stickers from a saved recipe, for WhatsApp, Telegram and other messengers.
    Stickers(StickersArgs),
    /// List what can be changed about a saved recipe.
    Options(OptionsArgs),
    /// Change a saved recipe, or carry it over to another style.
    Edit(EditArgs),
    /// Make people that nobody is, from seeds.
    Random(RandomArgs),
    /// Suggest which emoji fit a photo, a text, or both.
    Suggest(SuggestArgs),
    /// Find the photos that fit an emoji, or several at once.
    Find(FindArgs),
    /// Measure whether the emoji look like the people, on labelled photos, and write a report.
    Eval(EvalArgs),
    /// Measure how well emoji are suggested, on labelled photos with captions, and write a report.
    EvalEmoji(MeasureArgs),
    /// Make style packs: begin, check, look at, build, pack up.
    #[command(subcommand)]
    Pack(PackCommand),
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  selfmoji create selfie.jpg
  selfmoji create selfie.jpg -o me.webp --size 256
  selfmoji create *.jpg --out-dir recipes --format json")]
pub(crate) struct CreateArgs {
    /// Photos of one person each: JPEG, PNG or WebP.
    #[arg(required = true, value_name = "PHOTO")]
    pub(crate) photos: Vec<PathBuf>,
    /// The file to write, for one photo. Without it, NAME.jpg becomes NAME-emoji.png in the current folder.
    #[arg(short, long, value_name = "FILE", conflicts_with = "out_dir")]
    pub(crate) output: Option<PathBuf>,
    /// The folder to write to: NAME.jpg becomes DIR/NAME.png. Needed for several photos; made if it is not there.
    #[arg(long, value_name = "DIR")]
    pub(crate) out_dir: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) picture: PictureArgs,
    #[command(flatten)]
    pub(crate) style: StyleArgs,
    #[command(flatten)]
    pub(crate) models: ModelArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  selfmoji draw me.json -o me.png --size 1024

A recipe names its style pack and that pack's version, and is drawn with no other: another version could draw another picture.")]
pub(crate) struct DrawArgs {
    /// A recipe, as `create` writes with `--format json`.
    #[arg(value_name = "RECIPE.json")]
    pub(crate) recipe: PathBuf,
    /// The file to write.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) picture: PictureArgs,
    #[command(flatten)]
    pub(crate) style: StyleArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  selfmoji inspect selfie.jpg                      a summary to read
  selfmoji inspect selfie.jpg -o sheet.png         the same as a picture
  selfmoji inspect *.jpg --json > readings.jsonl   one line of JSON for each photo
  selfmoji inspect *.jpg --mask-dir masks          the class map of each photo

The sheet and the masks show the person: keep them as you would keep the photos.")]
pub(crate) struct InspectArgs {
    /// Photos of one person each: JPEG, PNG or WebP.
    #[arg(required = true, value_name = "PHOTO")]
    pub(crate) photos: Vec<PathBuf>,
    /// Print one line of JSON for each photo, in their order, with `error` in place of `face` where one fails.
    #[arg(long)]
    pub(crate) json: bool,
    /// Write the class map of each photo as DIR/NAME.png: 8-bit grey, as large as the upright photo, a class index a pixel.
    #[arg(long, value_name = "DIR")]
    pub(crate) mask_dir: Option<PathBuf>,
    /// Draw a sheet of what was seen and chosen, as PNG, for one photo.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) style: StyleArgs,
    #[command(flatten)]
    pub(crate) models: ModelArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  selfmoji stickers me.json -o my-stickers
  selfmoji stickers me.json -o my-stickers --only laughing,crying,in-love --replace

The folder gets stickers.json (alt texts, emoji, files), whatsapp/ with contents.json, telegram/ with emoji.txt, and animated/.")]
pub(crate) struct StickersArgs {
    /// A recipe, as `create` writes with `--format json`.
    #[arg(value_name = "RECIPE.json")]
    pub(crate) recipe: PathBuf,
    /// The folder to write; it must not be there yet, or be empty.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: PathBuf,
    /// Take the place of stickers that are there.
    #[arg(long)]
    pub(crate) replace: bool,
    /// Only these expressions, in this order.
    #[arg(long, value_name = "ID,ID", value_delimiter = ',')]
    pub(crate) only: Vec<String>,
    /// Make no animated stickers.
    #[arg(long)]
    pub(crate) no_animated: bool,
    /// What the set is called in the messengers.
    #[arg(long, value_name = "TEXT", default_value = "My emoji")]
    pub(crate) name: String,
    /// Who publishes it.
    #[arg(long, value_name = "TEXT", default_value = "Made with Selfmoji")]
    pub(crate) publisher: String,
    #[command(flatten)]
    pub(crate) style: StyleArgs,
}

#[derive(Debug, Args)]
pub(crate) struct PictureArgs {
    /// Width and height of the picture in pixels.
    #[arg(long, value_name = "N", default_value_t = 512, value_parser = clap::value_parser!(u32).range(1..=i64::from(MAX_SIZE)))]
    pub(crate) size: u32,
    /// What to write; `json` is the recipe. Without it the output's ending decides, or else png.
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,
}

#[derive(Debug, Args)]
pub(crate) struct StyleArgs {
    /// The style: `classic`, `ink`, `clay`, a former version such as `classic@1.0.0`, or the folder or zip file of a style pack.
    /// Without it: that of the recipe, or else `classic`.
    #[arg(long, value_name = "NAME|PATH")]
    pub(crate) style: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct ModelArgs {
    /// What compares photos with drawings.
    #[arg(long, value_enum, default_value_t = Extractor::Autoencoder)]
    pub(crate) extractor: Extractor,
    #[command(flatten)]
    pub(crate) folder: ModelFolder,
}

#[derive(Debug, Args)]
pub(crate) struct ModelFolder {
    /// A folder of model files to use in place of the built-in ones, laid out like the project's models folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) models: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Extractor {
    /// One autoencoder for each part, built in
    Autoencoder,
    /// A ResNet50-class backbone; its file must be in the models folder
    Resnet50,
    /// One autoencoder for each part, on pixels; their files must be in the models folder
    Pixels,
    /// Those on class maps and those on pixels, side by side
    Both,
}

impl From<Extractor> for ExtractorKind {
    fn from(extractor: Extractor) -> Self {
        match extractor {
            Extractor::Autoencoder => Self::Autoencoder,
            Extractor::Resnet50 => Self::ResNet50,
            Extractor::Pixels => Self::Pixels,
            Extractor::Both => Self::Both,
        }
    }
}

/// Bad usage that the parser cannot see by itself, reported as the parser would, with the usage of that command.
pub(crate) fn usage(command: &str, message: impl std::fmt::Display) -> clap::Error {
    let mut program = Cli::command();
    program.build();
    match program.find_subcommand_mut(command) {
        Some(command) => command.error(ErrorKind::ArgumentConflict, message),
        None => program.error(ErrorKind::ArgumentConflict, message),
    }
}
