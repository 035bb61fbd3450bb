//! Skin tone by thirds of the scale.

use super::table;
use crate::eval::report::Report;
use crate::eval::skin::Skin;
use crate::page::figure;
use crate::page::plot::{SMALL, Series, columns};
use maud::{Markup, html};

pub(super) fn body(report: &Report) -> Markup {
    html! {
        p { "Steps on the Monk scale between the tone that was read and the one labelled by eye: above 0 the emoji is too dark, below 0 too light." }
        div.cards.small { @for part in &report.skin.thirds { (card(part)) } }
        div.card.full { h3 { "Tone by tone" } (table::confusion(&report.skin.confusion, str::to_owned)) }
    }
}

fn card(part: &Skin) -> Markup {
    let steps: Vec<i16> = (-4..=4).collect();
    // What lies further out is counted at the edge.
    let at = |step: i16| part.errors.iter().filter(|(e, _)| (*e).clamp(-4, 4) == step).map(|(_, n)| *n as f64).sum();
    let label = |s: &i16| if *s == 0 { "0".into() } else { format!("{s:+}") };
    let labels: Vec<String> = steps.iter().map(label).collect();
    let series = Series { title: "photos".into(), values: steps.iter().map(|s| at(*s)).collect() };
    html! {
        div.card {
            h3 { (part.title) }
            p.facts { "within one step " b { (figure(part.within_one)) } " · mean " b { (part.signed.map_or_else(|| "–".into(), |v| format!("{v:+.2}"))) }
                " · absolute " b { (part.absolute.map_or_else(|| "–".into(), |v| format!("{v:.2}"))) } " · " (part.n) " photos" }
            (columns(SMALL, &format!("Errors in steps, {}", part.title), &labels, &[series], &|v| format!("{v:.0}")))
        }
    }
}
