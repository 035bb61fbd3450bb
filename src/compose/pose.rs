//! Pose: where a kind is put. Axes, adjustments, an expression and its movement add up to one transform.

use crate::pack::{Axis, AxisTransform, Move, Sway};
use crate::recipe::Adjust;
use std::f32::consts::TAU;

/// A shift, scales and a turn about a point that is given later, as seen on the person's right side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pose {
    dx: f32,
    dy: f32,
    sx: f32,
    sy: f32,
    degrees: f32,
}

impl Pose {
    pub(super) const REST: Self = Self { dx: 0.0, dy: 0.0, sx: 1.0, sy: 1.0, degrees: 0.0 };

    pub(super) fn add_axis(&mut self, axis: &Axis, value: f32) {
        let amount = axis.amount(value);
        match axis.transform {
            Some(AxisTransform::Scale) => {
                self.sx *= amount;
                self.sy *= amount;
            }
            Some(AxisTransform::ScaleX) => self.sx *= amount,
            Some(AxisTransform::ScaleY) => self.sy *= amount,
            Some(AxisTransform::ShiftX) => self.dx += amount,
            Some(AxisTransform::ShiftY) => self.dy += amount,
            Some(AxisTransform::Rotate) => self.degrees += amount,
            None => {}
        }
    }

    pub(super) fn add_adjust(&mut self, Adjust { dx, dy, scale }: Adjust) {
        self.add_move(Move { dx, dy, scale, rotate: 0.0 });
    }

    pub(super) fn add_move(&mut self, Move { dx, dy, scale, rotate }: Move) {
        self.dx += dx;
        self.dy += dy;
        self.sx *= scale;
        self.sy *= scale;
        self.degrees += rotate;
    }

    /// `phase` is the place in the loop, 0 to 1.
    pub(super) fn add_sway(&mut self, sway: &Sway, phase: f32) {
        let swing = (TAU * sway.beats as f32 * phase).sin();
        let scale = 1.0 + (sway.scale - 1.0) * swing;
        self.add_move(Move { dx: sway.dx * swing, dy: sway.dy * swing, scale: scale.max(0.05), rotate: sway.rotate * swing });
    }

    /// The same on the person's left side.
    pub(super) fn mirrored(self) -> Self {
        Self { dx: -self.dx, degrees: -self.degrees, ..self }
    }

    /// As an SVG transform about a point; none where nothing changes.
    pub(super) fn about(self, [x, y]: [f32; 2]) -> Option<String> {
        if self == Self::REST {
            return None;
        }
        let Self { dx, dy, sx, sy, degrees } = self;
        let scale = if sx == sy { format!("scale({sx})") } else { format!("scale({sx} {sy})") };
        if degrees == 0.0 {
            return Some(format!("translate({} {}) {scale}", dx + x * (1.0 - sx), dy + y * (1.0 - sy)));
        }
        Some(format!("translate({} {}) rotate({degrees}) {scale} translate({} {})", x + dx, y + dy, -x, -y))
    }
}

/// Four decimals are far below a pixel.
pub(super) fn short(value: f32) -> f32 {
    let rounded = (f64::from(value) * 1e4).round() / 1e4;
    // No `-0`.
    if rounded == 0.0 { 0.0 } else { rounded as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_rest_there_is_no_transform() {
        assert_eq!(Pose::REST.about([9.0, 9.0]), None);
        let sway = Sway { what: "head".into(), dx: 4.0, dy: 0.0, scale: 1.0, rotate: 8.0, beats: 2, about: None };
        let mut pose = Pose::REST;
        pose.add_sway(&sway, 0.0);
        assert_eq!(pose.about([0.0, 0.0]), None, "the loop begins and ends as drawn");
        pose.add_sway(&sway, 0.125);
        assert_eq!(pose.about([100.0, 50.0]).unwrap(), "translate(104 50) rotate(8) scale(1) translate(-100 -50)");
        assert_eq!(pose.mirrored().about([0.0, 0.0]).unwrap(), "translate(-4 0) rotate(-8) scale(1) translate(-0 -0)");
    }
}
