//! `selfmoji random`: people that nobody is. Needs no model.

use crate::args::usage;
use crate::args_edit::RandomArgs;
use crate::failure::Failure;
use crate::format::Format;
use crate::{batch, load, write};
use anyhow::{Context, Result};
use selfmoji::edit;
use std::path::{Path, PathBuf};

/// Longest share of a file's name that is made of a seed, in characters.
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
    let name: String = seed.trim().chars().take(NAME).map(safe).collect();
    let name = name.trim_matches('.');
    if name.is_empty() { "seed".into() } else { name.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_never_leads_out_of_the_folder() {
        for (seed, name) in [
            ("7", "7"),
            ("ada lovelace", "ada-lovelace"),
            ("../../etc/passwd", "-..-etc-passwd"),
            ("a/b\\c:d\n", "a-b-c-d"),
            ("..", "seed"),
            (".hidden", "hidden"),
            ("Zoë", "Zoë"),
            ("\u{202e}x", "-x"),
        ] {
            assert_eq!(named(seed), name, "{seed}");
        }
        assert_eq!(named(&"x".repeat(500)).len(), NAME);
    }

    #[test]
    fn each_person_has_a_seed_and_a_name_of_its_own() {
        assert_eq!(people("s", 1), [("s".to_owned(), "s".to_owned())]);
        assert_eq!(people("s", 2)[1], ("s/2".to_owned(), "s-002".to_owned()));
        assert_eq!(people("s", 1000)[6].1, "s-0007");
    }
}
