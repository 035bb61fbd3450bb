//! Stability by kind of part and by change.

use crate::eval::change::{CHANGES, Change};
use crate::eval::stability::{ChangeStability, Stability};
use crate::page::figure;
use crate::page::plot::{MEDIUM, Series, key, lines};
use crate::summary::title;
use maud::{Markup, html};
use selfmoji::kind::Kind;

/// Below this share a cell is shaded as dark as can be.
const WORST: f64 = 0.5;

pub(super) fn body(stability: &Stability) -> Markup {
    let changes = &stability.changes;
    let lost: usize = changes.iter().map(|c| c.lost).sum();
    html! {
        p { "The share of " (stability.photos) " photos whose part stayed when the photo was changed a little; the redder, the less steady. All parts: "
            (figure(stability.parts)) "; all colours: " (figure(stability.colours)) "."
            @if lost > 0 { " In " (lost) " copies no face was found; all their parts count as changed." } }
        div.card.heat {
            div.scroll {
                table {
                    thead { tr { th {} th { "all" } @for c in changes { th { (c.title) } } th { "margin" } } }
                    tbody {
                        tr.all { th { "All parts" } (cell(stability.parts)) @for c in changes { (cell(c.parts)) } td.sum {} }
                        @for kind in Kind::SEEN {
                            @let of = |c: &ChangeStability| c.kinds.get(&kind).and_then(|k| k.unchanged);
                            tr {
                                th { (title(kind)) }
                                (cell(stability.kinds.get(&kind).and_then(|k| k.unchanged)))
                                @for c in changes { (cell(of(c))) }
                                td.sum { (stability.kinds.get(&kind).and_then(|k| k.margin).map_or_else(|| "–".into(), |m| format!("{m:.2}"))) }
                            }
                        }
                        tr.all { th { "All colours" } (cell(stability.colours)) @for c in changes { (cell(c.colours)) } td.sum {} }
                    }
                }
            }
            p.note { "Margin: how far the best part's score lies above the next one's, on average." }
        }
        div.cards { @for (title, marks) in FAMILIES { (family(title, marks, changes)) } }
        (key(&["parts unchanged", "colours unchanged"]))
    }
}

/// Changes of one sort, from one end to the other; `None` is the photo as it is.
type Marks = &'static [(&'static str, Option<Change>)];
const FAMILIES: [(&str, Marks); 6] = [
    ("Shift", &[("0", None), ("1 %", Some(Change::Shift(0.01))), ("2 %", Some(Change::Shift(0.02)))]),
    ("Scale", &[("0.95", Some(Change::Scale(0.95))), ("1", None), ("1.05", Some(Change::Scale(1.05)))]),
    (
        "Turn",
        &[
            ("-6°", Some(Change::Turn(-6.0))),
            ("-3°", Some(Change::Turn(-3.0))),
            ("0°", None),
            ("3°", Some(Change::Turn(3.0))),
            ("6°", Some(Change::Turn(6.0))),
        ],
    ),
    ("Brightness", &[("0.8", Some(Change::Brightness(0.8))), ("1", None), ("1.2", Some(Change::Brightness(1.2)))]),
    ("Blur", &[("none", None), ("0.5 %", Some(Change::Blur(0.005))), ("1 %", Some(Change::Blur(0.01)))]),
    ("JPEG quality", &[("as it is", None), ("60", Some(Change::Jpeg(60))), ("30", Some(Change::Jpeg(30)))]),
];

fn family(name: &str, marks: Marks, changes: &[ChangeStability]) -> Markup {
    let find = |change: &Change| CHANGES.iter().position(|(_, _, c)| c == change).and_then(|i| changes.get(i));
    let values = |of: fn(&ChangeStability) -> Option<f64>| -> Vec<f64> {
        marks.iter().map(|(_, change)| change.as_ref().map_or(1.0, |c| find(c).and_then(of).unwrap_or(0.0))).collect()
    };
    let series = [Series { title: "parts".into(), values: values(|c| c.parts) }, Series { title: "colours".into(), values: values(|c| c.colours) }];
    let labels: Vec<String> = marks.iter().map(|(label, _)| (*label).to_owned()).collect();
    html! { div.card { h3 { (name) } (lines(MEDIUM, &format!("Parts and colours unchanged by {name}"), &labels, &series, (0.5, 1.0), Some(0.95))) } }
}

fn cell(value: Option<f64>) -> Markup {
    let Some(value) = value else { return html! { td.none { "–" } } };
    let depth = ((1.0 - value) / (1.0 - WORST)).clamp(0.0, 1.0);
    html! { td class=(if depth > 0.7 { "deep" } else { "" }) style=(format!("--v:{depth:.2}")) { (format!("{value:.2}")) } }
}
