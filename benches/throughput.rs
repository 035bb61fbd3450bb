//! Avatars a second on one thread, in every style that ships, as JSON lines: the counterpart of benches/dicebear/compare.mjs.
//!
//!     cargo bench --bench throughput -- [SECONDS]

#![allow(clippy::unwrap_used, reason = "a benchmark stops by panicking")]

use selfmoji::easel::Easel;
use selfmoji::pack::Pack;
use selfmoji::recipe::Recipe;
use selfmoji::{compose, edit, picture};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// People that are drawn one after the other, again and again; made beforehand, as an app has them.
const PEOPLE: usize = 200;

fn main() {
    let seconds = std::env::args().skip(1).find_map(|a| a.parse().ok()).unwrap_or(2.0);
    let rate = |work: &dyn Fn(usize)| {
        // Every person once: what is measured is the long run.
        (0..PEOPLE).for_each(work);
        let (start, limit) = (Instant::now(), Duration::from_secs_f64(seconds));
        let mut done = 0;
        while start.elapsed() < limit {
            work(done);
            done += 1;
        }
        done as f64 / start.elapsed().as_secs_f64()
    };
    for name in Pack::bundled_names().into_iter().filter(|n| !n.contains('@')) {
        let load = rate(&|_| drop(black_box(Pack::bundled(name).unwrap())));
        let pack = Pack::bundled(name).unwrap();
        let people: Vec<Recipe> = (0..PEOPLE).map(|i| edit::random(&pack, &format!("person {i}"))).collect();
        let svg = |i: usize, size| compose::svg(&pack, &people[i % PEOPLE], size).unwrap();
        // A made-up person and its drawing, as in the JavaScript benchmark, where both are one step.
        let seeded = rate(&|i| drop(black_box(compose::svg(&pack, &edit::random(&pack, &format!("person {i}")), 512).unwrap())));
        let composed = rate(&|i| drop(black_box(svg(i, 512))));
        let png = |size| rate(&|i| drop(black_box(picture::png(&svg(i, size), size).unwrap())));
        let (png128, png512) = (png(128), png(512));
        let easel = Easel::new();
        let eased = |size| rate(&|i| drop(black_box(easel.png(&pack, &people[i % PEOPLE], size).unwrap())));
        let (easel128, easel512) = (eased(128), eased(512));
        println!(
            r#"{{"style":"selfmoji {name}","load":{load:.1},"seeded":{seeded:.1},"compose":{composed:.1},"png128":{png128:.1},"png512":{png512:.1}}}"#
        );
        println!(r#"{{"style":"selfmoji {name}, easel","png128":{easel128:.1},"png512":{easel512:.1}}}"#);
        // An easel is made to be shared: the same on all cores.
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let shared = |size| {
            let easel = &Easel::with_budget(512 << 20);
            let (pack, people) = (&pack, &people);
            let one = |core: usize| rate(&|i| drop(black_box(easel.png(pack, &people[(i * cores + core) % PEOPLE], size).unwrap())));
            std::thread::scope(|scope| {
                let threads: Vec<_> = (0..cores).map(|core| scope.spawn(move || one(core))).collect();
                threads.into_iter().map(|t| t.join().unwrap()).sum::<f64>()
            })
        };
        let (shared128, shared512) = (shared(128), shared(512));
        println!(r#"{{"style":"selfmoji {name}, easel of 512 MiB, {cores} threads","png128":{shared128:.1},"png512":{shared512:.1}}}"#);
        let roomy = Easel::with_budget(512 << 20);
        let eased = |size| rate(&|i| drop(black_box(roomy.png(&pack, &people[i % PEOPLE], size).unwrap())));
        let (roomy128, roomy512) = (eased(128), eased(512));
        println!(r#"{{"style":"selfmoji {name}, easel of 512 MiB","png128":{roomy128:.1},"png512":{roomy512:.1}}}"#);
    }
}
