//! Misspelt words: "brithday", "sooooo".

use super::words::Words;

/// Shortest word that is repaired, in letters: shorter ones have too many neighbours.
const SHORTEST: usize = 4;

/// A word that is not known as the most frequent known one that is one edit away, or without its drawn-out letters; others stay as they are.
pub(super) fn repaired(words: &Words, word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < SHORTEST || words.is_stop(word) || words.find(word).is_some() {
        return word.to_owned();
    }
    let short = runs_cut(&letters, 3, 2);
    for form in [&short, &runs_cut(&short, 2, 1)] {
        let form: String = form.iter().collect();
        if words.find(&form).is_some() {
            return form;
        }
    }
    let mut near: Vec<(u16, String)> = Vec::new();
    edits(&short, words.letters(), &mut |edit| {
        if edit.len() >= SHORTEST && edit[0] == short[0] {
            let edit: String = edit.iter().collect();
            if let Some(entry) = words.exactly(&edit) {
                near.push((words.rank_of(entry), edit));
            }
        }
    });
    near.into_iter().min().map_or_else(|| word.to_owned(), |(_, edit)| edit)
}

/// Runs of `at_least` equal letters cut to `keep`.
fn runs_cut(letters: &[char], at_least: usize, keep: usize) -> Vec<char> {
    letters.chunk_by(|a, b| a == b).flat_map(|run| &run[..if run.len() >= at_least { keep } else { run.len() }]).copied().collect()
}

/// Every word one letter away: left out, swapped with the next, changed, put in (Damerau 1964).
fn edits(word: &[char], letters: &str, found: &mut impl FnMut(&[char])) {
    let mut edit = Vec::with_capacity(word.len() + 1);
    let mut tell = |before: &[char], middle: &[char], after: &[char]| {
        edit.clear();
        edit.extend(before.iter().chain(middle).chain(after));
        found(&edit);
    };
    for at in 0..=word.len() {
        let (before, after) = word.split_at(at);
        if let [_, rest @ ..] = after {
            tell(before, &[], rest);
        }
        if let [a, b, rest @ ..] = after {
            tell(before, &[*b, *a], rest);
        }
        for letter in letters.chars() {
            if let [_, rest @ ..] = after {
                tell(before, &[letter], rest);
            }
            tell(before, &[letter], after);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_edit_is_tried_and_nothing_else() {
        let mut found = Vec::new();
        edits(&['a', 'b'], "xy", &mut |e| found.push(e.iter().collect::<String>()));
        found.sort();
        found.dedup();
        assert_eq!(found, ["a", "abx", "aby", "ax", "axb", "ay", "ayb", "b", "ba", "xab", "xb", "yab", "yb"]);
    }

    #[test]
    fn runs_are_cut() {
        let cut = |text: &str, at, keep| runs_cut(&text.chars().collect::<Vec<_>>(), at, keep).into_iter().collect::<String>();
        assert_eq!(cut("sooooo goood", 3, 2), "soo good");
        assert_eq!(cut("book", 3, 2), "book");
        assert_eq!(cut("book", 2, 1), "bok");
    }
}
