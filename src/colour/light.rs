//! Light: an estimate of the light's colour, to take a cast out.

use crate::frame::CanonicalFrame;
use crate::parse::{Class, ClassMap};

/// How much of the estimated cast is taken out: a full correction overshoots where the estimate is wrong.
const STRENGTH: f32 = 0.5;
/// Minkowski norm of the shades-of-grey estimate.
const NORM: f32 = 6.0;

/// Gains for red, green and blue that bring the photo's own whites towards grey; they leave the brightness alone.
///
/// The light's colour is estimated from everything but the person's skin and hair by shades of grey (Finlayson and Trezzi 2004), so
/// that a face filling the picture is not taken for a cast.
pub(super) fn gains(frame: &CanonicalFrame, map: &ClassMap) -> [f32; 3] {
    let neutral = [Class::Background, Class::Cloth, Class::Mouth, Class::LeftEye, Class::RightEye].map(Class::index);
    let mut sums = [0.0f64; 3];
    let mut count = 0u32;
    for ((p, &inside), label) in frame.rgb.as_raw().as_chunks::<3>().0.iter().zip(frame.inside.as_raw()).zip(map.labels()) {
        let bright = p.iter().max().is_some_and(|&m| (40..250).contains(&m));
        if inside == 0 || !bright || !neutral.contains(label) {
            continue;
        }
        count += 1;
        for (sum, &v) in sums.iter_mut().zip(p) {
            *sum += f64::from((f32::from(v) / 255.0).powf(NORM));
        }
    }
    if (count as usize) < map.labels().len() / 50 {
        return [1.0; 3];
    }
    let light = sums.map(|s| ((s / f64::from(count)) as f32).powf(1.0 / NORM).max(1e-3));
    let mean = light.iter().sum::<f32>() / 3.0;
    light.map(|l| (mean / l).powf(STRENGTH).clamp(0.8, 1.25))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::Similarity;
    use image::{Rgb, RgbImage};

    fn gains_of(background: [u8; 3], class: Class) -> [f32; 3] {
        let frame = CanonicalFrame::cut_by(&RgbImage::from_pixel(32, 32, Rgb(background)), Similarity::IDENTITY, 32);
        gains(&frame, &ClassMap::new(32, vec![class.index(); 32 * 32]).unwrap())
    }

    #[test]
    fn a_cast_is_taken_out_in_part_and_brightness_stays() {
        assert_eq!(gains_of([120; 3], Class::Background), [1.0; 3]);
        assert_eq!(gains_of([200; 3], Class::Background), [1.0; 3]);
        let [r, g, b] = gains_of([200, 180, 140], Class::Background);
        assert!(r < g && g < b && r > 0.8 && b < 1.25, "{r} {g} {b}");
        let [r, _, b] = gains_of([40, 60, 240], Class::Background);
        assert!(r <= 1.25 && b >= 0.8, "bounded: {r} {b}");
    }

    #[test]
    fn a_face_that_fills_the_picture_is_no_cast() {
        for class in [Class::Skin, Class::Hair] {
            assert_eq!(gains_of([200, 150, 120], class), [1.0; 3], "{class:?}");
        }
        assert_eq!(gains_of([255, 255, 200], Class::Background), [1.0; 3], "burnt out says nothing");
        assert_eq!(gains_of([20, 30, 10], Class::Background), [1.0; 3], "nor does the dark");
    }
}
