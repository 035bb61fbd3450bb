//! The report: everything that was measured, as report.json has it. Other programs rely on these names.

use super::attribute::{Attribute, Confusion};
use super::compare;
use super::consistency::Consistency;
use super::figures::{Seen, is_faceless};
use super::goals::Headline;
use super::groups::Division;
use super::question::{QUESTIONS, UNKNOWN};
use super::skin::Skin;
use super::stability::Stability;
use super::stats::{median, round};
use super::truth::{MEAN_OF, Overlap, POOLS};
use super::variety::Variety;
use selfmoji::kind::Kind;
use selfmoji::recipe::Recipe;
use serde::Serialize;
use std::collections::BTreeMap;

/// The form of report.json; it goes up when a name changes its meaning.
pub(crate) const FORMAT: u32 = 1;

#[derive(Debug, Serialize)]
pub(crate) struct Report {
    pub(crate) format: u32,
    pub(crate) program: &'static str,
    pub(crate) style: String,
    pub(crate) extractor: String,
    pub(crate) folder: String,
    pub(crate) list: Option<String>,
    pub(crate) photos: Counts,
    pub(crate) headlines: Vec<Headline>,
    pub(crate) attributes: BTreeMap<&'static str, Attribute>,
    pub(crate) skin: SkinTone,
    pub(crate) class_map: Option<ClassMap>,
    pub(crate) stability: Option<Stability>,
    /// With `--compare`.
    pub(crate) extractors: Option<compare::Table>,
    pub(crate) consistency: Consistency,
    pub(crate) variety: BTreeMap<Kind, Variety>,
    pub(crate) groups: Vec<Division>,
    pub(crate) failures: Vec<Failed>,
    pub(crate) timing: Timing,
    pub(crate) readings: Vec<Read>,
}

/// How many photos there were.
#[derive(Debug, Serialize)]
pub(crate) struct Counts {
    pub(crate) labelled: usize,
    /// Labelled, and whoever labelled them was sure; attributes and skin count in these only.
    pub(crate) sure: usize,
    /// Labelled, with a face.
    pub(crate) found: usize,
    /// Labelled, without a face.
    pub(crate) faceless: usize,
    /// Missing or broken.
    pub(crate) broken: usize,
    /// Read only to compare people with themselves.
    pub(crate) partners: usize,
}

#[derive(Debug, Serialize)]
pub(crate) struct SkinTone {
    pub(crate) thirds: Vec<Skin>,
    pub(crate) confusion: Confusion,
}

#[derive(Debug, Serialize)]
pub(crate) struct ClassMap {
    pub(crate) masks: usize,
    /// Of the first twelve.
    pub(crate) mean: f64,
    pub(crate) iou: Vec<(&'static str, f64)>,
}

/// A photo, or something beside it, that could not be used.
#[derive(Debug, Serialize)]
pub(crate) struct Failed {
    pub(crate) file: String,
    pub(crate) kind: &'static str,
    pub(crate) message: String,
}

/// Medians, in milliseconds. They depend on the machine.
#[derive(Debug, Serialize)]
pub(crate) struct Timing {
    pub(crate) decode: Option<f64>,
    pub(crate) read: Option<f64>,
    pub(crate) avatar: Option<f64>,
}

/// A labelled photo that was read.
#[derive(Debug, Serialize)]
pub(crate) struct Read {
    pub(crate) file: String,
    pub(crate) attributes: BTreeMap<&'static str, &'static str>,
    pub(crate) skin: u8,
    /// What was labelled otherwise; empty where the label is not sure.
    pub(crate) wrong: Vec<Wrong>,
    pub(crate) recipe: Recipe,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Wrong {
    pub(crate) what: &'static str,
    pub(crate) label: String,
    pub(crate) seen: String,
}

pub(crate) fn counts(seen: &[Seen]) -> Counts {
    let labelled: Vec<&Seen> = seen.iter().filter(|s| s.subject.labelled).collect();
    let failed = |faceless: bool| labelled.iter().filter(|s| s.look.as_ref().is_err_and(|f| is_faceless(f) == faceless)).count();
    Counts {
        labelled: labelled.len(),
        sure: labelled.iter().filter(|s| s.subject.sure).count(),
        found: labelled.iter().filter(|s| s.look.is_ok()).count(),
        faceless: failed(true),
        broken: failed(false),
        partners: seen.len() - labelled.len(),
    }
}

pub(crate) fn class_map(overlap: &Overlap) -> Option<ClassMap> {
    let iou = overlap.iou();
    let mean = iou[..MEAN_OF].iter().sum::<f64>() / MEAN_OF as f64;
    (overlap.photos > 0).then(|| ClassMap {
        masks: overlap.photos,
        mean: round(mean),
        iou: POOLS.iter().zip(iou).map(|((n, _), v)| (*n, round(v))).collect(),
    })
}

pub(crate) fn timing(seen: &[Seen]) -> Timing {
    let of = |i: usize| median(&seen.iter().filter_map(|s| Some(s.look.as_ref().ok()?.ms[i])).collect::<Vec<_>>()).map(round);
    Timing { decode: of(0), read: of(1), avatar: of(2) }
}

/// What was read otherwise than labelled. A skin tone one step away is as good as right.
pub(crate) fn wrong(seen: &Seen) -> Vec<Wrong> {
    let Some(look) = seen.look.as_ref().ok().filter(|_| seen.subject.sure) else { return Vec::new() };
    let mut wrong = Vec::new();
    for (i, question) in QUESTIONS.iter().enumerate() {
        if let Some(label) = seen.subject.answers[i].filter(|a| Some(*a) != look.answers[i]) {
            wrong.push(Wrong { what: question.name, label: label.into(), seen: look.answers[i].unwrap_or(UNKNOWN).into() });
        }
    }
    if let Some(label) = seen.subject.skin.filter(|tone| tone.abs_diff(look.skin) > 1) {
        wrong.push(Wrong { what: "skin", label: label.to_string(), seen: look.skin.to_string() });
    }
    wrong
}

pub(crate) fn readings(seen: &[Seen]) -> Vec<Read> {
    let read = |s: &Seen| {
        let look = s.look.as_ref().ok()?;
        let attributes = QUESTIONS.iter().zip(look.answers).map(|(q, a)| (q.name, a.unwrap_or(UNKNOWN))).collect();
        Some(Read { file: s.subject.file.clone(), attributes, skin: look.skin, wrong: wrong(s), recipe: look.recipe.clone() })
    };
    seen.iter().filter(|s| s.subject.labelled).filter_map(read).collect()
}

pub(crate) fn failures(seen: &[Seen]) -> Vec<Failed> {
    let failed = |s: &Seen| {
        let failure = s.look.as_ref().err()?;
        Some(Failed { file: s.subject.file.clone(), kind: failure.kind, message: failure.message.clone() })
    };
    seen.iter().filter_map(failed).collect()
}
