//! Attributes and their confusion matrices, and the class map.

use super::table::{bar, confusion};
use super::title;
use crate::eval::goals::IOU;
use crate::eval::question::QUESTIONS;
use crate::eval::report::{ClassMap, Report};
use crate::eval::truth::MEAN_OF;
use crate::page::figure;
use maud::{Markup, html};

pub(super) fn body(report: &Report) -> Markup {
    html! {
        p { "Labels that are unknown or unsure are left out. Rows are shaded by their shares: blue is right, red is wrong." }
        div.cards {
            @for question in &QUESTIONS {
                @if let Some(a) = report.attributes.get(question.name) {
                    div.card {
                        h3 { (question.title) }
                        p.facts { "accuracy " b { (figure(a.accuracy)) } " · balanced " b { (figure(a.balanced)) } " · " (a.n) " photos" }
                        @if let Some(p) = &a.present {
                            p.facts { "any or none: balanced " b { (figure(p.balanced)) } " · seen where worn " b { (figure(p.recall)) } " of " (p.shown)
                                " · seen where not " b { (figure(p.false_alarms)) } }
                        }
                        @if a.n > 0 { (confusion(&a.confusion, str::to_owned)) }
                    }
                }
            }
        }
    }
}

pub(super) fn class_map(map: &ClassMap) -> Markup {
    html! {
        p { "Intersection over union with " (map.masks) " masks drawn by hand, over all their pixels. The mean of the first " (MEAN_OF) " is " (figure(Some(map.mean))) "." }
        div.card {
            div.bars {
                div.whole { "Mean of " (MEAN_OF) }
                (bar(map.mean, Some(IOU), if map.mean >= IOU { "yes" } else { "no" }))
                div.n { (figure(Some(map.mean))) }
                @for (i, (name, iou)) in map.iou.iter().enumerate() {
                    @let pale = if i < MEAN_OF { "" } else { "pale" };
                    div class=(pale) { (title(name)) }
                    div class=(pale) { (bar(*iou, None, "")) }
                    div class=(format!("n {pale}")) { (figure(Some(*iou))) }
                }
            }
        }
    }
}
