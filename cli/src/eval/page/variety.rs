//! How evenly the parts of the style are used.

use super::percent;
use crate::eval::variety::Variety;
use crate::page::figure;
use crate::summary::title;
use maud::{Markup, html};
use selfmoji::kind::Kind;
use std::collections::BTreeMap;

const NAMED: usize = 3;

pub(super) fn body(variety: &BTreeMap<Kind, Variety>) -> Markup {
    html! {
        p { "How many emoji have each part, the most frequent first. Evenness is 1 where all parts are used alike and 0 where all emoji have the same one." }
        div.cards.small { @for (kind, v) in variety { (card(*kind, v)) } }
    }
}

fn card(kind: Kind, v: &Variety) -> Markup {
    let most = v.uses.first().map_or(0, |u| u.1).max(1) as f64;
    let unused: Vec<&str> = v.uses.iter().filter(|u| u.1 == 0).map(|u| u.0.as_str()).collect();
    let named = v.uses.iter().take(NAMED).filter(|u| u.1 > 0);
    html! {
        div.card {
            h3 { (title(kind)) }
            p.facts { b { (v.used) } " of " (v.parts) " used · evenness " b { (figure(v.evenness)) } " · " (v.emoji) " emoji" }
            div.uses { @for (id, n) in &v.uses { i style=(format!("height:{:.1}%", *n as f64 / most * 100.0)) title=(format!("{id}: {n}")) {} } }
            @if v.emoji > 0 {
                p.note { @for (i, (id, n)) in named.enumerate() { @if i > 0 { ", " } (id) " " (percent(*n as f64 / v.emoji as f64)) } }
            }
            @if !unused.is_empty() { details { summary { (unused.len()) " never used" } (unused.join(", ")) } }
        }
    }
}
