//! Who is on which photo, where that is known: for comparing a person with themselves.

/// Words that say what a face does, not whose it is: `neutral_012.jpg` and `smiling_012.jpg` in one folder show one person.
const FACES_MADE: [&str; 9] = ["neutral", "smiling", "smile", "happy", "sad", "angry", "surprised", "afraid", "disgusted"];

/// The person that a photo's name gives away: its folder and what follows the leading word, where that word names an expression.
///
/// Other words tell people apart: `female_3.jpg` and `male_3.jpg` are two.
pub(crate) fn of_name(file: &str) -> Option<String> {
    let (folder, name) = split(file);
    let (word, rest) = name.split_once('_')?;
    let stem = rest.rsplit_once('.').map_or(rest, |(stem, _)| stem);
    FACES_MADE.contains(&word).then(|| format!("{folder}/{stem}"))
}

/// The series a photo belongs to: its folder, and the expression its name begins with. Photos of one series were taken alike.
pub(crate) fn series(file: &str) -> String {
    let (folder, name) = split(file);
    match name.split_once('_').filter(|(word, _)| FACES_MADE.contains(word)) {
        Some((word, _)) => format!("{folder}/{word}"),
        None => folder.to_owned(),
    }
}

fn split(file: &str) -> (&str, &str) {
    file.rsplit_once('/').unwrap_or(("", file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_are_of_one_person_and_other_words_are_not() {
        assert_eq!(of_name("london/neutral_012.jpg"), of_name("london/smiling_012.jpg"));
        assert_ne!(of_name("london/neutral_012.jpg"), of_name("london/neutral_013.jpg"));
        assert_ne!(of_name("london/neutral_012.jpg"), of_name("paris/neutral_012.jpg"));
        assert_eq!([of_name("faker/male_3.jpg"), of_name("congress/A000014.jpg"), of_name("neutral.jpg")], [None, None, None]);
        assert_eq!([series("london/neutral_1.jpg"), series("faker/male_3.jpg"), series("me.jpg")], ["london/neutral", "faker", ""]);
    }
}
