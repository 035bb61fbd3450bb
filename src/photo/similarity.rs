//! Places in a picture, and the maps between pictures that keep shapes: turn, scale and shift.

use serde::{Deserialize, Serialize};

/// A place in a picture: x to the right, y down, in pixels. The first pixel covers 0 to 1, so its centre is at 0.5.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
}

impl Point {
    /// A point from its coordinates.
    #[must_use]
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }

    /// Straight-line distance.
    #[must_use]
    pub fn distance(self, other: Self) -> f32 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The place halfway.
    #[must_use]
    pub fn midpoint(self, other: Self) -> Self {
        Self { x: f32::midpoint(self.x, other.x), y: f32::midpoint(self.y, other.y) }
    }
}

/// A similarity transform: `x' = a x - b y + tx`, `y' = b x + a y + ty`. It turns, scales and shifts, and never mirrors or shears.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Similarity {
    /// Scale times the cosine of the turn.
    pub a: f64,
    /// Scale times the sine of the turn (clockwise on screen, as y points down).
    pub b: f64,
    /// Shift to the right, applied last.
    pub tx: f64,
    /// Shift down, applied last.
    pub ty: f64,
}

impl Similarity {
    /// The map that changes nothing.
    pub const IDENTITY: Self = Self { a: 1.0, b: 0.0, tx: 0.0, ty: 0.0 };

    /// Scales first, then shifts.
    #[must_use]
    pub const fn scale_then_shift(scale: f64, tx: f64, ty: f64) -> Self {
        Self { a: scale, b: 0.0, tx, ty }
    }

    /// From a square `0..side` each way to the square of width `width` around `centre`, turned clockwise by `turn` radians.
    #[must_use]
    pub fn square(side: f64, centre: Point, width: f64, turn: f64) -> Self {
        let (a, b) = (turn.cos() * width / side, turn.sin() * width / side);
        let half = side / 2.0;
        Self { a, b, tx: f64::from(centre.x) - (a - b) * half, ty: f64::from(centre.y) - (a + b) * half }
    }

    /// The best map from one set of points to another, least squares (Umeyama 1991, in two dimensions and without mirroring).
    ///
    /// `None` where the points of `from` or of `to` coincide, or are not finite.
    #[must_use]
    pub fn fit<const N: usize>(from: &[Point; N], to: &[Point; N]) -> Option<Self> {
        let mean = |points: &[Point; N]| {
            let sum = points.iter().fold((0.0, 0.0), |s, p| (s.0 + f64::from(p.x), s.1 + f64::from(p.y)));
            (sum.0 / N as f64, sum.1 / N as f64)
        };
        let ((fx, fy), (gx, gy)) = (mean(from), mean(to));
        let (mut along, mut across, mut spread) = (0.0, 0.0, 0.0);
        for (p, q) in from.iter().zip(to) {
            let (px, py) = (f64::from(p.x) - fx, f64::from(p.y) - fy);
            let (qx, qy) = (f64::from(q.x) - gx, f64::from(q.y) - gy);
            along += px * qx + py * qy;
            across += px * qy - py * qx;
            spread += px * px + py * py;
        }
        let (a, b) = (along / spread, across / spread);
        let map = Self { a, b, tx: gx - a * fx + b * fy, ty: gy - b * fx - a * fy };
        (spread > 0.0 && map.scale() > 0.0 && [a, b, map.tx, map.ty].iter().all(|v| v.is_finite())).then_some(map)
    }

    /// Where a point goes.
    #[must_use]
    pub fn apply(&self, point: Point) -> Point {
        let (x, y) = self.apply_f64(f64::from(point.x), f64::from(point.y));
        Point { x: x as f32, y: y as f32 }
    }

    pub(crate) fn apply_f64(&self, x: f64, y: f64) -> (f64, f64) {
        (self.a * x - self.b * y + self.tx, self.b * x + self.a * y + self.ty)
    }

    /// The map back. A map of scale zero has none; it gives infinities.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let square = self.a * self.a + self.b * self.b;
        let (a, b) = (self.a / square, -self.b / square);
        Self { a, b, tx: -(a * self.tx - b * self.ty), ty: -(b * self.tx + a * self.ty) }
    }

    /// This map, and then `next`.
    #[must_use]
    pub fn then(&self, next: &Self) -> Self {
        let (tx, ty) = next.apply_f64(self.tx, self.ty);
        Self { a: next.a * self.a - next.b * self.b, b: next.b * self.a + next.a * self.b, tx, ty }
    }

    /// How much longer lines become.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.a.hypot(self.b)
    }

    /// The turn in radians, clockwise on screen, -pi to pi.
    #[must_use]
    pub fn turn(&self) -> f64 {
        self.b.atan2(self.a)
    }

    /// The upright box around where the square `0..side` each way goes: left, top, right, bottom.
    pub(crate) fn bounds(&self, side: f64) -> [f64; 4] {
        let corners = [(0.0, 0.0), (side, 0.0), (0.0, side), (side, side)].map(|(x, y)| self.apply_f64(x, y));
        let fold = |f: fn(f64, f64) -> f64| corners.iter().copied().reduce(|a, b| (f(a.0, b.0), f(a.1, b.1))).unwrap_or_default();
        let (least, most) = (fold(f64::min), fold(f64::max));
        [least.0, least.1, most.0, most.1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(p: Point, q: Point) {
        assert!(p.distance(q) < 1e-3, "{p:?} is not {q:?}");
    }

    #[test]
    fn fit_finds_the_map_that_made_the_points() {
        let from = [Point::new(3.0, 1.0), Point::new(9.0, 2.0), Point::new(5.0, 8.0)];
        for map in [
            Similarity::IDENTITY,
            Similarity { a: 0.3, b: -1.7, tx: 40.0, ty: -6.0 },
            Similarity::square(128.0, Point::new(600.0, 300.0), 500.0, 2.5),
        ] {
            let fitted = Similarity::fit(&from, &from.map(|p| map.apply(p))).unwrap();
            for p in from {
                close(fitted.apply(p), map.apply(p));
                close(map.inverse().apply(map.apply(p)), p);
                close(map.then(&fitted.inverse()).apply(p), p);
            }
            assert!((fitted.turn() - map.turn()).abs() < 1e-5 && (fitted.scale() / map.scale() - 1.0).abs() < 1e-5);
        }
    }

    #[test]
    fn fit_refuses_points_that_coincide() {
        let same = [Point::new(1.0, 1.0); 3];
        let apart = [Point::new(0.0, 0.0), Point::new(1.0, 0.0), Point::new(0.0, 1.0)];
        assert_eq!(Similarity::fit(&same, &apart), None);
        assert_eq!(Similarity::fit(&apart, &same), None);
        assert_eq!(Similarity::fit(&apart, &[Point::new(f32::NAN, 0.0); 3]), None);
    }

    #[test]
    fn square_maps_its_centre_and_turns_clockwise() {
        let map = Similarity::square(10.0, Point::new(50.0, 70.0), 20.0, std::f64::consts::FRAC_PI_2);
        close(map.apply(Point::new(5.0, 5.0)), Point::new(50.0, 70.0));
        close(map.apply(Point::new(10.0, 5.0)), Point::new(50.0, 80.0));
    }
}
