//! Why a change cannot be made, said so that whoever typed it can mend it.

use crate::kind::Kind;
use crate::pack::PackError;

/// Why a recipe could not be edited. The recipe is as it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EditError {
    /// The text is not of the form `KEY=VALUE`.
    #[error("`{text}` is no change; write KEY=VALUE, for example hair=bob, glasses=none, skin=#c08060, eyes.size=0.4 or expression=laughing")]
    NotAChange {
        /// What was written.
        text: String,
    },
    /// Nothing of that name can be changed.
    #[error("{key}: there is nothing of that name to change{hint}; there are: {known}")]
    NoSuchKey {
        /// What was asked for.
        key: String,
        /// The nearest name, as a question; empty where none is near.
        hint: String,
        /// The names there are.
        known: String,
    },
    /// The pack has no such part.
    #[error("{kind}: there is no `{id}`{hint}; there are: {known}")]
    NoSuchPart {
        /// The kind of part.
        kind: Kind,
        /// What was asked for.
        id: String,
        /// The nearest name, as a question; empty where none is near.
        hint: String,
        /// The parts there are, and the colours where the kind has a colour of its own name.
        known: String,
    },
    /// An avatar cannot go without it.
    #[error("{kind}: an avatar cannot go without, so `none` is no choice; choose another with {kind}=ID")]
    PartNeeded {
        /// The kind of part.
        kind: Kind,
    },
    /// The colour is neither a swatch nor `#rrggbb`.
    #[error("{role}: `{colour}` is no colour of this pack{hint}; write #rrggbb, or one of: {known}")]
    NoSuchColour {
        /// The colour role.
        role: String,
        /// What was asked for.
        colour: String,
        /// The nearest name, as a question; empty where none is near.
        hint: String,
        /// The swatches there are.
        known: String,
    },
    /// The colour breaks the pack's rule that one colour is never lighter than another.
    #[error(
        "{role}: `{colour}` is lighter than the {other} (`{bound}`), which this pack does not allow; choose a darker one, or lighten the {other} too"
    )]
    TooLight {
        /// The colour role.
        role: String,
        /// What was asked for.
        colour: String,
        /// The role it may not be lighter than.
        other: String,
        /// That role's colour.
        bound: String,
    },
    /// The part has no such axis.
    #[error("{kind}.{axis}: the {kind} part `{id}` has no such axis{hint}; {known}")]
    NoSuchAxis {
        /// The kind of part.
        kind: Kind,
        /// What was asked for.
        axis: String,
        /// The part.
        id: String,
        /// The nearest name, as a question; empty where none is near.
        hint: String,
        /// The axes there are.
        known: String,
    },
    /// There is no part of the kind that an axis could vary.
    #[error("{kind}.{axis}: this avatar has no {kind}; add some first with {kind}=ID")]
    PartAbsent {
        /// The kind of part.
        kind: Kind,
        /// The axis that was asked for.
        axis: String,
    },
    /// An axis takes a number within its range.
    #[error("{kind}.{axis}: `{value}` is no number from {least} to {greatest}; write one, or `reset`")]
    NotInRange {
        /// The kind of part.
        kind: Kind,
        /// The axis.
        axis: String,
        /// What was asked for.
        value: String,
        /// The least value.
        least: f32,
        /// The greatest value.
        greatest: f32,
    },
    /// The pack has no such expression.
    #[error("expression: there is no `{id}`{hint}; there are: {known}")]
    NoSuchExpression {
        /// What was asked for.
        id: String,
        /// The nearest name, as a question; empty where none is near.
        hint: String,
        /// The expressions there are.
        known: String,
    },
    /// The recipe is of another pack or version, or cannot be drawn.
    #[error(transparent)]
    Pack(#[from] PackError),
}

/// How alike two words must be, 0 to 1, to be taken for a slip.
const ALIKE: f64 = 0.8;

/// ` (did you mean `bob`?)`, or nothing where no known word is near.
pub(super) fn hint<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let alike = known.into_iter().map(|k| (strsim::jaro_winkler(word, k), k)).filter(|(a, _)| *a >= ALIKE);
    // The first of those that are equally near.
    alike.reduce(|best, next| if next.0 > best.0 { next } else { best }).map_or_else(String::new, |(_, k)| format!(" (did you mean `{k}`?)"))
}

/// Text of unknown origin, fit for a terminal.
pub(super) fn shown(text: &str) -> String {
    let mut short: String = text.chars().take(64).collect();
    if short.len() < text.len() {
        short.push_str("...");
    }
    short.escape_debug().to_string()
}
