//! The borders of a class map, in the colours of the classes.

use crate::sheet::classes;
use selfmoji::parse::{CLASS_COUNT, Class, ClassMap};
use tiny_skia::{ColorU8, Pixmap};

/// Where two classes meet, the border has the colour of that which comes first here.
const ORDER: [Class; CLASS_COUNT] = [
    Class::LeftEye,
    Class::RightEye,
    Class::Glasses,
    Class::LeftBrow,
    Class::RightBrow,
    Class::Mouth,
    Class::UpperLip,
    Class::LowerLip,
    Class::Nose,
    Class::FacialHair,
    Class::Earring,
    Class::LeftEar,
    Class::RightEar,
    Class::Headwear,
    Class::Hair,
    Class::Necklace,
    Class::Skin,
    Class::Cloth,
    Class::Neck,
    Class::Background,
];
/// Half the width of a line, in pixels of the tile.
const HALF: f32 = 1.1;
/// Samples per pixel and axis.
const SAMPLES: u32 = 2;

/// Draws the outlines over a square picture of the whole frame.
pub(super) fn draw(tile: &mut Pixmap, map: &ClassMap) {
    let side = tile.width();
    let cells = map.side() as f32 / side as f32;
    let at = |x: f32, y: f32| map.at((x * cells).floor() as isize, (y * cells).floor() as isize);
    let mut rank = [0; CLASS_COUNT];
    ORDER.iter().enumerate().for_each(|(i, class)| rank[usize::from(class.index())] = i);
    let looks = Class::ALL.map(classes::look);
    let around = [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7)];
    let border = |x: f32, y: f32| {
        let here = at(x, y);
        let near = around.map(|(dx, dy)| at(x + dx * HALF, y + dy * HALF));
        // Left and right look the same and have no border between them.
        let meets = near.iter().any(|&class| looks[usize::from(class)] != looks[usize::from(here)]);
        let first = near.into_iter().chain([here]).min_by_key(|&class| rank[usize::from(class)]);
        first.filter(|_| meets).and_then(|class| looks[usize::from(class)])
    };
    for (i, pixel) in tile.pixels_mut().iter_mut().enumerate() {
        let (x, y) = (i as u32 % side, i as u32 / side);
        let mut sum = [0.0f32; 3];
        for s in 0..SAMPLES * SAMPLES {
            let place = |v: u32, s: u32| v as f32 + (s as f32 + 0.5) / SAMPLES as f32;
            let below = [pixel.red(), pixel.green(), pixel.blue()];
            let colour = border(place(x, s % SAMPLES), place(y, s / SAMPLES)).map_or(below, |(_, colour)| colour);
            sum.iter_mut().zip(colour).for_each(|(sum, v)| *sum += f32::from(v));
        }
        let [r, g, b] = sum.map(|v| (v / (SAMPLES * SAMPLES) as f32).round() as u8);
        *pixel = ColorU8::from_rgba(r, g, b, 255).premultiply();
    }
}
