//! `selfmoji random`: people that nobody is. Needs no model.

use crate::args::usage;
use crate::args_edit::RandomArgs;
use crate::failure::Failure;
use crate::format::Format;
use crate::{batch, load, write};
use anyhow::{Context, Result};
use selfmoji::edit;
use std::path::{Path, PathBuf};

/// Longest share of a file's name that is made of a seed, in bytes.
const NAME: usize = 64;

pub(crate) fn run(args: &RandomArgs) -> Result<bool> {
    let seed = match &args.seed {
        Some(seed) if seed.is_empty() => return Err(usage("random", "the seed is empty; give a number or a text, or leave --seed out").into()),
        Some(seed) => seed.clone(),
        // Short enough to be typed again.
        None => getrandom::u32().context("the system gives no random numbers; give a --seed")?.to_string(),
    };
    let format = Format::choose(args.picture.format, None).map_err(|message| usage("random", message))?;
    let pack = load::pack(args.style.style.as_deref().unwrap_or(Path::new(load::DEFAULT_STYLE)))?;
    load::spare(&args.style, [&args.out_dir])?;
    write::make_folder(&args.out_dir)?;
    let people = people(&seed, args.count);
    let files: Vec<PathBuf> = people.iter().map(|(_, name)| args.out_dir.join(format!("{name}.{}", format.ending()))).collect();
    let work = |i: usize, file: &Path| -> Result<String, Failure> {
        let content = format.encode(&pack, &edit::random(&pack, &people[i].0), args.picture.size)?;
        write::write(file, &content).map_err(|e| Failure::write(&e))?;
        Ok(format!("{}\n", file.display()))
    };
    batch::each(&files, work, |_, _| String::new())
}

/// The seed of each person, and what the file is called.
fn people(seed: &str, count: u32) -> Vec<(String, String)> {
    let name = named(seed);
    if count == 1 {
        return vec![(seed.to_owned(), name)];
    }
    let digits = count.to_string().len().max(3);
    (1..=count).map(|i| (format!("{seed}/{i}"), format!("{name}-{i:0digits$}"))).collect()
}

/// A seed as a file's name: other signs than letters, digits, `-`, `_` and inner dots become hyphens.
fn named(seed: &str) -> String {
    let safe = |c: char| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' };
    let mut name: String = seed.trim().chars().map(safe).collect();
    while name.len() > NAME {
        name.pop();
    }
    let name = name.trim_matches('.');
    let name = if name.is_empty() { "seed" } else { name };
    if name == seed {
        return name.into();
    }
    // Seeds that look alike in a file's name are not mixed up.
    format!("{name}-{:08x}", check(seed))
}

/// A checksum of a seed (FNV-1a by Fowler, Noll and Vo, 32 bits): the same for ever, as the name of a file must be.
fn check(seed: &str) -> u32 {
    seed.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_never_leads_out_of_the_folder() {
        for (seed, name) in [
            ("7", "7"),
            ("Zoë", "Zoë"),
            ("ada lovelace", "ada-lovelace-"),
            ("../../etc/passwd", "-..-etc-passwd-"),
            ("a/b\\c:d\n", "a-b-c-d-"),
            ("..", "seed-"),
            (".hidden", "hidden-"),
            ("\u{202e}x", "-x-"),
        ] {
            let found = named(seed);
            assert!(found == name || found.len() == name.len() + 8 && found.starts_with(name) && name.ends_with('-'), "{seed}: {found}");
        }
        assert_ne!(named("a b"), named("a/b"));
        for long in ["x".repeat(500), "\u{20000}".repeat(64)] {
            assert!(named(&long).len() <= NAME + 9);
        }
    }

    #[test]
    fn each_person_has_a_seed_and_a_name_of_its_own() {
        assert_eq!(people("s", 1), [("s".to_owned(), "s".to_owned())]);
        assert_eq!(people("s", 2)[1], ("s/2".to_owned(), "s-002".to_owned()));
        assert_eq!(people("s", 1000)[6].1, "s-0007");
    }
}
