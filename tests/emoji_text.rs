//! Emoji for texts: what people type, however they type it, and what is said where there is no answer.

#![cfg(all(feature = "emoji", feature = "bundled"))]
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use selfmoji::emoji::{Emoji, EmojiError, EmojiSet, Ranker, SkinTone, SuggestOptions, Words};
use selfmoji::pack::Pack;
use std::sync::{Arc, LazyLock};

static WORDS: LazyLock<Arc<Words>> = LazyLock::new(|| Arc::new(Words::bundled().unwrap()));
static UNICODE: LazyLock<Ranker> = LazyLock::new(|| Ranker::new(Arc::clone(&WORDS), &EmojiSet::unicode()));

fn limit(limit: usize) -> SuggestOptions {
    SuggestOptions { limit, ..SuggestOptions::default() }
}

fn top(ranker: &Ranker, text: &str, n: usize) -> Vec<String> {
    ranker.suggest(None, text, &limit(n)).unwrap().emoji.into_iter().map(|s| s.emoji.id).collect()
}

fn own(list: &[(&str, &str, &[&str])]) -> Result<EmojiSet, EmojiError> {
    let emoji = |(id, name, keywords): &(&str, &str, &[&str])| Emoji {
        id: (*id).into(),
        name: (*name).into(),
        keywords: keywords.iter().map(|k| (*k).to_owned()).collect(),
    };
    EmojiSet::new(list.iter().map(emoji).collect())
}

#[test]
fn what_people_type_gets_what_they_would_choose() {
    for (text, wanted) in [
        ("happy birthday!", "🎂"),
        ("pizza tonight?", "🍕"),
        ("I love you", "❤️"),
        ("good morning", "☀️"),
        ("my dog ate my homework", "🐕"),
        ("so tired", "😴"),
        ("lol", "😂"),
        ("fancy a coffee?", "☕"),
        ("it is raining", "🌧️"),
        ("flying to Japan tomorrow", "🇯🇵"),
        ("yes", "👍"),
        ("two sandwiches please", "🥪"),
    ] {
        let found = top(&UNICODE, text, 5);
        assert!(found.iter().any(|id| id == wanted), "{text}: {found:?}");
    }
}

/// 240 messages and the emoji that people would be happy to see with them, judged before anything was ranked.
#[test]
fn judged_messages_get_their_emoji() {
    #[derive(serde::Deserialize)]
    struct Message {
        text: String,
        good: Vec<String>,
    }
    let messages: Vec<Message> = serde_json::from_str(include_str!("fixtures/messages.json")).unwrap();
    let within = |n: usize| messages.iter().filter(|m| top(&UNICODE, &m.text, n).iter().any(|id| m.good.contains(id))).count();
    // Measured: 178, 216 and 227.
    for (n, least) in [(1, 170), (3, 208), (8, 220)] {
        assert!(within(n) >= least, "{} of {} have a good emoji among the first {n}", within(n), messages.len());
    }
}

#[test]
fn spelling_case_accents_and_punctuation_hardly_matter() {
    for (odd, plain) in [
        ("hapy brithday", "happy birthday"),
        ("PIZZA!!!", "pizza"),
        ("coooooffee", "coffee"),
        ("café", "cafe"),
        ("cafe\u{301}", "café"),
        ("the pizzas", "pizza"),
        ("Anna\u{2019}s birthday", "anna birthday"),
        ("🍕", "pizza"),
    ] {
        assert_eq!(top(&UNICODE, odd, 3), top(&UNICODE, plain, 3), "{odd}");
    }
}

#[test]
fn reasons_name_the_word_and_what_it_is_like() {
    let found = UNICODE.suggest(None, "hapy brithday from the poodle", &limit(1900)).unwrap();
    let because = |id: &str| found.emoji.iter().find(|s| s.emoji.id == id).unwrap().because.clone();
    let cake = because("🎂").word.unwrap();
    assert_eq!((cake.word.as_str(), cake.matched.as_str()), ("happy birthday", "happy birthday"));
    let dog = because("🐕").word.unwrap();
    assert_eq!((dog.word.as_str(), dog.matched.as_str()), ("poodle", "dog"));
    assert!(dog.likeness > 0.7 && because("🐕").concept.is_none(), "{dog:?}");
    assert!(found.emoji.is_sorted_by(|a, b| a.score >= b.score) && found.emoji.iter().all(|s| s.score.is_finite()));
}

#[test]
fn what_is_kept_from_other_texts_changes_nothing() {
    let text = "we are going to the beach with the dog and some pizza";
    let fresh = Ranker::new(Arc::clone(&WORDS), &EmojiSet::unicode()).suggest(None, text, &limit(50)).unwrap();
    for end in text.char_indices().map(|(i, _)| i).skip(1) {
        UNICODE.suggest(None, &text[..end], &limit(3)).unwrap();
    }
    // More different words than are kept.
    let many: Vec<&str> = include_str!("../models/emoji/keywords.json").split(|c: char| !c.is_ascii_lowercase()).filter(|w| w.len() > 3).collect();
    many.chunks(100).take(20).for_each(|words| drop(UNICODE.suggest(None, &words.join(" "), &limit(1)).unwrap()));
    assert_eq!(UNICODE.suggest(None, text, &limit(50)).unwrap(), fresh);
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..4).map(|_| scope.spawn(|| UNICODE.suggest(None, text, &limit(50)).unwrap())).collect();
        all.into_iter().for_each(|thread| assert_eq!(thread.join().unwrap(), fresh));
    });
}

#[test]
fn without_anything_to_go_by_that_is_said() {
    for blank in ["", "  \n\t "] {
        assert!(matches!(UNICODE.suggest(None, blank, &limit(3)), Err(EmojiError::Nothing)));
    }
    for (text, unknown) in
        [("qzxwv Grumpfelgnarz", &["qzxwv", "grumpfelgnarz"][..]), ("猫が好き", &["猫が好き"]), ("12345 !!!", &[]), ("the of", &[])]
    {
        let found = UNICODE.suggest(None, text, &limit(3)).unwrap();
        assert!(found.emoji.is_empty(), "{text}: {found:?}");
        assert_eq!(found.unknown_words, unknown, "{text}");
    }
    let found = UNICODE.suggest(None, "qzxwv pizza", &limit(1)).unwrap();
    assert_eq!((found.emoji[0].emoji.id.as_str(), found.unknown_words), ("🍕", vec!["qzxwv".to_owned()]));
}

#[test]
fn options_out_of_range_are_refused_and_limits_kept() {
    for balance in [-0.1, 1.1, f32::NAN, f32::INFINITY] {
        let options = SuggestOptions { balance, ..SuggestOptions::default() };
        assert!(matches!(UNICODE.suggest(None, "pizza", &options), Err(EmojiError::Balance(_))), "{balance}");
    }
    let all = UNICODE.list().len();
    for (asked, given) in [(0, 0), (1, 1), (all, all), (usize::MAX, all)] {
        assert_eq!(top(&UNICODE, "pizza", asked).len(), given);
    }
    assert_eq!(top(&UNICODE, "pizza", 20), top(&UNICODE, "pizza", usize::MAX)[..20]);
    let fit = UNICODE.suggest(None, "pizza", &SuggestOptions { limit: 50, balance: 0.5, min_score: Some(0.2) }).unwrap().emoji;
    assert!((1..10).contains(&fit.len()) && fit.iter().all(|s| s.score >= 0.2), "{fit:?}");
}

#[test]
fn huge_and_odd_texts_are_read_to_their_end() {
    let long = format!("{} pizza", "qzxwv ".repeat(1_000_000));
    assert_eq!(top(&UNICODE, &long, 1), ["🍕"]);
    let cut = format!("qzxwvcat {}", "the ".repeat(498));
    let said = UNICODE.suggest(None, &cut[1..], &limit(1)).unwrap();
    assert!(said.emoji.is_empty() && said.unknown_words == ["zxwvcat"], "{said:?}");
    let longer = UNICODE.suggest(None, &format!("{cut}the the"), &limit(1)).unwrap();
    assert!(longer.emoji.is_empty() && longer.unknown_words.is_empty(), "half a word is none: {longer:?}");
    for odd in ["a".repeat(5_000_000), "🍕".repeat(300_000), "\u{301}".repeat(100_000), "'".repeat(100_000), "\0\u{202e}\u{feff}".repeat(1000)] {
        UNICODE.suggest(None, &odd, &limit(3)).unwrap();
    }
}

#[test]
fn any_set_with_names_can_be_ranked() {
    let set = own(&[("a", "sleepy cat", &["tired"]), ("b", "dancing robot", &["party"]), ("c", "crying cloud", &["sad", "rain"])]).unwrap();
    let ranker = Ranker::new(Arc::clone(&WORDS), &set);
    for (text, id) in [("good night, off to bed", "a"), ("let's celebrate!", "b"), ("terrible weather", "c"), ("kitten", "a")] {
        assert_eq!(top(&ranker, text, 1), [id], "{text}");
    }
    let both = EmojiSet::joined(&[set, EmojiSet::unicode()]).unwrap();
    let found = top(&Ranker::new(Arc::clone(&WORDS), &both), "a crying cloud", 8);
    assert!(found.contains(&"c".to_owned()) && found.contains(&"😭".to_owned()), "{found:?}");
}

#[test]
fn words_of_another_language_are_found_word_for_word() {
    let set = own(&[("a", "Schmusekatze", &["kuscheln", "gute Nacht"]), ("b", "Regenwetter", &["Mistwetter", "трям"])]).unwrap();
    let ranker = Ranker::new(Arc::clone(&WORDS), &set);
    assert_eq!(ranker.unknown().count(), 2, "the English list knows neither");
    for (text, id) in [("Ich will KUSCHELN!", "a"), ("So ein Mistwetter", "b"), ("gute nacht", "a"), ("Gute Nacht, Mama", "a"), ("Трям", "b")] {
        assert_eq!(top(&ranker, text, 1), [id], "{text}");
    }
}

#[test]
fn sets_that_make_no_sense_are_refused_by_name() {
    let long = "x".repeat(201);
    let many: Vec<String> = (0..101).map(|i| format!("k{i}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    for (list, what) in [
        (&[][..], "empty"),
        (&[("a", "dog", &[][..]), ("a", "cat", &[])], "`a` is there twice"),
        (&[("a", "Dog!", &[]), ("b", "the", &[]), ("c", "dog", &[])], "`a` and `c` are both called \"dog\""),
        (&[("", "dog", &[])], "emoji 1 has no id"),
        (&[("a", "dog", &[]), ("b", "12 !", &[])], "`b` has a name without letters"),
        (&[("a", long.as_str(), &[])], "more than 200 characters"),
        (&[("a", "dog", &[long.as_str()])], "more than 200 characters"),
        (&[("a", "dog", &many)], "101 keywords"),
    ] {
        let error = own(list).unwrap_err().to_string();
        assert!(error.contains(what), "{error}");
    }
    for (json, what) in [
        ("", "must be a list"),
        ("{}", "must be a list"),
        ("[{\"id\": 1}]", "line 1"),
        ("[{\"id\": \"a\", \"name\": \"b\", \"nmae\": \"c\"}]", "nmae"),
    ] {
        let error = EmojiSet::from_json(json).unwrap_err().to_string();
        assert!(error.contains(what), "{error}");
    }
    assert!(EmojiSet::from_json("\u{feff}[{\"id\": \"a\", \"name\": \"dog\"}]").is_ok());
    let many = |i: usize| Emoji { id: i.to_string(), name: format!("dog {i} {}", "x".repeat(i % 40)), keywords: vec!["k".into(); 100] };
    let error = EmojiSet::new((0..2001).map(many).collect()).unwrap_err().to_string();
    assert!(error.contains("200100 keywords"), "{error}");
    let one = own(&[("a", "dog", &[])]).unwrap();
    assert!(EmojiSet::joined(&[one.clone(), one.clone()]).unwrap_err().to_string().contains("twice"));
    assert!(EmojiSet::joined(std::iter::empty()).is_err());
    let same_name = own(&[("b", "dog", &[])]).unwrap();
    assert_eq!(EmojiSet::joined(&[one, same_name]).unwrap().list().len(), 2, "sets of different makers may share names");
}

#[test]
fn the_avatars_expressions_are_suggested_and_skin_tones_kept() {
    let set = EmojiSet::expressions(&Pack::classic().unwrap()).unwrap();
    let ranker = Ranker::new(Arc::clone(&WORDS), &set);
    for (text, id) in [("hahaha that is hilarious", "laughing"), ("I am so angry", "angry"), ("good night", "sleeping"), ("hi there", "waving")] {
        let found = top(&ranker, text, 3);
        assert!(found.contains(&id.to_owned()), "{text}: {found:?}");
    }
    let toned = Ranker::new(Arc::clone(&WORDS), &EmojiSet::unicode().in_tone(SkinTone::MediumDark));
    assert_eq!(top(&toned, "thumbs up", 1), ["👍🏾"]);
}
