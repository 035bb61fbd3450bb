//! Reading the photos, one after the other, and gathering what the figures are made from.

use super::args::EvalArgs;
use super::attribute::{self, Confusion};
use super::compare::Comparison;
use super::consistency::{self, Portrait};
use super::figures::{self, Seen, is_faceless};
use super::goals::{self, Sources};
use super::labels::Subject;
use super::look::{self, Open};
use super::report::{self, Failed, Report, SkinTone};
use super::stability::{Steadiness, spread};
use super::truth::{self, Overlap};
use super::{groups, skin, variety};
use crate::batch;
use crate::failure::Failure;
use anyhow::Result;
use clap::ValueEnum;
use image::GrayImage;
use selfmoji::photo::Photo;
use selfmoji::studio::{Studio, Style};
use std::path::{Path, PathBuf};

/// What came of all photos.
#[derive(Debug)]
pub(crate) struct All {
    pub(crate) seen: Vec<Seen>,
    overlap: Overlap,
    steadiness: Option<Steadiness>,
    comparison: Option<Comparison>,
    /// Masks that cannot be used.
    bad_masks: Vec<Failed>,
    /// Whether every file could be used.
    pub(crate) good: bool,
}

/// What a run needs at every photo.
struct Room<'a> {
    args: &'a EvalArgs,
    masks: Option<&'a Path>,
    studio: &'a Studio,
    style: &'a Style,
}

pub(crate) fn all(args: &EvalArgs, subjects: Vec<Subject>, masks: Option<&Path>, studio: &Studio, style: &Style) -> Result<All> {
    let room = Room { args, masks, studio, style };
    let labelled = subjects.iter().filter(|s| s.labelled).count();
    let shaken = spread(args.stability, labelled);
    let steadiness = (args.stability > 0).then(Steadiness::default);
    let comparison = args.compare.as_deref().map(|models| Comparison::new(models, style.pack())).transpose()?;
    let mut all = All { seen: Vec::new(), overlap: Overlap::default(), steadiness, comparison, bad_masks: Vec::new(), good: true };
    let photos: Vec<PathBuf> = subjects.iter().map(|s| args.folder.join(&s.file)).collect();
    let mut looks = Vec::with_capacity(subjects.len());
    let work = |i: usize, photo: &Path| {
        // The labelled come first.
        let shake = shaken.contains(&i);
        // A photo that makes the program stumble leaves this behind, and batch says so.
        looks.resize_with(i, || Err(stumbled()));
        let mut faceless = None;
        let look = room.photo(&subjects[i], photo, shake, &mut all, &mut faceless);
        let said = look.as_ref().map(|_| String::new()).map_err(|f| Failure { kind: f.kind, message: f.message.clone() });
        looks.push(look.map_err(|f| (f, faceless)));
        said
    };
    batch::each(&photos, work, |_, _| String::new())?;
    looks.resize_with(subjects.len(), || Err(stumbled()));
    for (subject, look) in subjects.into_iter().zip(looks) {
        let (look, faceless) = match look {
            Ok(look) => (Ok(look), None),
            Err((failure, faceless)) => (Err(failure), faceless),
        };
        // That no face is found is a result; that a file is broken is a fault.
        all.good &= look.as_ref().err().is_none_or(is_faceless);
        all.seen.push(Seen { subject, look, faceless });
    }
    all.good &= all.bad_masks.is_empty();
    Ok(all)
}

fn stumbled() -> (Failure, Option<Vec<u8>>) {
    (Failure { kind: "internal", message: "this file made the program stumble, which is a defect of the program; please report it".into() }, None)
}

impl Room<'_> {
    fn photo(&self, subject: &Subject, file: &Path, shake: bool, all: &mut All, faceless: &mut Option<Vec<u8>>) -> Result<look::Look, Failure> {
        let with_pictures = self.args.pictures > 0;
        let opened = look::decode(file).map_err(|f| (None, f));
        let opened = opened.and_then(|decoded| look::open(self.studio, self.style, decoded).map_err(|(photo, f)| (Some(photo), f)));
        let open = match opened {
            Ok(open) => open,
            Err((photo, failure)) => {
                self.compare(subject, photo.as_ref(), None, all);
                *faceless = photo.filter(|_| with_pictures).and_then(|p| look::small(&p, look::SIDE));
                return Err(failure);
            }
        };
        let map = self.mask(subject).map(|_| open.map()).transpose()?;
        self.compare(subject, Some(&open.photo), map.as_ref(), all);
        if shake {
            self.shake(&open, all)?;
        }
        if let Some(comparison) = &mut all.comparison {
            comparison.add(self.studio, self.style, subject, &open.photo, &open.reading)?;
        }
        open.look(with_pictures && subject.labelled)
    }

    fn mask(&self, subject: &Subject) -> Option<PathBuf> {
        self.masks.filter(|_| subject.labelled).and_then(|masks| truth::of(masks, &subject.file))
    }

    /// Compares a class map with the hand-drawn one, where there is one.
    fn compare(&self, subject: &Subject, photo: Option<&Photo>, map: Option<&GrayImage>, all: &mut All) {
        let Some(mask) = self.mask(subject) else { return };
        match truth::read(&mask, photo.map(Photo::original_size)) {
            Ok(truth) => all.overlap.add(&truth, map),
            Err(Failure { kind, message }) => {
                batch::complain(Path::new(&subject.file), &Failure { kind, message: message.clone() });
                all.bad_masks.push(Failed { file: subject.file.clone(), kind, message });
            }
        }
    }

    fn shake(&self, open: &Open, all: &mut All) -> Result<(), Failure> {
        let Some(steadiness) = &mut all.steadiness else { return Ok(()) };
        steadiness.add(&open.avatar, &open.copies(self.studio, self.style)?);
        Ok(())
    }
}

impl All {
    /// The figures.
    pub(crate) fn report(&self, args: &EvalArgs, style: &Style) -> Result<Report> {
        let labelled: Vec<&Seen> = self.seen.iter().filter(|s| s.subject.labelled).collect();
        let tones = figures::tones(&labelled);
        let scale: Vec<u8> = (1..=10).collect();
        let skin = SkinTone { thirds: skin::measure(&tones), confusion: Confusion::of(&scale, &scale, &tones) };
        let class_map = report::class_map(&self.overlap);
        let stability = self.steadiness.as_ref().map(Steadiness::report);
        let portraits: Vec<Portrait> = self.seen.iter().filter_map(portrait_of).collect();
        let consistency = consistency::measure(&portraits);
        let recipes = labelled.iter().filter_map(|s| Some(&s.look.as_ref().ok()?.recipe));
        let groups = groups::divide(&labelled);
        let manifest = style.pack().manifest();
        let headlines = goals::headlines(&Sources {
            figures: &figures::measure(&labelled),
            skin: &skin.thirds,
            stability: stability.as_ref(),
            consistency: &consistency,
            iou: class_map.as_ref().map(|c| (c.mean, c.masks)),
            groups: (groups::widest(&groups), groups.iter().map(|d| d.groups.len()).sum()),
        });
        let mut failures = report::failures(&self.seen);
        failures.extend(self.bad_masks.iter().map(|f| Failed { file: f.file.clone(), kind: f.kind, message: f.message.clone() }));
        Ok(Report {
            format: report::FORMAT,
            program: env!("CARGO_PKG_VERSION"),
            style: format!("{} {}", manifest.name, manifest.version),
            extractor: args.models.extractor.to_possible_value().map(|v| v.get_name().to_owned()).unwrap_or_default(),
            folder: last(&args.folder),
            list: args.list.as_deref().map(last),
            photos: report::counts(&self.seen),
            headlines,
            attributes: attribute::measure(&labelled),
            skin,
            class_map,
            stability,
            extractors: self.comparison.as_ref().map(|c| c.table(style.pack())).transpose()?,
            consistency,
            variety: variety::measure(style.pack(), recipes),
            groups,
            failures,
            timing: report::timing(&self.seen),
            readings: report::readings(&self.seen),
        })
    }
}

fn portrait_of(seen: &Seen) -> Option<Portrait<'_>> {
    let look = seen.look.as_ref().ok()?;
    Some(Portrait { file: &seen.subject.file, person: seen.subject.person.as_deref(), recipe: &look.recipe })
}

/// The last part of a path: the rest is nobody's business in a report that may be passed on.
fn last(path: &Path) -> String {
    let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    real.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
