//! Groups: whether the figures are as good for some people as for others.

use super::figures::{Measured, Seen, measure};
use super::labels::OWN_LABELS;
use super::skin::THIRDS;
use super::stats::round;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A group of fewer photos says little.
pub(crate) const ENOUGH: usize = 15;
/// So does a balanced accuracy where the rarer case occurs less often than this.
pub(crate) const ENOUGH_RARE: usize = 5;

/// One way to divide the photos.
#[derive(Debug, Serialize)]
pub(crate) struct Division {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) groups: Vec<Group>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) photos: usize,
    /// By the name of the figure.
    pub(crate) figures: BTreeMap<&'static str, GroupFigure>,
}

#[derive(Debug, Serialize)]
pub(crate) struct GroupFigure {
    pub(crate) value: Option<f64>,
    pub(crate) n: usize,
    /// Points (hundredths) above the figure of all photos that have this division's label.
    pub(crate) difference: Option<f64>,
    /// Half the 95 % interval of the group's own figure, in points.
    pub(crate) uncertainty: Option<f64>,
    /// Whether there are enough photos to say so.
    pub(crate) enough: bool,
}

/// The groups by skin tone as labelled by eye, and by the data set's own labels.
pub(crate) fn divide(labelled: &[&Seen]) -> Vec<Division> {
    let third = |s: &Seen| {
        let tone = s.subject.skin.filter(|_| s.subject.sure)?;
        THIRDS.iter().find(|(_, _, tones)| tones.contains(&tone)).map(|(_, title, _)| (*title).to_owned())
    };
    let mut divisions = vec![division("skin", "Skin tone (labelled by eye)", labelled, third)];
    for (i, (name, title)) in OWN_LABELS.iter().zip(["Gender", "Age", "Race"]).enumerate() {
        divisions.push(division(name, title, labelled, |s| s.subject.own[i].clone()));
    }
    divisions.retain(|d| d.groups.len() > 1);
    divisions
}

fn division(name: &'static str, title: &'static str, labelled: &[&Seen], group: impl Fn(&Seen) -> Option<String>) -> Division {
    let names: BTreeSet<String> = labelled.iter().filter_map(|s| group(s)).collect();
    let all: Vec<&Seen> = labelled.iter().copied().filter(|s| group(s).is_some()).collect();
    let whole = measure(&all);
    let of = |name: String| {
        let members: Vec<&Seen> = all.iter().copied().filter(|s| group(s).as_deref() == Some(&name)).collect();
        let figures = measure(&members).iter().zip(&whole).map(|(part, whole)| (part.name, figure(part, whole))).collect();
        Group { name, photos: members.len(), figures }
    };
    Division { name, title, groups: names.into_iter().map(of).collect() }
}

fn figure(part: &Measured, whole: &Measured) -> GroupFigure {
    // A balanced accuracy over one case alone is another figure.
    let value = part.value.filter(|_| (part.rarest == part.n) == (whole.rarest == whole.n));
    let difference = value.zip(whole.value).map(|(part, whole)| round((part - whole) * 100.0));
    let enough = part.n >= ENOUGH && part.rarest >= ENOUGH_RARE.min(part.n);
    let uncertainty = value.zip(part.error).map(|(_, error)| round(error * 196.0));
    GroupFigure { value: value.map(round), n: part.n, difference, uncertainty, enough }
}

/// The largest difference, either way, of a group that is large enough.
pub(crate) fn widest(divisions: &[Division]) -> Option<f64> {
    let figures = divisions.iter().flat_map(|d| &d.groups).flat_map(|g| g.figures.values());
    figures.filter(|f| f.enough).filter_map(|f| f.difference).map(f64::abs).max_by(f64::total_cmp)
}
