//! `selfmoji find`: the photos that fit an emoji, or several.

use super::args::FindArgs;
use super::suggest::Wrong;
use super::{assets, found_page, sight};
use crate::failure::Failure;
use crate::{batch, targets, terminal, write};
use anyhow::{Result, anyhow, bail};
use selfmoji::emoji::{Answer, Query};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A photo that was looked at.
pub(super) struct Found {
    pub(super) file: PathBuf,
    pub(super) answer: Answer,
}

/// What `--json` prints. Other programs rely on these names.
#[derive(Serialize)]
struct Line<'a> {
    query: Vec<&'a str>,
    photos: Vec<One<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Wrong<'a>>,
}

#[derive(Serialize)]
struct One<'a> {
    file: String,
    score: f64,
    parts: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    score: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    concept: Option<&'a str>,
}

pub(crate) fn run(args: &FindArgs) -> Result<bool> {
    let set = assets::sets(&args.sets, None)?;
    let concepts = Arc::new(assets::concepts(&args.assets)?);
    let query = Query::new(assets::words(&args.assets)?, Arc::clone(&concepts), &set, &args.query)?;
    let (files, mut failures) = sight::photos_in(&args.photos);
    if let Some(page) = &args.output {
        let read = [files.as_slice(), &assets::files(&args.sets, &args.assets)].concat();
        targets::spare(&read, [page]).map_err(|message| anyhow!(message))?;
        write::check(page)?;
    }
    let mut found = Vec::new();
    let bar = batch::bar(files.len(), "photos");
    for file in files {
        let answer =
            sight::photo(&file, &concepts).and_then(|sight| query.score(&sight).map_err(|e| Failure { kind: "model", message: e.to_string() }));
        match answer {
            Ok(answer) => found.push(Found { file, answer }),
            Err(failure) => failures.push((file, failure)),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    failures.iter().for_each(|(file, failure)| batch::complain(file, failure));
    if found.is_empty() && !args.json {
        bail!("none of the photos could be read");
    }
    let looked = found.len();
    found.sort_by(|a, b| b.answer.score.total_cmp(&a.answer.score).then_with(|| a.file.cmp(&b.file)));
    found.truncate(args.number as usize);
    if let Some(page) = args.output.as_ref().filter(|_| !found.is_empty()) {
        write::write(page, found_page::html(&args.query, &query, &found, looked).as_bytes())?;
    }
    batch::print(&match (&args.output, args.json) {
        (_, true) => line(&query, &found, &failures),
        (Some(page), false) => format!("{}\n", page.display()),
        (None, false) => found.iter().map(|f| format!("{:>6.3}  {}\n", f.answer.score, name(&f.file))).collect(),
    })?;
    Ok(failures.is_empty())
}

fn line(query: &Query, found: &[Found], failures: &[(PathBuf, Failure)]) -> String {
    let round = |v: f32| (f64::from(v) * 1e4).round() / 1e4 + 0.0;
    let one = |f: &'_ Found| f.answer.parts.iter().map(|(score, _)| round(*score)).collect::<Vec<_>>();
    let photos = found.iter().map(|f| {
        let scores = one(f);
        let parts =
            scores.into_iter().zip(&f.answer.parts).map(|(score, (_, seen))| Part { score, concept: seen.as_ref().map(|c| c.concept.as_str()) });
        One { file: f.file.to_string_lossy().into_owned(), score: round(f.answer.score), parts: parts.collect() }
    });
    serde_json::to_string(&Line { query: query.parts().collect(), photos: photos.collect(), errors: Wrong::all(failures) }).unwrap_or_default() + "\n"
}

fn name(file: &Path) -> String {
    terminal::line(&file.display().to_string())
}
