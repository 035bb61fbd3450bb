//! What all HTML reports share: one file that runs no script, loads nothing, and works on a phone.

pub(crate) mod plot;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("page.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// A part of a page: its anchor, its title, and what is in it.
pub(crate) struct Section {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) body: Markup,
}

/// A page: its title and heading, a line of facts, and its sections.
pub(crate) fn html(heading: &str, facts: &Markup, sections: &[Section]) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { "Selfmoji: " (lower(heading)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { (heading) }
                    p { (facts) }
                }
                @if sections.len() > 1 {
                    nav aria-label="Sections" { div { @for s in sections { a href={ "#" (s.id) } { (s.title) } } } }
                }
                main { @for s in sections { section id=(s.id) { h2 { (s.title) } (s.body) } } }
            }
        }
    };
    page.into_string() + "\n"
}

/// A picture inside the page.
pub(crate) fn data(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", BASE64_STANDARD.encode(bytes))
}

/// A share to three places, or a dash where there is none.
pub(crate) fn figure(value: Option<f64>) -> String {
    value.map_or_else(|| "–".into(), |v| format!("{v:.3}"))
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
