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
