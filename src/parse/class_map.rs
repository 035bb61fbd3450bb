//! A class map: one class per cell of the canonical frame.

use super::{CLASS_COUNT, Class};

/// A square map of class indices over the canonical frame, row by row.
#[derive(Clone, PartialEq, Eq)]
pub struct ClassMap {
    side: usize,
    labels: Vec<u8>,
}

impl ClassMap {
    /// A map from its labels. `None` unless there are `side * side` of them, all below [`CLASS_COUNT`].
    #[must_use]
    pub fn new(side: usize, labels: Vec<u8>) -> Option<Self> {
        let fits = side > 0 && side.checked_mul(side) == Some(labels.len()) && labels.iter().all(|&l| usize::from(l) < CLASS_COUNT);
        fits.then_some(Self { side, labels })
    }

    /// Cells each way.
    #[must_use]
    pub fn side(&self) -> usize {
        self.side
    }

    /// Class indices, row by row.
    #[must_use]
    pub fn labels(&self) -> &[u8] {
        &self.labels
    }

    /// The class index at a cell; background beyond the edges.
    #[must_use]
    pub fn at(&self, x: isize, y: isize) -> u8 {
        let within = |v: isize| usize::try_from(v).ok().filter(|&v| v < self.side);
        within(x).zip(within(y)).map_or(0, |(x, y)| self.labels[y * self.side + x])
    }

    /// Gives every cell of a class another one, by its height in unit coordinates.
    pub(super) fn replace(&mut self, class: Class, by: impl Fn(f32) -> Class) {
        let side = self.side as f32;
        for (i, label) in self.labels.iter_mut().enumerate() {
            if *label == class.index() {
                *label = by(((i / self.side) as f32 + 0.5) / side).index();
            }
        }
    }

    /// How many cells each class has.
    #[must_use]
    pub fn counts(&self) -> [usize; CLASS_COUNT] {
        let mut counts = [0; CLASS_COUNT];
        for &l in &self.labels {
            counts[usize::from(l)] += 1;
        }
        counts
    }

    /// Cells that have one of `classes`: `(x, y)` in unit coordinates of the frame, cell centres.
    pub fn cells<'a>(&'a self, classes: &'a [Class]) -> impl Iterator<Item = (f32, f32)> + 'a {
        let wanted = Class::ALL.map(|c| classes.contains(&c));
        let side = self.side as f32;
        self.labels.iter().enumerate().filter(move |(_, l)| wanted[usize::from(**l)]).map(move |(i, _)| {
            let (x, y) = (i % self.side, i / self.side);
            ((x as f32 + 0.5) / side, (y as f32 + 0.5) / side)
        })
    }
}

/// The size only: a face's outline has no place in a log.
impl std::fmt::Debug for ClassMap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ClassMap").field("side", &self.side).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_square_maps_of_known_classes_are_maps() {
        assert!(ClassMap::new(2, vec![0, 19, 1, 2]).is_some());
        for (side, labels) in [(0, vec![]), (2, vec![0; 3]), (2, vec![0; 5]), (1, vec![20]), (1, vec![255]), (usize::MAX, vec![0])] {
            assert!(ClassMap::new(side, labels.clone()).is_none(), "{side} {labels:?}");
        }
    }

    #[test]
    fn cells_are_counted_and_found_by_class() {
        let map = ClassMap::new(2, vec![17, 1, 1, 19]).unwrap();
        assert_eq!((map.at(0, 0), map.at(1, 1)), (17, 19));
        for (x, y) in [(-1, 0), (0, -1), (2, 0), (0, 2), (isize::MIN, isize::MAX)] {
            assert_eq!(map.at(x, y), 0, "beyond the edges is background");
        }
        let counts = map.counts();
        assert_eq!((counts[1], counts[17], counts[19], counts.iter().sum::<usize>()), (2, 1, 1, 4));
        let cells = |classes: &[Class]| map.cells(classes).collect::<Vec<_>>();
        assert_eq!(cells(&[Class::Skin]), [(0.75, 0.25), (0.25, 0.75)]);
        assert_eq!(cells(&[Class::Hair, Class::FacialHair]), [(0.25, 0.25), (0.75, 0.75)]);
        assert!(cells(&[]).is_empty() && cells(&[Class::Nose]).is_empty());
    }
}
