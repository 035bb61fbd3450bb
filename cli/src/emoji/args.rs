//! The command lines of `suggest`, `find` and `eval-emoji`.

use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  selfmoji suggest --text \"happy birthday!\"
  selfmoji suggest photo.jpg                          what the photo shows
  selfmoji suggest photo.jpg --text \"my new friend\"   both together
  selfmoji suggest holiday/*.jpg clip.mp4 -n 5        several photos, or a video's frames, as one
  selfmoji suggest --text \"so tired\" --set stickers.json --set unicode
  selfmoji suggest --text \"great job\" --like me.json   in the skin tone of an avatar

A set is `unicode` (all emoji), `pictographs` (385 worth predicting), `expressions` (those that avatars can be drawn with), or a JSON file:
  [{\"id\": \"cat-1\", \"name\": \"sleepy cat\", \"keywords\": [\"tired\", \"bed\"]}]
Names and texts are English; words that are not known are named.")]
pub(crate) struct SuggestArgs {
    /// Photos (JPEG, PNG, WebP), folders of them, or videos, which need the program ffmpeg: summed up as one.
    #[arg(value_name = "PHOTO")]
    pub(crate) photos: Vec<PathBuf>,
    /// What is being said. Of more than 2,000 characters the last are read.
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub(crate) text: Option<String>,
    /// The emoji to choose from; several sets are joined.
    #[arg(long = "set", value_name = "NAME|FILE", default_value = "unicode")]
    pub(crate) sets: Vec<PathBuf>,
    /// How many to suggest.
    #[arg(short = 'n', long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=20_000))]
    pub(crate) number: u32,
    /// The weight of the photos beside the text: 0 for the text alone, 1 for the photos alone.
    #[arg(long, value_name = "A", default_value_t = 0.5, allow_negative_numbers = true)]
    pub(crate) balance: f32,
    /// Suggest none with a lower score.
    #[arg(long, value_name = "SCORE", allow_negative_numbers = true)]
    pub(crate) min_score: Option<f32>,
    /// A saved recipe whose skin tone emoji of hands and people take.
    #[arg(long, value_name = "RECIPE.json")]
    pub(crate) like: Option<PathBuf>,
    /// Print one line of JSON: {"emoji": [{"id", "name", "score", "because"}]}.
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) assets: AssetArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  selfmoji find 🐱 photos -o cats.html
  selfmoji find \"cat + shoe\" photos -o result.html   both in one photo
  selfmoji find \"birthday cake\" photos --json

The page shows the photos: keep it as you would keep them.")]
pub(crate) struct FindArgs {
    /// An emoji, a name, or words; with ` + ` between them, all at once.
    #[arg(value_name = "QUERY")]
    pub(crate) query: String,
    /// Photos, or folders of them.
    #[arg(required = true, value_name = "PHOTO|FOLDER")]
    pub(crate) photos: Vec<PathBuf>,
    /// The page to write, HTML in one file.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// How many photos to show, best first.
    #[arg(short = 'n', long, value_name = "N", default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub(crate) number: u32,
    /// A set whose ids and names the query may use.
    #[arg(long = "set", value_name = "NAME|FILE", default_value = "unicode")]
    pub(crate) sets: Vec<PathBuf>,
    /// Print one line of JSON: {"query": [names], "photos": [{"file", "score", "parts"}]}, and "errors".
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) assets: AssetArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  selfmoji eval-emoji coco -o report                  writes report/report.html and report/report.json
  selfmoji eval-emoji coco --json                     prints the figures and writes nothing

FOLDER holds the photos and labels.json: {\"categories\": [names], \"images\": [{\"file\", \"labels\": [names], \"captions\": [texts]}]}; docs/emoji.md has the
figures' definitions. The page shows no photos.")]
pub(crate) struct MeasureArgs {
    /// The folder with labels.json and the photos it names.
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
    /// The folder to write report.html and report.json to; made if it is not there. Other files in it are left alone.
    #[arg(short, long, value_name = "REPORT")]
    pub(crate) output: Option<PathBuf>,
    /// Print the report as JSON in place of the summary.
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) assets: AssetArgs,
}

#[derive(Debug, Args)]
pub(crate) struct AssetArgs {
    /// A folder with words.bin, and concepts.onnx and concepts.bin if photos are to be looked at, in place of the built-in ones.
    #[arg(long, value_name = "DIR")]
    pub(crate) assets: Option<PathBuf>,
}
