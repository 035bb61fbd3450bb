//! Rules between a part's elements: what may refer to what, and what may stand inside what. Values are the business of `allowed`.

use super::allowed::{self, Tag};
use super::caps;
use super::drawing::{Drawing, Element};
use std::collections::BTreeMap;

/// The first rule a drawing breaks: its line, and what is wrong.
pub(super) fn broken(drawing: &Drawing) -> Option<(u32, String)> {
    let mut known: BTreeMap<&str, Tag> = BTreeMap::new();
    for element in &drawing.definitions {
        let id = element.attribute("id");
        if id.is_some_and(|id| known.insert(id, element.tag).is_some()) {
            return Some((element.line, format!("two definitions have the id `{}`", id.unwrap_or_default())));
        }
    }
    let layers = drawing.layers.iter().map(|(_, e)| (e, Inside { definition: false, mirrored: false, layer: false }));
    let definitions = drawing.definitions.iter().map(|e| (e, Inside { definition: true, mirrored: false, layer: false }));
    let mut open: Vec<(&Element, Inside)> = layers.chain(definitions).collect();
    let mut dashes = 0.0;
    while let Some((element, inside)) = open.pop() {
        match dashes_of(element) {
            Ok(more) => dashes += more,
            Err(detail) => return Some((element.line, detail)),
        }
        if dashes > caps::DASHES {
            return Some((element.line, format!("the dashes of stroke-dasharray are too fine: a part may have at most about {}", caps::DASHES)));
        }
        if let Some(detail) = inside.breaks(element).or_else(|| references(element, inside, &known)) {
            return Some((element.line, detail));
        }
        let mirrored = inside.mirrored || element.attribute("data-mirror").is_some();
        let within = Inside { mirrored, layer: true, ..inside };
        open.extend(element.children.iter().map(|child| (child, within)));
    }
    None
}

/// Where an element stands.
#[derive(Debug, Clone, Copy)]
struct Inside {
    definition: bool,
    mirrored: bool,
    layer: bool,
}

impl Inside {
    fn breaks(self, element: &Element) -> Option<String> {
        let has = |name: &str| element.attribute(name).is_some();
        if has("data-mirror") && (self.mirrored || self.definition) {
            // Each level would double the drawing.
            return Some("data-mirror inside a mirrored group or a definition is not allowed".into());
        }
        if has("data-layer") && self.layer {
            return Some("data-layer belongs on the root's own groups".into());
        }
        if has("data-outline") && (element.tag != Tag::Path || has("d")) {
            return Some("data-outline belongs on a <path> without a `d` of its own".into());
        }
        if has("data-clip") && (self.definition || has("clip-path")) {
            return Some("data-clip and clip-path cannot stand together, nor data-clip in a definition; nest two groups".into());
        }
        if !self.definition && matches!(element.tag, Tag::ClipPath | Tag::Defs | Tag::LinearGradient | Tag::RadialGradient) {
            return Some(format!("<{}> belongs beside the layers, not inside one", element.tag.name()));
        }
        None
    }
}

/// Every `url(#id)` must name a definition of the same part, and one that fits; definitions refer to nothing, so there are no cycles.
fn references(element: &Element, inside: Inside, known: &BTreeMap<&str, Tag>) -> Option<String> {
    element.attributes.iter().find_map(|(name, value)| {
        let id = allowed::reference(value)?;
        let Some(tag) = known.get(id) else { return Some(format!("{name} refers to `#{id}`, which is not among the part's definitions")) };
        if inside.definition {
            return Some(format!("{name} refers to `#{id}` from within a definition, which is not allowed"));
        }
        let fits = match name.as_str() {
            "clip-path" => *tag == Tag::ClipPath,
            _ => matches!(tag, Tag::LinearGradient | Tag::RadialGradient),
        };
        (!fits).then(|| format!("{name} refers to `#{id}`, which is a <{}>", tag.name()))
    })
}

/// How many dashes a shape can have at most.
fn dashes_of(element: &Element) -> Result<f32, String> {
    let Some(lengths) = element.attribute("stroke-dasharray").and_then(allowed::dash_lengths) else { return Ok(0.0) };
    if !element.tag.is_shape() || element.attribute("data-outline").is_some() {
        return Err("stroke-dasharray belongs on shapes with a geometry of their own".into());
    }
    let geometry = element.attributes.iter().filter(|(name, _)| GEOMETRY.contains(&name.as_str()));
    // An arc is at most 2 pi radii long, a line at most the sum of its ends' coordinates.
    let length = geometry.map(|(_, value)| allowed::magnitude(value)).sum::<f32>() * 7.0;
    Ok(length / lengths.iter().sum::<f32>() * lengths.len() as f32)
}

/// Attributes that a shape's length follows from.
const GEOMETRY: [&str; 15] = ["d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height"];
