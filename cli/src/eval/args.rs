//! The command line of `selfmoji eval`.

use crate::args::{ModelArgs, StyleArgs};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  selfmoji eval faces -o report                         measures, and writes report/report.html and report/report.json
  selfmoji eval faces --list held_out.txt -o report     on those photos only
  selfmoji eval faces --stability 0 --json              prints the figures as JSON and writes nothing

FOLDER holds the photos and labels.csv, which says what they show; docs/eval.md describes it, and every figure.
The page shows people, unless it is made with --pictures 0: keep it as you would keep the photos.")]
pub(crate) struct EvalArgs {
    /// The folder with labels.csv, the photos it names and, if there is one, index.csv.
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
    /// The folder to write report.html and report.json to; made if it is not there. Other files in it are left alone.
    #[arg(short, long, value_name = "REPORT", required_unless_present = "json")]
    pub(crate) output: Option<PathBuf>,
    /// Print the report as JSON in place of the summary.
    #[arg(long)]
    pub(crate) json: bool,
    /// Only the photos named in this file, one a line as in labels.csv: those that no model was trained on.
    #[arg(long, value_name = "FILE")]
    pub(crate) list: Option<PathBuf>,
    /// Hand-drawn class maps: 8-bit grey PNG files of the photos' size. Without it, FOLDER/masks where that is there.
    #[arg(long, value_name = "DIR")]
    pub(crate) masks: Option<PathBuf>,
    /// How many photos are changed a little and read again; 0 for none.
    #[arg(long, value_name = "N", default_value_t = 60)]
    pub(crate) stability: usize,
    /// How many photos the page shows beside their emoji; with 0 it shows no people and may be shared.
    #[arg(long, value_name = "N", default_value_t = 40)]
    pub(crate) pictures: usize,
    /// Compare all extractors, with and without centring and tags; DIR has the models that do not ship, `pixels/` and `resnet50/`.
    #[arg(long, value_name = "DIR")]
    pub(crate) compare: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) style: StyleArgs,
    #[command(flatten)]
    pub(crate) models: ModelArgs,
}
