//! The budget: no avatar that a pack allows may take long to draw, or much memory.

use super::cost::Estimate;
use super::extent::Extent;
use super::{Drawing, Manifest, PackError, Sink, caps};
use crate::kind::Kind;
use std::collections::BTreeMap;

/// Refuses a part that costs too much to draw, and a pack whose costliest parts do together.
pub(super) fn check(manifest: &Manifest, drawings: &BTreeMap<(Kind, String), Drawing>, sink: Sink<'_>) -> Result<(), PackError> {
    let outline = costliest_outline(drawings);
    // A check goes on past a canvas that cannot be.
    let canvas = if manifest.canvas >= 1.0 { manifest.canvas } else { 512.0 };
    let estimate = Estimate { canvas: f64::from(canvas), outline: &outline };
    let hat_clips = drawings.iter().any(|((kind, _), d)| *kind == Kind::Headwear && d.clips_hair);
    let mut costliest: BTreeMap<Kind, (f64, &str)> = BTreeMap::new();
    for (&kind, parts) in manifest.kinds.iter().chain(&manifest.expressions.parts) {
        for part in parts {
            let Some(drawing) = drawings.get(&(kind, part.id.clone())) else { continue };
            let fail = |detail: String| PackError::Part { file: part.file.clone(), line: 1, detail };
            let cost = match estimate.of(drawing, hat_clips && kind == Kind::Hair) {
                Ok(cost) => cost,
                Err(detail) => {
                    sink(fail(detail))?;
                    continue;
                }
            };
            if cost.nested > caps::NESTED_LAYERS {
                let detail = "groups with opacity or a clip path, one inside the other or reaching far beyond the canvas, need layers of";
                sink(fail(format!("{detail} {:.1} canvases at one time; at most {} are accepted", cost.nested, caps::NESTED_LAYERS)))?;
            }
            if cost.canvases > caps::PART_COST {
                let detail = "see-through shapes, gradients, long strokes and clipped or see-through groups add up to";
                sink(fail(format!("{detail} {:.1} canvases of paint; at most {} are accepted", cost.canvases, caps::PART_COST)))?;
            }
            let most = costliest.entry(kind).or_insert((0.0, &part.id));
            if cost.canvases > most.0 {
                *most = (cost.canvases, &part.id);
            }
        }
    }
    // An expression may show several props at once.
    let shown = |kind: Kind| if kind == Kind::Prop { manifest.expressions.list.iter().map(|e| e.props.len()).max().unwrap_or(0) } else { 1 };
    let total: f64 = costliest.iter().map(|(kind, (cost, _))| cost * shown(*kind) as f64).sum();
    if total > caps::AVATAR_COST {
        let most = costliest.iter().max_by(|a, b| a.1.0.total_cmp(&b.1.0)).map(|(kind, (_, id))| format!("{kind} part `{id}`"));
        let most = most.unwrap_or_default();
        let detail =
            format!("the costliest parts of all kinds together take {total:.1} canvases of paint, and at most {} are accepted", caps::AVATAR_COST);
        sink(PackError::Manifest { line: 1, detail: format!("{detail}; begin with the {most}") })?;
    }
    Ok(())
}

/// What `data-outline` may come to stand for: the longest of all outlines, which reaches as far as any.
fn costliest_outline(drawings: &BTreeMap<(Kind, String), Drawing>) -> Extent {
    let all: Vec<Extent> = drawings.values().filter_map(|d| d.outline.as_ref()?.attribute("d")).map(Extent::of_path).collect();
    let weight = |outline: &Extent| outline.length() + outline.segments as f64;
    let mut longest = all.iter().max_by(|a, b| weight(a).total_cmp(&weight(b))).cloned().unwrap_or_default();
    let points = || all.iter().flat_map(|outline| &outline.runs).flatten();
    let ends = |axis: usize| points().fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], p| [low.min(p[axis]), high.max(p[axis])]);
    let ([left, right], [top, bottom]) = (ends(0), ends(1));
    if points().next().is_some() {
        longest.runs.push(vec![[left, top], [right, top], [right, bottom], [left, bottom]]);
    }
    longest
}
