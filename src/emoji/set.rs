//! Sets of emoji that can be suggested: anything with names.

use super::EmojiError;
use super::tokens::words_of;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// Most emoji of a set.
const MOST: usize = 20_000;
/// Most keywords of one emoji, and of all together.
const MOST_KEYWORDS: usize = 100;
const MOST_ALL_KEYWORDS: usize = 200_000;
/// Longest id, name or keyword, in characters.
const LONGEST: usize = 200;
/// Longest JSON that is read, in bytes.
const MOST_BYTES: usize = 32 << 20;

/// Something that can be suggested: a Unicode emoji, a sticker, an expression of the user's avatar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Emoji {
    /// What the app knows it by, unique in its set. Of a Unicode emoji, the emoji itself.
    pub id: String,
    /// What it shows, in the word list's language: "slice of pizza".
    pub name: String,
    /// What else it is for: "food", "italian", "cheese". They count a little less than the name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
}

/// A set of emoji, with unique ids and, unless it was joined from several, unique names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EmojiSet {
    list: Vec<Emoji>,
}

impl EmojiSet {
    /// A set of one's own.
    ///
    /// # Errors
    ///
    /// [`EmojiError::Set`] where it is empty or too large (20,000 emoji, 100 keywords each and 200,000 together, 200 characters each), an id is
    /// empty or there twice, a name has no letters, or two names are the same in words.
    pub fn new(list: Vec<Emoji>) -> Result<Self, EmojiError> {
        sizes(&list).and_then(|()| ids(&list)).and_then(|()| names(&list)).map_err(EmojiError::Set)?;
        Ok(Self { list })
    }

    /// A set from JSON: `[{"id": "cat-1", "name": "sleepy cat", "keywords": ["tired", "bed"]}]`; keywords may be left out.
    ///
    /// # Errors
    ///
    /// As [`EmojiSet::new`], and where it is not such JSON.
    pub fn from_json(json: &str) -> Result<Self, EmojiError> {
        if json.len() > MOST_BYTES {
            return Err(EmojiError::Set(format!("the file has {} bytes; at most {MOST_BYTES} are read", json.len())));
        }
        let list = serde_json::from_str(json.trim_start_matches('\u{feff}')).map_err(|e| {
            EmojiError::Set(format!("{e}; it must be a list like [{{\"id\": \"cat-1\", \"name\": \"sleepy cat\", \"keywords\": [\"tired\"]}}]"))
        })?;
        Self::new(list)
    }

    /// Several sets as one, so that an app's stickers rank among the Unicode emoji. Names may then be there twice, ids may not.
    ///
    /// # Errors
    ///
    /// [`EmojiError::Set`] where it would be empty, too large, or have an id twice.
    pub fn joined<'a>(sets: impl IntoIterator<Item = &'a Self>) -> Result<Self, EmojiError> {
        let list: Vec<Emoji> = sets.into_iter().flat_map(|set| set.list.iter().cloned()).collect();
        sizes(&list).and_then(|()| ids(&list)).map_err(EmojiError::Set)?;
        Ok(Self { list })
    }

    /// A set of which tests say that it keeps the rules.
    pub(super) fn trusted(list: Vec<Emoji>) -> Self {
        Self { list }
    }

    /// The emoji, in the order they were given.
    #[must_use]
    pub fn list(&self) -> &[Emoji] {
        &self.list
    }

    /// The same, its emoji changed one by one; ids must stay unique.
    pub(super) fn map(&self, change: impl FnMut(Emoji) -> Emoji) -> Self {
        Self { list: self.list.iter().cloned().map(change).collect() }
    }
}

fn sizes(list: &[Emoji]) -> Result<(), String> {
    if list.is_empty() {
        return Err("it is empty; give it at least one emoji".into());
    }
    if list.len() > MOST {
        return Err(format!("it has {} emoji; at most {MOST} are ranked", list.len()));
    }
    let keywords: usize = list.iter().map(|emoji| emoji.keywords.len()).sum();
    if keywords > MOST_ALL_KEYWORDS {
        return Err(format!("it has {keywords} keywords; at most {MOST_ALL_KEYWORDS} are compared"));
    }
    for (i, emoji) in list.iter().enumerate() {
        let which = || if emoji.id.is_empty() || too_long(&emoji.id) { format!("emoji {}", i + 1) } else { format!("the emoji `{}`", emoji.id) };
        if emoji.keywords.len() > MOST_KEYWORDS {
            return Err(format!("{} has {} keywords; at most {MOST_KEYWORDS} are compared", which(), emoji.keywords.len()));
        }
        if [&emoji.id, &emoji.name].into_iter().chain(&emoji.keywords).any(|text| too_long(text)) {
            return Err(format!("the id, name or a keyword of {} has more than {LONGEST} characters; shorten it", which()));
        }
        if emoji.id.trim().is_empty() {
            return Err(format!("{} has no id; give it one", which()));
        }
        if words_of(&emoji.name).is_empty() {
            return Err(format!("{} has a name without letters (\"{}\"); say in words what it shows", which(), emoji.name.escape_debug()));
        }
    }
    Ok(())
}

fn too_long(text: &str) -> bool {
    text.len() > LONGEST && text.chars().count() > LONGEST
}

fn ids(list: &[Emoji]) -> Result<(), String> {
    let mut seen = HashSet::new();
    match list.iter().find(|emoji| !seen.insert(emoji.id.as_str())) {
        Some(emoji) => Err(format!("the id `{}` is there twice; ids must be unique, also between sets that are joined", emoji.id)),
        None => Ok(()),
    }
}

/// Names count as the same where they have the same words: nobody could tell which of them is meant.
fn names(list: &[Emoji]) -> Result<(), String> {
    let mut seen: HashMap<Vec<String>, &str> = HashMap::new();
    for emoji in list {
        if let Some(other) = seen.insert(words_of(&emoji.name), &emoji.id) {
            return Err(format!("`{other}` and `{}` are both called \"{}\"; give one of them another name", emoji.id, emoji.name));
        }
    }
    Ok(())
}
