//! The word list: for each word or phrase its direction, how frequent it is, and what kind of thing it names.

use super::EmojiError;
use super::asset::{self, Reader};
use super::language::Language;
use super::tokens::plain;
use serde::Deserialize;
use std::borrow::Cow;
use std::ops::Range;

const WHAT: &str = "word list";
/// No sense, no broader sense, or a rank beyond the numbers.
pub(super) const NONE: u16 = u16::MAX;
/// Longest way up from a sense that is followed. WordNet's longest has 19 steps.
const MOST_STEPS: usize = 32;

/// A word list: vectors (GloVe, specialised by WordNet), frequency ranks and noun senses of some ten thousand words and phrases of one language.
///
/// Vectors stay packed in four bits a number; only what is asked for is unpacked, so a list costs little more memory than its file.
#[derive(Clone)]
pub struct Words {
    bytes: Cow<'static, [u8]>,
    language: Language,
    dimensions: usize,
    /// Where each key begins in the file, and the end of the last, each key ending before a line break.
    starts: Vec<u32>,
    ranks: Vec<u16>,
    senses: Vec<u16>,
    /// For each sense the broader one.
    broader: Vec<u16>,
    /// For each sense how many senses fall under it, itself included.
    under: Vec<u32>,
    seldom: Range<usize>,
    codes: Range<usize>,
    fingerprint: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    language: Language,
    /// How many words and phrases.
    keys: usize,
    dimensions: usize,
    /// How many senses.
    senses: usize,
    /// Bytes of all keys with the line breaks between them, without the zeros behind them.
    text: usize,
}

impl Words {
    /// The English word list inside the library.
    ///
    /// # Errors
    ///
    /// [`EmojiError::Asset`] where the library is damaged.
    #[cfg(feature = "bundled")]
    pub fn bundled() -> Result<Self, EmojiError> {
        Self::of(Cow::Borrowed(include_bytes!("../../models/emoji/words.bin")))
    }

    /// A word list from the bytes of its file, as models/training/emoji/export_words.py makes it.
    ///
    /// # Errors
    ///
    /// [`EmojiError::Asset`] where it is damaged or of another kind.
    pub fn load(bytes: impl Into<Vec<u8>>) -> Result<Self, EmojiError> {
        Self::of(Cow::Owned(bytes.into()))
    }

    fn of(bytes: Cow<'static, [u8]>) -> Result<Self, EmojiError> {
        let mut reader = Reader::new(&bytes, b"SMWORDS2", WHAT)?;
        let header: Header = reader.header()?;
        let Header { keys, dimensions, senses, .. } = header;
        if keys == 0 || keys > 1 << 20 || dimensions == 0 || dimensions > 1024 || dimensions % 2 == 1 || senses >= usize::from(NONE) {
            return Err(reader.wrong(format!("it says it has {keys} words of {dimensions} numbers and {senses} senses, which no list has")));
        }
        let text = reader.skip(header.text)?;
        reader.skip(header.text.wrapping_neg() % 4)?;
        let starts = starts(&bytes[text.clone()], text.start, keys).map_err(|detail| reader.wrong(detail))?;
        let (ranks, own, broader) = (reader.numbers(keys)?, reader.numbers(keys)?, reader.numbers(senses)?);
        if own.iter().chain(&broader).any(|&s| s != NONE && usize::from(s) >= senses) {
            return Err(reader.wrong("a word names a sense that is not there"));
        }
        let seldom = reader.skip(keys.div_ceil(8))?;
        let codes = reader.skip(keys * dimensions / 2)?;
        reader.end()?;
        asset::check_codes(&reader, &bytes[codes.clone()], dimensions / 2)?;
        let (fingerprint, under) = (fingerprint(&bytes), under(&broader));
        Ok(Self { language: header.language, dimensions, starts, ranks, senses: own, broader, under, seldom, codes, fingerprint, bytes })
    }

    /// How many words and phrases there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.ranks.len()
    }

    /// The language, as a BCP 47 tag: `en`.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language.tag
    }

    /// SHA-256 of the file, in hexadecimal: concepts belong to one word list.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Whether a word or phrase is known, in any of its forms.
    #[must_use]
    pub fn knows(&self, phrase: &str) -> bool {
        self.find(&super::tokens::words_of(phrase).join(" ")).is_some()
    }

    pub(super) fn dimensions(&self) -> usize {
        self.dimensions
    }

    pub(super) fn letters(&self) -> &str {
        &self.language.letters
    }

    pub(super) fn is_stop(&self, word: &str) -> bool {
        self.language.stop.contains(word)
    }

    /// The entry of words joined by single spaces: as they are, without accents, with the last word in its base form, or written as one word.
    pub(super) fn find(&self, phrase: &str) -> Option<usize> {
        if let Some(entry) = self.exactly(phrase) {
            return Some(entry);
        }
        // Never the same again, so this ends.
        if let Some(entry) = plain(phrase).and_then(|plain| self.find_plain(&plain)) {
            return Some(entry);
        }
        self.find_plain(phrase)
    }

    fn find_plain(&self, phrase: &str) -> Option<usize> {
        if let Some(entry) = self.exactly(phrase) {
            return Some(entry);
        }
        let base = self.language.bases(phrase).find_map(|base| self.exactly(&base));
        base.or_else(|| phrase.contains(' ').then(|| self.exactly(&phrase.replace(' ', ""))).flatten())
    }

    /// The entry of a key as it stands in the list.
    pub(super) fn exactly(&self, key: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.count());
        while low < high {
            let middle = low.midpoint(high);
            match self.key(middle).cmp(key.as_bytes()) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }

    /// How many words are more frequent; [`NONE`] for phrases, rare and unknown words.
    pub(super) fn rank(&self, word: &str) -> u16 {
        self.find(word).map_or(NONE, |entry| self.ranks[entry])
    }

    pub(super) fn rank_of(&self, entry: usize) -> u16 {
        self.ranks[entry]
    }

    /// Whether a word with a noun sense is mostly another part of speech.
    pub(super) fn is_seldom(&self, entry: usize) -> bool {
        self.bytes[self.seldom.start + entry / 8] >> (entry % 8) & 1 == 1
    }

    /// The entry's direction, of length 1.
    pub(super) fn vector(&self, entry: usize) -> Vec<f32> {
        let row = self.dimensions / 2;
        let start = self.codes.start + entry * row;
        asset::direction(&self.bytes[start..start + row])
    }

    /// The entry's most frequent noun sense and all broader ones, narrowest first; none where it is no noun.
    pub(super) fn chain(&self, entry: usize) -> Vec<u16> {
        self.broader(self.senses[entry])
    }

    /// A sense and all broader ones.
    pub(super) fn broader(&self, sense: u16) -> Vec<u16> {
        up(&self.broader, sense).collect()
    }

    /// How special the first sense of a chain is: the logarithm of how many times more senses there are than fall under it (its intrinsic
    /// information content, Seco, Veale & Hayes 2004, up to scale). Of no sense, the most there is.
    pub(super) fn specificity(&self, chain: &[u16]) -> f32 {
        let under = chain.first().and_then(|&sense| self.under.get(usize::from(sense))).copied().unwrap_or(1);
        (self.under.len().max(1) as f32 / under as f32).ln()
    }

    fn key(&self, entry: usize) -> &[u8] {
        let (start, next) = (self.starts[entry] as usize, self.starts[entry + 1] as usize);
        &self.bytes[start..next - 1]
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("language", &self.language.tag).field("count", &self.count()).finish_non_exhaustive()
    }
}

/// Where the keys begin, which must be in the order of their bytes, or looking them up would fail without a word.
fn starts(text: &[u8], offset: usize, keys: usize) -> Result<Vec<u32>, String> {
    let mut starts = Vec::with_capacity(keys + 1);
    let (mut at, mut last) = (offset, &b""[..]);
    for key in text.split(|&b| b == b'\n') {
        if key <= last || std::str::from_utf8(key).is_err() {
            return Err(format!("its words are not in order, at word {}", starts.len()));
        }
        starts.push(u32::try_from(at).map_err(|_| "it is too long".to_owned())?);
        at += key.len() + 1;
        last = key;
    }
    if starts.len() != keys {
        return Err(format!("it holds {} words and says {keys}", starts.len()));
    }
    starts.push(u32::try_from(at).map_err(|_| "it is too long".to_owned())?);
    Ok(starts)
}

/// A sense and all broader ones, no further than any real way leads.
fn up(broader: &[u16], sense: u16) -> impl Iterator<Item = u16> {
    let first = Some(sense).filter(|&s| usize::from(s) < broader.len());
    std::iter::successors(first, |&s| broader.get(usize::from(s)).copied().filter(|&b| b != NONE)).take(MOST_STEPS)
}

fn under(broader: &[u16]) -> Vec<u32> {
    let mut under = vec![0; broader.len()];
    (0..broader.len()).filter_map(|sense| u16::try_from(sense).ok()).flat_map(|sense| up(broader, sense)).for_each(|s| under[usize::from(s)] += 1);
    under
}

fn fingerprint(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}
