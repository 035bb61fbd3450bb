//! The questions a photo is asked, and the words that answer them, in labels and in readings.

use selfmoji::attributes::Attributes;
use serde_json::Value;

/// Where nobody can tell.
pub(crate) const UNKNOWN: &str = "unknown";

/// An attribute: a column of labels.csv, and a field of a reading.
#[derive(Debug)]
pub(crate) struct Question {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    /// What can be answered, apart from [`UNKNOWN`].
    pub(crate) words: &'static [&'static str],
}

const fn question(name: &'static str, title: &'static str, words: &'static [&'static str]) -> Question {
    Question { name, title, words }
}

pub(crate) const QUESTIONS: [Question; 7] = [
    question("glasses", "Glasses", &["none", "clear", "sun"]),
    question("headwear", "Headwear", &["none", "hat", "scarf"]),
    question("facial_hair", "Facial hair", &["none", "stubble", "moustache", "goatee", "full"]),
    question("hair_length", "Hair length", &["bald", "short", "medium", "long"]),
    question("hair_colour", "Hair colour", &["black", "brown", "blond", "red", "grey"]),
    question("fringe", "Fringe", &["no", "yes"]),
    question("mouth", "Mouth", &["closed", "smile", "teeth", "open"]),
];

/// One answer to each question; `None` where nobody can tell.
pub(crate) type Answers = [Option<&'static str>; QUESTIONS.len()];

impl Question {
    /// Whether it also asks if there is any at all.
    pub(crate) fn may_be_absent(&self) -> bool {
        self.words[0] == "none"
    }

    /// The answer that a cell of labels.csv gives. An error names what it could have been.
    pub(crate) fn labelled(&self, cell: &str) -> Result<Option<&'static str>, String> {
        let word = match (self.name, cell) {
            (_, "" | UNKNOWN) | ("fringe", "u") => return Ok(None),
            ("fringe", "y") => "yes",
            ("fringe", "n") => "no",
            _ => cell,
        };
        let known = self.words.iter().copied().find(|w| *w == word);
        known.map(Some).ok_or_else(|| format!("one of {} or {UNKNOWN}", if self.name == "fringe" { "y, n, u".into() } else { self.words.join(", ") }))
    }
}

/// What a reading answers. It goes by the words of its JSON, so that it does not matter how they were decided.
pub(crate) fn answers(attributes: &Attributes) -> Answers {
    let said = serde_json::to_value(attributes).unwrap_or_default();
    QUESTIONS.each_ref().map(|q| {
        let word = match &said[q.name] {
            Value::Bool(true) => "yes",
            Value::Bool(false) => "no",
            Value::String(word) => word,
            _ => UNKNOWN,
        };
        q.words.iter().copied().find(|w| *w == word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_in_their_own_words() {
        let [glasses, .., fringe, _] = &QUESTIONS;
        assert_eq!(glasses.labelled("sun"), Ok(Some("sun")));
        assert_eq!([fringe.labelled("y"), fringe.labelled("n"), fringe.labelled("u")], [Ok(Some("yes")), Ok(Some("no")), Ok(None)]);
        assert_eq!([glasses.labelled(""), glasses.labelled("unknown")], [Ok(None), Ok(None)]);
        assert_eq!(glasses.labelled("shades").unwrap_err(), "one of none, clear, sun or unknown");
        assert!(fringe.labelled("perhaps").unwrap_err().contains("y, n, u"));
    }
}
