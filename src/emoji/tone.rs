//! Skin tones of Unicode emoji, which follow the user's avatar.

use super::set::{Emoji, EmojiSet};
use crate::colour::{MONK, distance};
use crate::pack::{Pack, colour};
use crate::recipe::Recipe;
use std::collections::HashSet;

/// The skin tones of Unicode emoji (Fitzpatrick 1 to 6, the first two as one; Unicode Technical Standard 51).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SkinTone {
    /// 🏻
    Light,
    /// 🏼
    MediumLight,
    /// 🏽
    Medium,
    /// 🏾
    MediumDark,
    /// 🏿
    Dark,
}

impl SkinTone {
    /// All, lightest first.
    pub const ALL: [Self; 5] = [Self::Light, Self::MediumLight, Self::Medium, Self::MediumDark, Self::Dark];

    /// The tone of an avatar's skin: two neighbouring tones of the Monk scale become one. `None` where the recipe says nothing of the skin.
    #[must_use]
    pub fn of(pack: &Pack, recipe: &Recipe) -> Option<Self> {
        let chosen = recipe.colours.get("skin")?;
        let swatch = pack.swatches("skin").iter().find(|swatch| swatch.id == *chosen);
        let skin = colour::parse(swatch.map_or(chosen, |swatch| &swatch.base))?;
        let monk = (0..MONK.len()).min_by(|&a, &b| distance(MONK[a], skin).total_cmp(&distance(MONK[b], skin)))?;
        Some(Self::ALL[monk / 2])
    }

    fn theirs(self) -> emojis::SkinTone {
        match self {
            Self::Light => emojis::SkinTone::Light,
            Self::MediumLight => emojis::SkinTone::MediumLight,
            Self::Medium => emojis::SkinTone::Medium,
            Self::MediumDark => emojis::SkinTone::MediumDark,
            Self::Dark => emojis::SkinTone::Dark,
        }
    }
}

impl EmojiSet {
    /// The same set with hands and people in this skin tone: `👍` becomes `👍🏾`. Ids that are no Unicode emoji, one without skin, or one whose tone
    /// the set has already, stay.
    #[must_use]
    pub fn in_tone(&self, tone: SkinTone) -> Self {
        let there: HashSet<&str> = self.list().iter().map(|emoji| emoji.id.as_str()).collect();
        let toned = |id: &str| Some(emojis::get(id)?.with_skin_tone(tone.theirs())?.as_str()).filter(|toned| !there.contains(toned));
        let mut seen = HashSet::new();
        self.map(|emoji| match toned(&emoji.id).filter(|toned| seen.insert(*toned)) {
            Some(toned) => Emoji { id: toned.to_owned(), ..emoji },
            None => emoji,
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    #[test]
    fn the_tone_is_that_of_the_avatar() {
        let pack = Pack::classic().unwrap();
        let mut recipe = Recipe::from_json(r#"{"format": 1, "pack": "classic", "version": "1.0.0", "parts": {}, "colours": {}}"#).unwrap();
        assert_eq!(SkinTone::of(&pack, &recipe), None);
        let mut tones = Vec::new();
        for swatch in pack.swatches("skin") {
            recipe.colours.insert("skin".into(), swatch.id.clone());
            tones.extend(SkinTone::of(&pack, &recipe));
        }
        assert!(tones.is_sorted() && SkinTone::ALL.iter().all(|tone| tones.contains(tone)), "{tones:?}");
        for (free, tone) in [("#604134", Some(SkinTone::MediumDark)), ("no colour", None)] {
            recipe.colours.insert("skin".into(), free.into());
            assert_eq!(SkinTone::of(&pack, &recipe), tone);
        }
    }

    #[test]
    fn skin_changes_and_nothing_else() {
        let emoji = |id: &str, name: &str| Emoji { id: id.into(), name: name.into(), keywords: Vec::new() };
        let set = EmojiSet::new(vec![emoji("👍", "yes"), emoji("🍕", "pizza"), emoji("own-sticker", "dog")]).unwrap().in_tone(SkinTone::Dark);
        let ids = |set: &EmojiSet| set.list().iter().map(|e| e.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&set), ["👍🏿", "🍕", "own-sticker"]);
        // Ids stay unique where tones are there already, or two would become one.
        let set = EmojiSet::new(vec![emoji("👍", "yes"), emoji("👍🏿", "dark yes"), emoji("👋🏻", "hi"), emoji("👋🏼", "hello")])
            .unwrap()
            .in_tone(SkinTone::Dark);
        assert_eq!(ids(&set)[..2], ["👍", "👍🏿"]);
        assert_eq!(EmojiSet::new(set.list().to_vec()).unwrap(), set);
    }
}
