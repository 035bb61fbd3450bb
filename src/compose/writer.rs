//! Writes an avatar's SVG: layer by layer, back to front, every member of the cast in its place.

use super::blend;
use super::cast::{Cast, Member, Side};
use super::paint::{Paint, class_colour};
use crate::kind::Kind;
use crate::pack::{Element, Pack, reference, slot};
use std::fmt::Write as _;

pub(super) struct Writer<'a> {
    pack: &'a Pack,
    cast: &'a Cast<'a>,
    paint: &'a Paint<'a>,
    prefix: &'a str,
    /// Left, top and side of the square that is shown.
    window: [f32; 3],
    out: String,
}

impl<'a> Writer<'a> {
    pub(super) fn new(pack: &'a Pack, cast: &'a Cast<'a>, paint: &'a Paint<'a>, prefix: &'a str) -> Self {
        Self { pack, cast, paint, prefix, window: [0.0, 0.0, pack.manifest().canvas], out: String::with_capacity(16 << 10) }
    }

    /// Shows a square of the canvas: left, top and side. All of it where none is given.
    pub(super) fn showing(mut self, window: Option<[f32; 3]>) -> Self {
        self.window = window.unwrap_or(self.window);
        self
    }

    pub(super) fn write(mut self, size: u32, label: Option<&str>) -> String {
        let [x, y, side] = self.window;
        let _ = write!(self.out, r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {side} {side}" width="{size}" height="{size}""#);
        if matches!(self.paint, Paint::Classes) {
            self.out.push_str(r#" shape-rendering="crispEdges""#);
        }
        match label {
            Some(label) => {
                let label = escape(label);
                let _ = write!(self.out, r#" role="img" aria-label="{label}"><title>{label}</title>"#);
            }
            None => self.out.push('>'),
        }
        self.definitions();
        for layer in 0..self.pack.manifest().layers.len() {
            for member in &self.cast.members {
                self.layer(layer, member);
            }
        }
        self.out.push_str("</svg>\n");
        self.out
    }

    fn definitions(&mut self) {
        self.out.push_str("<defs>");
        self.face();
        for member in &self.cast.members {
            for element in &member.drawing.definitions {
                self.element(member, element, true, None);
            }
        }
        self.out.push_str("</defs>");
    }

    /// The picture in pieces, back to front: each an SVG of its own that holds one group of one member, with what it refers to.
    pub(super) fn pieces(mut self) -> Vec<String> {
        let canvas = self.pack.manifest().canvas;
        let mut pieces = Vec::with_capacity(32);
        for layer in 0..self.pack.manifest().layers.len() {
            for member in &self.cast.members {
                for (_, group) in member.drawing.layers.iter().filter(|(l, _)| *l == layer) {
                    self.group(member, group);
                    let drawn = std::mem::take(&mut self.out);
                    let _ = write!(
                        self.out,
                        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {canvas} {canvas}" width="{canvas}" height="{canvas}"><defs>"#
                    );
                    if drawn.contains(&format!("url(#{}face)", self.prefix)) {
                        self.face();
                    }
                    for other in &self.cast.members {
                        for element in &other.drawing.definitions {
                            let reference = format!("url(#{}{}-{})", self.prefix, other.key, element.attribute("id").unwrap_or_default());
                            if drawn.contains(&reference) {
                                self.element(other, element, true, None);
                            }
                        }
                    }
                    self.out.push_str("</defs>");
                    self.out.push_str(&drawn);
                    self.out.push_str("</svg>");
                    pieces.push(std::mem::take(&mut self.out));
                }
            }
        }
        pieces
    }

    fn face(&mut self) {
        let _ = write!(self.out, r#"<clipPath id="{}face"><path d="{}"/></clipPath>"#, self.prefix, self.cast.outline);
    }

    fn layer(&mut self, layer: usize, member: &Member<'_>) {
        for (_, group) in member.drawing.layers.iter().filter(|(l, _)| *l == layer) {
            self.group(member, group);
        }
    }

    fn group(&mut self, member: &Member<'_>, group: &Element) {
        let hat = self.cast.members.iter().find(|m| m.kind == Kind::Headwear && m.drawing.clips_hair);
        let hat = hat.filter(|_| member.kind == Kind::Hair);
        let clip = hat.map(|hat| format!(r#"clip-path="url(#{}{}-hair-clip)""#, self.prefix, hat.key));
        let [outer, inner] = [&member.outer, &member.transform].map(|t| t.as_ref().map(|t| format!(r#"transform="{t}""#)));
        let mut open = 0;
        for attribute in [outer, clip, inner].into_iter().flatten() {
            let _ = write!(self.out, "<g {attribute}>");
            open += 1;
        }
        self.element(member, group, false, member.side);
        (0..open).for_each(|_| self.out.push_str("</g>"));
    }

    /// `side` is the half to show, while that is still to be decided: within a mirrored group it is.
    fn element(&mut self, member: &Member<'_>, element: &Element, definition: bool, side: Option<Side>) {
        // Shapes that mean nothing are not part of a class map; definitions always are, for they cut shapes out.
        if matches!(self.paint, Paint::Classes) && !definition && element.tag.is_shape() && class_colour(element.class).is_none() {
            return;
        }
        let canvas = self.pack.manifest().canvas;
        if element.attribute("data-mirror").is_some() {
            if side != Some(Side::Left) {
                self.once(member, element, definition, None);
            }
            if side != Some(Side::Right) {
                let _ = write!(self.out, r#"<g transform="translate({canvas} 0) scale(-1 1)">"#);
                self.once(member, element, definition, None);
                self.out.push_str("</g>");
            }
        } else if side.is_none() || !element.tag.is_shape() || side == side_of(element, canvas / 2.0) {
            self.once(member, element, definition, side);
        }
    }

    fn once(&mut self, member: &Member<'_>, element: &Element, definition: bool, side: Option<Side>) {
        let name = element.tag.name();
        let _ = write!(self.out, "<{name}");
        for (name, value) in &element.attributes {
            self.attribute(member, element, name, value, definition);
        }
        if matches!(self.paint, Paint::Classes) && element.tag.is_shape() && !definition && element.attribute("fill").is_none() {
            // An unpainted shape would be black, which is no class.
            if let Some(colour) = class_colour(element.class) {
                let _ = write!(self.out, r#" fill="{colour}""#);
            }
        }
        if element.children.is_empty() {
            self.out.push_str("/>");
            return;
        }
        self.out.push('>');
        for child in &element.children {
            self.element(member, child, definition, side);
        }
        let _ = write!(self.out, "</{name}>");
    }

    fn attribute(&mut self, member: &Member<'_>, element: &Element, name: &str, value: &str, definition: bool) {
        match name {
            "data-layer" | "data-mirror" => {}
            _ if name.starts_with("data-vary-") => {}
            "d" => {
                let _ = write!(self.out, r#" d="{}""#, escape(&blend::path(element, &member.values).unwrap_or_default()));
            }
            // Ids of drawn shapes serve the pack's own rules; only definitions are referred to.
            "id" if !definition => {}
            "id" => {
                let _ = write!(self.out, r#" id="{}{}-{value}""#, self.prefix, member.key);
            }
            "data-outline" => {
                let _ = write!(self.out, r#" d="{}""#, self.cast.outline);
            }
            "data-clip" => {
                let _ = write!(self.out, r#" clip-path="url(#{}face)""#, self.prefix);
            }
            "clip-path" => {
                if let Some(id) = reference(value) {
                    let _ = write!(self.out, r#" clip-path="url(#{}{}-{id})""#, self.prefix, member.key);
                }
            }
            "fill" | "stroke" | "stop-color" => self.colour(member, element, name, value, definition),
            "opacity" | "fill-opacity" | "stroke-opacity" if matches!(self.paint, Paint::Classes) => {}
            _ => {
                let _ = write!(self.out, r#" {name}="{}""#, escape(value));
            }
        }
    }

    fn colour(&mut self, member: &Member<'_>, element: &Element, name: &str, value: &str, definition: bool) {
        match self.paint {
            Paint::Classes if definition || value == "none" => {
                let _ = write!(self.out, r#" {name}="{}""#, if value == "none" { "none" } else { "#000000" });
            }
            Paint::Classes => {
                let colour = class_colour(element.class).unwrap_or_else(|| "none".into());
                let _ = write!(self.out, r#" {name}="{colour}""#);
            }
            Paint::Colours(slots) => {
                let value = match (slot(value), reference(value)) {
                    (Some(slot), _) => slots.get(slot).to_owned(),
                    (_, Some(id)) => format!("url(#{}{}-{id})", self.prefix, member.key),
                    _ => value.to_owned(),
                };
                let _ = write!(self.out, r#" {name}="{value}""#);
            }
        }
    }
}

/// The side a shape of a paired part lies on, by its first point.
fn side_of(element: &Element, middle: f32) -> Option<Side> {
    let value = ["d", "points", "cx", "x1", "x"].iter().find_map(|name| element.attribute(name))?;
    let number: String = value.chars().skip_while(|c| !matches!(c, '0'..='9' | '-' | '+' | '.')).take_while(|c| !matches!(c, ' ' | ',')).collect();
    let x: f32 = number.parse().ok()?;
    Some(if x < middle { Side::Right } else { Side::Left })
}

/// Text as XML needs it. Characters that XML cannot hold are left out.
pub(super) fn escape(text: &str) -> String {
    let holds = |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    let text: String = text.chars().filter(holds).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
