//! Plots, as SVG that takes its colours from the page.

use maud::{Markup, html};

/// Widths of plots, for cards of these sizes: text comes out alike.
pub(crate) const SMALL: f64 = 260.0;
pub(crate) const MEDIUM: f64 = 330.0;
pub(crate) const LARGE: f64 = 400.0;
const HEIGHT: f64 = 190.0;
const LEFT: f64 = 34.0;
const RIGHT: f64 = 8.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 24.0;
/// Colours by their order.
const FILLS: [&str; 3] = ["a", "b", "c"];
const LINES: [&str; 3] = ["la", "lb", "lc"];

/// Some numbers, and what they are.
#[derive(Debug)]
pub(crate) struct Series {
    pub(crate) title: String,
    pub(crate) values: Vec<f64>,
}

fn x(share: f64, width: f64) -> f64 {
    LEFT + share * (width - LEFT - RIGHT)
}

fn y(share: f64) -> f64 {
    HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)
}

fn view(width: f64) -> String {
    format!("0 0 {width} {HEIGHT}")
}

/// A place in a drawing, to a tenth of a unit.
fn at(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// Two lines across, at nothing and at the top, with what they mean.
fn frame(width: f64, bottom: &str, top: &str) -> Markup {
    html! {
        @for (share, text) in [(0.0, bottom), (1.0, top)] {
            line.axis x1=(x(0.0, width)) x2=(x(1.0, width)) y1=(at(y(share))) y2=(at(y(share))) {}
            text x=(LEFT - 6.0) y=(at(y(share) + 4.0)) text-anchor="end" { (text) }
        }
    }
}

/// Columns side by side for each label, as shares of the largest.
pub(crate) fn columns(width: f64, alt: &str, labels: &[String], series: &[Series], top: &dyn Fn(f64) -> String) -> Markup {
    let most = series.iter().flat_map(|s| &s.values).copied().fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    let step = 1.0 / labels.len().max(1) as f64;
    let column = step * 0.8 / series.len().max(1) as f64;
    let x = |share| x(share, width);
    // No more labels than there is room for.
    let every = labels.len().div_ceil(11).max(1);
    html! {
        svg.plot viewBox=(view(width)) role="img" aria-label=(alt) {
            (frame(width, "0", &top(most)))
            @for (s, one) in series.iter().enumerate() {
                @for (i, value) in one.values.iter().enumerate().filter(|(_, v)| **v > 0.0) {
                    @let left = i as f64 * step + step * 0.1 + s as f64 * column;
                    rect class=(FILLS[s % 3]) x=(at(x(left))) y=(at(y(value / most))) width=(at(x(column) - x(0.0)).max(1.0)) height=(at(y(0.0) - y(value / most)).max(0.5)) rx="1.5" {
                        title { (one.title) ", " (labels.get(i).map_or("", String::as_str)) ": " (top(*value)) }
                    }
                }
            }
            @for (i, label) in labels.iter().enumerate().filter(|(i, _)| i % every == 0) {
                text x=(at(x((i as f64 + 0.5) * step))) y=(HEIGHT - 8.0) text-anchor="middle" { (label) }
            }
        }
    }
}

/// Lines over labels, between two shares.
pub(crate) fn lines(width: f64, alt: &str, labels: &[String], series: &[Series], (low, high): (f64, f64), goal: Option<f64>) -> Markup {
    let across = |i: usize| x((i as f64 + 0.5) / labels.len().max(1) as f64, width);
    let up = |v: f64| y(((v - low) / (high - low)).clamp(0.0, 1.0));
    let points = |s: &Series| s.values.iter().enumerate().map(|(i, v)| format!("{},{}", at(across(i)), at(up(*v)))).collect::<Vec<_>>().join(" ");
    html! {
        svg.plot viewBox=(view(width)) role="img" aria-label=(alt) {
            (frame(width, &format!("{low:.1}"), &format!("{high:.1}")))
            @if let Some(goal) = goal { line.goal x1=(x(0.0, width)) x2=(x(1.0, width)) y1=(at(up(goal))) y2=(at(up(goal))) {} }
            @for (s, one) in series.iter().enumerate() {
                polyline class=(LINES[s % 3]) points=(points(one)) {}
                @for (i, v) in one.values.iter().enumerate() {
                    circle class=(FILLS[s % 3]) cx=(at(across(i))) cy=(at(up(*v))) r="3.5" { title { (one.title) ", " (labels[i]) ": " (format!("{v:.3}")) } }
                }
            }
            @for (i, label) in labels.iter().enumerate() {
                text x=(at(across(i))) y=(HEIGHT - 8.0) text-anchor="middle" { (label) }
            }
        }
    }
}

/// Curves in the unit square, such as an ROC.
pub(crate) fn square(alt: &str, curves: &[Vec<(f64, f64)>], (across, up): (&str, &str)) -> Markup {
    const SIDE: f64 = 250.0;
    let place = |(u, v): (f64, f64)| format!("{},{}", at(LEFT + u * SIDE), at(TOP + (1.0 - v) * SIDE));
    let points = |curve: &[(f64, f64)]| curve.iter().map(|p| place(*p)).collect::<Vec<_>>().join(" ");
    html! {
        svg.plot viewBox=(format!("0 0 {} {}", SIDE + LEFT + 10.0, SIDE + TOP + 36.0)) role="img" aria-label=(alt) style="max-width:360px" {
            rect.axis x=(LEFT) y=(TOP) width=(SIDE) height=(SIDE) fill="none" {}
            line.goal x1=(LEFT) y1=(TOP + SIDE) x2=(LEFT + SIDE) y2=(TOP) {}
            @for (i, curve) in curves.iter().enumerate() { polyline class=(LINES[i % 3]) points=(points(curve)) {} }
            text x=(LEFT - 6.0) y=(TOP + 8.0) text-anchor="end" { "1" }
            text x=(LEFT - 6.0) y=(TOP + SIDE) text-anchor="end" { "0" }
            text x=(LEFT + SIDE / 2.0) y=(TOP + SIDE + 18.0) text-anchor="middle" { (across) }
            text x=(LEFT - 10.0) y=(TOP + SIDE / 2.0) text-anchor="middle" transform=(format!("rotate(-90 {} {})", LEFT - 10.0, TOP + SIDE / 2.0)) { (up) }
        }
    }
}

/// What the colours mean.
pub(crate) fn key(titles: &[&str]) -> Markup {
    html! { div.key { @for (title, class) in titles.iter().zip(FILLS) { span class=(class) { (title) } } } }
}
