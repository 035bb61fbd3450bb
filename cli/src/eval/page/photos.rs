//! Photos that failed, and those with most attributes wrong, beside their emoji.

use super::title;
use crate::eval::figures::Seen;
use crate::eval::look::{Look, SIDE};
use crate::eval::report::{Report, Wrong, wrong};
use crate::failure::Failure;
use crate::page::data;
use maud::{Markup, html};
use selfmoji::picture;
use selfmoji::studio::Style;

pub(super) fn failures(report: &Report, seen: &[Seen], pictures: usize) -> Markup {
    let picture = |file: &str| seen.iter().find(|s| s.subject.file == file).and_then(|s| s.faceless.as_deref());
    html! {
        p { (report.photos.faceless) " photos without a face to work with, " (report.photos.broken) " missing or broken." }
        div.people {
            @for (i, f) in report.failures.iter().enumerate() {
                figure.alone {
                    @if let Some(jpeg) = picture(&f.file).filter(|_| i < pictures) { img src=(data("image/jpeg", jpeg)) alt="The photo" loading="lazy"; }
                    figcaption { b { (f.file) } em { (f.kind) } ": " (f.message) }
                }
            }
        }
    }
}

pub(super) fn worst(seen: &[Seen], style: &Style, pictures: usize) -> Result<Markup, Failure> {
    let mut worst: Vec<(&Seen, &Look, Vec<Wrong>)> = seen.iter().filter_map(|s| Some((s, s.look.as_ref().ok()?, wrong(s)))).collect();
    worst.retain(|(_, look, wrong)| !wrong.is_empty() && look.picture.is_some());
    // Stable, so among equals the order is that of the labels.
    worst.sort_by_key(|(_, _, wrong)| std::cmp::Reverse(wrong.len()));
    let all = worst.len();
    worst.truncate(pictures);
    let cards: Vec<Markup> = worst.iter().map(|(s, look, wrong)| card(s, look, wrong, style)).collect::<Result<_, _>>()?;
    Ok(html! {
        p { (all) " photos have something read otherwise than labelled; those with most of it come first. Left the photo, right its emoji." }
        div.people { @for card in &cards { (card) } }
    })
}

fn card(seen: &Seen, look: &Look, wrong: &[Wrong], style: &Style) -> Result<Markup, Failure> {
    let emoji = picture::png(&style.svg(&look.recipe, SIDE)?, SIDE)?;
    Ok(html! {
        figure {
            div.pair {
                @if let Some(jpeg) = &look.picture { img src=(data("image/jpeg", jpeg)) alt="The face" loading="lazy"; }
                img src=(data("image/png", &emoji)) alt="Its emoji" loading="lazy";
            }
            figcaption {
                b { (seen.subject.file) }
                ul { @for w in wrong { li { (title(w.what)) ": " (w.label) " → " em { (w.seen) } } } }
            }
        }
    })
}
