//! Settle: a class map moved so that its own eyes and mouth lie where the frame says they lie.

use super::{Class, ClassMap};
use crate::frame::{BEYOND, LEFT_EYE, RIGHT_EYE};
use crate::photo::{Point, Similarity, sample};
use image::RgbImage;

/// Where the middle of the upper lip lies in the frame: it stays put when the mouth opens, which the middle of the mouth does not.
const UPPER_LIP: Point = Point::new(0.5, 0.643);
/// Cells, of a map of 256 each way, that an eye and a lip must have for their middle to be known.
const LEAST: f32 = 12.0;
/// Moves beyond these are not mending a detector's error but following the parser's: a scale by this factor, a shift by this share of the frame, and radians.
const MOST_SCALE: f64 = 1.2;
const MOST_SHIFT: f32 = 0.05;
const MOST_TURN: f64 = 0.2;

impl ClassMap {
    /// The same map with the middles of its eyes and of its upper lip brought to their places in the canonical frame.
    ///
    /// A detector's keypoints err by a hundredth or two of the frame, otherwise in each photo of the same face; the parser knows better where the eyes are.
    /// Shapes that are compared by their place (outline, hair, beard) need that. Where an eye or the lip is not seen, the map stays as it is.
    #[must_use]
    pub fn settled(&self) -> Self {
        let Some(to_map) = self.settling() else { return self.clone() };
        let side = self.side() as f64;
        // What comes in from beyond the map continues its edge.
        let cell = |v: f64| ((v * side) as usize).min(self.side() - 1);
        let mut labels = Vec::with_capacity(self.labels().len());
        for y in 0..self.side() {
            let (mut u, mut v) = to_map.apply_f64(0.5 / side, (y as f64 + 0.5) / side);
            for _ in 0..self.side() {
                labels.push(self.labels()[cell(v) * self.side() + cell(u)]);
                u += to_map.a / side;
                v += to_map.b / side;
            }
        }
        // As many cells as before, of the same classes.
        Self::new(self.side(), labels).unwrap_or_else(|| self.clone())
    }

    /// A picture of the same frame, moved as [`ClassMap::settled`] moves the map.
    #[must_use]
    pub fn settled_picture(&self, picture: &RgbImage) -> RgbImage {
        let Some(to_map) = self.settling() else { return picture.clone() };
        let side = f64::from(picture.width());
        let to_picture = Similarity::scale_then_shift(1.0 / side, 0.0, 0.0).then(&to_map).then(&Similarity::scale_then_shift(side, 0.0, 0.0));
        sample(picture, &to_picture, picture.width(), BEYOND)
    }

    /// From the settled map's unit coordinates to this one's; `None` where it is not known, or too far to be right.
    fn settling(&self) -> Option<Similarity> {
        let seen = [self.middle(Class::RightEye)?, self.middle(Class::LeftEye)?, self.middle(Class::UpperLip)?];
        let to_map = Similarity::fit(&[RIGHT_EYE, LEFT_EYE, UPPER_LIP], &seen)?;
        let centre = Point::new(0.5, 0.5);
        let little = (1.0 / MOST_SCALE..=MOST_SCALE).contains(&to_map.scale())
            && to_map.turn().abs() <= MOST_TURN
            && to_map.apply(centre).distance(centre) <= MOST_SHIFT;
        little.then_some(to_map)
    }

    fn middle(&self, class: Class) -> Option<Point> {
        let (mut x, mut y, mut count) = (0.0f64, 0.0f64, 0.0f64);
        for (cx, cy) in self.cells(&[class]) {
            x += f64::from(cx);
            y += f64::from(cy);
            count += 1.0;
        }
        let least = f64::from(LEAST) * (self.side() as f64 / 256.0).powi(2);
        (count >= least.max(1.0)).then(|| Point::new((x / count) as f32, (y / count) as f32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIDE: usize = 128;

    /// Eyes, an upper lip and a block of hair, all moved by a similarity of the unit frame.
    fn face(moved: &Similarity, eyes: bool) -> ClassMap {
        let back = moved.inverse();
        let class = |x: f32, y: f32| {
            let near = |p: Point, r: f32| Point::new(x, y).distance(p) < r;
            match () {
                () if eyes && near(RIGHT_EYE, 0.03) => Class::RightEye,
                () if eyes && near(LEFT_EYE, 0.03) => Class::LeftEye,
                () if near(UPPER_LIP, 0.03) => Class::UpperLip,
                () if (0.3..0.7).contains(&x) && (0.1..0.3).contains(&y) => Class::Hair,
                () => Class::Skin,
            }
        };
        let at = |i: usize| {
            back.apply(Point::new((i % SIDE) as f32 / SIDE as f32 + 0.5 / SIDE as f32, (i / SIDE) as f32 / SIDE as f32 + 0.5 / SIDE as f32))
        };
        ClassMap::new(SIDE, (0..SIDE * SIDE).map(at).map(|p| class(p.x, p.y).index()).collect()).unwrap()
    }

    fn different(a: &ClassMap, b: &ClassMap) -> f32 {
        a.labels().iter().zip(b.labels()).filter(|(x, y)| x != y).count() as f32 / a.labels().len() as f32
    }

    #[test]
    fn a_face_that_was_detected_a_little_off_comes_back_to_its_place() {
        let still = face(&Similarity::IDENTITY, true);
        for (width, turn, x, y) in [(1.0, 0.0, 0.52, 0.49), (1.06, 0.05, 0.5, 0.5), (0.95, -0.04, 0.49, 0.51)] {
            let moved = face(&Similarity::square(1.0, Point::new(x, y), width, turn), true);
            assert!(different(&moved, &still) > 0.01);
            assert!(different(&moved.settled(), &still) < 0.012, "{width} {turn} {x} {y}: {}", different(&moved.settled(), &still));
        }
    }

    #[test]
    fn a_picture_moves_with_its_map() {
        let colour = |map: &ClassMap| RgbImage::from_fn(SIDE as u32, SIDE as u32, |x, y| image::Rgb([12 * map.at(x as isize, y as isize); 3]));
        let moved = face(&Similarity::square(1.0, Point::new(0.52, 0.49), 1.0, 0.03), true);
        let (a, b) = (moved.settled_picture(&colour(&moved)), colour(&moved.settled()));
        let inside = |x: u32, y: u32| (20..108).contains(&x) && (20..108).contains(&y);
        let off = a.enumerate_pixels().filter(|&(x, y, p)| inside(x, y) && p.0[0].abs_diff(b.get_pixel(x, y).0[0]) > 60).count();
        assert!(off < 88 * 88 / 50, "{off}");
    }

    #[test]
    fn without_eyes_or_with_a_senseless_fit_the_map_stays() {
        let hidden = face(&Similarity::IDENTITY, false);
        assert_eq!(hidden.settled(), hidden);
        let far = face(&Similarity::square(1.0, Point::new(0.5, 0.6), 1.0, 0.0), true);
        assert_eq!(far.settled(), far);
    }
}
