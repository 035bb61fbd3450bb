//! What `eval` prints: the headlines as a table.

use super::report::Report;
use std::fmt::Write;

pub(crate) fn text(report: &Report) -> String {
    let p = &report.photos;
    let mut out = format!(
        "{} labelled photos ({} sure), {} with a face, {} without, {} missing or broken; {} more of the same people; style {}\n\n",
        p.labelled, p.sure, p.found, p.faceless, p.broken, p.partners, report.style
    );
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{:<40} {:>8} {:>8}", "", "measured", "goal");
    for h in &report.headlines {
        let points = h.name == "group_points";
        let number = |v: f64| if points { format!("{v:.1}") } else { format!("{v:.3}") };
        let value = h.value.map_or_else(|| "-".into(), number);
        let mark = match h.reached {
            Some(true) => "reached",
            Some(false) => "missed",
            None => "not measured",
        };
        let sign = if points { "<=" } else { ">=" };
        let _ = writeln!(out, "{:<40} {value:>8} {:>8}  {mark}, {} {}", h.title, format!("{sign} {}", number(h.goal)), h.n, h.of);
    }
    let t = &report.timing;
    if let (Some(decode), Some(read), Some(avatar)) = (t.decode, t.read, t.avatar) {
        let _ = writeln!(out, "\nA photo takes {decode:.1} ms to decode, {read:.1} ms to read and {avatar:.1} ms to choose parts for (medians).");
    }
    if let Some(table) = &report.extractors {
        let _ = write!(out, "\n{}", super::compare::markdown(table));
    }
    out
}
