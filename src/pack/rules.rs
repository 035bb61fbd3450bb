//! Rules between a part's elements: what may refer to what, and what may stand inside what. Values are the business of `allowed`.

use super::allowed::{self, Tag, VARY};
use super::drawing::{Drawing, Element};
use super::extent::Extent;
use super::{caps, values};
use std::collections::BTreeMap;
use svgtypes::PathSegment;

/// The rules that a drawing breaks: the lines, and what is wrong.
pub(super) fn broken(drawing: &Drawing) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    let mut known: BTreeMap<&str, Tag> = BTreeMap::new();
    for element in &drawing.definitions {
        if let Some(id) = element.attribute("id") {
            known.insert(id, element.tag);
        }
    }
    let layers = drawing.layers.iter().map(|(_, e)| (e, Inside { definition: false, mirrored: false, parent: None }));
    let definitions = drawing.definitions.iter().map(|e| (e, Inside { definition: true, mirrored: false, parent: None }));
    let mut open: Vec<(&Element, Inside)> = layers.chain(definitions).collect();
    let mut dashes = 0.0;
    while let Some((element, inside)) = open.pop() {
        match dashes_of(element) {
            Ok(more) if dashes <= caps::DASHES && dashes + more > caps::DASHES => {
                found.push((element.line, format!("the dashes of stroke-dasharray are too fine: a part may have at most about {}", caps::DASHES)));
                dashes += more;
            }
            Ok(more) => dashes += more,
            Err(detail) => found.push((element.line, detail)),
        }
        let broken = inside.breaks(element).or_else(|| varies_wrongly(element)).or_else(|| references(element, inside, &known));
        found.extend(broken.map(|detail| (element.line, detail)));
        let mirrored = inside.mirrored || element.attribute("data-mirror").is_some();
        let within = Inside { mirrored, parent: Some(element.tag), ..inside };
        open.extend(element.children.iter().map(|child| (child, within)));
    }
    found
}

/// Where an element stands.
#[derive(Debug, Clone, Copy)]
struct Inside {
    definition: bool,
    mirrored: bool,
    parent: Option<Tag>,
}

impl Inside {
    fn breaks(self, element: &Element) -> Option<String> {
        let has = |name: &str| element.attribute(name).is_some();
        if has("data-mirror") && (self.mirrored || self.definition) {
            // Each level would double the drawing.
            return Some("data-mirror inside a mirrored group or a definition is not allowed".into());
        }
        if has("data-layer") && self.parent.is_some() {
            return Some("data-layer belongs on the root's own groups".into());
        }
        if has("data-outline") && (element.tag != Tag::Path || has("d")) {
            return Some("data-outline belongs on a <path> without a `d` of its own".into());
        }
        if has("data-clip") && (self.definition || has("clip-path")) {
            return Some("data-clip and clip-path cannot stand together, nor data-clip in a definition; nest two groups".into());
        }
        if !self.definition && (element.tag.is_gradient() || matches!(element.tag, Tag::ClipPath | Tag::Defs)) {
            return Some(format!("<{}> belongs beside the layers, not inside one", element.tag.name()));
        }
        let parent = self.parent.filter(|parent| !parent.holds(element.tag))?;
        Some(format!("<{}> cannot stand inside <{}>", element.tag.name(), parent.name()))
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
fn dashes_of(element: &Element) -> Result<f64, String> {
    let Some(lengths) = element.attribute("stroke-dasharray").and_then(|v| values::dashes(v).ok()) else { return Ok(0.0) };
    if !element.tag.is_shape() || element.attribute("data-outline").is_some() {
        return Err("stroke-dasharray belongs on shapes with a geometry of their own".into());
    }
    Ok(Extent::of(element).length() / lengths.iter().sum::<f64>() * lengths.len() as f64)
}

/// A varied path is a mixture, number by number, of `d` and what the axes say.
fn varies_wrongly(element: &Element) -> Option<String> {
    let varied = element.attributes.iter().filter(|(name, _)| name.starts_with(VARY));
    if varied.clone().count() > caps::MASTERS {
        return Some(format!("a path varies along at most {} axes", caps::MASTERS));
    }
    let commands = |data: &str| values::path("d", data).map(|s| s.iter().map(PathSegment::command).collect::<Vec<u8>>()).unwrap_or_default();
    let own = element.attribute("d").map(commands).unwrap_or_default();
    varied.into_iter().find_map(|(name, data)| {
        let other = commands(data);
        let at = own.iter().zip(&other).position(|(a, b)| a != b).unwrap_or(own.len().min(other.len()));
        let said = |commands: &[u8]| commands.get(at).map_or("nothing".into(), |&c| format!("`{}`", char::from(c)));
        let detail = format!("{name} must have the same commands as `d`: number {} is {}, not {}", at + 1, said(&other), said(&own));
        (own != other).then_some(detail)
    })
}
