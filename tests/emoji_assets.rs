//! Broken files of words and concepts: refused with what is wrong, never read past their end.

#![cfg(feature = "emoji")]
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use common::words::TestWords;
use selfmoji::emoji::{Concepts, Emoji, EmojiSet, Ranker, SuggestOptions, Words};
use serde_json::json;
use std::sync::Arc;

fn refused(words: &TestWords) -> String {
    Words::load(words.bytes()).unwrap_err().to_string()
}

#[test]
fn a_list_of_another_language_is_ranked_with() {
    let words = Arc::new(Words::load(TestWords::new().bytes()).unwrap());
    assert_eq!((words.language(), words.count()), ("xx", 4));
    assert!(words.knows("the Cats".trim_start_matches("the ")) && words.knows("SKY line") && words.knows("skylines") == words.knows("skyline"));
    let emoji = |name: &str| Emoji { id: name.into(), name: name.into(), keywords: Vec::new() };
    let ranker = Ranker::new(words, &EmojiSet::new(vec![emoji("stone"), emoji("cat")]).unwrap());
    let found = ranker.suggest(None, "the kittens", &SuggestOptions::default()).unwrap();
    assert_eq!(found.emoji[0].emoji.id, "cat");
    let word = found.emoji[0].because.word.as_ref().unwrap();
    // The cosine of (7 0 0 0) and (7 5 0 0), 0.8137, brought nearer to 1, for a kitten is a kind of cat.
    assert!((word.likeness - (1.0 - 0.3 * (1.0 - 0.813_733))).abs() < 1e-5, "{word:?}");
    assert!(found.emoji[1].because.word.is_none(), "a kitten says nothing of stones");
}

#[test]
fn a_file_cut_short_anywhere_is_refused() {
    let bytes = TestWords::new().bytes();
    for end in 0..bytes.len() {
        assert!(Words::load(&bytes[..end]).is_err(), "{end} of {}", bytes.len());
    }
    assert!(Words::load([&bytes[..], b"x"].concat()).unwrap_err().to_string().contains("longer than it says"));
}

#[test]
fn every_kind_of_damage_is_named() {
    let change = |f: &dyn Fn(&mut TestWords)| {
        let mut words = TestWords::new();
        f(&mut words);
        refused(&words)
    };
    assert!(change(&|w| w.magic = *b"SMCONC02").contains("does not begin as such a file"));
    assert!(change(&|w| w.header = json!({"keys": 4})).contains("header does not fit"));
    for (field, value) in
        [("keys", json!(0)), ("keys", json!(2_000_000)), ("dimensions", json!(3)), ("dimensions", json!(0)), ("senses", json!(65535))]
    {
        assert!(change(&|w| w.header[field] = value.clone()).contains("which no list has"), "{field}");
    }
    for text in [0_u64, 1, 24, u64::MAX] {
        change(&|w| w.header["text"] = json!(text));
    }
    assert!(change(&|w| w.keys = b"cat\nkitten\nstone\nskyline".to_vec()).contains("not in order"));
    assert!(change(&|w| w.keys = b"cat\ncat\nkitten\nsky line".to_vec()).contains("not in order"));
    assert!(change(&|w| w.columns[8] = 9).contains("a sense that is not there"));
    assert!(change(&|w| w.codes[2..4].fill(0x88)).contains("vector 1 has no direction"));
}

#[test]
fn a_sense_above_itself_ends_nothing() {
    let mut words = TestWords::new();
    // cat above kitten above cat.
    words.columns[16..18].copy_from_slice(&1_u16.to_le_bytes());
    let words = Arc::new(Words::load(words.bytes()).unwrap());
    let emoji = Emoji { id: "a".into(), name: "cat".into(), keywords: vec!["kitten".into()] };
    let ranker = Ranker::new(words, &EmojiSet::new(vec![emoji]).unwrap());
    assert_eq!(ranker.suggest(None, "kitten", &SuggestOptions::default()).unwrap().emoji.len(), 1);
}

/// A deterministic stream of numbers (SplitMix64).
fn numbers(mut state: u64) -> impl FnMut() -> u64 {
    move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

#[test]
fn random_damage_is_refused_or_harmless() {
    let bytes = TestWords::new().bytes();
    let mut next = numbers(7);
    let mut good = 0;
    for _ in 0..3000 {
        let mut bytes = bytes.clone();
        for _ in 0..=next() % 3 {
            let at = next() as usize % bytes.len();
            bytes[at] = next() as u8;
        }
        let Ok(words) = Words::load(bytes) else { continue };
        good += 1;
        let emoji = Emoji { id: "a".into(), name: "cat stone".into(), keywords: vec!["kitten".into()] };
        let ranker = Ranker::new(Arc::new(words), &EmojiSet::new(vec![emoji]).unwrap());
        for text in ["the kittens", "sky line stones", "catt"] {
            let found = ranker.suggest(None, text, &SuggestOptions::default()).unwrap();
            assert!(found.emoji.iter().all(|s| s.score.is_finite()));
        }
    }
    assert!(good > 100, "some damage only changes words and vectors: {good}");
}

#[test]
fn concepts_that_are_none_are_refused() {
    for (network, list) in [(&b""[..], &b""[..]), (b"onnx", b"SMCONC02"), (b"", b"SMWORDS2")] {
        let error = Concepts::load(network, list).unwrap_err().to_string();
        assert!(error.starts_with("the list of concepts cannot be used: "), "{error}");
    }
    let mut list = b"SMCONC02".to_vec();
    let header = br#"{"words":"x","dimensions":2,"side":64,"concepts":[["cat"],["person"]]}    "#;
    list.extend((header.len() as u32).to_le_bytes());
    list.extend(header);
    list.extend([0, 0, 0, 0, 0, 0, 0, 0, 0x8f, 0x8f]);
    let error = Concepts::load(b"no network", &list).unwrap_err().to_string();
    assert!(error.starts_with("the concept network cannot be used: "), "{error}");
    list.push(0);
    assert!(Concepts::load(b"no network", &list).unwrap_err().to_string().contains("longer than it says"));
}
