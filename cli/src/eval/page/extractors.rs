//! Extractors side by side.

use crate::eval::compare::{COLUMNS, Table, cells};
use crate::page::figure;
use crate::summary::title;
use maud::{Markup, html};
use selfmoji::kind::Kind;

pub(super) fn body(table: &Table) -> Markup {
    html! {
        p {
            "What each extractor makes of the same frames and class maps: " (table.photos) " photos, and " (table.copies) " copies that were shifted, "
            "scaled, turned or lit a little. docs/extractors.md says what the columns mean."
        }
        div.card {
            div.scroll {
                table.plain {
                    thead { tr { @for column in COLUMNS { th { (column) } } } }
                    tbody {
                        @for row in &table.rows {
                            tr { @for (i, cell) in cells(row).iter().enumerate() { @if i == 0 { th { (cell) } } @else { td { (cell) } } } }
                        }
                    }
                }
            }
            details {
                summary { "By kind: unchanged, overlap, drawings used" }
                div.scroll { (by_kind(table)) }
            }
        }
    }
}

fn by_kind(table: &Table) -> Markup {
    html! {
        table {
            thead { tr { th {} th { "centred" } th { "tags" } @for kind in Kind::SEEN { th { (title(kind)) } } } }
            tbody {
                @for row in &table.rows {
                    tr {
                        th { (row.extractor) }
                        td { (row.centring) }
                        td { (if row.tags { "yes" } else { "no" }) }
                        @for kind in Kind::SEEN {
                            td {
                                @if let Some(k) = row.kinds.get(&kind) { (figure(k.unchanged)) " · " (figure(k.overlap)) " · " (k.used) "/" (k.parts) }
                            }
                        }
                    }
                }
            }
        }
    }
}
