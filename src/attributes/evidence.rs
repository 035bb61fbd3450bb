//! Evidence: the numbers that attributes are decided by. Shares of areas and heights in the canonical frame, none of them a name.

use crate::colour::{Colours, lab};
use crate::frame::CanonicalFrame;
use crate::parse::{Class, ClassMap};
use serde::Serialize;

/// Measures of one class map. Areas are shares of the frame (or of a zone of it), places are unit coordinates.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub(crate) struct Evidence {
    /// Share of the frame that shows the photo: above the eyes, and below the mouth.
    pub(crate) seen_above: f32,
    pub(crate) seen_below: f32,
    pub(crate) glasses: f32,
    /// Share of the two eye regions that the parser calls eye.
    pub(crate) eyes_visible: f32,
    /// Lightness of the lenses less that of the skin, CIELAB.
    pub(crate) lens_contrast: f32,
    pub(crate) headwear: f32,
    /// Headwear above the brows.
    pub(crate) headwear_top: f32,
    /// Share of the headwear that lies beside or below the cheeks.
    pub(crate) headwear_low: f32,
    pub(crate) facial_hair: f32,
    /// Shares of four zones: above the lip, chin, jaw, cheeks beside the mouth.
    pub(crate) moustache: f32,
    pub(crate) chin: f32,
    pub(crate) jaw: f32,
    /// How much darker facial hair is than the skin, CIELAB lightness.
    pub(crate) facial_hair_contrast: f32,
    pub(crate) hair: f32,
    /// How far the hair runs in one direction; see [`super::texture`].
    pub(crate) hair_coherence: Option<f32>,
    /// Hair above the brows.
    pub(crate) hair_top: f32,
    /// Hair below the mouth, and below the chin.
    pub(crate) hair_low: f32,
    pub(crate) hair_lowest: f32,
    /// Share of the forehead right above the brows that is hair.
    pub(crate) forehead: f32,
    pub(crate) mouth_open: f32,
    /// Height of the opening over the mouth's width.
    pub(crate) mouth_height: f32,
    /// Share of the opening that is as light as teeth.
    pub(crate) teeth: f32,
    /// How far the corners lie above the middle of the lips, over the mouth's width.
    pub(crate) corners: f32,
    /// Width of the mouth over the distance of the eyes.
    pub(crate) mouth_width: f32,
}

/// Distance of the eyes in the frame.
const EYES: f32 = 0.164;

impl Evidence {
    pub(crate) fn gather(frame: &CanonicalFrame, map: &ClassMap, colours: &Colours) -> Self {
        let area = |classes: &[Class], zone: &dyn Fn(f32, f32) -> bool| {
            map.cells(classes).filter(|&(x, y)| zone(x, y)).count() as f32 / (map.side() * map.side()) as f32
        };
        let all = |_: f32, _: f32| true;
        let share = |classes: &[Class], zone: &dyn Fn(f32, f32) -> bool, size: f32| (area(classes, zone) / size).min(1.0);
        let from_middle = |x: f32| (x - 0.5).abs();
        let seen = |from: f32, to: f32| {
            let side = frame.side() as f32;
            let rows = (from * side) as u32..(to * side) as u32;
            let total = (rows.len() as u32 * frame.side()).max(1) as f32;
            rows.flat_map(|y| (0..frame.side()).map(move |x| (x, y))).filter(|&(x, y)| frame.inside.get_pixel(x, y).0[0] != 0).count() as f32 / total
        };
        let headwear = area(&[Class::Headwear], &all);
        let glasses = area(&[Class::Glasses], &all);
        let skin_light = colours.skin.map_or(60.0, |c| lab(c).l);
        let eye_zone = |x: f32, y: f32| (from_middle(x) - EYES / 2.0).abs() < 0.035 && (y - 0.48).abs() < 0.022;
        let mouth = MouthShape::measure(frame, map, skin_light);
        Self {
            seen_above: seen(0.1, 0.45),
            seen_below: seen(0.7, 0.95),
            glasses,
            eyes_visible: share(&[Class::LeftEye, Class::RightEye], &eye_zone, 0.07 * 0.044 * 2.0),
            lens_contrast: lens_contrast(frame, map, skin_light),
            headwear,
            headwear_top: area(&[Class::Headwear], &|_, y| y < 0.43),
            headwear_low: area(&[Class::Headwear], &|x, y| y > 0.56 && from_middle(x) < 0.36) / headwear.max(1e-4),
            facial_hair: area(&[Class::FacialHair], &all),
            moustache: share(&[Class::FacialHair], &|x, y| from_middle(x) < 0.09 && (0.585..0.645).contains(&y), 0.18 * 0.03),
            chin: share(&[Class::FacialHair], &|x, y| from_middle(x) < 0.08 && y > 0.69, 0.16 * 0.08),
            jaw: share(&[Class::FacialHair], &|x, y| from_middle(x) > 0.11 && (0.56..0.76).contains(&y), 0.02),
            facial_hair_contrast: colours.facial_hair.map_or(0.0, |c| skin_light - lab(c).l),
            hair: area(&[Class::Hair], &all),
            hair_coherence: super::texture::coherence(frame, map),
            hair_top: area(&[Class::Hair], &|_, y| y < 0.43),
            hair_low: area(&[Class::Hair], &|x, y| y > 0.64 && from_middle(x) < 0.45),
            hair_lowest: area(&[Class::Hair], &|x, y| y > 0.80 && from_middle(x) < 0.45),
            forehead: share(&[Class::Hair], &|x, y| from_middle(x) < 0.1 && (0.345..0.415).contains(&y), 0.2 * 0.07),
            mouth_open: area(&[Class::Mouth], &all),
            mouth_height: mouth.height,
            teeth: mouth.teeth,
            corners: mouth.corners,
            mouth_width: mouth.width / EYES,
        }
    }
}

/// Lightness of what the parser calls glasses around the eyes, less the skin's.
fn lens_contrast(frame: &CanonicalFrame, map: &ClassMap, skin: f32) -> f32 {
    let side = frame.side() as f32;
    let mut sum = 0.0;
    let mut count = 0.0f32;
    for (x, y) in map.cells(&[Class::Glasses]) {
        if ((x - 0.5).abs() - EYES / 2.0).abs() < 0.045 && (y - 0.485).abs() < 0.035 {
            sum += lab(frame.rgb.get_pixel((x * side) as u32, (y * side) as u32).0).l;
            count += 1.0;
        }
    }
    if count < 1.0 { 0.0 } else { sum / count - skin }
}

#[derive(Default)]
struct MouthShape {
    width: f32,
    height: f32,
    teeth: f32,
    corners: f32,
}

impl MouthShape {
    fn measure(frame: &CanonicalFrame, map: &ClassMap, skin: f32) -> Self {
        const LIPS: [Class; 3] = [Class::Mouth, Class::UpperLip, Class::LowerLip];
        let near = |&(x, y): &(f32, f32)| (x - 0.5).abs() < 0.16 && (0.56..0.78).contains(&y);
        let cells: Vec<(f32, f32)> = map.cells(&LIPS).filter(near).collect();
        if cells.len() < 20 {
            return Self::default();
        }
        let n = cells.len() as f32;
        let middle = cells.iter().map(|c| c.0).sum::<f32>() / n;
        let low = cells.iter().map(|c| c.0).fold(1.0f32, f32::min);
        let high = cells.iter().map(|c| c.0).fold(0.0f32, f32::max);
        let width = (high - low).max(1e-3);
        // The line between the lips: the lowest upper lip, or the middle of the opening, column by column.
        let line = |zone: &dyn Fn(f32) -> bool| {
            let (mut sum, mut count) = (0.0f32, 0.0f32);
            for (x, y) in map.cells(&LIPS).filter(near) {
                if zone((x - middle) / width) {
                    sum += y;
                    count += 1.0;
                }
            }
            sum / count.max(1.0)
        };
        let centre = line(&|t| t.abs() < 0.12);
        let ends = line(&|t| t.abs() > 0.40);
        let opening: Vec<(f32, f32)> = map.cells(&[Class::Mouth]).filter(near).collect();
        let height = opening.len() as f32 / (map.side() as f32).powi(2) / width;
        let side = frame.side() as f32;
        let light = |&(x, y): &(f32, f32)| {
            let c = lab(frame.rgb.get_pixel((x * side) as u32, (y * side) as u32).0);
            c.l > (skin - 8.0).max(45.0) && c.a < 18.0
        };
        let teeth = opening.iter().filter(|c| light(c)).count() as f32 / (opening.len() as f32).max(1.0);
        Self { width, height: height / width, teeth, corners: (centre - ends) / width }
    }
}
