//! Shaded tables and bars.

use super::percent;
use crate::eval::attribute::Confusion;
use maud::{Markup, html};

/// A confusion matrix: each row shaded by its shares, what is right in one colour and what is wrong in the other.
pub(super) fn confusion(confusion: &Confusion, title: impl Fn(&str) -> String) -> Markup {
    let used = |s: usize| confusion.truth.contains(&confusion.seen[s]) || confusion.counts.iter().any(|row| row[s] > 0);
    let columns: Vec<usize> = (0..confusion.seen.len()).filter(|s| used(*s)).collect();
    html! {
        div.scroll {
            table.confusion {
                thead {
                    tr { th {} th colspan=(columns.len()) { "read as" } th {} }
                    tr { th { "label" } @for s in &columns { th { (title(&confusion.seen[*s])) } } th { "n" } }
                }
                tbody {
                    @for (truth, row) in confusion.truth.iter().zip(&confusion.counts) {
                        @let n: usize = row.iter().sum();
                        tr {
                            th { (title(truth)) }
                            @for s in &columns { (cell(row[*s], n, *truth == confusion.seen[*s])) }
                            td.sum { (n) }
                        }
                    }
                }
            }
        }
    }
}

fn cell(count: usize, row: usize, right: bool) -> Markup {
    if count == 0 {
        return html! { td.none { "·" } };
    }
    let share = count as f64 / row.max(1) as f64;
    let class = [if right { "right" } else { "" }, if share > 0.55 { "deep" } else { "" }].join(" ");
    html! { td class=(class.trim()) style=(format!("--v:{:.2}", 0.12 + 0.88 * share)) title=(percent(share)) { (count) } }
}

/// A horizontal bar from 0 to 1, with a mark at the goal.
pub(super) fn bar(value: f64, goal: Option<f64>, class: &str) -> Markup {
    html! {
        div class=(format!("bar {class}")) {
            i style=(format!("width:{:.1}%", value.clamp(0.0, 1.0) * 100.0)) {}
            @if let Some(goal) = goal { u style=(format!("left:{:.1}%", goal.clamp(0.0, 1.0) * 100.0)) {} }
        }
    }
}
