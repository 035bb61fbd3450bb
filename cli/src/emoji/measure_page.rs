//! The report of `eval-emoji` as a page. It shows no photos.

use super::measure::{Figures, Label, Report, Ways};
use crate::page::plot::{LARGE, Series, key, lines};
use crate::page::{self, Section, figure};
use maud::{Markup, html};

pub(super) fn html(report: &Report) -> String {
    let facts = html! {
        (report.photos) " photos of " (report.folder) ", " (report.labels) " labels, the captions as texts; Selfmoji " (report.program) ". im-mAP: each photo's labels ranked, the mean over photos. "
        "mAP: the photos ranked for each label, the mean over labels."
    };
    let mut sections = vec![
        Section { id: "figures", title: "Figures", body: figures(report) },
        Section { id: "balance", title: "Balance between photo and text", body: curves(report) },
        Section { id: "labels", title: "Labels", body: labels(&report.per_label) },
        Section { id: "left-out", title: "Concepts left out", body: left_out(report) },
    ];
    if !report.failures.is_empty() {
        let body = html! { p { (report.failures.len()) " photos could not be read and are in none of the figures; report.json names them." } };
        sections.push(Section { id: "failures", title: "Failures", body });
    }
    page::html("Which emoji fits?", &facts, &sections)
}

fn figures(report: &Report) -> Markup {
    let pair = |f: Figures| format!("{:.3} / {:.3}", f.im_map, f.map);
    html! {
        p { "im-mAP / mAP. Photo and text count alike in the last column." }
        div.card { div.scroll { table.plain {
            thead { tr { th {} th { "Text" } th { "Photo" } th { "Both" } } }
            tbody {
                @for (title, ways) in report.rows() {
                    tr { td { (title) } td { (pair(ways.text)) } td { (pair(ways.visual)) } td { (pair(ways.fused)) } }
                }
                tr { td { "chance" } td { (pair(report.chance)) } td {} td {} }
            }
        } } }
    }
}

fn curves(report: &Report) -> Markup {
    let ways = [
        ("First caption", &report.first_caption),
        ("Mean of the captions one at a time", &report.each_caption),
        ("The paper's formulas, first caption", &report.paper_rules),
    ];
    // One scale for all, so that the cards can be compared.
    let all = || ways.iter().flat_map(|(_, ways)| &ways.curve).flat_map(|f| [f.im_map, f.map]);
    let low = (all().fold(1.0, f64::min) * 10.0).floor() / 10.0;
    let high = (all().fold(0.0, f64::max) * 10.0).ceil() / 10.0;
    html! {
        p { "From the text alone (0) to the photo alone (1)." }
        div.cards.wide { @for (title, ways) in ways { (curve(title, ways, (low, high.max(low + 0.1)))) } }
    }
}

fn curve(title: &str, ways: &Ways, range: (f64, f64)) -> Markup {
    let labels: Vec<String> = (0..=10).map(|i| format!("{:.1}", f64::from(i) / 10.0)).collect();
    let series = [
        Series { title: "im-mAP".into(), values: ways.curve.iter().map(|f| f.im_map).collect() },
        Series { title: "mAP".into(), values: ways.curve.iter().map(|f| f.map).collect() },
    ];
    html! {
        div.card {
            h3 { (title) }
            (lines(LARGE, &format!("{title}: precision over the weight of the photo"), &labels, &series, range, None))
            (key(&["im-mAP", "mAP"]))
        }
    }
}

fn labels(labels: &[Label]) -> Markup {
    let mut sorted: Vec<&Label> = labels.iter().filter(|label| label.photos > 0).collect();
    sorted.sort_by(|a, b| a.fused.unwrap_or_default().total_cmp(&b.fused.unwrap_or_default()));
    html! {
        p { "Average precision of each label over the photos, by the first caption; the hardest first." }
        div.card.heat.good { div.scroll { table {
            thead { tr { th { "Label" } th { "Photos" } th { "Text" } th { "Photo" } th { "Both" } } }
            tbody { @for label in sorted {
                tr { th { (label.name) } td.sum { (label.photos) } (cell(label.text)) (cell(label.visual)) (cell(label.fused)) }
            } }
        } } }
    }
}

fn cell(value: Option<f64>) -> Markup {
    let v = value.unwrap_or_default();
    html! { td.deep[v > 0.6] style=(format!("--v:{:.2}", v * 0.85)) { (figure(value)) } }
}

fn left_out(report: &Report) -> Markup {
    html! {
        p { "Concepts of the network that have a label's name would make the labels no surprise, so they are left out, as the paper does: " (report.left_out.join(", ")) "." }
    }
}
