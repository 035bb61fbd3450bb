//! CSV tables whose columns are found by name, with messages that say where something is wrong.

use crate::photos;
use anyhow::{Error, Result, anyhow, bail};
use csv::StringRecord;
use std::path::{Path, PathBuf};

/// A hundred thousand photos with a line of 600 bytes each.
const MAX_BYTES: usize = 64 << 20;

/// A table, read whole.
#[derive(Debug)]
pub(crate) struct Table {
    path: PathBuf,
    columns: Vec<String>,
    pub(crate) rows: Vec<Row>,
}

/// A row and its line in the file.
#[derive(Debug)]
pub(crate) struct Row {
    line: u64,
    cells: StringRecord,
}

impl Table {
    /// Reads a table that has at least a column `file`.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let text = text(path)?;
        let name = path.display();
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
        let columns: Vec<String> = reader.headers().map_err(|e| anyhow!("{name}: {e}"))?.iter().map(str::to_owned).collect();
        if !columns.iter().any(|c| c == "file") {
            bail!("{name}, line 1: there is no column `file`; the first line names the columns, separated by commas");
        }
        if let Some((_, twice)) = columns.iter().enumerate().find(|(i, c)| !c.is_empty() && columns[..*i].contains(c)) {
            bail!("{name}, line 1: the column `{}` is there twice; remove one", twice.escape_debug());
        }
        let mut rows = Vec::new();
        for cells in reader.records() {
            let cells = cells.map_err(|e| match (e.position().map(csv::Position::line), e.kind()) {
                (Some(line), csv::ErrorKind::UnequalLengths { len, .. }) => {
                    anyhow!("{name}, line {line}: {len} cells, and the first line has {}; is a comma missing?", columns.len())
                }
                _ => anyhow!("{name}: {e}"),
            })?;
            rows.push(Row { line: cells.position().map_or(0, csv::Position::line), cells });
        }
        Ok(Self { path: path.to_owned(), columns, rows })
    }

    pub(crate) fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|c| c == column)
    }

    /// A row's cell; empty where there is no such column.
    pub(crate) fn cell<'a>(&self, row: &'a Row, column: &str) -> &'a str {
        self.columns.iter().position(|c| c == column).and_then(|i| row.cells.get(i)).unwrap_or_default()
    }

    /// The error for a cell that holds something else than what was expected.
    pub(crate) fn wrong(&self, row: &Row, column: &str, expected: &str) -> Error {
        let cell: String = self.cell(row, column).chars().take(60).collect();
        anyhow!("{}, line {}, column {column}: `{}` is not {expected}", self.path.display(), row.line, cell.escape_debug())
    }
}

/// A text file of moderate size, without the mark that some editors put first.
pub(crate) fn text(path: &Path) -> Result<String> {
    let name = path.display();
    let bytes = photos::read(path, MAX_BYTES).map_err(|failure| anyhow!("{name}: {}", failure.message))?;
    let text = String::from_utf8(bytes).map_err(|_| anyhow!("{name}: this is not text in UTF-8; save it as such"))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
