//! From a text as people write it to words.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest run of letters that is a word. Longer ones are no words in any language, and would cost time.
const LONGEST: usize = 48;

/// The words of a text: runs of letters in lower case, in composed form (NFC). Apostrophes are dropped, with an English possessive "s" behind them;
/// everything else separates words.
pub(super) fn words_of(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut letters = text.nfc().flat_map(char::to_lowercase).map(|c| if c == '\u{2019}' { '\'' } else { c }).peekable();
    while let Some(c) = letters.next() {
        if c == '\'' {
            possessive(&mut letters);
        } else if is_ignorable(c) {
            // Says how something looks or breaks, and is no end of a word.
        } else if c.is_alphabetic() || is_combining_mark(c) {
            words.last_mut().into_iter().for_each(|word| word.push(c));
        } else {
            words.push(String::new());
        }
    }
    words.retain(|word| word.contains(char::is_alphabetic) && word.chars().count() <= LONGEST);
    words
}

/// Variation selectors, joiners, soft hyphens and the like.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Passes over an "s" that ends the word.
fn possessive(rest: &mut std::iter::Peekable<impl Iterator<Item = char> + Clone>) {
    let mut ahead = rest.clone();
    if ahead.next() == Some('s') && ahead.next().is_none_or(|c| !c.is_alphanumeric() && c != '_') {
        rest.next();
    }
}

/// A word without its accents, where it has any: "café" is listed as "cafe".
pub(super) fn plain(word: &str) -> Option<String> {
    let plain = || word.nfd().filter(|&c| !is_combining_mark(c)).collect::<String>();
    (!word.is_ascii()).then(plain).filter(|plain| plain != word)
}

/// A text with its emoji spelt out as their names, so that they count as words do.
pub(super) fn spelt_out(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        // Whatever is said with letters needs no look into the list.
        let found = if first.is_ascii() || first.is_alphabetic() { None } else { emoji_at(rest) };
        match found {
            Some((length, name)) => {
                out.extend([" ", name, " "]);
                rest = &rest[length..];
            }
            None => {
                out.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    out
}

/// The longest emoji that a text begins with: its length in bytes and its name.
fn emoji_at(text: &str) -> Option<(usize, &'static str)> {
    // The longest, families with skin tones, have ten characters.
    let ends: Vec<usize> = text.char_indices().map(|(i, c)| i + c.len_utf8()).take(10).collect();
    ends.into_iter().rev().find_map(|end| Some((end, emojis::get(&text[..end])?.name())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_letters() {
        for (text, words) in [
            ("", &[][..]),
            ("It's Anna's dog, don't you know?", &["it", "anna", "dog", "dont", "you", "know"]),
            ("3 cats&dogs; snow-white", &["cats", "dogs", "snow", "white"]),
            ("dogs\u{2019} CAFÉ cafe\u{301}", &["dogs", "café", "café"]),
            ("猫が好き Straße", &["猫が好き", "straße"]),
            ("hap\u{ad}py \u{fe0f} 1\u{fe0f}\u{20e3} \u{301}", &["happy"]),
        ] {
            assert_eq!(words_of(text), words, "{text}");
        }
        assert!(words_of(&"a".repeat(49)).is_empty());
    }

    #[test]
    fn accents_come_off() {
        assert_eq!(plain("café").as_deref(), Some("cafe"));
        for without in ["cafe", "straße", "привет", "猫"] {
            assert_eq!(plain(without), None, "{without}");
        }
    }

    #[test]
    fn emoji_are_spelt_out_by_the_longest_that_fits() {
        assert_eq!(spelt_out("I 🍕 it"), "I  pizza  it");
        assert_eq!(spelt_out("👍🏽").trim(), emojis::get("👍🏽").map_or("", |e| e.name()));
        assert_eq!(spelt_out("¿qué?"), "¿qué?");
    }
}
