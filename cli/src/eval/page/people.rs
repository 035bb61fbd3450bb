//! Whether a person is more like themselves than like others.

use crate::eval::consistency::Consistency;
use crate::page::figure;
use crate::page::plot::{LARGE, Series, columns, key, square};
use maud::{Markup, html};

pub(super) fn body(c: &Consistency) -> Markup {
    let pairs: usize = c.same.iter().sum();
    if pairs == 0 {
        return html! { p { "No person is on two of these photos, so there is nothing to compare. A column `person` in labels.csv or index.csv says who is." } };
    }
    let alike: usize = c.different_alike.iter().sum();
    let shares = |title: &str, counts: &[usize]| {
        let total = counts.iter().sum::<usize>().max(1) as f64;
        Series { title: title.into(), values: counts.iter().map(|n| *n as f64 / total).collect() }
    };
    // Pairs agree in most things, so the empty left part is not drawn.
    let first = [&c.same, &c.different_alike, &c.different].iter().filter_map(|h| h.iter().position(|n| *n > 0)).min().unwrap_or(0);
    let labels: Vec<String> = (first..=c.things).map(|n| n.to_string()).collect();
    let series = [
        shares("one person", &c.same[first..]),
        shares("two people, alike photos", &c.different_alike[first..]),
        shares("any two people", &c.different[first..]),
    ];
    html! {
        p { "Two recipes can agree in " (c.things) " things: parts (or their absence) and colours, clothes apart. " (pairs) " pairs of photos show one person, " (alike)
            " two people on photos that are alike in style, such as a neutral and a smiling one of the same series." }
        div.cards.wide {
            div.card {
                h3 { "In how many things pairs agree" }
                p.facts { "on average: one person " b { (figure(c.mean_same)) } " · two, alike photos " b { (figure(c.mean_different_alike)) } " · any two " b { (figure(c.mean_different)) } }
                (columns(LARGE, "Pairs by how many things they agree in", &labels, &series, &super::percent))
                (key(&["one person", "two people, alike photos", "any two people"]))
            }
            div.card {
                h3 { "Telling one person from two by the emoji alone" }
                p.facts { "area under the curve: alike photos " b { (figure(c.auc)) } " · any " b { (figure(c.auc_all)) } }
                (square("ROC curve", &[roc(&c.same, &c.different_alike), roc(&c.same, &c.different)], ("two people taken for one", "one person known")))
                (key(&["against alike photos", "against any photos"]))
            }
        }
    }
}

/// The curve from the strictest to the laxest threshold.
fn roc(same: &[usize], different: &[usize]) -> Vec<(f64, f64)> {
    let share = |counts: &[usize], from: usize| counts[from..].iter().sum::<usize>() as f64 / counts.iter().sum::<usize>().max(1) as f64;
    std::iter::once((0.0, 0.0)).chain((0..same.len()).rev().map(|from| (share(different, from), share(same, from)))).collect()
}
