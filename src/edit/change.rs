//! Change: one thing that somebody wants otherwise, and how it is written on a command line.

use super::error::{EditError, hint, shown};
use crate::kind::Kind;
use crate::pack::{Pack, colour};
use std::fmt;

/// One change of a recipe.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Another part, or none of that kind.
    Part {
        /// The kind.
        kind: Kind,
        /// The part's id.
        id: Option<String>,
    },
    /// Another colour.
    Colour {
        /// The colour role.
        role: String,
        /// A swatch id of the role's palette, or `#rrggbb`.
        colour: String,
    },
    /// Another value of an axis.
    Axis {
        /// The kind.
        kind: Kind,
        /// The axis, one of the part's or of its kind.
        axis: String,
        /// Within the axis' range; 0 is as drawn.
        value: f32,
    },
    /// A kind as it was drawn.
    Reset {
        /// The kind.
        kind: Kind,
        /// One axis; all of them and the kind's adjustment where none is named.
        axis: Option<String>,
    },
    /// Another expression.
    Expression {
        /// Its id; `neutral` is always there.
        id: String,
    },
}

impl Change {
    /// Reads `KEY=VALUE`: `hair=bob`, `glasses=none`, `skin=monk-07`, `hair=#a03010`, `eyes.size=0.4`, `eyes.size=reset`, `eyes=reset`,
    /// `expression=laughing`.
    ///
    /// Where a kind and a colour role have the same name, a part's id is taken first, then a colour; `part.hair=bob` and `colour.hair=copper` always
    /// say which is meant. Whether the pack has what is asked for is seen when the change is applied.
    ///
    /// # Errors
    ///
    /// [`EditError::NotAChange`], [`EditError::NoSuchKey`], [`EditError::NotInRange`] where an axis is given something that is no number.
    pub fn parse(pack: &Pack, text: &str) -> Result<Self, EditError> {
        let pair = text.split_once('=').map(|(key, value)| (key.trim(), value.trim()));
        let (key, value) =
            pair.filter(|(key, value)| !key.is_empty() && !value.is_empty()).ok_or_else(|| EditError::NotAChange { text: shown(text) })?;
        let kind = |name: &str| Kind::from_name(name).ok_or_else(|| no_such_key(pack, key));
        if key == "expression" {
            return Ok(Self::Expression { id: value.into() });
        }
        if let Some(role) = key.strip_prefix("colour.") {
            return Ok(Self::Colour { role: role.into(), colour: value.into() });
        }
        if let Some(name) = key.strip_prefix("part.") {
            return Ok(Self::part(pack, kind(name)?, value));
        }
        if let Some((name, axis)) = key.split_once('.') {
            let (kind, axis) = (kind(name)?, axis.to_owned());
            if value == "reset" {
                return Ok(Self::Reset { kind, axis: Some(axis) });
            }
            let Ok(number) = value.parse() else {
                return Err(EditError::NotInRange { kind, axis: shown(&axis), value: shown(value), least: -1.0, greatest: 1.0 });
            };
            return Ok(Self::Axis { kind, axis, value: number });
        }
        let is_role = pack.manifest().colours.contains_key(key);
        let is_colour = is_role && (colour::parse(value).is_some() || pack.swatches(key).iter().any(|s| s.id == value));
        match Kind::from_name(key) {
            Some(kind) if !is_colour || pack.part(kind, value).is_ok() => Ok(Self::part(pack, kind, value)),
            None if !is_role => Err(no_such_key(pack, key)),
            _ => Ok(Self::Colour { role: key.into(), colour: value.into() }),
        }
    }

    /// `none` and `reset` mean what they say unless a part is called so.
    fn part(pack: &Pack, kind: Kind, value: &str) -> Self {
        match value {
            _ if pack.part(kind, value).is_ok() => Self::Part { kind, id: Some(value.into()) },
            "none" => Self::Part { kind, id: None },
            "reset" => Self::Reset { kind, axis: None },
            _ => Self::Part { kind, id: Some(value.into()) },
        }
    }
}

fn no_such_key(pack: &Pack, key: &str) -> EditError {
    let mut known: Vec<&str> = Kind::ALL.into_iter().filter(|k| !pack.parts(*k).is_empty()).map(Kind::name).collect();
    known.extend(pack.manifest().colours.keys().map(String::as_str).filter(|r| Kind::from_name(r).is_none()));
    known.push("expression");
    let hint = hint(key, known.iter().copied());
    known.push("KIND.AXIS");
    EditError::NoSuchKey { key: shown(key), hint, known: known.join(", ") }
}

/// As [`Change::parse`] reads it, in the form that is never ambiguous.
impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Part { kind, id } => write!(f, "part.{kind}={}", id.as_deref().unwrap_or("none")),
            Self::Colour { role, colour } => write!(f, "colour.{role}={colour}"),
            Self::Axis { kind, axis, value } => write!(f, "{kind}.{axis}={value}"),
            Self::Reset { kind, axis: Some(axis) } => write!(f, "{kind}.{axis}=reset"),
            Self::Reset { kind, axis: None } => write!(f, "part.{kind}=reset"),
            Self::Expression { id } => write!(f, "expression={id}"),
        }
    }
}
