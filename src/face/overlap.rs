//! Merging answers about the same face.

use super::{Detection, FaceBox};
use crate::photo::Point;

/// From this much overlap on (area shared, of area covered), two boxes are about one face.
const SAME_FACE: f32 = 0.3;

/// Area shared by two boxes, of the area they cover together: 0 to 1.
pub(super) fn overlap(a: &FaceBox, b: &FaceBox) -> f32 {
    let width = (a.x + a.width).min(b.x + b.width) - a.x.max(b.x);
    let height = (a.y + a.height).min(b.y + b.height) - a.y.max(b.y);
    let shared = width.max(0.0) * height.max(0.0);
    let covered = a.area() + b.area() - shared;
    if covered > 0.0 { shared / covered } else { 0.0 }
}

/// Merges every group of overlapping answers into their average, weighted by score; best score first.
///
/// Averaging instead of keeping the best one is what makes BlazeFace steady from frame to frame (section 4.2 of the paper).
pub(super) fn blend(mut answers: Vec<Detection>) -> Vec<Detection> {
    answers.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut faces = Vec::new();
    while let Some(best) = answers.first().copied() {
        let (group, rest): (Vec<_>, Vec<_>) = answers.into_iter().partition(|d| overlap(&best.face, &d.face) >= SAME_FACE);
        // A box that overlaps nothing, not even itself, has no area.
        if group.is_empty() {
            answers = rest.into_iter().skip(1).collect();
            continue;
        }
        faces.push(Detection { score: best.score, ..average(&group) });
        answers = rest;
    }
    faces
}

/// Keeps the best of each group of overlapping answers, for answers from looks at different scales, where averaging would mix coarse with fine.
pub(super) fn keep_best(mut answers: Vec<Detection>) -> Vec<Detection> {
    answers.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut kept: Vec<Detection> = Vec::new();
    for answer in answers {
        if kept.iter().all(|k| overlap(&k.face, &answer.face) < SAME_FACE) {
            kept.push(answer);
        }
    }
    kept
}

/// The mean of at least one answer, weighted by score; its score is the plain mean.
pub(super) fn average(group: &[Detection]) -> Detection {
    let total: f32 = group.iter().map(|d| d.score).sum();
    let mean = |value: &dyn Fn(&Detection) -> f32| group.iter().map(|d| value(d) * d.score).sum::<f32>() / total;
    let face = FaceBox { x: mean(&|d| d.face.x), y: mean(&|d| d.face.y), width: mean(&|d| d.face.width), height: mean(&|d| d.face.height) };
    let keypoints = std::array::from_fn(|k| Point { x: mean(&|d| d.keypoints[k].x), y: mean(&|d| d.keypoints[k].y) });
    Detection { face, score: total / group.len() as f32, keypoints }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(x: f32, size: f32, score: f32) -> Detection {
        let face = FaceBox { x, y: 0.0, width: size, height: size };
        Detection { face, score, keypoints: [face.centre(); 6] }
    }

    #[test]
    fn overlap_is_shared_over_covered() {
        for (a, b, expected) in
            [((0.0, 10.0), (0.0, 10.0), 1.0), ((0.0, 10.0), (5.0, 10.0), 1.0 / 3.0), ((0.0, 10.0), (20.0, 10.0), 0.0), ((0.0, 0.0), (0.0, 0.0), 0.0)]
        {
            let got = overlap(&face(a.0, a.1, 1.0).face, &face(b.0, b.1, 1.0).face);
            assert!((got - expected).abs() < 1e-6, "{a:?} {b:?}: {got}");
        }
    }

    #[test]
    fn near_answers_are_averaged_by_score_and_far_ones_kept_apart() {
        let merged = blend(vec![face(2.0, 10.0, 0.25), face(100.0, 10.0, 0.5), face(0.0, 10.0, 0.75), face(0.0, 0.0, 0.9)]);
        assert_eq!(merged.len(), 2);
        assert_eq!((merged[0].score, merged[1].score), (0.75, 0.5));
        assert!((merged[0].face.x - 0.5).abs() < 1e-6 && (merged[0].keypoints[3].x - 5.5).abs() < 1e-6);
        assert_eq!(keep_best(vec![face(2.0, 10.0, 0.25), face(0.0, 10.0, 0.75)])[0].face.x, 0.0);
    }
}
