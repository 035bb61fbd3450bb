//! The allow-list: which SVG elements, attributes and values a part may use.

use super::{caps, colour};

macro_rules! tags {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// An SVG element a part may use.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum Tag { $($variant),* }

        impl Tag {
            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            pub(super) fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

tags! {
    Group "g", Path "path", Circle "circle", Ellipse "ellipse", Rect "rect", Line "line", Polyline "polyline", Polygon "polygon",
    ClipPath "clipPath", Defs "defs", LinearGradient "linearGradient", RadialGradient "radialGradient", Stop "stop",
}

impl Tag {
    /// Whether it paints something itself.
    pub(crate) const fn is_shape(self) -> bool {
        matches!(self, Self::Path | Self::Circle | Self::Ellipse | Self::Rect | Self::Line | Self::Polyline | Self::Polygon)
    }
}

const KEYWORDS: [&str; 19] = [
    "none",
    "evenodd",
    "nonzero",
    "round",
    "butt",
    "square",
    "miter",
    "bevel",
    "pad",
    "reflect",
    "repeat",
    "objectBoundingBox",
    "userSpaceOnUse",
    "matrix",
    "translate",
    "scale",
    "rotate",
    "skewX",
    "skewY",
];

/// Says what is wrong with an attribute, if anything.
pub(super) fn check(name: &str, value: &str) -> Result<(), String> {
    match name {
        "id" => is_name(value).then_some(()).ok_or_else(|| format!("id `{value}` must be lower-case letters, digits and hyphens")),
        "class" | "data-layer" => Ok(()),
        "data-mirror" => (value == "true").then_some(()).ok_or_else(|| "data-mirror must be \"true\"".into()),
        "data-outline" | "data-clip" => (value == "face").then_some(()).ok_or_else(|| format!("{name} must be \"face\"")),
        "fill" | "stroke" | "stop-color" => paint(value),
        "clip-path" => reference(value).map(|_| ()).ok_or_else(|| format!("clip-path `{value}` must be url(#id)")),
        "d" => path(value),
        _ if name.starts_with("data-vary-") => path(value),
        "stroke-dasharray" => dashes(value),
        "transform" | "gradientTransform" if value.matches('(').count() > caps::TRANSFORMS => {
            Err(format!("{name} has more than {} steps", caps::TRANSFORMS))
        }
        "transform" | "gradientTransform" | "points" | "x" | "y" | "x1" | "y1" | "x2" | "y2" | "cx" | "cy" | "r" | "rx" | "ry" | "fx" | "fy"
        | "width" | "height" | "opacity" | "fill-opacity" | "stroke-opacity" | "stop-opacity" | "offset" | "stroke-width" | "stroke-dashoffset"
        | "stroke-miterlimit" | "stroke-linecap" | "stroke-linejoin" | "fill-rule" | "clip-rule" | "gradientUnits" | "spreadMethod"
        | "clipPathUnits" => numbers_and_keywords(name, value),
        _ => Err(format!("attribute `{name}` is not allowed in a part")),
    }
}

/// The id in `url(#id)`.
pub(crate) fn reference(value: &str) -> Option<&str> {
    value.strip_prefix("url(#").and_then(|v| v.strip_suffix(')')).filter(|id| is_name(id))
}

/// The slot in `var(--slot)` or `var(--slot, fallback)`.
pub(crate) fn slot(value: &str) -> Option<&str> {
    let inner = value.strip_prefix("var(--")?.strip_suffix(')')?;
    let name = inner.split_once(',').map_or(inner, |(name, _)| name).trim();
    is_name(name).then_some(name)
}

fn paint(value: &str) -> Result<(), String> {
    if value == "none" || colour::parse(value).is_some() || slot(value).is_some() || reference(value).is_some() {
        return Ok(());
    }
    Err(format!("paint `{value}` must be a slot like var(--hair), #rrggbb, url(#id) or none"))
}

fn path(value: &str) -> Result<(), String> {
    let between = |c: char| c.is_ascii_whitespace() || ",MmZzLlHhVvCcSsQqTtAa".contains(c);
    let mut rest = value.trim_start_matches(between);
    while !rest.is_empty() {
        let number = &rest[..number_length(rest)];
        if !number.parse().is_ok_and(in_range) {
            let wrong = shown(if number.is_empty() { rest } else { number });
            return Err(format!("path data has `{wrong}`, which is neither a path command nor a number within range"));
        }
        rest = rest[number.len()..].trim_start_matches(between);
    }
    Ok(())
}

/// Length of the number at the start of path data, where numbers may be run together: `1-2.5.5e1` is three.
fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes[from..].iter().take_while(|b| b.is_ascii_digit()).count();
    let sign = |at: usize| usize::from(matches!(bytes.get(at), Some(b'+' | b'-')));
    let mut end = sign(0);
    end += digits(end);
    if bytes.get(end) == Some(&b'.') {
        end += 1 + digits(end + 1);
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let exponent = end + 1 + sign(end + 1);
        end = if digits(exponent) > 0 { exponent + digits(exponent) } else { end };
    }
    end
}

fn in_range(number: f32) -> bool {
    number.is_finite() && number.abs() <= caps::NUMBER
}

/// The lengths of a `stroke-dasharray`.
pub(super) fn dash_lengths(value: &str) -> Option<Vec<f32>> {
    let lengths = value.split([' ', ',']).filter(|t| !t.is_empty()).map(|t| t.parse().ok().filter(|&v| in_range(v) && v >= 0.0));
    lengths.collect::<Option<Vec<f32>>>().filter(|l| l.iter().sum::<f32>() > 0.0)
}

fn dashes(value: &str) -> Result<(), String> {
    dash_lengths(value).map(|_| ()).ok_or_else(|| format!("stroke-dasharray `{}` must be lengths, none negative and not all 0", shown(value)))
}

/// The sum of the magnitudes of all numbers in path data or another checked geometry attribute.
pub(super) fn magnitude(value: &str) -> f32 {
    let between = |c: char| !(c.is_ascii_digit() || matches!(c, '+' | '-' | '.'));
    let mut rest = value.trim_start_matches(between);
    let mut sum = 0.0;
    while !rest.is_empty() {
        let length = number_length(rest).max(1);
        sum += rest[..length].parse::<f32>().map_or(0.0, f32::abs);
        rest = rest[length..].trim_start_matches(between);
    }
    sum
}

/// The beginning of a value that may be long.
fn shown(value: &str) -> String {
    value.chars().take(24).collect()
}

fn numbers_and_keywords(name: &str, value: &str) -> Result<(), String> {
    for token in value.split(|c: char| c.is_ascii_whitespace() || matches!(c, ',' | '(' | ')')).filter(|t| !t.is_empty()) {
        let token = token.strip_suffix('%').unwrap_or(token);
        if !token.parse().is_ok_and(in_range) && !KEYWORDS.contains(&token) {
            return Err(format!("{name}: `{token}` is neither a number within range nor a known word"));
        }
    }
    Ok(())
}

fn is_name(value: &str) -> bool {
    (1..=64).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn what_drawing_needs_passes() {
        for (name, value) in [
            ("fill", "var(--hair-light,#503020)"),
            ("fill", "#a1B2c3"),
            ("stroke", "none"),
            ("d", "M1.5-2.5.5e1 0 1 1,3zl-4 4H10"),
            ("d", " M10.12345678-3.87654321 L 1e-7,-.5E+2z "),
            ("transform", "translate(512 0) scale(-1,1) rotate(12.5)"),
            ("stroke-linecap", "round"),
            ("offset", "50%"),
            ("stroke-dasharray", "0.1 16"),
            ("clip-path", "url(#hole)"),
        ] {
            assert_eq!(check(name, value), Ok(()), "{name}={value}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for (name, value) in [
            ("fill", "red"),
            ("fill", "url(http://a/b#c)"),
            ("fill", "var(--x;y)"),
            ("style", "fill:red"),
            ("onload", "x()"),
            ("href", "#a"),
            ("d", "M0 0 L1e30 5"),
            ("d", "M0 0 X5"),
            ("d", "M12345678 0"),
            ("d", "M0 0L5-.-3"),
            ("d", "M0 0L5é"),
            ("d", "M NaN 0"),
            ("d", "M5e 0"),
            ("transform", "matrix(NaN 0 0 1 0 0)"),
            ("transform", "scale(1e9)"),
            ("width", "inf"),
            ("filter", "url(#f)"),
            ("data-clip", "hair"),
        ] {
            assert!(check(name, value).is_err(), "{name}={value}");
        }
    }
}
