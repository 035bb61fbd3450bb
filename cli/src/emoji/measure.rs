//! `selfmoji eval-emoji`: how well names are ranked for photos and captions, as the paper measures it.

use super::args::MeasureArgs;
use super::labelled::{self, Labelled};
use super::precision::{average, mean};
use super::{assets, measure_page, sight};
use crate::failure::Failure;
use crate::{batch, targets, write};
use anyhow::{Context, Result, anyhow, bail};
use selfmoji::emoji::{Emoji, EmojiSet, Ranker, Rules, Scores, Sight};
use serde::Serialize;
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Arc;

/// Mean average precision, two ways.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Figures {
    /// Over photos: how well each one's labels come out on top.
    pub(super) im_map: f64,
    /// Over labels: how well the photos with each come out on top.
    pub(super) map: f64,
}

/// What `report.json` holds. Other programs rely on these names.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    pub(super) folder: String,
    pub(super) program: String,
    pub(super) photos: usize,
    pub(super) labels: usize,
    /// First names of the concepts that were left out, being labels themselves.
    pub(super) left_out: Vec<String>,
    /// The first caption as the text.
    pub(super) first_caption: Ways,
    /// Each caption by itself, then the mean of the figures.
    pub(super) each_caption: Ways,
    /// All captions as one text.
    pub(super) all_captions: Ways,
    /// The formulas of the paper as they stand, with the same words and concepts, the first caption.
    pub(super) paper_rules: Ways,
    /// What chance would give.
    pub(super) chance: Figures,
    pub(super) per_label: Vec<Label>,
    pub(super) failures: Vec<Missed>,
}

/// By the text, by the photo, and both, with a weight of the photo from 0 to 1 in tenths.
#[derive(Debug, Serialize)]
pub(super) struct Ways {
    pub(super) text: Figures,
    pub(super) visual: Figures,
    /// At 0.5, the default.
    pub(super) fused: Figures,
    pub(super) curve: Vec<Figures>,
}

/// Average precision of one label over the photos, by the first caption.
#[derive(Debug, Serialize)]
pub(super) struct Label {
    pub(super) name: String,
    pub(super) photos: usize,
    pub(super) text: Option<f64>,
    pub(super) visual: Option<f64>,
    pub(super) fused: Option<f64>,
}

/// A photo that could not be looked at, and was left out.
#[derive(Debug, Serialize)]
pub(super) struct Missed {
    file: String,
    #[serde(flatten)]
    failure: Failure,
}

/// Photos that could be looked at, and which labels they have.
struct Photos<'a> {
    all: Vec<(&'a labelled::Image, Sight)>,
    truth: Vec<Vec<bool>>,
}

pub(crate) fn run(args: &MeasureArgs) -> Result<bool> {
    let labelled = labelled::read(&args.folder)?;
    let files = args.output.as_ref().map(|folder| ["report.json", "report.html"].map(|name| folder.join(name)));
    if let Some((folder, files)) = args.output.as_ref().zip(files.as_ref()) {
        let photos = labelled.images.iter().map(|image| args.folder.join(&image.file));
        let read: Vec<PathBuf> = photos.chain([args.folder.join("labels.json")]).chain(assets::files(&[], &args.assets)).collect();
        targets::spare(&read, files).map_err(|message| anyhow!(message))?;
        write::make_folder(folder)?;
        files.iter().try_for_each(|file| write::check(file))?;
    }
    let report = measure(args, &labelled)?;
    let json = serde_json::to_string_pretty(&report).context("the report cannot be written as JSON")? + "\n";
    if let Some([json_file, page_file]) = &files {
        write::write(json_file, json.as_bytes())?;
        write::write(page_file, measure_page::html(&report).as_bytes())?;
    }
    batch::print(&if args.json { json } else { summary(&report) })?;
    Ok(report.failures.is_empty())
}

fn measure(args: &MeasureArgs, labelled: &Labelled) -> Result<Report> {
    let label = |name: &String| Emoji { id: name.clone(), name: name.clone(), keywords: Vec::new() };
    let set = EmojiSet::new(labelled.categories.iter().map(label).collect()).context("the categories of labels.json cannot be ranked")?;
    let words = assets::words(&args.assets)?;
    let concepts = Arc::new(assets::concepts(&args.assets)?.without(&labelled.categories));
    let left_out = concepts.left_out().map(str::to_owned).collect();
    let (mut all, mut failures) = (Vec::new(), Vec::new());
    let bar = batch::bar(labelled.images.len(), "photos");
    for image in &labelled.images {
        let path: PathBuf = args.folder.join(&image.file);
        match sight::photo(&path, &concepts) {
            Ok(sight) => all.push((image, sight)),
            Err(failure) => {
                batch::complain(&path, &failure);
                failures.push(Missed { file: image.file.clone(), failure });
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if all.is_empty() {
        bail!("none of the photos could be read");
    }
    if all.iter().all(|(image, _)| image.labels.is_empty()) {
        bail!("none of the photos that could be read has a label, so there is nothing to measure");
    }
    let truth = all.iter().map(|(image, _)| labelled.categories.iter().map(|c| image.labels.contains(c)).collect()).collect();
    let photos = Photos { all, truth };
    let ranker = |rules| Ranker::new(Arc::clone(&words), &set).with_rules(rules).with_concepts(Arc::clone(&concepts));
    let (tuned, paper) = (ranker(Rules::Tuned)?, ranker(Rules::Paper)?);
    let captions = photos.all.iter().map(|(image, _)| image.captions.len()).max().unwrap_or(1);
    let each = (0..captions).map(|k| photos.ways(&tuned, |image| image.captions[k % image.captions.len()].clone())).collect::<Result<Vec<_>>>()?;
    let first = |image: &labelled::Image| image.captions[0].clone();
    Ok(Report {
        folder: args.folder.display().to_string(),
        program: env!("CARGO_PKG_VERSION").into(),
        photos: photos.all.len(),
        labels: labelled.categories.len(),
        left_out,
        first_caption: photos.ways(&tuned, first)?,
        each_caption: Ways::mean(&each),
        all_captions: photos.ways(&tuned, |image| image.captions.join(" "))?,
        paper_rules: photos.ways(&paper, first)?,
        chance: photos.figures(chance),
        per_label: photos.per_label(&tuned, labelled)?,
        failures,
    })
}

impl Photos<'_> {
    /// The scores of all labels for each photo.
    fn scores(&self, ranker: &Ranker, text: impl Fn(&labelled::Image) -> String) -> Result<Vec<Scores>> {
        self.all.iter().map(|(image, sight)| Ok(ranker.scores(Some(sight), &text(image))?)).collect()
    }

    fn ways(&self, ranker: &Ranker, text: impl Fn(&labelled::Image) -> String) -> Result<Ways> {
        let scores = self.scores(ranker, text)?;
        let curve: Vec<Figures> = (0..=10).map(|tenth| self.of(&scores, tenth as f32 / 10.0)).collect();
        Ok(Ways { text: curve[0], visual: curve[10], fused: curve[5], curve })
    }

    fn of(&self, scores: &[Scores], a: f32) -> Figures {
        let rows: Vec<Vec<f32>> = scores.iter().map(|s| fused(s, a)).collect();
        let im_map = mean(self.truth.iter().zip(&rows).map(|(truth, row)| average(truth, row)));
        let map = mean((0..self.labels()).map(|label| average(&self.column(label), &column(&rows, label))));
        Figures { im_map, map }
    }

    /// Figures that need no scores.
    fn figures(&self, of: impl Fn(&[bool]) -> Option<f64>) -> Figures {
        Figures { im_map: mean(self.truth.iter().map(|truth| of(truth))), map: mean((0..self.labels()).map(|label| of(&self.column(label)))) }
    }

    fn per_label(&self, ranker: &Ranker, labelled: &Labelled) -> Result<Vec<Label>> {
        let scores = self.scores(ranker, |image| image.captions[0].clone())?;
        let precision = |label: usize, a: f32| average(&self.column(label), &scores.iter().map(|s| fused(s, a)[label]).collect::<Vec<_>>());
        let label = |(i, name): (usize, &String)| Label {
            name: name.clone(),
            photos: self.column(i).iter().filter(|has| **has).count(),
            text: precision(i, 0.0),
            visual: precision(i, 1.0),
            fused: precision(i, 0.5),
        };
        Ok(labelled.categories.iter().enumerate().map(label).collect())
    }

    fn labels(&self) -> usize {
        self.truth.first().map_or(0, Vec::len)
    }

    fn column(&self, label: usize) -> Vec<bool> {
        self.truth.iter().map(|truth| truth[label]).collect()
    }
}

impl Ways {
    fn mean(each: &[Self]) -> Self {
        let of = |get: &dyn Fn(&Self) -> Figures| {
            let all: Vec<Figures> = each.iter().map(get).collect();
            Figures { im_map: mean(all.iter().map(|f| Some(f.im_map))), map: mean(all.iter().map(|f| Some(f.map))) }
        };
        let curve = (0..=10).map(|i| of(&|w: &Self| w.curve[i])).collect();
        Self { text: of(&|w| w.text), visual: of(&|w| w.visual), fused: of(&|w| w.fused), curve }
    }
}

/// At both ends one side alone, also where the text says nothing.
fn fused(scores: &Scores, a: f32) -> Vec<f32> {
    let silent = Scores { text: Some(scores.text.clone().unwrap_or_else(|| vec![0.0; scores.prior.len()])), ..scores.clone() };
    silent.fused(a).unwrap_or_default()
}

fn column(rows: &[Vec<f32>], label: usize) -> Vec<f32> {
    rows.iter().map(|row| row[label]).collect()
}

/// The average precision to be expected of a random order.
fn chance(relevant: &[bool]) -> Option<f64> {
    let (n, r) = (relevant.len() as f64, relevant.iter().filter(|r| **r).count() as f64);
    let harmonic: f64 = (1..=relevant.len()).map(|k| 1.0 / k as f64).sum();
    (r > 0.0).then(|| (harmonic + (r - 1.0) / (n - 1.0).max(1.0) * (n - harmonic)) / n)
}

fn summary(report: &Report) -> String {
    let mut out = format!(
        "{} photos, {} labels, {} concepts left out that are labels themselves; im-mAP / mAP\n\n{:<38} {:>15} {:>15} {:>15}\n",
        report.photos,
        report.labels,
        report.left_out.len(),
        "",
        "text",
        "visual",
        "both, a = 0.5"
    );
    let pair = |f: Figures| format!("{:.3} / {:.3}", f.im_map, f.map);
    for (title, ways) in report.rows() {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{title:<38} {:>15} {:>15} {:>15}", pair(ways.text), pair(ways.visual), pair(ways.fused));
    }
    let _ = writeln!(out, "{:<38} {:>15}\n\nBoth, first caption, by the weight of the photo:", "chance", pair(report.chance));
    for (i, f) in report.first_caption.curve.iter().enumerate() {
        let _ = writeln!(out, "  a = {:.1}   {}", i as f32 / 10.0, pair(*f));
    }
    out
}

impl Report {
    pub(super) fn rows(&self) -> [(&'static str, &Ways); 4] {
        [
            ("first caption", &self.first_caption),
            ("mean of the captions one at a time", &self.each_caption),
            ("all captions as one text", &self.all_captions),
            ("the paper's formulas, first caption", &self.paper_rules),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_is_the_mean_over_all_orders() {
        // Three photos, of which one is relevant: 1, 1/2 and 1/3 are equally likely.
        let one = chance(&[true, false, false]).unwrap_or_default();
        assert!((one - (1.0 + 0.5 + 1.0 / 3.0) / 3.0).abs() < 1e-12, "{one}");
        // Of two: {1, 2}, {1, 3}, {2, 3}.
        let two = chance(&[true, true, false]).unwrap_or_default();
        assert!((two - (1.0 + (1.0 + 2.0 / 3.0) / 2.0 + (0.5 + 2.0 / 3.0) / 2.0) / 3.0).abs() < 1e-12, "{two}");
        assert_eq!(chance(&[true, true]), Some(1.0));
        assert_eq!(chance(&[false]), None);
    }
}
