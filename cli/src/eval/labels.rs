//! The folder's tables: labels.csv (what photos show), index.csv (what else its makers say of them), and the list of those to read.

use super::person;
use super::question::{Answers, QUESTIONS};
use super::table::Table;
use anyhow::{Result, anyhow, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path};

/// The columns by which the report breaks its figures down. They are the data set's own; nothing here is inferred.
pub(crate) const OWN_LABELS: [&str; 3] = ["gender", "age", "race"];

/// A photo to read.
#[derive(Debug)]
pub(crate) struct Subject {
    /// Its name in the tables: a path inside the folder.
    pub(crate) file: String,
    /// False for photos that are read only because somebody labelled is on them too.
    pub(crate) labelled: bool,
    pub(crate) answers: Answers,
    /// Monk tone, 1 to 10.
    pub(crate) skin: Option<u8>,
    /// Whether whoever labelled it was sure; attributes count only then.
    pub(crate) sure: bool,
    /// Who it shows, where that is known.
    pub(crate) person: Option<String>,
    /// The values of [`OWN_LABELS`].
    pub(crate) own: [Option<String>; OWN_LABELS.len()],
}

/// The photos to read: those of labels.csv (or of those, the listed ones), and then those of the index that show one of these people again.
pub(crate) fn subjects(folder: &Path, list: Option<&Path>) -> Result<Vec<Subject>> {
    let mut subjects = labelled(&folder.join("labels.csv"))?;
    if let Some(list) = list {
        let wanted = listed(list, &subjects)?;
        subjects.retain(|s| wanted.contains(&s.file));
    }
    if subjects.is_empty() {
        bail!("{} names no photo; add a line for each", folder.join("labels.csv").display());
    }
    let index = folder.join("index.csv");
    if index.exists() {
        add_index(&index, &mut subjects)?;
    }
    Ok(subjects)
}

fn labelled(path: &Path) -> Result<Vec<Subject>> {
    let table = Table::read(path)?;
    if !QUESTIONS.iter().map(|q| q.name).chain(["skin"]).any(|c| table.has(c)) {
        let columns: Vec<&str> = QUESTIONS.iter().map(|q| q.name).collect();
        bail!("{}, line 1: no column says what a photo shows; name one or more of {}, skin", path.display(), columns.join(", "));
    }
    let mut seen = BTreeSet::new();
    let mut subjects = Vec::new();
    for row in &table.rows {
        let file = name(&table, row)?;
        if !seen.insert(file.clone()) {
            bail!(table.wrong(row, "file", "a photo that no earlier line names; remove one of the two"));
        }
        let mut answers = Answers::default();
        for (answer, question) in answers.iter_mut().zip(&QUESTIONS) {
            *answer = question.labelled(table.cell(row, question.name)).map_err(|expected| table.wrong(row, question.name, &expected))?;
        }
        let skin = match table.cell(row, "skin") {
            "" | "unknown" => None,
            cell => {
                Some(cell.parse().ok().filter(|t| (1..=10).contains(t)).ok_or_else(|| table.wrong(row, "skin", "a Monk tone, 1 to 10, or unknown"))?)
            }
        };
        let sure = match table.cell(row, "sure") {
            "" if !table.has("sure") => true,
            "y" => true,
            "n" => false,
            _ => bail!(table.wrong(row, "sure", "y or n")),
        };
        let person = person_of(table.cell(row, "person"), &file);
        let own = OWN_LABELS.map(|column| own_label(column, table.cell(row, column)));
        subjects.push(Subject { file, labelled: true, answers, skin, sure, person, own });
    }
    Ok(subjects)
}

/// What the index says of the labelled photos, and more photos of the same people.
fn add_index(path: &Path, subjects: &mut Vec<Subject>) -> Result<()> {
    let table = Table::read(path)?;
    let mut places: BTreeMap<String, usize> = subjects.iter().enumerate().map(|(i, s)| (s.file.clone(), i)).collect();
    let mut others = Vec::new();
    for row in &table.rows {
        let file = name(&table, row)?;
        let person = person_of(table.cell(row, "person"), &file);
        let own = OWN_LABELS.map(|column| own_label(column, table.cell(row, column)));
        match places.remove(&file) {
            Some(i) => {
                let subject = &mut subjects[i];
                subject.person = subject.person.take().or(person);
                for (known, own) in subject.own.iter_mut().zip(own) {
                    *known = known.take().or(own);
                }
            }
            None => others.push(Subject { file, labelled: false, answers: Answers::default(), skin: None, sure: false, person, own }),
        }
    }
    let mut read: BTreeSet<String> = subjects.iter().map(|s| s.file.clone()).collect();
    let people: BTreeSet<String> = subjects.iter().filter_map(|s| s.person.clone()).collect();
    let again = |s: &Subject| s.person.as_ref().is_some_and(|p| people.contains(p));
    subjects.extend(others.into_iter().filter(|s| again(s) && read.insert(s.file.clone())));
    Ok(())
}

fn person_of(cell: &str, file: &str) -> Option<String> {
    if cell.is_empty() { person::of_name(file) } else { Some(cell.to_owned()) }
}

fn own_label(column: &str, cell: &str) -> Option<String> {
    let value = match (column, cell.parse::<u8>()) {
        ("age", Ok(years)) => format!("{0}0-{0}9", years / 10),
        // What spreadsheets make of 10-19, and publish.
        ("age", _) if cell == "Oct-19" => "10-19".into(),
        _ => cell.replace('_', " "),
    };
    (!value.is_empty()).then_some(value)
}

/// The photo a row is about, which must lie inside the folder.
fn name(table: &Table, row: &super::table::Row) -> Result<String> {
    let cell = table.cell(row, "file");
    let inside = !cell.is_empty() && Path::new(cell).components().all(|c| matches!(c, Component::Normal(_)));
    if !inside {
        bail!(table.wrong(row, "file", "the name of a photo in this folder, such as me.jpg or people/me.jpg"));
    }
    Ok(cell.to_owned())
}

/// The names in a list: one a line; empty lines and those that begin with # say nothing.
fn listed(path: &Path, subjects: &[Subject]) -> Result<BTreeSet<String>> {
    let known: BTreeSet<&str> = subjects.iter().map(|s| s.file.as_str()).collect();
    let mut wanted = BTreeSet::new();
    for (i, line) in super::table::text(path)?.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if !known.contains(line) {
            let name = line.escape_debug();
            return Err(anyhow!("{}, line {}: {name} has no line in labels.csv; remove it, or label the photo", path.display(), i + 1));
        }
        wanted.insert(line.to_owned());
    }
    if wanted.is_empty() {
        bail!("{} lists no photo; name one a line, as in labels.csv", path.display());
    }
    Ok(wanted)
}
