//! Emoji that fit a photo and a text.

use crate::{Pack, Photo, Recipe, SelfmojiError};
use selfmoji::emoji;
use std::sync::Arc;

/// A word list: what the words of texts and the names of emoji mean. One in English is part of the library; load it once and share it.
#[derive(Debug, uniffi::Object)]
pub struct Words(Arc<emoji::Words>);

/// What photos can show: a network and its thousand concepts. Not part of the library, for apps that look at no photos need not carry its 9 MB.
#[derive(Debug, uniffi::Object)]
pub struct Concepts(Arc<emoji::Concepts>);

/// What was seen in a photo, or in several together. Nothing else of them is in it.
#[derive(Debug, uniffi::Object)]
pub struct Sight(emoji::Sight);

/// A set of emoji: those of Unicode, an app's stickers, the expressions of avatars.
#[derive(Debug, uniffi::Object)]
pub struct EmojiSet(emoji::EmojiSet);

/// A set of emoji, ready to be ranked. Make it once, keep it, and share it between threads.
#[derive(Debug, uniffi::Object)]
pub struct EmojiRanker {
    ranker: emoji::Ranker,
    concepts: Option<Arc<emoji::Concepts>>,
}

/// Finds photos by emoji or words: "🐱", "cat + shoe".
#[derive(Debug, uniffi::Object)]
pub struct PhotoQuery(emoji::Query);

/// Something that can be suggested.
#[derive(Debug, Clone, PartialEq, Eq, uniffi::Record)]
pub struct Emoji {
    /// What the app knows it by, unique in its set. Of a Unicode emoji, the emoji itself.
    pub id: String,
    /// What it shows, in the word list's language: "slice of pizza".
    pub name: String,
    /// What else it is for: "food", "cheese". Default: nothing.
    #[uniffi(default = [])]
    pub keywords: Vec<String>,
}

/// What to suggest.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct SuggestOptions {
    /// Most emoji to suggest; none where it is negative. Default: 10.
    #[uniffi(default = 10)]
    pub limit: i32,
    /// The weight of the photo beside the text, from 0, the text alone, to 1, the photo alone. Default: 0.5.
    #[uniffi(default = 0.5)]
    pub balance: f32,
    /// Least score. Of Unicode emoji 0 leaves those that something speaks for, 0.2 those that a word names. Default: none.
    #[uniffi(default = None)]
    pub min_score: Option<f32>,
}

/// What fits.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Suggestions {
    /// Best first. None where no word of the text is known, and there was no photo.
    pub emoji: Vec<Suggestion>,
    /// Words of the text that are not known, in their order.
    pub unknown_words: Vec<String>,
}

/// An emoji that fits, and why.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Suggestion {
    /// Its id in the set.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How well it fits, comparable within one answer only: about 1 where a word names it, 0 where nothing speaks for it, or less.
    pub score: f32,
    /// The word of the text that speaks for it most.
    pub word: Option<SaidWord>,
    /// The concept seen in the photo that speaks for it most.
    pub concept: Option<SeenConcept>,
}

/// A word of a text.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct SaidWord {
    /// The word or phrase, as it was understood: misspelt words repaired.
    pub word: String,
    /// The name or keyword of the emoji that it is like.
    pub matched: String,
    /// How alike, 1 being the same.
    pub likeness: f32,
}

/// A concept seen in a photo.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct SeenConcept {
    /// What was seen: "golden retriever".
    pub concept: String,
    /// How sure the network is, 0 to 1.
    pub probability: f32,
}

/// The skin tones of Unicode emoji, lightest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, uniffi::Enum)]
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

#[uniffi::export]
impl Words {
    /// The English words that are part of the library. Takes about 10 ms.
    ///
    /// Throws the case Model if the library is damaged.
    #[uniffi::constructor]
    pub fn bundled() -> Result<Arc<Self>, SelfmojiError> {
        Ok(Arc::new(Self(Arc::new(emoji::Words::bundled()?))))
    }

    /// A word list of one's own, from the bytes of its file, for instance of another language. They are copied.
    ///
    /// Throws the case Model where it is damaged or no word list.
    #[uniffi::constructor]
    pub fn load(file: &[u8]) -> Result<Arc<Self>, SelfmojiError> {
        Ok(Arc::new(Self(Arc::new(emoji::Words::load(file)?))))
    }

    /// The language, as a BCP 47 tag: `en`.
    pub fn language(&self) -> Result<String, SelfmojiError> {
        Ok(self.0.language().to_owned())
    }

    /// Whether a word or phrase is known in any of its forms.
    pub fn knows(&self, phrase: String) -> Result<bool, SelfmojiError> {
        Ok(self.0.knows(&phrase))
    }
}

#[uniffi::export]
impl Concepts {
    /// Concepts from the bytes of `concepts.onnx` and `concepts.bin`, which the project has in `models/emoji` and an app carries as assets. The
    /// bytes are not copied. Takes about 0.2 s.
    ///
    /// Throws the case Model where one is damaged, or they do not belong together.
    #[uniffi::constructor]
    pub fn load(network: &[u8], list: &[u8]) -> Result<Arc<Self>, SelfmojiError> {
        Ok(Arc::new(Self(Arc::new(emoji::Concepts::load(network, list)?))))
    }

    /// Looks at photos, or the frames of a video, and sums up what they show together. About 0.1 s for each on a desktop core, so do it off the UI
    /// thread.
    ///
    /// Throws the case Emoji where there are none.
    pub fn see(&self, photos: Vec<Arc<Photo>>) -> Result<Arc<Sight>, SelfmojiError> {
        let mut sum = emoji::SightSum::default();
        for photo in &photos {
            sum.add(&self.0.see(&photo.0)?);
        }
        let none = || SelfmojiError::Emoji("there are no photos to look at; give at least one".into());
        Ok(Arc::new(Sight(sum.mean().ok_or_else(none)?)))
    }
}

#[uniffi::export]
impl EmojiSet {
    /// The Unicode emoji with their English names and keywords. Skin tones are left out, see in_tone; of people each is there once, as a person.
    #[uniffi::constructor]
    pub fn unicode() -> Result<Arc<Self>, SelfmojiError> {
        Ok(Self::of(emoji::EmojiSet::unicode()))
    }

    /// 385 of them that are worth predicting.
    #[uniffi::constructor]
    pub fn pictographs() -> Result<Arc<Self>, SelfmojiError> {
        Ok(Self::of(emoji::EmojiSet::pictographs()))
    }

    /// The expressions that a pack draws avatars with, by their ids.
    ///
    /// Throws the case Emoji where the pack has none.
    #[uniffi::constructor]
    pub fn expressions(pack: &Pack) -> Result<Arc<Self>, SelfmojiError> {
        Ok(Self::of(emoji::EmojiSet::expressions(&pack.0)?))
    }

    /// A set of one's own, such as an app's stickers.
    ///
    /// Throws the case Emoji where it is empty, an id or a name is there twice, or a name has no letters. The message names the emoji.
    #[uniffi::constructor]
    pub fn with_list(list: Vec<Emoji>) -> Result<Arc<Self>, SelfmojiError> {
        let list = list.into_iter().map(|Emoji { id, name, keywords }| emoji::Emoji { id, name, keywords });
        Ok(Self::of(emoji::EmojiSet::new(list.collect())?))
    }

    /// A set from JSON: a list of objects with `id`, `name` and, if there are any, `keywords`.
    ///
    /// Throws the case Emoji.
    #[uniffi::constructor]
    pub fn from_json(json: String) -> Result<Arc<Self>, SelfmojiError> {
        Ok(Self::of(emoji::EmojiSet::from_json(&json)?))
    }

    /// Several sets as one, to be ranked against each other.
    ///
    /// Throws the case Emoji where there are none, or an id is there twice.
    #[uniffi::constructor]
    pub fn joined(sets: Vec<Arc<Self>>) -> Result<Arc<Self>, SelfmojiError> {
        Ok(Self::of(emoji::EmojiSet::joined(sets.iter().map(|set| &set.0))?))
    }

    /// The same set with hands and people in a skin tone. Other ids stay.
    pub fn in_tone(&self, tone: SkinTone) -> Result<Arc<Self>, SelfmojiError> {
        Ok(Self::of(self.0.in_tone(tone.theirs())))
    }

    /// The emoji, in their order.
    pub fn list(&self) -> Result<Vec<Emoji>, SelfmojiError> {
        let emoji = |e: &emoji::Emoji| Emoji { id: e.id.clone(), name: e.name.clone(), keywords: e.keywords.clone() };
        Ok(self.0.list().iter().map(emoji).collect())
    }
}

impl EmojiSet {
    fn of(set: emoji::EmojiSet) -> Arc<Self> {
        Arc::new(Self(set))
    }
}

#[uniffi::export]
impl EmojiRanker {
    /// Prepares a set. Takes some ten milliseconds for the Unicode emoji. Concepts are needed for photos only.
    ///
    /// Throws the case Model where the concepts were made with another word list.
    #[uniffi::constructor(default(concepts = None))]
    pub fn new(words: &Words, set: &EmojiSet, concepts: Option<Arc<Concepts>>) -> Result<Arc<Self>, SelfmojiError> {
        let ranker = emoji::Ranker::new(Arc::clone(&words.0), &set.0);
        let concepts = concepts.map(|concepts| Arc::clone(&concepts.0));
        let ranker = match &concepts {
            Some(concepts) => ranker.with_concepts(Arc::clone(concepts))?,
            None => ranker,
        };
        Ok(Arc::new(Self { ranker, concepts }))
    }

    /// The emoji that fit a text, a photo, or both. Fast enough for every key stroke without a photo (below a millisecond on a desktop core); with
    /// one about 0.1 s, so off the UI thread. To look at a photo once and suggest for every key stroke all the same, see the photo first and give
    /// what was seen to the call for a sight.
    ///
    /// Throws the case Emoji with neither a photo nor a text that is not blank, or with a balance that is not from 0 to 1; Model with a photo and
    /// without concepts.
    #[uniffi::method(default(photo = None, options = None))]
    pub fn suggest(&self, text: String, photo: Option<Arc<Photo>>, options: Option<SuggestOptions>) -> Result<Suggestions, SelfmojiError> {
        let concepts = self.concepts.as_ref();
        let see = |photo: Arc<Photo>| concepts.ok_or(emoji::EmojiError::NoConcepts)?.see(&photo.0);
        self.answer(&text, photo.map(see).transpose()?.as_ref(), options)
    }

    /// As suggest, for what was seen in photos already.
    ///
    /// Throws as suggest does.
    #[uniffi::method(default(options = None))]
    pub fn suggest_for_sight(&self, text: String, sight: &Sight, options: Option<SuggestOptions>) -> Result<Suggestions, SelfmojiError> {
        self.answer(&text, Some(&sight.0), options)
    }

    /// Ids of emoji of which no word is known, neither of the name nor of the keywords: they cannot be suggested for what they show.
    pub fn unknown(&self) -> Result<Vec<String>, SelfmojiError> {
        Ok(self.ranker.unknown().map(|emoji| emoji.id.clone()).collect())
    }
}

impl EmojiRanker {
    fn answer(&self, text: &str, sight: Option<&emoji::Sight>, options: Option<SuggestOptions>) -> Result<Suggestions, SelfmojiError> {
        let options = options.map_or_else(emoji::SuggestOptions::default, |o| emoji::SuggestOptions {
            limit: usize::try_from(o.limit).unwrap_or_default(),
            balance: o.balance,
            min_score: o.min_score,
        });
        let found = self.ranker.suggest(sight, text, &options)?;
        Ok(Suggestions { emoji: found.emoji.into_iter().map(Suggestion::of).collect(), unknown_words: found.unknown_words })
    }
}

#[uniffi::export]
impl PhotoQuery {
    /// Reads a query: parts with a plus sign between them, each an emoji, the id or name of one in the set, or words.
    ///
    /// Throws the case Emoji where a part is empty or not known; Model where concepts and words do not belong together.
    #[uniffi::constructor]
    pub fn new(words: &Words, concepts: &Concepts, set: &EmojiSet, query: String) -> Result<Arc<Self>, SelfmojiError> {
        Ok(Arc::new(Self(emoji::Query::new(Arc::clone(&words.0), Arc::clone(&concepts.0), &set.0, &query)?)))
    }

    /// What its parts are taken for.
    pub fn parts(&self) -> Result<Vec<String>, SelfmojiError> {
        Ok(self.0.parts().map(str::to_owned).collect())
    }

    /// How well what was seen in a photo fits, comparable between photos: the mean over the parts. About 0 where nothing speaks for it.
    pub fn score(&self, sight: &Sight) -> Result<f32, SelfmojiError> {
        Ok(self.0.score(&sight.0)?.score)
    }
}

/// The skin tone of an avatar; none where its recipe says nothing of it.
///
/// Throws the case Recipe where the values are no recipe.
#[uniffi::export]
pub fn skin_tone_of(pack: &Pack, recipe: Recipe) -> Result<Option<SkinTone>, SelfmojiError> {
    Ok(emoji::SkinTone::of(&pack.0, &recipe.theirs()?).map(SkinTone::ours))
}

impl Suggestion {
    fn of(theirs: emoji::Suggested) -> Self {
        let emoji::Suggested { emoji, score, because } = theirs;
        Self {
            id: emoji.id,
            name: emoji.name,
            score,
            word: because.word.map(|w| SaidWord { word: w.word, matched: w.matched, likeness: w.likeness }),
            concept: because.concept.map(|c| SeenConcept { concept: c.concept, probability: c.probability }),
        }
    }
}

impl SkinTone {
    fn theirs(self) -> emoji::SkinTone {
        emoji::SkinTone::ALL[self as usize]
    }

    fn ours(theirs: emoji::SkinTone) -> Self {
        [Self::Light, Self::MediumLight, Self::Medium, Self::MediumDark, Self::Dark][theirs as usize]
    }
}
