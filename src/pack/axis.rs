//! Axes: one drawing, a family of parts. An axis moves, scales or turns a part, or blends its paths with a second master, as in a variable font.

use super::caps;
use super::findings::Findings;
use super::manifest::{is_id, readable};
use crate::kind::Kind;
use serde::{Deserialize, Serialize};

/// A way a part can vary. The part is as drawn at 0.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Axis {
    /// Unique among the axes of a part and its kind.
    pub id: String,
    /// For people.
    #[serde(default)]
    pub title: String,
    /// What it does to the whole part; without it, the drawing says so itself (`data-vary-ID`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transform: Option<AxisTransform>,
    /// With a transform: its amount at -1 (a factor, canvas units or degrees). Without: the least value, -1 to 0.
    pub from: f32,
    /// With a transform: its amount at 1. Without: the greatest value, 0 to 1.
    pub to: f32,
}

/// What an axis does to a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum AxisTransform {
    Scale,
    ScaleX,
    ScaleY,
    ShiftX,
    ShiftY,
    Rotate,
}

impl AxisTransform {
    /// The amount at which nothing changes, and how far amounts may go.
    const fn bounds(self) -> (f32, f32, f32) {
        match self {
            Self::Scale | Self::ScaleX | Self::ScaleY => (1.0, 0.5, 2.0),
            Self::ShiftX | Self::ShiftY => (0.0, -64.0, 64.0),
            Self::Rotate => (0.0, -45.0, 45.0),
        }
    }
}

impl Axis {
    /// Least and greatest value a recipe may give; 0 is always among them.
    #[must_use]
    pub fn range(&self) -> (f32, f32) {
        if self.transform.is_some() { (-1.0, 1.0) } else { (self.from, self.to) }
    }

    /// The amount of the transform at a value.
    pub(crate) fn amount(&self, value: f32) -> f32 {
        let rest = self.transform.map_or(0.0, |t| t.bounds().0);
        let end = if value < 0.0 { self.from } else { self.to };
        rest + (end - rest) * value.abs()
    }

    pub(super) fn check(&self, path: &str, found: &mut Findings) {
        if !is_id(&self.id) {
            found.add(format!("{path}/id"), format!("the axis `{}` must be named with lower-case letters, digits and hyphens", self.id));
        }
        readable(&format!("{path}/title"), &self.title, found);
        let (least, greatest) = match self.transform {
            Some(transform) => (transform.bounds().1, transform.bounds().2),
            None => (-1.0, 1.0),
        };
        if [self.from, self.to].iter().any(|v| !(least..=greatest).contains(v)) {
            found.add(path, format!("axis `{}`: from and to must lie within {least} and {greatest}", self.id));
        }
        if self.transform.is_none() && !(self.from <= 0.0 && self.to >= 0.0 && self.from < self.to) {
            found.add(path, format!("axis `{}`: without a transform, `from` is 0 or less and `to` is 0 or more", self.id));
        }
    }
}

/// Checks the axes of one part or kind.
pub(super) fn check(axes: &[Axis], path: &str, found: &mut Findings) {
    if axes.len() > caps::AXES {
        found.add(path, format!("{} axes; at most {} are accepted", axes.len(), caps::AXES));
    }
    for (i, axis) in axes.iter().enumerate() {
        let path = format!("{path}/{i}");
        axis.check(&path, found);
        if axes[..i].iter().any(|other| other.id == axis.id) {
            found.add(path, format!("the axis `{}` is there twice", axis.id));
        }
    }
}

/// Checks the axes that all parts of a kind share.
pub(super) fn check_shared(kind: Kind, axes: &[Axis], path: &str, found: &mut Findings) {
    for (i, axis) in axes.iter().enumerate().filter(|(_, a)| a.transform.is_none()) {
        // A drawing's masters are its own: no two parts have the same paths.
        let detail =
            format!("axis `{}`: all {kind} parts can only share an axis with a `transform`; give the others to the part they belong to", axis.id);
        found.add(format!("{path}/{i}"), detail);
    }
    check_kind(kind, axes, path, found);
}

/// Checks what an axis may do to parts of this kind.
pub(super) fn check_kind(kind: Kind, axes: &[Axis], path: &str, found: &mut Findings) {
    for (i, axis) in axes.iter().enumerate().filter(|(_, a)| kind == Kind::Face && a.transform.is_some()) {
        found.add(format!("{path}/{i}/transform"), format!("axis `{}`: {FACE_STAYS}; draw the change with data-vary-{} instead", axis.id, axis.id));
    }
}

/// Why nothing moves a face: beards and shadows are drawn along its outline.
pub(super) const FACE_STAYS: &str = "a face is not moved, scaled or turned, because the outline that beards and shadows follow would stay behind";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_changes_at_zero() {
        for (transform, from, to, half) in [(AxisTransform::Scale, 0.8, 1.4, 1.2), (AxisTransform::ShiftX, 6.0, -8.0, -4.0)] {
            let axis = Axis { id: "a".into(), title: String::new(), transform: Some(transform), from, to };
            let rest = transform.bounds().0;
            assert_eq!([axis.amount(-1.0), axis.amount(0.0), axis.amount(1.0)], [from, rest, to]);
            assert!((axis.amount(0.5) - half).abs() < 1e-6);
        }
    }
}
