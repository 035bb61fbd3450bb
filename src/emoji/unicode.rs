//! Sets that come with the library: the Unicode emoji, a choice of them, and the expressions of avatars.

use super::EmojiError;
use super::set::{Emoji, EmojiSet};
use crate::pack::Pack;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// English keywords by emoji without variation selectors: those of Unicode's CLDR, made by models/training/emoji/keywords.py, and after them what
/// people say in chats ("on my way"), written by hand.
static KEYWORDS: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| {
    let read = |json: &str| -> BTreeMap<String, Vec<String>> { serde_json::from_str(json).unwrap_or_default() };
    let mut keywords = read(include_str!("../../models/emoji/keywords.json"));
    for (emoji, phrases) in read(include_str!("../../models/emoji/phrases.json")) {
        keywords.entry(emoji.replace('\u{fe0f}', "")).or_default().extend(phrases);
    }
    keywords
});
/// Emoji worth predicting, one a line, chosen by hand.
const PICTOGRAPHS: &str = include_str!("../../models/emoji/pictographs.txt");

impl EmojiSet {
    /// The Unicode emoji with their CLDR names and keywords, in Unicode's order.
    ///
    /// Of people each is there once, as a person: emoji of men and women are left to those who choose them. So are skin tones (see
    /// [`EmojiSet::in_tone`]) and the keycaps, which are digits.
    #[must_use]
    pub fn unicode() -> Self {
        Self::trusted(emojis::iter().filter(|emoji| !is_gendered(emoji.as_str()) && !emoji.name().starts_with("keycap")).map(of_unicode).collect())
    }

    /// 385 emoji worth predicting: what people send and photos show, without flags, signs and what is all but the same as another.
    #[must_use]
    pub fn pictographs() -> Self {
        Self::trusted(PICTOGRAPHS.lines().filter_map(emojis::get).map(of_unicode).collect())
    }

    /// The expressions that a style pack draws avatars with: their ids, their titles as names, and as keywords what they show and all that the
    /// emoji which say the same are known for.
    ///
    /// # Errors
    ///
    /// [`EmojiError::Set`] where the pack has no expressions, or two with one title.
    pub fn expressions(pack: &Pack) -> Result<Self, EmojiError> {
        let list = pack.manifest().expressions.list.iter().map(|expression| {
            let same = expression.emoji.iter().filter_map(|emoji| emojis::get(emoji)).map(of_unicode);
            let mut keywords = vec![expression.alt.clone()];
            keywords.extend(same.flat_map(|emoji| std::iter::once(emoji.name).chain(emoji.keywords)));
            keywords.sort();
            keywords.dedup();
            Emoji { id: expression.id.clone(), name: expression.title.clone(), keywords }
        });
        Self::new(list.collect())
    }
}

/// Whether it is one of a pair or family that differs by gender only, and has a form without.
fn is_gendered(emoji: &str) -> bool {
    emoji.contains('\u{200d}') && emoji.contains(['♀', '♂', '👨', '👩'])
}

fn of_unicode(emoji: &emojis::Emoji) -> Emoji {
    let (id, name) = (emoji.as_str(), emoji.name());
    // CLDR's annotations leave the variation selector out.
    let keywords = KEYWORDS.get(id.replace('\u{fe0f}', "").as_str()).into_iter().flatten().cloned();
    // "flag: Japan" is looked for as "Japan".
    let place = name.strip_prefix("flag: ").map(str::to_owned);
    Emoji { id: id.to_owned(), name: name.to_owned(), keywords: place.into_iter().chain(keywords).collect() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    /// What is taken on trust above.
    fn keeps_the_rules(set: &EmojiSet) {
        assert_eq!(EmojiSet::new(set.list().to_vec()).unwrap(), *set);
    }

    #[test]
    fn the_unicode_emoji_have_names_and_keywords() {
        let set = EmojiSet::unicode();
        keeps_the_rules(&set);
        let find = |id: &str| set.list().iter().find(|emoji| emoji.id == id);
        assert!((1500..2000).contains(&set.list().len()), "{}", set.list().len());
        assert_eq!(find("🍕").unwrap().name, "pizza");
        assert!(find("☀️").unwrap().keywords.contains(&"good morning".to_owned()), "{:?}", find("☀️"));
        assert!(find("❤️").unwrap().keywords.contains(&"love".to_owned()), "{:?}", find("❤️"));
        assert!(find("🇯🇵").unwrap().keywords.contains(&"Japan".to_owned()));
        assert!(find("🧑‍🚀").is_some() && find("👩‍🚀").is_none() && find("🏃‍♂️").is_none() && find("👍🏽").is_none());
        let bare = set.list().iter().filter(|emoji| emoji.keywords.is_empty()).count();
        assert!(bare < 60, "{bare} without keywords");
    }

    #[test]
    fn the_pictographs_are_385_of_them() {
        let set = EmojiSet::pictographs();
        keeps_the_rules(&set);
        assert_eq!(set.list().len(), 385);
        let all = EmojiSet::unicode();
        assert!(set.list().iter().all(|emoji| all.list().contains(emoji)));
    }

    #[test]
    fn expressions_are_known_for_what_their_emoji_are_known_for() {
        let set = EmojiSet::expressions(&Pack::classic().unwrap()).unwrap();
        let cool = set.list().iter().find(|emoji| emoji.id == "cool").unwrap();
        assert_eq!(cool.name, "Cool");
        assert!(cool.keywords.contains(&"smiling face with sunglasses".to_owned()), "{cool:?}");
    }
}
