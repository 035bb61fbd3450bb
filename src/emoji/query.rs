//! The other way round: which photos fit an emoji, or several at once.

use super::EmojiError;
use super::concepts::{Concepts, Sight};
use super::ranker::Ranker;
use super::set::{Emoji, EmojiSet};
use super::spelling::repaired;
use super::suggestion::SeenConcept;
use super::term::said;
use super::tokens::words_of;
use super::words::Words;
use std::sync::Arc;

/// Most parts of a query.
const MOST: usize = 8;
/// Longest part, in bytes.
const LONGEST: usize = 400;

/// A query by emoji or by composition: "🐱", "cat + shoe".
#[derive(Debug)]
pub struct Query {
    ranker: Ranker,
}

/// How well a photo answers a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Comparable between photos: about 0 where nothing speaks for it.
    pub score: f32,
    /// For each part of the query, in its order, how well the photo fits, and the concept that speaks for it most.
    pub parts: Vec<(f32, Option<SeenConcept>)>,
}

impl Query {
    /// Reads a query: parts with `+` between them, each a Unicode emoji, the id or name of an emoji in `set`, or words of one's own.
    ///
    /// # Errors
    ///
    /// [`EmojiError::Query`] where a part is empty or its words are not known, or there are too many;
    /// [`EmojiError::Asset`] where concepts and words do not belong together.
    pub fn new(words: Arc<Words>, concepts: Arc<Concepts>, set: &EmojiSet, query: &str) -> Result<Self, EmojiError> {
        let parts: Vec<&str> = query.split('+').map(str::trim).collect();
        if parts.iter().any(|part| part.is_empty()) {
            return Err(EmojiError::Query("a part is empty; write emoji or words with a plus sign between them, \"cat + shoe\"".into()));
        }
        if parts.len() > MOST {
            return Err(EmojiError::Query(format!("it has {} parts; at most {MOST} can be asked for at once", parts.len())));
        }
        if let Some(part) = parts.iter().find(|part| part.len() > LONGEST) {
            return Err(EmojiError::Query(format!("a part of it has {} characters; ask for a word or a short phrase", part.chars().count())));
        }
        let list = parts.iter().enumerate().map(|(i, part)| Ok(Emoji { id: i.to_string(), ..meant(&words, set, part)? }));
        // Two parts may be the same.
        let set = EmojiSet::trusted(list.collect::<Result<_, EmojiError>>()?);
        let ranker = Ranker::new(words, &set).with_concepts(concepts)?;
        if let Some(unknown) = ranker.unknown().next() {
            return Err(not_known(&unknown.name));
        }
        Ok(Self { ranker })
    }

    /// What each part is taken for: the names of emoji, or the words themselves.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.ranker.list().iter().map(|emoji| emoji.name.as_str())
    }

    /// How well a photo fits: the mean over the parts.
    ///
    /// # Errors
    ///
    /// None so far for a query that could be made; the type leaves room.
    pub fn score(&self, photo: &Sight) -> Result<Answer, EmojiError> {
        let scores = self.ranker.visual_scores(photo)?;
        let reason = |place| self.ranker.seen(place, photo);
        let parts: Vec<_> = scores.iter().enumerate().map(|(place, &score)| (score, reason(place))).collect();
        Ok(Answer { score: scores.iter().sum::<f32>() / scores.len().max(1) as f32, parts })
    }
}

/// The emoji that a part of a query means: of the set, of Unicode in whatever skin tone or gender, or words, misspelt ones repaired.
fn meant(words: &Words, set: &EmojiSet, part: &str) -> Result<Emoji, EmojiError> {
    let bare = |id: &str| id.replace('\u{fe0f}', "");
    let by_id = |id: &str| set.list().iter().find(|emoji| bare(&emoji.id) == bare(id)).cloned();
    let by_name = || set.list().iter().find(|emoji| emoji.name.eq_ignore_ascii_case(part)).cloned();
    if let Some(own) = by_id(part).or_else(by_name) {
        return Ok(own);
    }
    if let Some(unicode) = emojis::get(part) {
        let plain = unicode.with_skin_tone(emojis::SkinTone::Default).unwrap_or(unicode);
        let person = bare(plain.as_str()).replace(['👩', '👨'], "🧑").replace("\u{200d}♀", "").replace("\u{200d}♂", "");
        let of_unicode = || Emoji { id: String::new(), name: plain.name().to_owned(), keywords: Vec::new() };
        return Ok(by_id(plain.as_str()).or_else(|| by_id(&person)).unwrap_or_else(of_unicode));
    }
    let said = said(words, &|_| false, part);
    match said.unknown.first() {
        Some(unknown) => Err(not_known(unknown)),
        None if said.terms.is_empty() => Err(not_known(part)),
        None => Ok(Emoji {
            id: String::new(),
            name: words_of(part).iter().map(|word| repaired(words, word)).collect::<Vec<_>>().join(" "),
            keywords: Vec::new(),
        }),
    }
}

fn not_known(what: &str) -> EmojiError {
    EmojiError::Query(format!("\"{}\" is not known; try an emoji or another English word, with a plus sign between several", what.escape_debug()))
}
