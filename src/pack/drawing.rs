//! A part's drawing: the checked tree of its SVG file.

use super::allowed::{self, Tag};
use super::values;
use super::{Manifest, PackError, Sink, caps, json, rules};
use crate::parse::PartClass;
use roxmltree::{Document, Node, ParsingOptions};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element of a part, with its attributes in file order.
#[derive(Debug, Clone)]
pub(crate) struct Element {
    pub(crate) tag: Tag,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) children: Vec<Element>,
    /// What the shape is; inherited from its group.
    pub(crate) class: PartClass,
    /// Where it stands in its file.
    pub(super) line: u32,
}

impl Element {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }
}

/// A part's layers and definitions.
#[derive(Debug, Clone)]
pub(crate) struct Drawing {
    /// (index into the manifest's layers, group)
    pub(crate) layers: Vec<(usize, Element)>,
    pub(crate) definitions: Vec<Element>,
    /// The path whose id is `outline`.
    pub(crate) outline: Option<Element>,
    /// Whether there is a clip path called `hair-clip`.
    pub(crate) clips_hair: bool,
    /// SHA-256 of the file.
    pub(crate) hash: [u8; 32],
}

impl Drawing {
    /// Reads a drawing. What `sink` lets pass is left out of it.
    pub(super) fn parse(file: &str, svg: &[u8], manifest: &Manifest, sink: Sink<'_>) -> Result<Self, PackError> {
        let part = |line, detail: String| PackError::Part { file: file.into(), line, detail };
        let text = json::text(svg).map_err(|detail| part(1, detail))?;
        // Document type declarations, and so entities, are refused by the parser.
        let options = ParsingOptions { nodes_limit: (caps::ELEMENTS * 8) as u32, ..ParsingOptions::default() };
        let document = Document::parse_with_options(text, options).map_err(|e| part(e.pos().row, format!("not well-formed SVG: {e}")))?;
        let mut reader = Reader { file, document: &document, elements: 0, ids: BTreeSet::new(), sink };
        let root = document.root_element();
        reader.root(root, manifest.canvas)?;
        let mut drawing = Self { layers: Vec::new(), definitions: Vec::new(), outline: None, clips_hair: false, hash: hash(svg) };
        for child in root.children().filter(Node::is_element) {
            if !reader.is_svg(child)? {
                continue;
            }
            match child.attribute("data-layer") {
                Some(layer) => {
                    let index = manifest.layers.iter().position(|l| l == layer);
                    if index.is_none() {
                        reader.fail(child, format!("the manifest has no layer `{layer}`"))?;
                    }
                    let group = reader.element(child, PartClass::None, 1)?;
                    drawing.layers.extend(index.zip(group));
                }
                None if matches!(child.tag_name().name(), "defs" | "clipPath" | "linearGradient" | "radialGradient") => {
                    match reader.element(child, PartClass::None, 1)? {
                        Some(element) if element.tag == Tag::Defs => drawing.definitions.extend(element.children),
                        element => drawing.definitions.extend(element),
                    }
                }
                None if matches!(child.tag_name().name(), "title" | "desc") => {}
                None => {
                    reader.fail(child, "put every shape in a <g data-layer=\"...\">".into())?;
                    reader.element(child, PartClass::None, 1)?;
                }
            }
        }
        drawing.clips_hair = drawing.definitions.iter().any(|e| e.attribute("id") == Some("hair-clip"));
        drawing.outline = drawing.layers.iter().find_map(|(_, e)| outline(e));
        for (line, detail) in rules::broken(&drawing) {
            (reader.sink)(part(line, detail))?;
        }
        Ok(drawing)
    }

    /// All elements, of its layers and of its definitions.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        let mut open: Vec<&Element> = self.layers.iter().map(|(_, e)| e).chain(&self.definitions).collect();
        std::iter::from_fn(move || {
            let element = open.pop()?;
            open.extend(&element.children);
            Some(element)
        })
    }
}

/// Line ends are left out: version control may change them, and they do not change the drawing.
fn hash(svg: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    svg.split(|&b| b == b'\r').for_each(|run| hash.update(run));
    hash.finalize().into()
}

fn outline(element: &Element) -> Option<Element> {
    if element.attribute("id") == Some("outline") {
        return element.attribute("d").filter(|d| d.contains(|c: char| c.is_ascii_digit())).map(|_| element.clone());
    }
    element.children.iter().find_map(outline)
}

struct Reader<'a> {
    file: &'a str,
    document: &'a Document<'a>,
    elements: usize,
    ids: BTreeSet<String>,
    sink: Sink<'a>,
}

impl Reader<'_> {
    /// Goes on only where the sink lets it.
    fn fail(&mut self, node: Node<'_, '_>, detail: String) -> Result<(), PackError> {
        let line = self.line(node);
        (self.sink)(PackError::Part { file: self.file.into(), line, detail })
    }

    fn line(&self, node: Node<'_, '_>) -> u32 {
        self.document.text_pos_at(node.range().start).row
    }

    fn is_svg(&mut self, node: Node<'_, '_>) -> Result<bool, PackError> {
        let is = node.tag_name().namespace() == Some(SVG);
        if !is {
            let name = values::shown(node.tag_name().name());
            self.fail(node, format!("<{name}> is no SVG element; every element belongs to xmlns=\"{SVG}\""))?;
        }
        Ok(is)
    }

    /// The root has the canvas and nothing that could alter the picture: it is not part of the avatar, only its children are.
    fn root(&mut self, root: Node<'_, '_>, canvas: f32) -> Result<(), PackError> {
        if root.tag_name().name() != "svg" {
            self.fail(root, "the root element must be <svg>".into())?;
        }
        self.is_svg(root)?;
        let allowed = |a: &roxmltree::Attribute<'_, '_>| match a.namespace() {
            None => matches!(a.name(), "viewBox" | "width" | "height" | "version" | "id"),
            Some(namespace) => namespace == "http://www.w3.org/XML/1998/namespace" && a.name() == "space",
        };
        for a in root.attributes().filter(|a| !allowed(a)) {
            self.fail(root, format!("attribute `{}` is not allowed on the root", a.name()))?;
        }
        let view: Option<Vec<f32>> = root.attribute("viewBox").and_then(|v| v.split([' ', ',']).map(|n| n.parse().ok()).collect());
        if view.is_none_or(|v| v != [0.0, 0.0, canvas, canvas]) {
            self.fail(root, format!("the root's viewBox must be \"0 0 {canvas} {canvas}\", the manifest's canvas"))?;
        }
        Ok(())
    }

    /// Nothing where the element is not allowed at all.
    fn element(&mut self, node: Node<'_, '_>, inherited: PartClass, depth: usize) -> Result<Option<Element>, PackError> {
        self.elements += 1;
        if self.elements > caps::ELEMENTS {
            return Err(PackError::TooLarge { file: self.file.into(), what: "the number of elements", size: self.elements, cap: caps::ELEMENTS });
        }
        if depth > caps::DEPTH {
            self.fail(node, format!("nested more than {} deep", caps::DEPTH))?;
            return Ok(None);
        }
        if !self.is_svg(node)? {
            return Ok(None);
        }
        let name = node.tag_name().name();
        let Some(tag) = Tag::from_name(name) else {
            self.fail(node, format!("<{name}> is not allowed in a part"))?;
            return Ok(None);
        };
        let mut class = inherited;
        let mut attributes = Vec::new();
        for a in node.attributes() {
            let (name, value) = (a.name(), a.value());
            if a.namespace().is_some() || value.len() > caps::ATTRIBUTE_BYTES {
                self.fail(node, format!("attribute `{name}` is not allowed, or too long"))?;
            } else if let Err(detail) = allowed::check(tag, name, value) {
                self.fail(node, detail)?;
            } else if name == "id" && !self.ids.insert(value.to_owned()) {
                self.fail(node, format!("the id `{value}` is there twice"))?;
            } else if name == "class" {
                match PartClass::from_name(value) {
                    Some(known) => class = known,
                    None => self.fail(node, format!("class `{value}` is none of: {}", PartClass::names().collect::<Vec<_>>().join(", ")))?,
                }
            } else {
                attributes.push((name.to_owned(), value.to_owned()));
            }
        }
        let mut children = Vec::new();
        for child in node.children().filter(Node::is_element) {
            if !matches!(child.tag_name().name(), "title" | "desc") {
                children.extend(self.element(child, class, depth + 1)?);
            }
        }
        Ok(Some(Element { tag, attributes, children, class, line: self.line(node) }))
    }
}
