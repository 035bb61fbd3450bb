//! The figures that are looked at first, beside their goals.

use super::table::bar;
use crate::eval::goals::Headline;
use crate::eval::report::Report;
use maud::{Markup, html};

pub(super) fn body(report: &Report) -> Markup {
    let reached = report.headlines.iter().filter(|h| h.reached == Some(true)).count();
    html! {
        p { (reached) " of " (report.headlines.len()) " goals reached. The upright mark is the goal." }
        div.card { div.headlines { @for line in &report.headlines { (row(line)) } } }
    }
}

fn row(line: &Headline) -> Markup {
    let points = line.name == "group_points";
    // Points are drawn on a scale of fifty.
    let share = |v: f64| if points { v / 50.0 } else { v };
    let number = |v: f64| if points { format!("{v:.1}") } else { format!("{v:.3}") };
    let (class, verdict) = match line.reached {
        Some(true) => ("yes", "reached"),
        Some(false) => ("no", "missed"),
        None => ("unknown", "not measured"),
    };
    let goal = if points { format!("at most {:.0}", line.goal) } else { format!("goal {:.2}", line.goal) };
    html! {
        div {
            div.name { (line.title) small { (goal) " · " (line.n) " " (line.of) } }
            div.value { (line.value.map_or_else(|| "–".into(), number)) }
            div.track { (bar(share(line.value.unwrap_or(0.0)), Some(share(line.goal)), class)) }
            div class=(format!("verdict {class}")) { (verdict) }
        }
    }
}
