//! Tidy: what a face cannot be, taken out of a class map.

use super::{Answers, Class, ClassMap};
use crate::colour::lab;
use crate::frame::CanonicalFrame;

/// Height of the brows in the frame: above it, a head is covered by hair or by headwear.
const BROWS: f32 = 0.43;
/// Height of the chin.
const CHIN: f32 = 0.77;
/// A head wears something only if at least this many cells of headwear come on one of hair above the brows.
const HEADWEAR_TO_HAIR: f32 = 0.3;
/// A hat hides the hair on top: where there is this much hair above the brows, a patch of headwear less than this many times as large and of the hair's own
/// hue is a lit part of the hair. Hues are compared in CIELAB's a and b.
const MUCH_HAIR: f32 = 0.02;
const PATCH_TO_HAIR: f32 = 2.5;
const SAME_HUE: f32 = 7.0;
/// Below this height a scarf lies over the shoulders, where it is a garment like others.
const SHOULDERS: f32 = 0.95;
/// From this probability on the heads know of headwear what no patch can gainsay.
const SURE: f32 = 0.55;
/// Glasses and headwear smaller than these shares of the frame are patches of something else.
const LEAST_GLASSES: f32 = 0.004;
const LEAST_HEADWEAR: f32 = 0.003;

/// Takes out what the face does not wear: by what the heads say where there are any, otherwise specks of glasses; and patches of headwear on a head of hair.
///
/// Where the heads are not sure of headwear, such patches decide: the answer is changed with the map.
pub(super) fn tidy(map: &mut ClassMap, frame: &CanonicalFrame, answers: Option<&mut Answers>) {
    map.replace(Class::Headwear, |y| if y > SHOULDERS { Class::Cloth } else { Class::Headwear });
    let patch = is_patch(map, frame);
    let (bare, without_glasses, shaven) = match answers {
        Some(answers) => {
            if patch && answers.headwear[0] > 1.0 - SURE {
                answers.headwear = [1.0, 0.0, 0.0];
            }
            (!answers.wears_headwear(), !answers.wears_glasses(), !answers.has_facial_hair())
        }
        None => (patch, (map.counts()[usize::from(Class::Glasses.index())] as f32) < LEAST_GLASSES * map.labels().len() as f32, false),
    };
    if bare {
        map.replace(Class::Headwear, |y| if y < (BROWS + CHIN) / 2.0 { Class::Hair } else { Class::Cloth });
    }
    if without_glasses {
        map.replace(Class::Glasses, |_| Class::Skin);
    }
    if shaven {
        map.replace(Class::FacialHair, |_| Class::Skin);
    }
}

/// Whether what is called headwear is too little for it, or a lit part of the hair.
fn is_patch(map: &ClassMap, frame: &CanonicalFrame) -> bool {
    let total = map.labels().len() as f32;
    let above = |class: Class| map.cells(&[class]).filter(|&(_, y)| y < BROWS).count() as f32 / total;
    let (headwear, hair) = (above(Class::Headwear), above(Class::Hair));
    let lit_hair = || hair > MUCH_HAIR && headwear < PATCH_TO_HAIR * hair && hue_difference(map, frame) < SAME_HUE;
    headwear < LEAST_HEADWEAR || headwear < HEADWEAR_TO_HAIR * hair || lit_hair()
}

/// How far the mean colours of hair and headwear above the brows lie apart, lightness left out.
fn hue_difference(map: &ClassMap, frame: &CanonicalFrame) -> f32 {
    let side = frame.side() as f32;
    let mean = |class: Class| {
        let (mut sum, mut count) = ([0.0f32; 3], 0.0f32);
        for (x, y) in map.cells(&[class]).filter(|&(_, y)| y < BROWS) {
            let pixel = frame.rgb.get_pixel((x * side) as u32, (y * side) as u32).0;
            for (s, v) in sum.iter_mut().zip(pixel) {
                *s += f32::from(v);
            }
            count += 1.0;
        }
        lab(sum.map(|s| (s / count.max(1.0)).round() as u8))
    };
    let (hair, headwear) = (mean(Class::Hair), mean(Class::Headwear));
    (hair.a - headwear.a).hypot(hair.b - headwear.b)
}
