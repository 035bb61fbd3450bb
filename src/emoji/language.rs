//! What a word list knows about its language beside the words, from its header. The code knows no language, so a list of another needs no other code.

use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The part of a word list's header that is about the language.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Language {
    /// Its BCP 47 tag, `en`.
    pub(super) tag: String,
    /// Words that say nothing about what is meant: "the", "would".
    pub(super) stop: BTreeSet<String>,
    /// Forms that no rule leads back: `children` to `child`.
    pub(super) irregular: BTreeMap<String, String>,
    /// Endings and what takes their place, tried in this order: `ies`, `y`.
    pub(super) endings: Vec<(String, String)>,
    /// The letters that misspelt words are repaired with.
    pub(super) letters: String,
}

impl Language {
    /// The forms a phrase may be listed under instead, likeliest first: its last word without the ending of the plural or of another form.
    pub(super) fn bases(&self, phrase: &str) -> impl Iterator<Item = String> {
        let (head, last) = phrase.rsplit_once(' ').map_or(("", phrase), |(_, last)| (&phrase[..phrase.len() - last.len()], last));
        let irregular = self.irregular.get(last).cloned();
        let long = last.chars().count() > 3;
        let regular =
            self.endings.iter().filter(move |_| long).filter_map(|(end, instead)| Some(last.strip_suffix(end.as_str())?.to_owned() + instead));
        irregular.into_iter().chain(regular).map(move |word| format!("{head}{word}"))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn forms_lead_back_to_words() {
        let json = r#"{"tag": "en", "stop": [], "irregular": {"mice": "mouse"}, "endings": [["ies", "y"], ["s", ""]], "letters": ""}"#;
        let language: Language = serde_json::from_str(json).unwrap();
        for (phrase, bases) in
            [("ponies", &["pony", "ponie"][..]), ("blind mice", &["blind mouse"]), ("gas", &[]), ("tennis balls", &["tennis ball"]), ("", &[])]
        {
            assert_eq!(language.bases(phrase).collect::<Vec<_>>(), bases, "{phrase}");
        }
    }
}
