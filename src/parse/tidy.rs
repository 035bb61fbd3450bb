//! Tidy: what a face cannot be, taken out of a class map.

use super::{Class, ClassMap};

/// Height of the brows in the frame: above it, a head is covered by hair or by headwear.
const BROWS: f32 = 0.43;
/// Height of the chin.
const CHIN: f32 = 0.77;
/// A head wears something only if at least this many cells of headwear come on one of hair above the brows.
const HEADWEAR_TO_HAIR: f32 = 0.3;
/// Glasses and headwear smaller than these shares of the frame are patches of something else.
const LEAST_GLASSES: f32 = 0.004;
const LEAST_HEADWEAR: f32 = 0.003;

/// Gives patches of headwear on a head of hair, and specks of glasses, to what they are part of.
pub(super) fn tidy(map: &mut ClassMap) {
    let side = map.side();
    let total = (side * side) as f32;
    let above = |map: &ClassMap, class: Class| map.cells(&[class]).filter(|&(_, y)| y < BROWS).count() as f32 / total;
    let (headwear, hair) = (above(map, Class::Headwear), above(map, Class::Hair));
    if headwear < LEAST_HEADWEAR || headwear < HEADWEAR_TO_HAIR * hair {
        map.replace(Class::Headwear, |y| if y < (BROWS + CHIN) / 2.0 { Class::Hair } else { Class::Cloth });
    }
    if (map.counts()[usize::from(Class::Glasses.index())] as f32) < LEAST_GLASSES * total {
        map.replace(Class::Glasses, |_| Class::Skin);
    }
}
