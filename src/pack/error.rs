//! What can be wrong with a style pack, said so that its designer can mend it.

use crate::kind::Kind;

/// Why a style pack was refused. Packs are untrusted input: everything here is found when a pack is loaded, never when it is drawn.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// A file is missing or cannot be read.
    #[error("{}: {}", plain(file), plain(detail))]
    Read {
        /// The file, relative to the pack.
        file: String,
        /// What the system said.
        detail: String,
    },
    /// A file, or the number of things in it, is over a cap.
    #[error("{}: {what} is {size}, and at most {cap} is accepted", plain(file))]
    TooLarge {
        /// The file, relative to the pack.
        file: String,
        /// What was counted.
        what: &'static str,
        /// How much there is.
        size: usize,
        /// How much there may be.
        cap: usize,
    },
    /// `pack.json` does not follow the format.
    #[error("pack.json:{line}: {}", plain(detail))]
    Manifest {
        /// The line, counted from 1.
        line: u32,
        /// What is wrong and what to do.
        detail: String,
    },
    /// A part's SVG does not follow the format.
    #[error("{}:{line}: {}", plain(file), plain(detail))]
    Part {
        /// The file, relative to the pack.
        file: String,
        /// The line, counted from 1.
        line: u32,
        /// What is wrong and what to do.
        detail: String,
    },
    /// An avatar asks for a part the pack does not have.
    #[error("the pack `{pack}` has no {kind} part called `{}`; use one of: {known}", plain(id))]
    NoSuchPart {
        /// The pack's name.
        pack: String,
        /// The kind of part.
        kind: Kind,
        /// The id that was asked for.
        id: String,
        /// The ids there are.
        known: String,
    },
    /// An avatar lacks a part that is not optional.
    #[error("the recipe names no {kind} part; only facial-hair, glasses, headwear, marks, lines and earwear may be absent")]
    PartNeeded {
        /// The kind of part.
        kind: Kind,
    },
    /// No pack of that name is part of the library.
    #[error("no style called `{name}` is part of this program; there are {known}, or give the path of a style pack")]
    NotBundled {
        /// The name that was asked for.
        name: String,
        /// The names there are.
        known: String,
    },
    /// A recipe was made with another pack, or another version of it.
    #[error(
        "the recipe was made with the style pack {wanted}, and this is {there}, which could draw another picture; use {wanted}, or make the recipe anew"
    )]
    OtherPack {
        /// Name and version in the recipe.
        wanted: String,
        /// Name and version of the pack.
        there: String,
    },
    /// A drawing could not be rendered for the matcher.
    #[error("a drawing cannot be rendered: {detail}")]
    Render {
        /// What the renderer said.
        detail: String,
    },
    /// An avatar asks for an expression the pack does not have.
    #[error("the pack `{pack}` has no expression `{id}`; use one of: {known}")]
    NoSuchExpression {
        /// The pack's name.
        pack: String,
        /// The expression that was asked for.
        id: String,
        /// The expressions there are.
        known: String,
    },
    /// An avatar asks for an axis the part does not have, or for a value out of its range.
    #[error("the {kind} part `{id}` cannot be drawn with {axis} = {value}; its axes are: {known}")]
    NoSuchAxis {
        /// The kind of part.
        kind: Kind,
        /// The part.
        id: String,
        /// The axis that was asked for.
        axis: String,
        /// The value that was asked for.
        value: f32,
        /// The axes there are, with their ranges.
        known: String,
    },
    /// An avatar colours something the pack does not know.
    #[error("the recipe has a colour for `{role}`, which this pack does not know; its colours are: {known}")]
    NoSuchRole {
        /// The colour role that was asked for.
        role: String,
        /// The roles there are.
        known: String,
    },
    /// An avatar asks for a colour the pack does not have.
    #[error("the colour `{}` for {role} is neither #rrggbb nor a swatch of the pack's palette; use one of: {known}", plain(colour))]
    NoSuchColour {
        /// The colour role.
        role: String,
        /// What was asked for.
        colour: String,
        /// The swatches there are.
        known: String,
    },
    /// A zip file is damaged, or is packed in a way that is not accepted.
    #[error("the zip file cannot be used: {}", plain(detail))]
    Zip {
        /// What is wrong and what to do.
        detail: String,
    },
    /// The pack's embeddings do not fit its drawings or the models.
    #[error("embeddings.json: {}; run `selfmoji pack build` on the pack's folder", plain(detail))]
    Embeddings {
        /// What is wrong.
        detail: String,
    },
}

/// Text of a pack as it may be shown on a terminal: not endless, and with everything escaped that could move the cursor or turn the line around.
pub(super) fn plain(text: &str) -> String {
    let shown = text.chars().take(600).collect::<String>();
    let rest = if shown.len() < text.len() { "..." } else { "" };
    shown.chars().map(|c| if unprintable(c) { c.escape_unicode().to_string() } else { c.into() }).collect::<String>() + rest
}

/// Whether a character has no place on a terminal in text that anyone may have written: control characters, and those that change the direction of the text
/// after them.
#[must_use]
pub fn unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::PackError;

    #[test]
    fn nothing_a_pack_says_reaches_a_terminal_raw() {
        let bad = "a\u{1b}[2J\u{7}\n\u{9b}\u{202e}b".to_owned() + &"x".repeat(9000);
        for error in [
            PackError::Read { file: bad.clone(), detail: bad.clone() },
            PackError::TooLarge { file: bad.clone(), what: "size", size: 2, cap: 1 },
            PackError::Manifest { line: 1, detail: bad.clone() },
            PackError::Part { file: bad.clone(), line: 1, detail: bad.clone() },
            PackError::Zip { detail: bad.clone() },
            PackError::Embeddings { detail: bad.clone() },
        ] {
            let text = error.to_string();
            assert!(text.chars().all(|c| !super::unprintable(c)) && text.contains("\\u{1b}[2J\\u{7}"), "{text}");
            assert!(text.len() < 2000, "{}", text.len());
        }
    }
}
