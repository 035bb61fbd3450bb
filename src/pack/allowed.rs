//! The allow-list: which SVG elements and attributes a part may use. What their values may be is the business of `values`.

use super::values::{self, within};
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

    pub(super) const fn is_gradient(self) -> bool {
        matches!(self, Self::LinearGradient | Self::RadialGradient)
    }

    /// Whether `child` may stand directly inside.
    pub(super) const fn holds(self, child: Self) -> bool {
        match self {
            Self::Group => matches!(child, Self::Group) || child.is_shape(),
            Self::ClipPath => child.is_shape(),
            Self::Defs => child.is_gradient() || matches!(child, Self::ClipPath),
            Self::LinearGradient | Self::RadialGradient => matches!(child, Self::Stop),
            _ => false,
        }
    }
}

/// Says what is wrong with an attribute, if anything.
pub(super) fn check(tag: Tag, name: &str, value: &str) -> Result<(), String> {
    match name {
        "id" => is_name(value).then_some(()).ok_or_else(|| format!("id `{value}` must be lower-case letters, digits and hyphens")),
        "class" | "data-layer" => Ok(()),
        "data-mirror" => values::word(name, value, &["true"]),
        "data-outline" | "data-clip" => values::word(name, value, &["face"]),
        "fill" | "stroke" | "stop-color" => paint(value),
        "clip-path" => reference(value).map(|_| ()).ok_or_else(|| format!("clip-path `{value}` must be url(#id)")),
        "d" => values::path(name, value).map(|_| ()),
        "points" => values::points(value).map(|_| ()),
        "stroke-dasharray" => values::dashes(value).map(|_| ()),
        "transform" | "gradientTransform" => values::transform(name, value).map(|_| ()),
        // Of a gradient, a share of the shape it fills; elsewhere there is nothing a share could be of.
        "x1" | "y1" | "x2" | "y2" | "cx" | "cy" | "fx" | "fy" if tag.is_gradient() => values::share(name, value, -caps::NUMBER, caps::NUMBER),
        "r" if tag.is_gradient() => values::share(name, value, 0.0, caps::NUMBER),
        "offset" => values::share(name, value, 0.0, 1.0),
        "x" | "y" | "x1" | "y1" | "x2" | "y2" | "cx" | "cy" | "stroke-dashoffset" => within(name, value, -caps::NUMBER, caps::NUMBER),
        "r" | "rx" | "ry" | "width" | "height" | "stroke-width" => within(name, value, 0.0, caps::NUMBER),
        "opacity" | "fill-opacity" | "stroke-opacity" | "stop-opacity" => within(name, value, 0.0, 1.0),
        "stroke-miterlimit" => within(name, value, 1.0, 100.0),
        "stroke-linecap" => values::word(name, value, &["butt", "round", "square"]),
        "stroke-linejoin" => values::word(name, value, &["miter", "round", "bevel"]),
        "fill-rule" | "clip-rule" => values::word(name, value, &["nonzero", "evenodd"]),
        "gradientUnits" | "clipPathUnits" => values::word(name, value, &["userSpaceOnUse", "objectBoundingBox"]),
        "spreadMethod" => values::word(name, value, &["pad", "reflect", "repeat"]),
        _ => match name.strip_prefix(VARY) {
            Some(axis) => vary(tag, axis, name, value),
            // What vector programs write unless they are told otherwise.
            None if name == "style" => {
                Err("attribute `style` is not allowed in a part; write fill, stroke and the like as attributes, or let the program export it so"
                    .into())
            }
            None => Err(format!("attribute `{name}` is not allowed in a part")),
        },
    }
}

/// What the attributes begin with that hold a path as it is at the end of an axis.
pub(super) const VARY: &str = "data-vary-";

fn vary(tag: Tag, axis: &str, name: &str, value: &str) -> Result<(), String> {
    if tag != Tag::Path {
        return Err(format!("{name} belongs on a <path>, not on a <{}>", tag.name()));
    }
    if axis.len() > 32 || !is_name(axis) {
        return Err(format!("{name}: an axis is called by 1 to 32 lower-case letters, digits and hyphens"));
    }
    values::path(name, value).map(|_| ())
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
    Err(format!("paint `{}` must be a slot like var(--hair), #rrggbb, url(#id) or none", values::shown(value)))
}

fn is_name(value: &str) -> bool {
    (1..=64).contains(&value.len()) && value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

#[cfg(test)]
mod tests {
    use super::{Tag, check};

    #[test]
    fn what_drawing_needs_passes() {
        for (tag, name, value) in [
            (Tag::Path, "fill", "var(--hair-light,#503020)"),
            (Tag::Path, "fill", "#a1B2c3"),
            (Tag::Path, "stroke", "none"),
            (Tag::Path, "d", "M1.5-2.5.5e1 0 1 1,3 4zl-4 4H10"),
            (Tag::Path, "d", " M10.12345678-3.87654321 L 1e-7,-.5E+2z "),
            (Tag::Path, "d", "M0 0a5 5 0 01.5.5"),
            (Tag::Path, "d", ""),
            (Tag::Path, "data-vary-curve", "M1 2"),
            (Tag::Path, "transform", "translate(512 0) scale(-1,1) rotate(12.5 4 4)"),
            (Tag::Path, "stroke-linecap", "round"),
            (Tag::Path, "stroke-width", "0"),
            (Tag::Path, "fill-opacity", ".45"),
            (Tag::Stop, "offset", "50%"),
            (Tag::LinearGradient, "x2", "120%"),
            (Tag::Polygon, "points", "1,2 3-4"),
            (Tag::Path, "stroke-dasharray", "0.1 16"),
            (Tag::Group, "clip-path", "url(#hole)"),
        ] {
            assert_eq!(check(tag, name, value), Ok(()), "{name}={value}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for (name, value) in [
            ("fill", "red"),
            ("fill", "url(http://a/b#c)"),
            ("fill", "url(data:image/png;base64,AAAA)"),
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
            ("d", "L5 5"),
            ("d", "M"),
            ("d", "M0 0Q zz"),
            ("d", "M0 0L5"),
            ("d", "M0 0Z5"),
            ("d", "M0 0A-5 5 0 0 1 9 9"),
            ("d", "M0 0A5 5 0 2 1 9 9"),
            ("data-vary-", "M0 0"),
            ("data-vary-Curve", "M0 0"),
            ("data-vary-curve", "zz"),
            ("transform", "matrix(NaN 0 0 1 0 0)"),
            ("transform", "matrix(1 2 3)"),
            ("transform", "scale(1e9)"),
            ("transform", "skewX(90)"),
            ("transform", "translate(5"),
            ("transform", "scale()"),
            ("width", "inf"),
            ("width", "-1"),
            ("cx", "50%"),
            ("x", "5px"),
            ("r", "1e999"),
            ("stroke-width", "-3"),
            ("opacity", "1.5"),
            ("stroke-miterlimit", "0"),
            ("fill-rule", "round"),
            ("stroke-linecap", "bevel"),
            ("spreadMethod", "none"),
            ("points", "1 2 3"),
            ("filter", "url(#f)"),
            ("data-clip", "hair"),
        ] {
            assert!(check(Tag::Path, name, value).is_err(), "{name}={value}");
        }
        assert!(check(Tag::Circle, "data-vary-curve", "M0 0").is_err());
        assert!(check(Tag::Stop, "offset", "101%").is_err());
    }
}
