//! Blend: a path between its masters, as in a variable font. Each axis adds its share of the way from the drawn path to that axis's master.

use super::pose::short;
use crate::pack::Element;
use std::fmt::Write as _;
use svgtypes::{PathParser, PathSegment};

/// The `d` of a path at the given values of axes; as drawn where none of them concerns it.
pub(super) fn path(element: &Element, values: &[(&str, f32)]) -> Option<String> {
    let drawn = element.attribute("d")?;
    let masters: Vec<(&str, f32)> =
        values.iter().filter_map(|(axis, value)| Some((element.attribute(&format!("data-vary-{axis}"))?, *value))).collect();
    if masters.is_empty() {
        return Some(drawn.to_owned());
    }
    let segments = read(drawn);
    let mut numbers: Vec<f64> = segments.iter().flat_map(|(_, numbers)| numbers.clone()).collect();
    let start = numbers.clone();
    for (master, value) in masters {
        let ends = read(master).into_iter().flat_map(|(_, numbers)| numbers);
        for ((number, end), from) in numbers.iter_mut().zip(ends).zip(&start) {
            *number += (end - from) * f64::from(value);
        }
    }
    let mut out = String::with_capacity(drawn.len() + 16);
    let mut rest = numbers.into_iter();
    for (command, drawn) in segments {
        out.push(command);
        for number in rest.by_ref().take(drawn.len()) {
            let _ = write!(out, " {}", short(number as f32));
        }
    }
    Some(out)
}

/// Commands with their numbers. Loading a pack checked that the masters of a path have the same commands.
fn read(path: &str) -> Vec<(char, Vec<f64>)> {
    let letter = |abs: bool, letter: char| if abs { letter } else { letter.to_ascii_lowercase() };
    let one = |segment: PathSegment| match segment {
        PathSegment::MoveTo { abs, x, y } => (letter(abs, 'M'), vec![x, y]),
        PathSegment::LineTo { abs, x, y } => (letter(abs, 'L'), vec![x, y]),
        PathSegment::HorizontalLineTo { abs, x } => (letter(abs, 'H'), vec![x]),
        PathSegment::VerticalLineTo { abs, y } => (letter(abs, 'V'), vec![y]),
        PathSegment::CurveTo { abs, x1, y1, x2, y2, x, y } => (letter(abs, 'C'), vec![x1, y1, x2, y2, x, y]),
        PathSegment::SmoothCurveTo { abs, x2, y2, x, y } => (letter(abs, 'S'), vec![x2, y2, x, y]),
        PathSegment::Quadratic { abs, x1, y1, x, y } => (letter(abs, 'Q'), vec![x1, y1, x, y]),
        PathSegment::SmoothQuadratic { abs, x, y } => (letter(abs, 'T'), vec![x, y]),
        PathSegment::EllipticalArc { abs, rx, ry, x_axis_rotation, large_arc, sweep, x, y } => {
            (letter(abs, 'A'), vec![rx, ry, x_axis_rotation, f64::from(u8::from(large_arc)), f64::from(u8::from(sweep)), x, y])
        }
        PathSegment::ClosePath { abs } => (letter(abs, 'Z'), vec![]),
    };
    PathParser::from(path).map_while(Result::ok).map(one).collect()
}
