//! The photos that were found, as a page.

use super::find::Found;
use super::sight;
use crate::eval::look;
use crate::page::{self, Section, data};
use maud::{Markup, html};
use selfmoji::emoji::Query;

/// Longer side of a photo on the page, in pixels: twice as wide as it is shown, for fine screens.
const LONGER: u32 = 480;

/// The page; photos are read once more, because none is kept while others are looked at.
pub(super) fn html(asked: &str, query: &Query, found: &[Found], looked: usize) -> String {
    let parts: Vec<&str> = query.parts().collect();
    let facts = html! {
        "The " (found.len()) " of " (looked) " photos that fit best, best first. Understood as " b { (parts.join(" + ")) } ". Scores compare these photos with each other; 0 is no more than chance."
    };
    let body = html! { div.found { @for (place, f) in found.iter().enumerate() { (card(place, f, &parts)) } } };
    page::html(&format!("Photos for {asked}"), &facts, &[Section { id: "photos", title: "Photos", body }])
}

fn card(place: usize, found: &Found, parts: &[&str]) -> Markup {
    let name = found.file.file_name().unwrap_or(found.file.as_os_str()).to_string_lossy();
    let picture = sight::open(&found.file).ok().and_then(|photo| look::small(&photo, LONGER));
    html! {
        figure {
            @if let Some(jpeg) = picture { img src=(data("image/jpeg", &jpeg)) alt=(name) loading="lazy"; }
            figcaption {
                b { (place + 1) ". " (name) span.score { (format!("{:.2}", found.answer.score)) } }
                ul {
                    @for (part, (score, seen)) in parts.iter().zip(&found.answer.parts) {
                        li { (part) " " (format!("{:.2}", score + 0.0)) @if let Some(seen) = seen { ", seen: " (seen.concept) } }
                    }
                }
            }
        }
    }
}
