//! What a shape inherits from its groups, as far as its cost depends on it.

use super::allowed::reference;
use super::drawing::{Drawing, Element};
use super::values;
use std::str::FromStr;
use svgtypes::Transform;

/// How the shapes of a group are placed and painted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) transform: Transform,
    pub(super) fill: Paint,
    pub(super) stroke: Paint,
    pub(super) width: f64,
    /// Whether corners are pointed, and how many times half the width of its stroke a point may then be long.
    pub(super) pointed: bool,
    pub(super) miter: f64,
    /// Whether it is drawn on a layer, which may be larger than the canvas.
    pub(super) layered: bool,
}

/// What a shape is filled or stroked with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paint {
    kind: Kind,
    opaque: bool,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Nothing,
    Colour,
    Gradient { stops: usize },
}

impl Paint {
    /// What it costs to paint the whole canvas, in canvases of translucent paint.
    pub(super) fn weight(self) -> f64 {
        match self.kind {
            Kind::Nothing => 0.0,
            Kind::Colour if self.opaque => 0.1,
            Kind::Colour => 1.0,
            Kind::Gradient { stops } => 3.0 + 0.03 * stops as f64,
        }
    }

    fn inside(self, drawing: &Drawing, element: &Element, name: &str, opacity: &str) -> Self {
        let kind = |value: &str| match reference(value).and_then(|id| definition(drawing, id)) {
            Some(gradient) => Kind::Gradient { stops: gradient.children.len() },
            None if value == "none" => Kind::Nothing,
            None => Kind::Colour,
        };
        let opaque = number(element, opacity).map_or(self.opaque, |o| o >= 1.0);
        Self { kind: element.attribute(name).map_or(self.kind, kind), opaque }
    }
}

impl Default for Style {
    /// What SVG says of a shape that says nothing.
    fn default() -> Self {
        let (fill, stroke) = (Paint { kind: Kind::Colour, opaque: true }, Paint { kind: Kind::Nothing, opaque: true });
        Self { transform: Transform::default(), fill, stroke, width: 1.0, pointed: true, miter: 4.0, layered: false }
    }
}

impl Style {
    /// The style inside an element that stands in this one.
    pub(super) fn inside(self, drawing: &Drawing, element: &Element) -> Result<Self, String> {
        let transform = times(&self.transform, &transform_of(element)?);
        let Transform { a, b, c, d, e, f } = transform;
        // The renderer counts in single precision, and multiplies further.
        if [a, b, c, d, e, f].iter().any(|v| !v.is_finite() || v.abs() > 1e26) {
            return Err("the transforms here, one inside the other, lead out of the range of numbers".into());
        }
        Ok(Self {
            transform,
            fill: self.fill.inside(drawing, element, "fill", "fill-opacity"),
            stroke: self.stroke.inside(drawing, element, "stroke", "stroke-opacity"),
            width: number(element, "stroke-width").unwrap_or(self.width),
            pointed: element.attribute("stroke-linejoin").map_or(self.pointed, |join| join == "miter"),
            miter: number(element, "stroke-miterlimit").unwrap_or(self.miter),
            layered: self.layered,
        })
    }
}

/// The definition an element refers to.
pub(super) fn definition<'a>(drawing: &'a Drawing, id: &str) -> Option<&'a Element> {
    drawing.definitions.iter().find(|d| d.attribute("id") == Some(id))
}

/// An attribute that is a number.
pub(super) fn number(element: &Element, name: &str) -> Option<f64> {
    svgtypes::Number::from_str(element.attribute(name)?).ok().map(|n| n.0)
}

/// An element's own transform.
pub(super) fn transform_of(element: &Element) -> Result<Transform, String> {
    element.attribute("transform").map_or(Ok(Transform::default()), |t| values::transform("transform", t))
}

/// First the inner transform, then the outer.
pub(super) fn times(outer: &Transform, inner: &Transform) -> Transform {
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
