//! The report as a page: one file with plots and pictures in it, that runs no script, loads nothing, and works on a phone.

mod attributes;
mod extractors;
mod groups;
mod headlines;
mod people;
mod photos;
mod skin;
mod stability;
mod table;
mod variety;

use super::figures::Seen;
use super::report::Report;
use crate::failure::Failure;
use crate::page::{self, Section};
use maud::html;
use selfmoji::studio::Style;

/// The page, with at most `pictures` photos of people.
pub(super) fn html(report: &Report, seen: &[Seen], style: &Style, pictures: usize) -> Result<String, Failure> {
    let facts = html! { (facts(report)) };
    Ok(page::html("Do the emoji look like the people?", &facts, &sections(report, seen, style, pictures)?))
}

fn sections(report: &Report, seen: &[Seen], style: &Style, pictures: usize) -> Result<Vec<Section>, Failure> {
    let mut sections = vec![Section { id: "figures", title: "Figures", body: headlines::body(report) }];
    let mut add = |id, title, body| sections.push(Section { id, title, body });
    add("attributes", "Attributes", attributes::body(report));
    add("skin", "Skin tone", skin::body(report));
    if let Some(map) = &report.class_map {
        add("class-map", "Class map", attributes::class_map(map));
    }
    if let Some(stability) = &report.stability {
        add("stability", "Stability", stability::body(stability));
    }
    if let Some(table) = &report.extractors {
        add("extractors", "Extractors", extractors::body(table));
    }
    add("consistency", "Same person, other photo", people::body(&report.consistency));
    add("variety", "Variety", variety::body(&report.variety));
    if !report.groups.is_empty() {
        add("groups", "Groups", groups::body(&report.groups));
    }
    if !report.failures.is_empty() {
        add("failures", "Failures", photos::failures(report, seen, pictures));
    }
    if pictures > 0 {
        add("worst", "Worst photos", photos::worst(seen, style, pictures)?);
    }
    Ok(sections)
}

fn facts(report: &Report) -> String {
    let p = &report.photos;
    let list = report.list.as_ref().map_or_else(String::new, |list| format!(" listed in {list}"));
    let t = &report.timing;
    let ms = |v: Option<f64>| v.map_or_else(|| "–".into(), |v| format!("{v:.1}"));
    format!(
        "{} labelled photos of {}{list}, {} with a face. Style {}, extractor {}, Selfmoji {}. Medians of this machine: {} ms to decode a photo, {} ms to read it, {} ms to choose parts.",
        p.labelled,
        report.folder,
        p.found,
        report.style,
        report.extractor,
        report.program,
        ms(t.decode),
        ms(t.read),
        ms(t.avatar)
    )
}

/// A name of the JSON as a title: `Facial hair`.
fn title(name: &str) -> String {
    let name = name.replace(['-', '_'], " ");
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}
