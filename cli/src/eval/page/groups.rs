//! Differences of groups from the whole.

use super::title;
use crate::eval::goals::GROUP_POINTS;
use crate::eval::groups::{Division, ENOUGH, ENOUGH_RARE, Group, GroupFigure};
use crate::eval::question::QUESTIONS;
use crate::page::figure;
use maud::{Markup, html};

/// Points from the middle of a lane to its ends. The band of page.css is `GROUP_POINTS` of it.
const SPAN: f64 = 18.0;

pub(super) fn body(divisions: &[Division]) -> Markup {
    html! {
        p { "Points (hundredths) above or below the figure of all photos that have the label. The band is " (format!("±{GROUP_POINTS:.0}")) " points. Hollow grey dots rest on fewer than "
            (ENOUGH) " photos, or for balanced accuracies on fewer than " (ENOUGH_RARE) " of the rarer case, and say little. A line is what chance allows: the group's 95 % interval." }
        @for division in divisions {
            h3 style="margin-top:26px" { (division.title) @if division.name != "skin" { ", by the data set's own labels" } }
            @if division.name != "skin" { p.note style="margin-top:2px" { "Nothing of this is inferred: the index of the photos says so, for some of them." } }
            div.cards { @for name in names(division) { (panel(division, name)) } }
        }
    }
}

fn names(division: &Division) -> Vec<&'static str> {
    let known = |name: &&str| division.groups.iter().any(|g| g.figures.contains_key(*name));
    // Every face that is found has a skin tone, so that comes with the figures of attributes.
    QUESTIONS.iter().map(|q| q.name).chain(["skin", "found"]).filter(known).collect()
}

fn panel(division: &Division, name: &str) -> Markup {
    let heading = match name {
        "skin" => "Skin within one step".into(),
        "found" => "Faces found".into(),
        name => title(name),
    };
    html! {
        div.card {
            h3 { (heading) }
            div.dots { @for group in &division.groups { @if let Some(f) = group.figures.get(name) { (row(group, f)) } } }
        }
    }
}

fn row(group: &Group, f: &GroupFigure) -> Markup {
    let class = match f.difference {
        None => "few",
        Some(_) if !f.enough => "few",
        Some(d) if d.abs() > GROUP_POINTS => "out",
        _ => "",
    };
    // Dots that lie further out stay at the edge, where they are seen whole.
    let left = |d: f64| format!("left:clamp(8px,{:.1}%,100% - 8px)", 50.0 + d / SPAN * 50.0);
    let whisker = |d: f64, e: f64| format!("left:{:.1}%;width:{:.1}%", 50.0 + (d - e) / SPAN * 50.0, e / SPAN * 100.0);
    html! {
        div class=(class) title=(format!("{}: {} on {} photos", group.name, figure(f.value), f.n)) {
            div { (group.name) }
            div.lane {
                @if let Some((d, e)) = f.difference.zip(f.uncertainty) { b style=(whisker(d, e)) {} }
                @if let Some(d) = f.difference { i style=(left(d)) {} }
            }
            div.n { (f.difference.map_or_else(|| "–".into(), |d| format!("{d:+.1}"))) }
            div.n.count { "n " (f.n) }
        }
    }
}
