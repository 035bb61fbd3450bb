//! Measure: one colour for each part of a face, robust against highlights, shadows and casts.

use super::light;
use crate::frame::CanonicalFrame;
use crate::parse::{Class, ClassMap};
use serde::Serialize;

/// The colours of a face, as sRGB. `None` where too little of a part is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Colours {
    /// Cheeks, nose and forehead.
    pub skin: Option<[u8; 3]>,
    /// Hair.
    pub hair: Option<[u8; 3]>,
    /// Brows.
    pub brow: Option<[u8; 3]>,
    /// Beard, moustache or stubble.
    pub facial_hair: Option<[u8; 3]>,
    /// Lips.
    pub lip: Option<[u8; 3]>,
    /// The iris.
    pub iris: Option<[u8; 3]>,
    /// The frame of the glasses, or the lenses of sunglasses.
    pub glasses: Option<[u8; 3]>,
    /// Hat or scarf.
    pub headwear: Option<[u8; 3]>,
    /// Clothes.
    pub cloth: Option<[u8; 3]>,
}

/// Measures the colours of a face; `map` is the class map of `frame` and has its size.
#[must_use]
pub fn measure(frame: &CanonicalFrame, map: &ClassMap) -> Colours {
    let gains = light::gains(frame, map);
    let of = |classes: &[Class], least: usize, low: f32, high: f32| {
        let pixels = inner(frame, map, classes);
        robust(&pixels, least, low, high, gains)
    };
    Colours {
        skin: of(&[Class::Skin, Class::Nose], 200, 0.35, 0.85),
        hair: of(&[Class::Hair], 120, 0.2, 0.8),
        brow: of(&[Class::LeftBrow, Class::RightBrow], 12, 0.05, 0.6),
        facial_hair: of(&[Class::FacialHair], 40, 0.05, 0.6),
        lip: of(&[Class::UpperLip, Class::LowerLip], 20, 0.2, 0.8),
        iris: of(&[Class::LeftEye, Class::RightEye], 12, 0.1, 0.4),
        glasses: of(&[Class::Glasses], 30, 0.0, 0.3),
        headwear: of(&[Class::Headwear], 100, 0.3, 0.9),
        cloth: of(&[Class::Cloth], 200, 0.3, 0.9),
    }
}

/// Pixels of some classes away from their borders, where colours mix. Thin things have no inside: they are taken whole.
fn inner(frame: &CanonicalFrame, map: &ClassMap, classes: &[Class]) -> Vec<[u8; 3]> {
    let wanted = Class::ALL.map(|c| classes.contains(&c));
    let is = |x: usize, y: usize| wanted[usize::from(map.labels()[y * map.side() + x])];
    let side = map.side();
    let mut whole = Vec::new();
    let mut core = Vec::new();
    for y in 0..side {
        for x in (0..side).filter(|&x| is(x, y)) {
            let pixel = frame.rgb.get_pixel(x as u32, y as u32).0;
            whole.push(pixel);
            let inside = x >= 2 && y >= 2 && x + 2 < side && y + 2 < side;
            if inside && is(x - 2, y) && is(x + 2, y) && is(x, y - 2) && is(x, y + 2) {
                core.push(pixel);
            }
        }
    }
    if core.len() * 4 > whole.len() { core } else { whole }
}

/// The mean of the pixels whose lightness lies between two quantiles, so that neither highlights nor shadows count.
fn robust(pixels: &[[u8; 3]], least: usize, low: f32, high: f32, gains: [f32; 3]) -> Option<[u8; 3]> {
    if pixels.len() < least {
        return None;
    }
    let luma = |p: &[u8; 3]| 2 * u32::from(p[0]) + 4 * u32::from(p[1]) + u32::from(p[2]);
    let mut sorted = pixels.to_vec();
    sorted.sort_unstable_by_key(luma);
    let at = |q: f32| ((sorted.len() as f32 * q) as usize).min(sorted.len() - 1);
    let kept = &sorted[at(low)..=at(high)];
    let mut mean = [0.0f32; 3];
    for p in kept {
        for (m, &v) in mean.iter_mut().zip(p) {
            *m += f32::from(v);
        }
    }
    let n = kept.len() as f32;
    Some([0, 1, 2].map(|c| (mean[c] / n * gains[c]).round().clamp(0.0, 255.0) as u8))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::Similarity;
    use image::{Rgb, RgbImage};

    const SIDE: u32 = 64;

    /// A grey picture with a square of skin, 40 pixels wide, and some of its pixels changed.
    fn measured(skin: [u8; 3], change: impl Fn(u32) -> Option<[u8; 3]>) -> Colours {
        let within = |x: u32, y: u32| (12..52).contains(&x) && (12..52).contains(&y);
        let pixel = |x, y| if within(x, y) { change(y * SIDE + x).unwrap_or(skin) } else { [128; 3] };
        let photo = RgbImage::from_fn(SIDE, SIDE, |x, y| Rgb(pixel(x, y)));
        let labels = (0..SIDE * SIDE).map(|i| if within(i % SIDE, i / SIDE) { Class::Skin.index() } else { 0 }).collect();
        measure(&CanonicalFrame::cut_by(&photo, Similarity::IDENTITY, SIDE), &ClassMap::new(SIDE as usize, labels).unwrap())
    }

    #[test]
    fn highlights_and_shadows_do_not_count() {
        let skin = [180, 140, 110];
        assert_eq!(measured(skin, |_| None).skin, Some(skin));
        assert_eq!(measured(skin, |i| (i % 10 == 0).then_some([255; 3])).skin, Some(skin), "highlights");
        assert_eq!(measured(skin, |i| (i % 4 == 0).then_some([20, 10, 5])).skin, Some(skin), "shadows");
    }

    #[test]
    fn the_border_where_colours_mix_does_not_count() {
        let border = |i: u32| [12, 13, 50, 51].iter().any(|&b| i % SIDE == b || i / SIDE == b);
        assert_eq!(measured([90, 60, 40], |i| border(i).then_some([100, 70, 50])).skin, Some([90, 60, 40]));
    }

    #[test]
    fn too_little_is_no_colour() {
        let colours = measured([180, 140, 110], |_| None);
        assert_eq!(Colours { skin: None, ..colours }, Colours::default());
        assert_eq!(robust(&[[9; 3]; 199], 200, 0.1, 0.9, [1.0; 3]), None);
        assert_eq!(robust(&[[9; 3]; 200], 200, 0.1, 0.9, [1.0; 3]), Some([9; 3]));
        assert_eq!(robust(&[[250; 3]], 1, 0.0, 1.0, [1.25; 3]), Some([255; 3]), "held within a byte");
    }
}
