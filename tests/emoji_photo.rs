//! Emoji for photos, and photos for emoji.

#![cfg(feature = "concepts")]
#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

mod common;

use common::words::TestWords;
use image::{Rgb, RgbImage};
use selfmoji::emoji::{Concepts, EmojiError, EmojiSet, Query, Ranker, Sight, SightSum, SuggestOptions, Words};
use selfmoji::photo::{Limits, Photo};
use std::sync::{Arc, LazyLock};

static WORDS: LazyLock<Arc<Words>> = LazyLock::new(|| Arc::new(Words::bundled().unwrap()));
static CONCEPTS: LazyLock<Arc<Concepts>> = LazyLock::new(|| Arc::new(Concepts::bundled().unwrap()));

fn ranker() -> Ranker {
    Ranker::new(Arc::clone(&WORDS), &EmojiSet::unicode()).with_concepts(Arc::clone(&CONCEPTS)).unwrap()
}

fn sight(paint: impl Fn(u32, u32) -> [u8; 3]) -> Sight {
    let photo = Photo::from_rgb(RgbImage::from_fn(200, 150, |x, y| Rgb(paint(x, y))), &Limits::default()).unwrap();
    CONCEPTS.see(&photo).unwrap()
}

/// A photo of ../shared/coco, where that is there.
fn coco(name: &str) -> Option<Sight> {
    let path = format!("{}/../shared/coco/images/{name}.jpg", env!("CARGO_MANIFEST_DIR"));
    let Ok(bytes) = std::fs::read(&path) else {
        eprintln!("SKIPPED: the shared photos are not there");
        return None;
    };
    Some(CONCEPTS.see(&Photo::decode(&bytes, &Limits::default()).unwrap()).unwrap())
}

#[test]
fn an_elephant_is_seen() {
    let Some(elephants) = coco("000000054718") else { return };
    let found = ranker().suggest(Some(&elephants), "", &SuggestOptions::default()).unwrap();
    assert_eq!(found.emoji[0].emoji.id, "🐘");
    let seen = found.emoji[0].because.concept.as_ref().unwrap();
    assert!(seen.concept.contains("elephant") && seen.probability > 0.05, "{seen:?}");
    assert!(found.emoji[0].because.word.is_none());
    // The text joins in, with a reason of its own.
    let both = ranker().suggest(Some(&elephants), "pizza", &SuggestOptions::default()).unwrap();
    assert_eq!(both.emoji[0].emoji.id, "🍕");
    let because = &both.emoji[0].because;
    assert!(because.word.is_some() && because.concept.is_some(), "{because:?}");
    let animals = ranker().suggest(Some(&elephants), "look at these animals", &SuggestOptions::default()).unwrap();
    assert!(animals.emoji.iter().take(3).any(|s| s.emoji.id == "🐘"), "{animals:?}");
    // At the ends of the balance one side alone decides.
    for (balance, first) in [(0.0, "🍕"), (1.0, "🐘")] {
        let options = SuggestOptions { balance, limit: 1, ..SuggestOptions::default() };
        let alone = &ranker().suggest(Some(&elephants), "pizza", &options).unwrap().emoji[0];
        assert_eq!(alone.emoji.id, first);
        assert_eq!((alone.because.word.is_some(), alone.because.concept.is_some()), (balance == 0.0, balance == 1.0));
    }
    // Words that are not known leave the photo.
    let unknown = ranker().suggest(Some(&elephants), "qzxwv", &SuggestOptions::default()).unwrap();
    assert_eq!((unknown.emoji[0].emoji.id.as_str(), unknown.unknown_words.len()), ("🐘", 1));
}

#[test]
fn a_selfie_is_about_a_person() {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/portrait.jpg")).unwrap();
    let photo = Photo::decode(&bytes, &Limits::default()).unwrap();
    let first = |concepts: &Concepts| ranker().suggest(Some(&concepts.see(&photo).unwrap()), "", &SuggestOptions::default()).unwrap().emoji.remove(0);
    let person = first(&CONCEPTS);
    assert_eq!(person.because.concept.as_ref().unwrap().concept, "person", "{person:?}");
    let without = first(&Concepts::bundled().unwrap().with_faces(None));
    assert_ne!(without.because.concept.unwrap().concept, "person");
}

#[test]
fn several_photos_are_one_by_their_mean() {
    let (a, b) = (sight(|x, _| [x as u8, 30, 30]), sight(|_, y| [20, y as u8, 200]));
    assert_eq!(Sight::mean([]), None);
    assert_eq!(Sight::mean([&a, &a, &a]), Some(a.clone()));
    let both = Sight::mean([&a, &b]).unwrap();
    assert_eq!(Sight::mean([&b, &a]), Some(both.clone()));
    assert!(both != a && both != b);
    let mut sum = SightSum::default();
    [&a, &b].into_iter().for_each(|s| sum.add(s));
    assert_eq!(sum.mean(), Some(both));
    assert!(!format!("{a:?}").contains("0."), "a sight says nothing of the photo in a log");
}

#[test]
fn a_photo_without_concepts_or_with_others_is_refused() {
    let photo = sight(|_, _| [90; 3]);
    let without = Ranker::new(Arc::clone(&WORDS), &EmojiSet::pictographs());
    assert!(matches!(without.suggest(Some(&photo), "pizza", &SuggestOptions::default()), Err(EmojiError::NoConcepts)));
    let other = Ranker::new(Arc::new(Words::load(TestWords::new().bytes()).unwrap()), &EmojiSet::pictographs());
    let error = other.with_concepts(Arc::clone(&CONCEPTS)).unwrap_err().to_string();
    assert!(error.contains("another word list"), "{error}");
}

#[test]
fn concepts_can_be_left_out_by_name() {
    let fewer = Concepts::bundled().unwrap().without(&["Pizza".into(), "traffic lights".into(), "nothing".into()]);
    assert_eq!(fewer.left_out().collect::<Vec<_>>(), ["traffic light", "pizza"]);
    assert_eq!(fewer.count(), 1001);
}

fn query(text: &str) -> Result<Query, EmojiError> {
    Query::new(Arc::clone(&WORDS), Arc::clone(&CONCEPTS), &EmojiSet::unicode(), text)
}

#[test]
fn queries_are_emoji_names_and_words() {
    for (text, parts) in [
        ("🐱", &["cat face"][..]),
        ("cat + shoe", &["cat", "shoe"]),
        (" Pizza+ice hockey ", &["pizza", "ice hockey"]),
        ("👍🏽", &["thumbs up"]),
        ("❤", &["red heart"]),
        ("❤️", &["red heart"]),
        ("👩🏽‍🍳", &["cook"]),
        ("catt", &["cat"]),
    ] {
        assert_eq!(query(text).unwrap().parts().collect::<Vec<_>>(), parts, "{text}");
    }
    for (text, what) in [
        ("", "a part is empty"),
        ("cat +", "a part is empty"),
        ("a+b+c+d+e+f+g+h+i", "9 parts"),
        ("qzxwv", "\"qzxwv\" is not known"),
        ("cat qzxwv", "\"qzxwv\" is not known"),
        ("the", "\"the\" is not known"),
        ("🐱🐶", "plus sign"),
        ("cat + !!", "\"!!\" is not known"),
    ] {
        let error = query(text).unwrap_err().to_string();
        assert!(error.contains(what), "{error}");
    }
    let score = |text: &str| query(text).unwrap().score(&sight(|x, y| [x as u8, y as u8, 9])).unwrap();
    assert_eq!(score("❤"), score("❤️"));
    let long = query(&"x".repeat(1_000_000)).unwrap_err().to_string();
    assert!(long.len() < 2000, "{}", long.len());
}

#[test]
fn photos_answer_queries() {
    let (Some(elephants), Some(skiers)) = (coco("000000054718"), coco("000000030752")) else { return };
    let score = |text: &str, photo: &Sight| query(text).unwrap().score(photo).unwrap();
    assert!(score("🐘", &elephants).score > score("🐘", &skiers).score);
    assert!(score("ski", &skiers).score > score("ski", &elephants).score);
    let both = score("🐘 + ski", &elephants);
    let mean = (both.parts[0].0 + both.parts[1].0) / 2.0;
    assert!((both.score - mean).abs() < 1e-6 && both.parts[0].1.as_ref().unwrap().concept.contains("elephant"));
}
