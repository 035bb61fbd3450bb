//! What a part costs to draw, estimated before it is ever drawn, in canvases: 1 is the time that translucent paint takes over the whole canvas.
//!
//! The weights were measured with the renderer at 4096 pixels, where translucent paint over the whole canvas takes 0.2 s of one core of a server:
//!
//! | work | measured | weight |
//! |---|---|---|
//! | opaque paint, a canvas | 11 ms | 0.1 |
//! | translucent paint, a canvas | 200 ms | 1 |
//! | gradient of 4 stops, of 500 stops, a canvas | 400 to 700 ms, 3.1 s | 3 + 0.03 a stop |
//! | layer of a group with opacity, a canvas; where it reaches beyond the canvas, a further one | 160 ms; 43 ms | 0.7; 0.25 |
//! | clip path, a canvas | 190 ms | 1, + 0.1 a shape |
//! | edge of a filled shape, a canvas high | 0.2 to 0.4 ms | 0.0025 |
//! | stroke, a canvas long | 0.3 to 2 ms | 0.004, + its area |
//! | segment or dash | 0.003 to 0.1 ms | 0.0005 |
//!
//! They are on the side of caution: boxes stand for shapes, and control polygons for curves. Of `classic`, the costliest part is estimated at 6.0
//! canvases and the costliest avatar at 14.7, which takes 0.5 s. Avatars at the cap of 50 canvases, made of nothing but veils, gradients, outlines or
//! see-through groups, took 4.6 to 8.5 s. (A recipe's own adjustment, which may double the size of a kind, is not counted.)

use super::allowed::reference;
use super::drawing::{Drawing, Element};
use super::extent::{Extent, norm};
use super::style::{Style, definition, number, times, transform_of};
use super::{caps, values};
use svgtypes::Transform;

/// What a part costs, and the most canvases that its nested layers hold at one time.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Cost {
    pub(super) canvases: f64,
    pub(super) nested: f64,
}

/// What is known of a pack while its parts are estimated.
pub(super) struct Estimate<'a> {
    /// Side of the canvas, in units.
    pub(super) canvas: f64,
    /// The longest of the pack's face outlines, which `data-outline` stands for.
    pub(super) outline: &'a Extent,
}

/// A box on the canvas: left, top, right, bottom.
type Bounds = [f64; 4];

const NOTHING: Bounds = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];

impl Estimate<'_> {
    /// The cost of a part. `hat_clips` says that a headwear part may clip each of its layers.
    pub(super) fn of(&self, drawing: &Drawing, hat_clips: bool) -> Result<Cost, String> {
        let mut total = Cost::default();
        for (_, group) in &drawing.layers {
            let (cost, bounds) = self.element(drawing, group, Style { layered: hat_clips, ..Style::default() })?;
            // The hat's clip path is in the hat's own file; a handful of shapes is assumed.
            let hat = if hat_clips { self.layer(&bounds) + self.area(&bounds, true) * 1.5 } else { 0.0 };
            total.canvases += cost.canvases + hat;
            total.nested = total.nested.max(cost.nested + if hat_clips { self.area(&bounds, true) } else { 0.0 });
        }
        Ok(total)
    }

    fn element(&self, drawing: &Drawing, element: &Element, outer: Style) -> Result<(Cost, Bounds), String> {
        let (mut cost, mut bounds) = self.once(drawing, element, outer)?;
        if element.attribute("data-mirror").is_some() {
            let transform = times(&outer.transform, &Transform::new(-1.0, 0.0, 0.0, 1.0, self.canvas, 0.0));
            let (twin, around) = self.once(drawing, element, Style { transform, ..outer })?;
            cost.canvases += twin.canvases;
            cost.nested = cost.nested.max(twin.nested);
            bounds = union(&bounds, &around);
        }
        Ok((cost, bounds))
    }

    fn once(&self, drawing: &Drawing, element: &Element, outer: Style) -> Result<(Cost, Bounds), String> {
        let mut style = outer.inside(drawing, element)?;
        let clip = element.attribute("clip-path").and_then(reference).and_then(|id| definition(drawing, id));
        let layered = clip.is_some() || element.attribute("data-clip").is_some() || number(element, "opacity").is_some_and(|o| o < 1.0);
        style.layered |= layered;
        let (mut cost, mut bounds) = (Cost::default(), NOTHING);
        if element.tag.is_shape() {
            (cost.canvases, bounds) = self.shape(element, &style)?;
        }
        for child in &element.children {
            let (inner, around) = self.element(drawing, child, style)?;
            cost.canvases += inner.canvases;
            cost.nested = cost.nested.max(inner.nested);
            bounds = union(&bounds, &around);
        }
        if layered {
            let area = self.area(&bounds, true);
            cost.canvases += self.layer(&bounds);
            cost.nested += area;
            if let Some(clip) = clip {
                cost.canvases += self.clip(clip, area, &style)?;
            } else if element.attribute("data-clip").is_some() {
                cost.canvases += area * 1.1 + self.outline.segments as f64 * 0.0005;
            }
        }
        Ok((cost, bounds))
    }

    fn shape(&self, element: &Element, style: &Style) -> Result<(f64, Bounds), String> {
        let outline = element.attribute("data-outline").is_some();
        let own = if outline { self.outline.clone() } else { Extent::of(element) };
        let placed = own.through(&style.transform);
        let scale = norm(&style.transform);
        let mut bounds = placed.runs.iter().flatten().fold(NOTHING, |b, &[x, y]| union(&b, &[x, y, x, y]));
        bounds = grown(&bounds, placed.play);
        if placed.runs.iter().flatten().flatten().any(|v| !v.is_finite()) {
            return Err("the transforms here lead out of the range of numbers".into());
        }
        let mut cost = 0.0005 + placed.segments as f64 * 0.0005;
        if style.fill.weight() > 0.0 {
            let run = if outline { placed.length() / self.canvas } else { self.run(&placed, style.layered, false) };
            cost += style.fill.weight() * self.area(&bounds, style.layered) + run * 0.0025;
        }
        if style.stroke.weight() > 0.0 && style.width > 0.0 {
            let run = if outline { placed.length() / self.canvas } else { self.run(&placed, style.layered, true) };
            // The corner of a square cap is what reaches furthest where there are no points.
            let reach = if style.pointed { style.miter.max(1.5) } else { 1.5 };
            let width = (style.width * scale).min(self.canvas * 5.0);
            bounds = grown(&bounds, style.width * scale / 2.0 * reach);
            // Each join and each end of a dash is an edge across the stroke.
            let pieces = own.segments as f64 + self.dashes(element, &own);
            let across = width / self.canvas;
            let area = self.area(&bounds, style.layered).min((run + pieces * across * reach) * across);
            cost += style.stroke.weight() * area + run * 0.004 + pieces * (0.0005 + across * 0.0025);
        }
        Ok((cost, bounds))
    }

    fn dashes(&self, element: &Element, own: &Extent) -> f64 {
        let Some(lengths) = element.attribute("stroke-dasharray").and_then(|v| values::dashes(v).ok()) else { return 0.0 };
        (own.length() / lengths.iter().sum::<f64>() * lengths.len() as f64).min(caps::DASHES)
    }

    fn clip(&self, clip: &Element, area: f64, style: &Style) -> Result<f64, String> {
        let unit = if clip.attribute("clipPathUnits") == Some("objectBoundingBox") { self.canvas } else { 1.0 };
        let scale = unit * norm(&style.transform) * transform_of(clip).map(|t| norm(&t))?;
        let mut cost = area;
        for shape in &clip.children {
            let own = Extent::of(shape);
            // An edge is at most as high as the largest layer, 5 canvases.
            let run = (own.length() * scale * norm(&transform_of(shape)?) / self.canvas).min(5.0 * own.segments as f64);
            cost += area * 0.1 + own.segments as f64 * 0.0005 + run * 0.0025;
        }
        Ok(cost)
    }

    fn layer(&self, bounds: &Bounds) -> f64 {
        self.area(bounds, false) * 0.7 + self.area(bounds, true) * 0.25
    }

    /// Canvases that a box covers: of the canvas itself, or of the largest layer there is, two canvases further to each side.
    fn area(&self, bounds: &Bounds, layered: bool) -> f64 {
        let [least, most] = self.reach(layered);
        let side = |from: f64, to: f64| (to.min(most) - from.max(least)).max(0.0) / self.canvas;
        side(bounds[0], bounds[2]) * side(bounds[1], bounds[3])
    }

    fn reach(&self, layered: bool) -> [f64; 2] {
        if layered { [-2.0 * self.canvas, 3.0 * self.canvas] } else { [0.0, self.canvas] }
    }

    /// How many canvases high the edges of a shape are together; with `wide`, high and wide.
    fn run(&self, extent: &Extent, layered: bool, wide: bool) -> f64 {
        let [least, most] = self.reach(layered);
        let along = |a: f64, b: f64| (b.clamp(least, most) - a.clamp(least, most)).abs();
        let step = |w: &[[f64; 2]]| along(w[0][1], w[1][1]) + if wide { along(w[0][0], w[1][0]) } else { 0.0 };
        let own: f64 = extent.runs.iter().map(|run| run.windows(2).map(step).sum::<f64>()).sum();
        // Any point may move by as much as the axes let it.
        (own + (extent.play * 2.0).min(most - least) * extent.segments as f64) / self.canvas
    }
}

fn union(a: &Bounds, b: &Bounds) -> Bounds {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

fn grown(b: &Bounds, by: f64) -> Bounds {
    [b[0] - by, b[1] - by, b[2] + by, b[3] + by]
}
