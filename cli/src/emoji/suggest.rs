//! `selfmoji suggest`: the emoji that fit.

use super::args::SuggestArgs;
use super::{assets, sight};
use crate::args::usage;
use crate::batch;
use crate::failure::Failure;
use anyhow::Result;
use selfmoji::emoji::{Because, Ranker, SuggestOptions, Suggested, Suggestions};
use serde::Serialize;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

/// What `--json` prints. Other programs rely on these names.
#[derive(Serialize)]
struct Line<'a> {
    emoji: Vec<One<'a>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    unknown_words: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Wrong<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    id: &'a str,
    name: &'a str,
    score: f64,
    because: &'a Because,
}

#[derive(Serialize)]
struct Wrong<'a> {
    file: String,
    #[serde(flatten)]
    failure: &'a Failure,
}

pub(crate) fn run(args: &SuggestArgs) -> Result<bool> {
    let text = args.text.as_deref().unwrap_or_default();
    if args.photos.is_empty() && text.trim().is_empty() {
        return Err(usage("suggest", "there is nothing to suggest emoji for; give a photo, --text, or both").into());
    }
    if !(0.0..=1.0).contains(&args.balance) {
        return Err(
            usage("suggest", format!("--balance {} makes no sense; it goes from 0, the text alone, to 1, the photos alone", args.balance)).into()
        );
    }
    let set = assets::sets(&args.sets, args.like.as_deref())?;
    let mut ranker = Ranker::new(assets::words(&args.assets)?, &set);
    complain_of_names(&ranker);
    let mut seen = sight::Seen { sight: None, failures: Vec::new() };
    if !args.photos.is_empty() {
        let concepts = Arc::new(assets::concepts(&args.assets)?);
        ranker = ranker.with_concepts(Arc::clone(&concepts))?;
        seen = sight::together(&args.photos, &concepts);
    }
    let options = SuggestOptions { limit: args.number as usize, balance: args.balance, min_score: args.min_score };
    let found = if seen.sight.is_none() && text.trim().is_empty() {
        // No photo could be read; why, is said below.
        Suggestions { emoji: Vec::new(), unknown_words: Vec::new() }
    } else {
        ranker.suggest(seen.sight.as_ref(), text, &options)?
    };
    batch::print(&if args.json { line(&found, &seen.failures) } else { table(&found.emoji) })?;
    seen.failures.iter().for_each(|(file, failure)| batch::complain(file, failure));
    complain_of_words(&found);
    Ok(seen.failures.is_empty() && !found.emoji.is_empty())
}

fn line(found: &Suggestions, failures: &[(PathBuf, Failure)]) -> String {
    let one = |s: &'_ Suggested| (f64::from(s.score) * 1e4).round() / 1e4 + 0.0;
    let emoji = found.emoji.iter().map(|s| One { id: &s.emoji.id, name: &s.emoji.name, score: one(s), because: &s.because }).collect();
    let errors = failures.iter().map(|(file, failure)| Wrong { file: file.to_string_lossy().into_owned(), failure }).collect();
    let line = Line { emoji, unknown_words: &found.unknown_words, errors };
    // Strings and numbers: there is nothing here that JSON cannot hold.
    serde_json::to_string(&line).unwrap_or_default() + "\n"
}

fn table(found: &[Suggested]) -> String {
    let width = found.iter().map(|s| s.emoji.name.chars().count()).max().unwrap_or(0).min(40);
    let row = |s: &Suggested| {
        let id = s.emoji.id.escape_debug().to_string();
        format!("{:>6.3}  {:<width$}  {id}  {}\n", s.score, s.emoji.name.escape_debug().to_string(), because(&s.because))
    };
    found.iter().map(row).collect()
}

/// The reasons as people would say them.
pub(super) fn because(because: &Because) -> String {
    let word = because.word.as_ref().map(|w| match w.word == w.matched {
        true => format!("\"{}\"", w.word),
        false => format!("\"{}\" is like \"{}\" ({:.2})", w.word, w.matched, w.likeness),
    });
    let concept = because.concept.as_ref().map(|c| format!("seen: {} ({:.0} %)", c.concept, c.probability * 100.0));
    word.into_iter().chain(concept).collect::<Vec<_>>().join("; ")
}

fn complain_of_names(ranker: &Ranker) {
    let unknown: Vec<String> = ranker.unknown().map(|emoji| format!("`{}`", emoji.id.escape_debug())).collect();
    if !unknown.is_empty() {
        let shown = unknown.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
        let more = if unknown.len() > 5 { format!(" and {} more", unknown.len() - 5) } else { String::new() };
        let _ = writeln!(
            std::io::stderr(),
            "selfmoji: no word of the names and keywords of {shown}{more} is known; they will not be suggested for what they show"
        );
    }
}

fn complain_of_words(found: &Suggestions) {
    if found.unknown_words.is_empty() {
        return;
    }
    let words = found.unknown_words.iter().take(20).map(|w| w.escape_debug().to_string()).collect::<Vec<_>>().join(", ");
    let so = if found.emoji.is_empty() { "; no word of the text is, so there is nothing to go by (the word list is English)" } else { "" };
    let _ = writeln!(std::io::stderr(), "selfmoji: not known: {words}{so}");
}
