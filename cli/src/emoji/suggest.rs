//! `selfmoji suggest`: the emoji that fit.

use super::args::SuggestArgs;
use super::{assets, sight};
use crate::args::usage;
use crate::failure::Failure;
use crate::{batch, terminal};
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

/// A file that could not be read.
#[derive(Serialize)]
pub(super) struct Wrong<'a> {
    file: String,
    #[serde(flatten)]
    failure: &'a Failure,
}

impl<'a> Wrong<'a> {
    pub(super) fn all(failures: &'a [(PathBuf, Failure)]) -> Vec<Self> {
        failures.iter().map(|(file, failure)| Self { file: file.to_string_lossy().into_owned(), failure }).collect()
    }
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
    if args.min_score.is_some_and(f32::is_nan) {
        return Err(usage("suggest", "--min-score must be a number").into());
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
    complain(text, &found, seen.sight.is_some(), args.min_score.is_some());
    Ok(seen.failures.is_empty() && !found.emoji.is_empty())
}

fn line(found: &Suggestions, failures: &[(PathBuf, Failure)]) -> String {
    let one = |s: &'_ Suggested| (f64::from(s.score) * 1e4).round() / 1e4 + 0.0;
    let emoji = found.emoji.iter().map(|s| One { id: &s.emoji.id, name: &s.emoji.name, score: one(s), because: &s.because }).collect();
    let line = Line { emoji, unknown_words: &found.unknown_words, errors: Wrong::all(failures) };
    // Strings and numbers: there is nothing here that JSON cannot hold.
    serde_json::to_string(&line).unwrap_or_default() + "\n"
}

fn table(found: &[Suggested]) -> String {
    let width = found.iter().map(|s| s.emoji.name.chars().count()).max().unwrap_or(0).min(40);
    let row = |s: &Suggested| {
        let line = format!("{:>6.3}  {:<width$}  {}  {}", s.score, s.emoji.name, s.emoji.id, because(&s.because));
        terminal::line(line.trim_end()) + "\n"
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
    let unknown: Vec<String> = ranker.unknown().map(|emoji| format!("`{}`", emoji.id)).collect();
    if !unknown.is_empty() {
        let shown = unknown.iter().take(5).cloned().collect::<Vec<_>>().join(", ");
        let more = if unknown.len() > 5 { format!(" and {} more", unknown.len() - 5) } else { String::new() };
        let _ = writeln!(
            std::io::stderr(),
            "selfmoji: no word of the names and keywords of {shown}{more} is known; they will not be suggested for what they show"
        );
    }
}

fn complain(text: &str, found: &Suggestions, seen: bool, least: bool) {
    let words = found.unknown_words.iter().take(20).map(|word| terminal::line(word)).collect::<Vec<_>>().join(", ");
    let mut said = Vec::new();
    if !words.is_empty() {
        said.push(format!("not known: {words}"));
    }
    if found.emoji.is_empty() && !text.trim().is_empty() {
        said.push(match (seen || words.is_empty(), least) {
            (true, true) => "no emoji has the least score that was asked for".into(),
            (true, false) => "the text has no word that says what it is about".into(),
            (false, _) => "no word of the text is, so there is nothing to go by (the word list is English)".into(),
        });
    }
    if !said.is_empty() {
        let _ = writeln!(std::io::stderr(), "selfmoji: {}", said.join("; "));
    }
}
