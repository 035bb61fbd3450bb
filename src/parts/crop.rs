//! A crop: a part's window, resampled to a small grid of how much of each cell it covers.

use super::View;
use crate::parse::{Class, ClassMap};

/// Samples per cell and axis.
const SAMPLES: usize = 3;
/// Fewer cells of the part than this (of a 256-cell map's 65,536) are noise, not a part.
const LEAST: f32 = 12.0;

/// What a view shows: coverage 0 to 1, `[channel][y][x]`, [`View::SIDE`] cells each way.
#[derive(Debug, Clone, PartialEq)]
pub struct Crop {
    /// Which view it is.
    pub view: View,
    /// Coverage, channel by channel, row by row.
    pub values: Vec<f32>,
    /// How much of the frame's area the part takes, 0 to 1, counting both sides.
    pub area: f32,
    /// Where it was cut; of a part that is not there, where it would be.
    pub(super) places: Vec<Place>,
}

/// A rectangle in unit coordinates: left, top, right, bottom; and whether it is looked at in the mirror.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) rectangle: [f32; 4],
    pub(super) mirrored: bool,
}

impl Crop {
    /// Cuts a view out of a class map of the canonical frame.
    #[must_use]
    pub fn cut(map: &ClassMap, view: View) -> Self {
        let window = view.window();
        let side = map.side() as f32;
        let [x0, y0, x1, y1] = window.place;
        let mut sides = vec![(false, Middle::default())];
        if window.folded {
            sides.push((true, Middle::default()));
        }
        let all: Vec<Class> = window.channels.iter().flat_map(|c| c.iter().copied()).collect();
        for (x, y) in map.cells(&all) {
            for (mirrored, middle) in &mut sides {
                let x = if *mirrored { 1.0 - x } else { x };
                // A part may reach a little beyond its window; what lies further off is another thing.
                let (mx, my) = ((x1 - x0) * 0.25, (y1 - y0) * 0.25);
                if x > x0 - mx && x < x1 + mx && y > y0 - my && y < y1 + my {
                    middle.add(x, y);
                }
            }
        }
        let least = LEAST * side * side / 65_536.0;
        let mut values = vec![0.0; window.channels.len() * View::SIDE * View::SIDE];
        let mut places = Vec::new();
        for (mirrored, middle) in sides.iter().filter(|(_, m)| m.count >= least) {
            let (dx, dy) = if window.follows { middle.off((x0 + x1) / 2.0, (y0 + y1) / 2.0) } else { (0.0, 0.0) };
            let place = [x0 + dx, y0 + dy, x1 + dx, y1 + dy];
            places.push(Place { rectangle: place, mirrored: *mirrored });
            for (channel, classes) in window.channels.iter().enumerate() {
                add(map, place, *mirrored, classes, &mut values[channel * View::SIDE * View::SIDE..][..View::SIDE * View::SIDE]);
            }
        }
        let scale = 1.0 / ((SAMPLES * SAMPLES) as f32 * places.len().max(1) as f32);
        values.iter_mut().for_each(|v| *v *= scale);
        let area = sides.iter().map(|(_, m)| m.count).sum::<f32>() / (side * side);
        if places.is_empty() {
            places.extend(sides.iter().map(|&(mirrored, _)| Place { rectangle: window.place, mirrored }));
        }
        Self { view, values, area, places }
    }

    /// Whether there is anything to see.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.iter().all(|&v| v == 0.0)
    }
}

#[derive(Default)]
struct Middle {
    x: f64,
    y: f64,
    count: f32,
}

impl Middle {
    fn add(&mut self, x: f32, y: f32) {
        self.x += f64::from(x);
        self.y += f64::from(y);
        self.count += 1.0;
    }

    fn off(&self, x: f32, y: f32) -> (f32, f32) {
        let n = f64::from(self.count.max(1.0));
        ((self.x / n) as f32 - x, (self.y / n) as f32 - y)
    }
}

fn add(map: &ClassMap, [x0, y0, x1, y1]: [f32; 4], mirrored: bool, classes: &[Class], out: &mut [f32]) {
    let wanted = Class::ALL.map(|c| classes.contains(&c));
    let steps = View::SIDE * SAMPLES;
    let side = map.side() as f32;
    let column = |i: usize| {
        let x = x0 + (x1 - x0) * (i as f32 + 0.5) / steps as f32;
        (if mirrored { 1.0 - x } else { x } * side).floor() as isize
    };
    let columns: Vec<isize> = (0..steps).map(column).collect();
    for j in 0..steps {
        let y = ((y0 + (y1 - y0) * (j as f32 + 0.5) / steps as f32) * side).floor() as isize;
        let row = &mut out[j / SAMPLES * View::SIDE..][..View::SIDE];
        for (i, &x) in columns.iter().enumerate() {
            row[i / SAMPLES] += f32::from(u8::from(wanted[usize::from(map.at(x, y))]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(paint: impl Fn(f32, f32) -> Class) -> ClassMap {
        let labels = (0..256 * 256).map(|i| paint(((i % 256) as f32 + 0.5) / 256.0, ((i / 256) as f32 + 0.5) / 256.0).index());
        ClassMap::new(256, labels.collect()).unwrap()
    }

    fn eyes(dx: f32, dy: f32) -> ClassMap {
        map(move |x, y| {
            let eye = |cx: f32| ((x - cx - dx) / 0.03).powi(2) + ((y - 0.48 - dy) / 0.012).powi(2) < 1.0;
            if eye(0.418) {
                Class::RightEye
            } else if eye(0.582) {
                Class::LeftEye
            } else {
                Class::Skin
            }
        })
    }

    #[test]
    fn a_view_that_follows_does_not_see_small_shifts() {
        let (a, b) = (Crop::cut(&eyes(0.0, 0.0), View::Eyes), Crop::cut(&eyes(0.011, -0.008), View::Eyes));
        let difference: f32 = a.values.iter().zip(&b.values).map(|(a, b)| (a - b).abs()).sum::<f32>() / a.values.iter().sum::<f32>();
        assert!(difference < 0.12, "{difference}");
        assert!(a.area > 0.0 && !a.is_empty());
    }

    #[test]
    fn an_absent_part_leaves_an_empty_crop() {
        let crop = Crop::cut(&eyes(0.0, 0.0), View::Glasses);
        assert!(Crop::cut(&map(|_, _| Class::Skin), View::Eyes).is_empty());
        assert!(!crop.is_empty());
    }

    #[test]
    fn one_covered_side_is_not_halved() {
        let both = Crop::cut(&eyes(0.0, 0.0), View::Eyes);
        let one = map(|x, y| if x > 0.5 && ((x - 0.582) / 0.03).powi(2) + ((y - 0.48) / 0.012).powi(2) < 1.0 { Class::LeftEye } else { Class::Hair });
        let one = Crop::cut(&one, View::Eyes);
        let (a, b) = (both.values.iter().sum::<f32>(), one.values.iter().sum::<f32>());
        assert!((a - b).abs() < 0.1 * a, "{a} {b}");
    }
}
