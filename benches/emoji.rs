//! What a key stroke, a photo and getting ready cost: `cargo bench --features concepts --bench emoji`.

#![allow(missing_docs, reason = "criterion's macros make public items")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot run should say so and stop")]

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use image::RgbImage;
use selfmoji::emoji::{Concepts, EmojiSet, Ranker, SuggestOptions, Words};
use selfmoji::photo::{Limits, Photo};
use std::hint::black_box;
use std::sync::Arc;

const TEXT: &str = "can't wait for the beach tomorrow, we will grab some pizza and play volleyball until the sun goes down";

fn emoji(c: &mut Criterion) {
    let mut group = c.benchmark_group("emoji");
    let words = Arc::new(Words::bundled().unwrap());
    let set = EmojiSet::unicode();
    let new = || Ranker::new(Arc::clone(&words), &set);
    let options = SuggestOptions::default();
    group.bench_function("words", |b| b.iter(|| Words::bundled().unwrap()));
    group.bench_function("ranker of the Unicode emoji", |b| b.iter(new));
    // Nothing is kept from before: what a text costs that is pasted.
    let paste = |ranker: &mut Ranker| ranker.suggest(None, TEXT, &options).unwrap();
    group.bench_function("a text of 19 words, pasted", |b| b.iter_batched_ref(new, paste, BatchSize::SmallInput));
    let one = |ranker: &mut Ranker| ranker.suggest(None, "skateboard", &options).unwrap();
    group.bench_function("a word never seen before", |b| b.iter_batched_ref(new, one, BatchSize::SmallInput));
    let wrong = |ranker: &mut Ranker| ranker.suggest(None, "skatebaord", &options).unwrap();
    group.bench_function("a misspelt word never seen before", |b| b.iter_batched_ref(new, wrong, BatchSize::SmallInput));
    let ranker = new();
    let strokes: Vec<&str> = TEXT.char_indices().skip(1).map(|(i, _)| &TEXT[..i]).collect();
    let mut next = strokes.iter().cycle();
    group.bench_function("a key stroke in a text of 19 words", |b| b.iter(|| ranker.suggest(None, next.next().unwrap(), &options).unwrap()));
    let huge = "volleyball pizza beach ".repeat(100_000);
    group.bench_function("a text of 2 MB", |b| b.iter(|| ranker.suggest(None, black_box(&huge), &options).unwrap()));
    let concepts = Arc::new(Concepts::bundled().unwrap());
    let photo = Photo::from_rgb(RgbImage::from_fn(1024, 768, |x, y| image::Rgb([x as u8, y as u8, 90])), &Limits::default()).unwrap();
    group.sample_size(20);
    group.bench_function("concepts", |b| b.iter(|| Concepts::bundled().unwrap()));
    group.bench_function("a photo of 1024 x 768", |b| b.iter(|| concepts.see(&photo).unwrap()));
    let sight = concepts.see(&photo).unwrap();
    let seeing = || new().with_concepts(Arc::clone(&concepts)).unwrap();
    let first = |ranker: &mut Ranker| ranker.suggest(Some(&sight), "", &options).unwrap();
    group.bench_function("the first photo of a ranker", |b| b.iter_batched_ref(seeing, first, BatchSize::SmallInput));
    let ranker = seeing();
    group.bench_function("a key stroke with a photo", |b| b.iter(|| ranker.suggest(Some(&sight), TEXT, &options).unwrap()));
    group.finish();
}

criterion_group!(benches, emoji);
criterion_main!(benches);
