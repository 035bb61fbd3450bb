//! The preview as a page: one file with the drawings in it, that loads nothing and works on a phone.

use super::gallery::{Exhibit, Look, Section};
use crate::failure::Failure;
use selfmoji::compose;
use selfmoji::pack::Pack;
use std::fmt::Write;

const STYLE: &str = include_str!("page.css");
/// Only the search needs a script; sizes and backgrounds are style.
const SCRIPT: &str = include_str!("page.js");

/// The size the drawings say they have; the page's style sets the one they are shown at.
const SIDE: u32 = 128;

pub(super) fn html(pack: &Pack, sections: &[Section], done: &dyn Fn()) -> Result<String, Failure> {
    let manifest = pack.manifest();
    let title = escape(if manifest.title.is_empty() { &manifest.name } else { &manifest.title });
    let parts: usize = manifest.kinds.values().map(Vec::len).sum();
    let facts = escape(&format!(
        "{} {} · {parts} parts · {} expressions · {} · {}",
        manifest.name,
        manifest.version,
        manifest.expressions.list.len(),
        manifest.author,
        manifest.licence
    ));
    let links: String = sections.iter().map(|s| format!("<a href=\"#{}\">{}</a>", escape(&s.id), escape(&s.title))).collect();
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n<p>{facts}</p>\n</header>\n<div class=\"tools\">\n\
         <input type=\"search\" id=\"find\" placeholder=\"Find by id\" aria-label=\"Find by id\" autocomplete=\"off\">\n{}{}\n<nav>{links}</nav>\n</div>\n<main>\n",
        choice("size", "Size", &["64", "128", "256"], "128"),
        choice("ground", "Background", &["light", "dark"], "light"),
    );
    for section in sections {
        write_section(&mut page, pack, section, done)?;
    }
    page += &format!("<p class=\"none\" hidden>Nothing here has such an id.</p>\n</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n");
    Ok(page)
}

fn choice(name: &str, title: &str, values: &[&str], chosen: &str) -> String {
    let one = |value: &&str| {
        let checked = if *value == chosen { " checked" } else { "" };
        format!("<label><input type=\"radio\" name=\"{name}\" id=\"{name}-{value}\"{checked}><span>{value}</span></label>")
    };
    format!("<fieldset aria-label=\"{title}\">{}</fieldset>\n", values.iter().map(one).collect::<String>())
}

fn write_section(page: &mut String, pack: &Pack, section: &Section, done: &dyn Fn()) -> Result<(), Failure> {
    let _ = write!(page, "<section id=\"{}\">\n<h2>{} <small>{}</small></h2>\n", escape(&section.id), escape(&section.title), section.exhibits.len());
    if !section.note.is_empty() {
        let _ = writeln!(page, "<p>{}</p>", escape(&section.note));
    }
    page.push_str("<div class=\"grid\">\n");
    for Exhibit { id, title, look } in &section.exhibits {
        let id = escape(id);
        let _ = write!(page, "<figure data-id=\"{id}\">");
        match look {
            Look::Person(recipe) => page.push_str(compose::svg(pack, recipe, SIDE)?.trim_end()),
            Look::Colours(colours) => {
                let _ = write!(
                    page,
                    "<div class=\"swatch\">{}</div>",
                    colours.iter().map(|c| format!("<i style=\"background:{}\"></i>", escape(c))).collect::<String>()
                );
            }
        }
        let _ = write!(page, "<figcaption><b>{id}</b>");
        if !title.is_empty() {
            let _ = write!(page, "<span>{}</span>", escape(title));
        }
        page.push_str("</figcaption></figure>\n");
        done();
    }
    page.push_str("</div>\n</section>\n");
    Ok(())
}

/// Text for HTML, also within quotes.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
