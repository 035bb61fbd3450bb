//! The values of attributes, read by the same parsers that the renderer reads them with: what is refused there is refused here, with a reason.

use super::caps;
use std::str::FromStr;
use svgtypes::{NumberListParser, PathParser, PathSegment, TransformListParser, TransformListToken};

/// A number between two bounds, both included.
pub(super) fn within(name: &str, value: &str, least: f64, most: f64) -> Result<(), String> {
    match svgtypes::Number::from_str(value) {
        Ok(number) if (least..=most).contains(&number.0) => Ok(()),
        _ => Err(format!("{name}: `{}` must be a number from {least} to {most}, without a unit", shown(value))),
    }
}

/// A number, or a percentage that stands for one.
pub(super) fn share(name: &str, value: &str, least: f64, most: f64) -> Result<(), String> {
    let checked = match value.strip_suffix('%') {
        Some(number) => within(name, number, least * 100.0, most * 100.0),
        None => within(name, value, least, most),
    };
    checked.map_err(|_| format!("{name}: `{}` must be a number from {least} to {most}, or that as a percentage", shown(value)))
}

/// One of some words.
pub(super) fn word(name: &str, value: &str, words: &[&str]) -> Result<(), String> {
    if words.contains(&value) { Ok(()) } else { Err(format!("{name}: `{}` must be one of: {}", shown(value), words.join(", "))) }
}

/// The segments of path data, with implicit commands made explicit.
pub(super) fn path(name: &str, data: &str) -> Result<Vec<PathSegment>, String> {
    let mut segments = Vec::new();
    for segment in PathParser::from(data) {
        let segment = segment.map_err(|e| format!("{name}: path data has {} where a command or its next number should be", stopped(data, &e)))?;
        let (command, numbers) = (char::from(segment.command()), numbers(&segment));
        if let Some(number) = numbers.iter().find(|n| !in_range(**n)) {
            return Err(format!("{name}: path data has the number {number:e}; numbers lie within {} either way", caps::NUMBER));
        }
        if command.eq_ignore_ascii_case(&'a') && (numbers[0] < 0.0 || numbers[1] < 0.0) {
            return Err(format!("{name}: the radii of an arc must not be negative"));
        }
        if segments.len() == caps::SEGMENTS {
            return Err(format!("{name}: path data has more than {} commands; make several paths of it", caps::SEGMENTS));
        }
        segments.push(segment);
    }
    Ok(segments)
}

/// What stands where reading stopped.
fn stopped(data: &str, error: &svgtypes::Error) -> String {
    use svgtypes::Error::{InvalidChar, InvalidNumber, InvalidString, UnexpectedData};
    let (InvalidChar(_, at) | InvalidNumber(at) | InvalidString(_, at) | UnexpectedData(at)) = error else { return "its end".into() };
    format!("`{}`", data.chars().skip(at.saturating_sub(1)).take(24).collect::<String>())
}

/// A segment's numbers, in the order they are written; an arc's flags are not among them.
pub(super) fn numbers(segment: &PathSegment) -> Vec<f64> {
    match *segment {
        PathSegment::MoveTo { x, y, .. } | PathSegment::LineTo { x, y, .. } | PathSegment::SmoothQuadratic { x, y, .. } => vec![x, y],
        PathSegment::HorizontalLineTo { x, .. } => vec![x],
        PathSegment::VerticalLineTo { y, .. } => vec![y],
        PathSegment::CurveTo { x1, y1, x2, y2, x, y, .. } => vec![x1, y1, x2, y2, x, y],
        PathSegment::SmoothCurveTo { x2, y2, x, y, .. } => vec![x2, y2, x, y],
        PathSegment::Quadratic { x1, y1, x, y, .. } => vec![x1, y1, x, y],
        PathSegment::EllipticalArc { rx, ry, x_axis_rotation, x, y, .. } => vec![rx, ry, x_axis_rotation, x, y],
        PathSegment::ClosePath { .. } => vec![],
    }
}

/// The points of a `points` attribute.
pub(super) fn points(value: &str) -> Result<Vec<[f64; 2]>, String> {
    let numbers = list("points", value)?;
    if !numbers.len().is_multiple_of(2) || numbers.len() > caps::SEGMENTS * 2 {
        return Err(format!("points: give pairs of numbers, at most {} pairs", caps::SEGMENTS));
    }
    Ok(numbers.chunks_exact(2).map(|p| [p[0], p[1]]).collect())
}

/// The lengths of a `stroke-dasharray`.
pub(super) fn dashes(value: &str) -> Result<Vec<f64>, String> {
    let lengths = list("stroke-dasharray", value)?;
    if lengths.iter().any(|&l| l < 0.0) || lengths.iter().sum::<f64>() <= 0.0 {
        return Err(format!("stroke-dasharray `{}` must be lengths, none negative and not all 0", shown(value)));
    }
    Ok(lengths)
}

fn list(name: &str, value: &str) -> Result<Vec<f64>, String> {
    let numbers: Option<Vec<f64>> = NumberListParser::from(value).map(|n| n.ok().filter(|n| in_range(*n))).collect();
    numbers.ok_or_else(|| format!("{name}: `{}` must be numbers within {} either way", shown(value), caps::NUMBER))
}

/// The matrix of a list of transforms.
pub(super) fn transform(name: &str, value: &str) -> Result<svgtypes::Transform, String> {
    if value.matches('(').count() > caps::TRANSFORMS {
        return Err(format!("{name} has more than {} steps", caps::TRANSFORMS));
    }
    for step in TransformListParser::from(value) {
        let step = step.map_err(|_| {
            let known = "matrix(a b c d e f), translate(x y), scale(x y), rotate(angle x y), skewX(angle) and skewY(angle)";
            format!("{name}: `{}` cannot be read; a transform is made of {known}", shown(value))
        })?;
        let numbers = match step {
            TransformListToken::Matrix { a, b, c, d, e, f } => vec![a, b, c, d, e, f],
            TransformListToken::Translate { tx, ty } => vec![tx, ty],
            TransformListToken::Scale { sx, sy } => vec![sx, sy],
            TransformListToken::Rotate { angle } => vec![angle],
            TransformListToken::SkewX { angle } | TransformListToken::SkewY { angle } if angle.abs() <= caps::SKEW => vec![],
            TransformListToken::SkewX { .. } | TransformListToken::SkewY { .. } => {
                return Err(format!("{name}: a skew lies within {} degrees either way", caps::SKEW));
            }
        };
        if let Some(number) = numbers.iter().find(|n| !in_range(**n)) {
            return Err(format!("{name}: has the number {number:e}; numbers lie within {} either way", caps::NUMBER));
        }
    }
    svgtypes::Transform::from_str(value).map_err(|e| format!("{name}: {e}"))
}

fn in_range(number: f64) -> bool {
    number.is_finite() && number.abs() <= caps::NUMBER
}

/// The beginning of a value that may be long.
pub(super) fn shown(value: &str) -> String {
    value.chars().take(24).collect()
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn what_is_wrong_in_a_path_is_shown() {
        for (data, shown) in [
            ("M0 0Q zz", "`zz`"),
            ("M0 0 L5", "its end"),
            ("5 5", "`5 5`"),
            ("M0 0L1 2é", "`é`"),
            ("M0 0L1 1 X5", "`X5`"),
            ("M0 0é", "`é`"),
            ("M0 0L1e30 5", "1e30"),
        ] {
            let error = path("d", data).unwrap_err();
            assert!(error.contains(shown) && error.starts_with("d: "), "{data}: {error}");
        }
    }
}
