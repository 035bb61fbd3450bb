//! The values to reach, beside what was reached. Those of the grouped figures stand with them, in `figures`.

use super::consistency::Consistency;
use super::figures::Measured;
use super::skin::Skin;
use super::stability::Stability;
use super::stats::round;
use serde::Serialize;

const STABILITY: f64 = 0.95;
const TELLING_APART: f64 = 0.85;
pub(crate) const IOU: f64 = 0.70;
/// Points that a group may differ from the whole.
pub(crate) const GROUP_POINTS: f64 = 5.0;

/// One of the figures that are looked at first.
#[derive(Debug, Serialize)]
pub(crate) struct Headline {
    pub(crate) name: &'static str,
    pub(crate) title: String,
    pub(crate) value: Option<f64>,
    pub(crate) goal: f64,
    /// `None` where there was nothing to measure.
    pub(crate) reached: Option<bool>,
    /// What it was measured on, and how many.
    pub(crate) n: usize,
    pub(crate) of: &'static str,
}

impl Headline {
    fn new(name: &'static str, title: impl Into<String>, value: Option<f64>, goal: f64, (n, of): (usize, &'static str)) -> Self {
        let value = value.map(round);
        Self { name, title: title.into(), value, goal, reached: value.map(|v| v >= goal), n, of }
    }
}

/// What the headlines are made from.
#[derive(Debug)]
pub(crate) struct Sources<'a> {
    pub(crate) figures: &'a [Measured],
    pub(crate) skin: &'a [Skin],
    pub(crate) stability: Option<&'a Stability>,
    pub(crate) consistency: &'a Consistency,
    /// Mean IoU, and the masks it was measured on.
    pub(crate) iou: Option<(f64, usize)>,
    /// The widest difference of a group, in points, and the groups.
    pub(crate) groups: (Option<f64>, usize),
}

pub(crate) fn headlines(from: &Sources) -> Vec<Headline> {
    let mut lines = Vec::new();
    for figure in from.figures {
        if figure.name != "skin" {
            lines.push(Headline::new(figure.name, figure.title, figure.value, figure.goal, (figure.n, "photos")));
            continue;
        }
        for third in from.skin.iter().skip(1) {
            let name = match third.name {
                "light" => "skin_light",
                "medium" => "skin_medium",
                _ => "skin_dark",
            };
            lines.push(Headline::new(name, format!("Skin within one step, {}", third.title), third.within_one, figure.goal, (third.n, "photos")));
        }
    }
    let stable = from.stability.and_then(|s| s.parts);
    lines.push(Headline::new("stability", "Parts unchanged by small changes", stable, STABILITY, (from.stability.map_or(0, |s| s.photos), "photos")));
    let c = from.consistency;
    let people = (c.same.iter().sum(), "pairs");
    lines.push(Headline::new("consistency", "Same person or another, AUC", c.auc, TELLING_APART, people));
    let (iou, masks) = from.iou.unzip();
    lines.push(Headline::new("iou", "Class map, mean IoU of 12", iou, IOU, (masks.unwrap_or(0), "masks")));
    let (widest, groups) = from.groups;
    let mut groups = Headline::new("group_points", "Widest group difference, points", widest, GROUP_POINTS, (groups, "groups"));
    groups.reached = groups.value.map(|v| v <= GROUP_POINTS);
    lines.push(groups);
    lines
}
