//! From the network's numbers to faces in input pixels.

use super::anchors::{self, COUNT};
use super::{Detection, FaceBox};
use crate::photo::Point;

/// Numbers per anchor: box centre and size, then six keypoints, all in input pixels relative to the anchor's centre.
pub(super) const VALUES: usize = 16;

/// Logits beyond this say nothing more, and clipping keeps the exponential finite (as the published decoder does).
const LOGIT_CLIP: f32 = 100.0;

/// The faces that score at least `min_score`, not yet merged. `boxes` is 896x16 and `logits` 896 long.
pub(super) fn decode(boxes: &[f32], logits: &[f32], min_score: f32) -> Vec<Detection> {
    debug_assert!(boxes.len() == COUNT * VALUES && logits.len() == COUNT);
    boxes
        .as_chunks::<VALUES>()
        .0
        .iter()
        .zip(logits)
        .enumerate()
        .filter_map(|(index, (values, &logit))| {
            let score = sigmoid(logit);
            let (cx, cy) = anchors::centre(index);
            let at = |i: usize| Point { x: cx + values[i], y: cy + values[i + 1] };
            let [width, height] = [values[2], values[3]];
            let face = FaceBox { x: cx + values[0] - width / 2.0, y: cy + values[1] - height / 2.0, width, height };
            let sound = values.iter().all(|v| v.is_finite()) && width > 0.0 && height > 0.0;
            (score >= min_score && sound).then(|| Detection { face, score, keypoints: std::array::from_fn(|k| at(4 + 2 * k)) })
        })
        .collect()
}

fn sigmoid(logit: f32) -> f32 {
    1.0 / (1.0 + (-logit.clamp(-LOGIT_CLIP, LOGIT_CLIP)).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_confident_anchor_gives_one_face() {
        let mut boxes = vec![0.0; COUNT * VALUES];
        let mut logits = vec![-1e9; COUNT];
        logits[512] = 1e9;
        boxes[512 * VALUES..512 * VALUES + 6].copy_from_slice(&[2.0, 1.0, 20.0, 10.0, -3.0, -4.0]);
        let found = decode(&boxes, &logits, 0.5);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].face, FaceBox { x: 0.0, y: 4.0, width: 20.0, height: 10.0 });
        assert_eq!(found[0].keypoints[0], Point { x: 5.0, y: 4.0 });
        assert_eq!(found[0].score, 1.0);
    }

    #[test]
    fn boxes_without_extent_or_sense_are_dropped() {
        let mut boxes = vec![0.0; COUNT * VALUES];
        boxes[2] = 5.0;
        boxes[3] = f32::NAN;
        assert!(decode(&boxes, &vec![9.0; COUNT], 0.5).is_empty());
    }
}
