//! Changes of a recipe.

use crate::Kind;
use selfmoji::edit;

/// One thing that somebody wants otherwise.
#[derive(Debug, Clone, PartialEq, uniffi::Enum)]
pub enum Change {
    /// Another part.
    Part {
        /// The kind.
        kind: Kind,
        /// The part's id, or nothing for none of that kind.
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

impl From<Change> for edit::Change {
    fn from(change: Change) -> Self {
        match change {
            Change::Part { kind, id } => Self::Part { kind: kind.into(), id },
            Change::Colour { role, colour } => Self::Colour { role, colour },
            Change::Axis { kind, axis, value } => Self::Axis { kind: kind.into(), axis, value },
            Change::Reset { kind, axis } => Self::Reset { kind: kind.into(), axis },
            Change::Expression { id } => Self::Expression { id },
        }
    }
}
