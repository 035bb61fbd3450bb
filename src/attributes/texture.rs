//! Texture: how far the hair runs in one direction.

use crate::frame::CanonicalFrame;
use crate::parse::{Class, ClassMap};

/// Side of the blocks over which gradients are gathered, in pixels of a 256-pixel frame: a curl fits in, a lock does not.
const BLOCK: usize = 10;

/// Coherence of the hair's structure tensor (Bigun and Granlund 1987): 1 where all strands run one way, near 0 where they run all ways, as in coils.
///
/// Blocks count by their gradient energy, so flat shadow says nothing. `None` where too little hair is seen.
pub(super) fn coherence(frame: &CanonicalFrame, map: &ClassMap) -> Option<f32> {
    let side = map.side();
    let light = |x: usize, y: usize| {
        let [r, g, b] = frame.rgb.get_pixel(x as u32, y as u32).0;
        0.299 * f32::from(r) + 0.587 * f32::from(g) + 0.114 * f32::from(b)
    };
    let (mut sum, mut energy) = (0.0f32, 0.0f32);
    for by in (2..side.saturating_sub(BLOCK + 2)).step_by(BLOCK / 2) {
        for bx in (2..side.saturating_sub(BLOCK + 2)).step_by(BLOCK / 2) {
            let hair = |x: usize, y: usize| map.labels()[y * side + x] == Class::Hair.index();
            // A block that touches the outline would see the outline's direction.
            let whole = hair(bx - 2, by - 2) && hair(bx + BLOCK + 1, by - 2) && hair(bx - 2, by + BLOCK + 1) && hair(bx + BLOCK + 1, by + BLOCK + 1);
            if !whole || !hair(bx + BLOCK / 2, by + BLOCK / 2) {
                continue;
            }
            let (mut xx, mut yy, mut xy) = (0.0f32, 0.0f32, 0.0f32);
            for y in by..by + BLOCK {
                for x in bx..bx + BLOCK {
                    let gx = light(x + 1, y) - light(x - 1, y);
                    let gy = light(x, y + 1) - light(x, y - 1);
                    xx += gx * gx;
                    yy += gy * gy;
                    xy += gx * gy;
                }
            }
            // The constant keeps noise in nearly black hair from counting.
            let total = xx + yy + (BLOCK * BLOCK) as f32 * 4.0;
            sum += (xx - yy).hypot(2.0 * xy) / total * (xx + yy);
            energy += xx + yy;
        }
    }
    (energy > 0.0).then(|| sum / energy)
}
