//! How far a shape reaches: its control polygon, which its outline never leaves and is never longer than.

use super::allowed::{Tag, VARY};
use super::drawing::Element;
use super::values;
use svgtypes::{PathSegment, SimplePathSegment, SimplifyingPathParser, Transform};

/// The control polygon of a shape, in its own units.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Extent {
    /// A list of points for each subpath.
    pub(super) runs: Vec<Vec<[f64; 2]>>,
    /// Commands that the renderer goes through.
    pub(super) segments: usize,
    /// How far any point may move along the axes that the path varies along.
    pub(super) play: f64,
}

impl Extent {
    /// Of a shape with a geometry of its own.
    pub(super) fn of(element: &Element) -> Self {
        let number = |name: &str| element.attribute(name).and_then(|v| v.trim().parse::<f64>().ok()).unwrap_or(0.0);
        let rect = |x: f64, y: f64, w: f64, h: f64| vec![[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]];
        let radii = |x: f64, y: f64| rect(number("cx") - x, number("cy") - y, 2.0 * x, 2.0 * y);
        let (run, segments) = match element.tag {
            Tag::Path => return Self { play: play(element), ..Self::of_path(element.attribute("d").unwrap_or_default()) },
            Tag::Circle => (radii(number("r"), number("r")), 8),
            // A radius that is not given is the other one.
            Tag::Ellipse => (radii(number("rx").max(auto(element, "rx", "ry")), number("ry").max(auto(element, "ry", "rx"))), 8),
            Tag::Rect => (rect(number("x"), number("y"), number("width"), number("height")), 12),
            Tag::Line => (vec![[number("x1"), number("y1")], [number("x2"), number("y2")]], 2),
            _ => {
                let mut points = element.attribute("points").and_then(|v| values::points(v).ok()).unwrap_or_default();
                points.extend(points.first().copied());
                let length = points.len();
                (points, length)
            }
        };
        Self { runs: vec![run], segments, play: 0.0 }
    }

    /// Of path data.
    pub(super) fn of_path(data: &str) -> Self {
        let mut extent = Self::default();
        for segment in SimplifyingPathParser::from(data).map_while(Result::ok) {
            extent.segments += 1;
            if let SimplePathSegment::MoveTo { x, y } = segment {
                extent.runs.push(vec![[x, y]]);
                continue;
            }
            let Some(run) = extent.runs.last_mut() else { break };
            match segment {
                SimplePathSegment::LineTo { x, y } => run.push([x, y]),
                SimplePathSegment::Quadratic { x1, y1, x, y } => run.extend([[x1, y1], [x, y]]),
                SimplePathSegment::CurveTo { x1, y1, x2, y2, x, y } => run.extend([[x1, y1], [x2, y2], [x, y]]),
                SimplePathSegment::ClosePath | SimplePathSegment::MoveTo { .. } => run.extend(run.first().copied()),
            }
        }
        extent
    }

    /// At least the length of the outline.
    pub(super) fn length(&self) -> f64 {
        let length = |run: &Vec<[f64; 2]>| run.windows(2).map(|w| (w[1][0] - w[0][0]).hypot(w[1][1] - w[0][1])).sum::<f64>();
        self.runs.iter().map(length).sum::<f64>() + self.play * 2.0 * self.segments as f64
    }

    /// The same shape seen through a transform.
    pub(super) fn through(&self, t: &Transform) -> Self {
        let map = |[x, y]: [f64; 2]| [t.a * x + t.c * y + t.e, t.b * x + t.d * y + t.f];
        let runs = self.runs.iter().map(|run| run.iter().copied().map(map).collect()).collect();
        Self { runs, segments: self.segments, play: self.play * norm(t) }
    }
}

/// How much a transform can lengthen.
pub(super) fn norm(t: &Transform) -> f64 {
    t.a.hypot(t.b).hypot(t.c.hypot(t.d))
}

fn auto(element: &Element, name: &str, other: &str) -> f64 {
    let other = element.attribute(other).filter(|_| element.attribute(name).is_none());
    other.and_then(|v| v.trim().parse().ok()).unwrap_or(0.0)
}

/// A varied path lies at most as far from `d` as the numbers differ: along all axes at once, and as far to the other side.
fn play(element: &Element) -> f64 {
    let own = element.attribute("d").and_then(|d| values::path("d", d).ok()).unwrap_or_default();
    let varied = element.attributes.iter().filter(|(name, _)| name.starts_with(VARY));
    varied.filter_map(|(name, data)| values::path(name, data).ok()).map(|varied| apart(&own, &varied)).sum()
}

/// How far the points of two paths of the same commands can lie apart.
fn apart(one: &[PathSegment], other: &[PathSegment]) -> f64 {
    let (mut most, mut sum) = (0.0f64, 0.0);
    for (one, other) in one.iter().zip(other) {
        // Both radii of an arc, and its turn, change how far it bulges.
        let arc = matches!(one, PathSegment::EllipticalArc { .. });
        for (a, b) in values::numbers(one).into_iter().zip(values::numbers(other)) {
            let difference = (a - b).abs() * if arc { 4.0 } else { 1.5 };
            most = most.max(difference);
            sum += difference;
        }
    }
    // The steps of relative commands add up.
    if one.iter().all(PathSegment::is_abs) { most } else { sum }
}

#[cfg(test)]
mod tests {
    use super::Extent;
    use crate::pack::allowed::Tag;
    use crate::pack::drawing::Element;
    use crate::parse::PartClass;

    fn shape(tag: Tag, attributes: &[(&str, &str)]) -> Extent {
        let attributes = attributes.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        Extent::of(&Element { tag, attributes, children: vec![], class: PartClass::None, line: 1 })
    }

    #[test]
    fn no_outline_is_longer_than_its_extent() {
        for (tag, attributes, length) in [
            (Tag::Path, &[("d", "M0 0H3V4z")][..], 12.0),
            (Tag::Path, &[("d", "m1 1l3 4m9 9v-2")], 7.0),
            (Tag::Path, &[("d", "M0 0A5 5 0 0 1 10 0")], 15.7),
            (Tag::Circle, &[("r", "2")], 12.5),
            (Tag::Ellipse, &[("rx", "2")], 12.5),
            (Tag::Rect, &[("x", "5"), ("width", "2"), ("height", "1")], 6.0),
            (Tag::Line, &[("x2", "3"), ("y2", "-4")], 5.0),
            (Tag::Polygon, &[("points", "0 0 3 0 3 4")], 12.0),
            (Tag::Path, &[("d", "M0 0H3"), ("data-vary-w", "M0 0H9")], 15.0),
        ] {
            let found = shape(tag, attributes).length();
            assert!(found >= length && found < length * 4.0, "{attributes:?}: {found}");
        }
    }
}
