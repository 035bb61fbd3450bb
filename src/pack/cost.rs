//! What a part costs to draw, estimated before it is ever drawn, in canvases: 1 is the time that translucent paint takes over the whole canvas.
//!
//! The weights were measured with the renderer at 4096 pixels, where one such canvas took 0.2 s on one core of a shared server without SIMD beyond SSE2:
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

use super::allowed::reference;
use super::drawing::{Drawing, Element};
use super::extent::{Extent, norm};
use super::{caps, values};
use std::str::FromStr;
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

/// What shapes inherit from their groups.
#[derive(Clone, Copy)]
struct Style {
    transform: Transform,
    /// Weights of a canvas of paint; 0 paints nothing.
    fill: f64,
    stroke: f64,
    width: f64,
    /// Whether corners are pointed, and how many times half the width of its stroke a point may then be long.
    pointed: bool,
    miter: f64,
    fill_opaque: bool,
    stroke_opaque: bool,
    /// Whether it is drawn on a layer, which may be larger than the canvas.
    layered: bool,
}

impl Estimate<'_> {
    /// The cost of a part. `hat_clips` says that a headwear part may clip each of its layers.
    pub(super) fn of(&self, drawing: &Drawing, hat_clips: bool) -> Result<Cost, String> {
        let style = Style {
            transform: Transform::default(),
            fill: 1.0,
            stroke: 0.0,
            width: 1.0,
            pointed: true,
            miter: 4.0,
            fill_opaque: true,
            stroke_opaque: true,
            layered: false,
        };
        let mut total = Cost::default();
        for (_, group) in &drawing.layers {
            let (cost, bounds) = self.element(drawing, group, Style { layered: hat_clips, ..style })?;
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
        let mut style = self.styled(drawing, element, outer)?;
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

    fn styled(&self, drawing: &Drawing, element: &Element, outer: Style) -> Result<Style, String> {
        let mut style = outer;
        if element.attribute("transform").is_some() {
            style.transform = times(&outer.transform, &transform_of(element)?);
            let Transform { a, b, c, d, e, f } = style.transform;
            // Single precision is what the renderer has.
            if [a, b, c, d, e, f].iter().any(|v| !v.is_finite() || v.abs() > f64::from(f32::MAX) / 1e12) {
                return Err("the transforms here, one inside the other, lead out of the range of numbers".into());
            }
        }
        let weight = |value: &str| match reference(value).and_then(|id| definition(drawing, id)) {
            Some(gradient) => 3.0 + 0.03 * gradient.children.len() as f64,
            None if value == "none" => 0.0,
            None => 1.0,
        };
        style.fill = element.attribute("fill").map_or(style.fill, weight);
        style.stroke = element.attribute("stroke").map_or(style.stroke, weight);
        style.fill_opaque = number(element, "fill-opacity").map_or(style.fill_opaque, |o| o >= 1.0);
        style.stroke_opaque = number(element, "stroke-opacity").map_or(style.stroke_opaque, |o| o >= 1.0);
        style.width = number(element, "stroke-width").unwrap_or(style.width);
        style.miter = number(element, "stroke-miterlimit").unwrap_or(style.miter);
        style.pointed = element.attribute("stroke-linejoin").map_or(style.pointed, |join| join == "miter");
        Ok(style)
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
        let paint = |weight: f64, opaque: bool| if opaque && weight == 1.0 { 0.1 } else { weight };
        let mut cost = 0.0005 + placed.segments as f64 * 0.0005;
        if style.fill > 0.0 {
            let run = if outline { placed.length() / self.canvas } else { self.run(&placed, style.layered, false) };
            cost += paint(style.fill, style.fill_opaque) * self.area(&bounds, style.layered) + run * 0.0025;
        }
        if style.stroke > 0.0 && style.width > 0.0 {
            let run = if outline { placed.length() / self.canvas } else { self.run(&placed, style.layered, true) };
            // The corner of a square cap is what reaches furthest where there are no points.
            let reach = if style.pointed { style.miter.max(1.5) } else { 1.5 };
            let width = (style.width * scale).min(self.canvas * 5.0);
            bounds = grown(&bounds, style.width * scale / 2.0 * reach);
            // Each join and each end of a dash is an edge across the stroke.
            let pieces = own.segments as f64 + self.dashes(element, &own);
            let across = width / self.canvas;
            let area = self.area(&bounds, style.layered).min((run + pieces * across * reach) * across);
            cost += paint(style.stroke, style.stroke_opaque) * area + run * 0.004 + pieces * (0.0005 + across * 0.0025);
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

fn definition<'a>(drawing: &'a Drawing, id: &str) -> Option<&'a Element> {
    drawing.definitions.iter().find(|d| d.attribute("id") == Some(id))
}

fn transform_of(element: &Element) -> Result<Transform, String> {
    element.attribute("transform").map_or(Ok(Transform::default()), |t| values::transform("transform", t))
}

fn number(element: &Element, name: &str) -> Option<f64> {
    svgtypes::Number::from_str(element.attribute(name)?).ok().map(|n| n.0)
}

fn union(a: &Bounds, b: &Bounds) -> Bounds {
    [a[0].min(b[0]), a[1].min(b[1]), a[2].max(b[2]), a[3].max(b[3])]
}

fn grown(b: &Bounds, by: f64) -> Bounds {
    [b[0] - by, b[1] - by, b[2] + by, b[3] + by]
}

fn times(outer: &Transform, inner: &Transform) -> Transform {
    let (o, i) = (outer, inner);
    Transform {
        a: o.a * i.a + o.c * i.b,
        b: o.b * i.a + o.d * i.b,
        c: o.a * i.c + o.c * i.d,
        d: o.b * i.c + o.d * i.d,
        e: o.a * i.e + o.c * i.f + o.e,
        f: o.b * i.e + o.d * i.f + o.f,
    }
}
