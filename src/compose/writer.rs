//! Writes an avatar's SVG: layer by layer, back to front, every part's groups in their places.

use super::paint::{Paint, class_colour};
use crate::kind::Kind;
use crate::pack::{Drawing, Element, Pack, reference, slot};
use crate::recipe::{Adjust, Recipe};
use std::fmt::Write as _;

pub(super) struct Writer<'a> {
    pack: &'a Pack,
    recipe: &'a Recipe,
    drawings: &'a [(Kind, &'a Drawing)],
    paint: &'a Paint<'a>,
    prefix: &'a str,
    outline: &'a str,
    out: String,
}

impl<'a> Writer<'a> {
    pub(super) fn new(pack: &'a Pack, recipe: &'a Recipe, drawings: &'a [(Kind, &'a Drawing)], paint: &'a Paint<'a>, prefix: &'a str) -> Self {
        let face = recipe.parts.get(&Kind::Face).and_then(|id| pack.drawing(Kind::Face, id).ok());
        let outline = face.and_then(|d| d.outline.as_deref()).unwrap_or("");
        Self { pack, recipe, drawings, paint, prefix, outline, out: String::with_capacity(16 << 10) }
    }

    pub(super) fn write(mut self, size: u32, label: Option<&str>) -> String {
        let canvas = self.pack.manifest().canvas;
        let _ = write!(self.out, r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {canvas} {canvas}" width="{size}" height="{size}""#);
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
            for &(kind, drawing) in self.drawings {
                self.layer(layer, kind, drawing);
            }
        }
        self.out.push_str("</svg>\n");
        self.out
    }

    fn definitions(&mut self) {
        let _ = write!(self.out, r#"<defs><clipPath id="{}face"><path d="{}"/></clipPath>"#, self.prefix, self.outline);
        for &(kind, drawing) in self.drawings {
            for element in &drawing.definitions {
                self.element(kind, element, true);
            }
        }
        self.out.push_str("</defs>");
    }

    fn layer(&mut self, layer: usize, kind: Kind, drawing: &Drawing) {
        let hat_clips = kind == Kind::Hair && self.drawings.iter().any(|(k, d)| *k == Kind::Headwear && d.clips_hair);
        for (_, group) in drawing.layers.iter().filter(|(l, _)| *l == layer) {
            if hat_clips {
                let _ = write!(self.out, r#"<g clip-path="url(#{}{}-hair-clip)">"#, self.prefix, Kind::Headwear);
            }
            let adjusted = self.recipe.transforms.get(&kind).map(|a| self.adjust(*a));
            if let Some(transform) = &adjusted {
                let _ = write!(self.out, r#"<g transform="{transform}">"#);
            }
            self.element(kind, group, false);
            self.out.push_str(if adjusted.is_some() { "</g>" } else { "" });
            self.out.push_str(if hat_clips { "</g>" } else { "" });
        }
    }

    fn adjust(&self, Adjust { dx, dy, scale }: Adjust) -> String {
        let middle = self.pack.manifest().canvas / 2.0 * (1.0 - scale);
        format!("translate({} {}) scale({scale})", dx + middle, dy + middle)
    }

    fn element(&mut self, kind: Kind, element: &Element, definition: bool) {
        // Shapes that mean nothing are not part of a class map; definitions always are, for they cut shapes out.
        if matches!(self.paint, Paint::Classes) && !definition && element.tag.is_shape() && class_colour(element.class).is_none() {
            return;
        }
        let mirrored = element.attribute("data-mirror").is_some();
        self.once(kind, element, definition);
        if mirrored {
            let canvas = self.pack.manifest().canvas;
            let _ = write!(self.out, r#"<g transform="translate({canvas} 0) scale(-1 1)">"#);
            self.once(kind, element, definition);
            self.out.push_str("</g>");
        }
    }

    fn once(&mut self, kind: Kind, element: &Element, definition: bool) {
        let name = element.tag.name();
        let _ = write!(self.out, "<{name}");
        for (name, value) in &element.attributes {
            self.attribute(kind, element, name, value, definition);
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
            self.element(kind, child, definition);
        }
        let _ = write!(self.out, "</{name}>");
    }

    fn attribute(&mut self, kind: Kind, element: &Element, name: &str, value: &str, definition: bool) {
        match name {
            "data-layer" | "data-mirror" => {}
            // Ids of drawn shapes serve the pack's own rules; only definitions are referred to.
            "id" if !definition => {}
            "id" => {
                let _ = write!(self.out, r#" id="{}{kind}-{value}""#, self.prefix);
            }
            "data-outline" => {
                let _ = write!(self.out, r#" d="{}""#, self.outline);
            }
            "data-clip" => {
                let _ = write!(self.out, r#" clip-path="url(#{}face)""#, self.prefix);
            }
            "clip-path" => {
                if let Some(id) = reference(value) {
                    let _ = write!(self.out, r#" clip-path="url(#{}{kind}-{id})""#, self.prefix);
                }
            }
            "fill" | "stroke" | "stop-color" => self.colour(kind, element, name, value, definition),
            "opacity" | "fill-opacity" | "stroke-opacity" if matches!(self.paint, Paint::Classes) => {}
            _ => {
                let _ = write!(self.out, r#" {name}="{}""#, escape(value));
            }
        }
    }

    fn colour(&mut self, kind: Kind, element: &Element, name: &str, value: &str, definition: bool) {
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
                    (_, Some(id)) => format!("url(#{}{kind}-{id})", self.prefix),
                    _ => value.to_owned(),
                };
                let _ = write!(self.out, r#" {name}="{value}""#);
            }
        }
    }
}

/// Text as XML needs it. Characters that XML cannot hold are left out.
pub(super) fn escape(text: &str) -> String {
    let holds = |c: &char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    let text: String = text.chars().filter(holds).collect();
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
