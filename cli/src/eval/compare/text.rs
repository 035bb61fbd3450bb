//! The table as text: Markdown, so that it can be pasted into a document as it is.

use super::{KindRow, Row, Table};
use std::fmt::Write;

/// Titles of the columns, for the page too.
pub(crate) const COLUMNS: [&str; 12] = [
    "extractor",
    "centred",
    "tags",
    "unchanged",
    "in other light",
    "spread",
    "overlap",
    "words",
    "drawings used",
    "same person, AUC",
    "margin",
    "ms a photo",
];

/// A row's cells, in the order of [`COLUMNS`].
pub(crate) fn cells(row: &Row) -> [String; COLUMNS.len()] {
    let KindRow { unchanged, lit, spread, overlap, words, used, parts, margin } = &row.all;
    let tags = if row.tags { "yes" } else { "no" };
    let used = format!("{used} of {parts}");
    let figures = [unchanged, lit, spread, overlap, words].map(|v| figure(*v));
    let [unchanged, lit, spread, overlap, words] = figures;
    let ms = format!("{:.1}", row.ms);
    [row.extractor.into(), row.centring.into(), tags.into(), unchanged, lit, spread, overlap, words, used, figure(row.auc), figure(*margin), ms]
}

pub(crate) fn markdown(table: &Table) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(out, "Extractors over {} photos and {} changed copies:\n", table.photos, table.copies);
    out += &line(&COLUMNS.map(String::from));
    out += &line(&COLUMNS.map(|_| "---".to_owned()));
    table.rows.iter().for_each(|row| out += &line(&cells(row)));
    out
}

fn figure(value: Option<f64>) -> String {
    value.map_or_else(|| "–".into(), |v| format!("{v:.2}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_table_is_markdown() {
        let all = KindRow { unchanged: Some(0.876), used: 3, parts: 9, ..KindRow::default() };
        let row = Row { extractor: "both", centring: "no", tags: true, auc: None, ms: 1.25, all, kinds: BTreeMap::new() };
        let text = markdown(&Table { photos: 2, copies: 1, rows: vec![row] });
        assert!(text.contains("\n| both | no | yes | 0.88 | – | – | – | – | 3 of 9 | – | – | 1.2 |\n"), "{text}");
        assert!(text.lines().skip(2).all(|l| l.matches('|').count() == COLUMNS.len() + 1), "{text}");
    }
}
