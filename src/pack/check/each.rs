//! The rules between elements, asked of every element. Loading a pack stops at the first rule that a drawing breaks.

use super::{Checked, Severity, listed};
use crate::pack::drawing::{Drawing, Element};
use crate::pack::rules;

impl Checked<'_> {
    pub(super) fn elements(&mut self) {
        let pack = self.pack;
        for (_, kind, part) in listed(&pack.manifest) {
            let Some(drawing) = pack.drawings.get(&(kind, part.id.clone())) else { continue };
            for (line, detail) in broken(drawing) {
                self.report.add(Severity::Error, &part.file, line, &detail);
            }
        }
    }
}

/// All rules that a drawing breaks. Each element is shown to the rules by itself, within those around it.
fn broken(drawing: &Drawing) -> Vec<(u32, String)> {
    // Whatever is wrong with a definition, its name is known to those who refer to it.
    let named = |e: &Element| Element { attributes: e.attributes.iter().filter(|(n, _)| n == "id").cloned().collect(), ..bare(e) };
    let names: Vec<Element> = drawing.definitions.iter().map(named).collect();
    let mut alone = Drawing { layers: Vec::new(), definitions: names.clone(), ..drawing.clone() };
    let mut found = Vec::new();
    for (layer, group) in &drawing.layers {
        chains(group, &mut Vec::new(), &mut |chain| {
            alone.layers = vec![(*layer, chain)];
            found.extend(rules::broken(&alone));
        });
    }
    alone.layers.clear();
    for (i, definition) in drawing.definitions.iter().enumerate() {
        chains(definition, &mut Vec::new(), &mut |chain| {
            alone.definitions.clone_from(&names);
            alone.definitions[i] = chain;
            found.extend(rules::broken(&alone));
        });
    }
    found
}

fn bare(element: &Element) -> Element {
    Element { children: Vec::new(), attributes: element.attributes.clone(), ..*element }
}

/// Gives every element within those around it, and without those beside and within it.
fn chains(element: &Element, around: &mut Vec<Element>, give: &mut dyn FnMut(Element)) {
    let within = |inner: Element, outer: &Element| Element { children: vec![inner], ..bare(outer) };
    give(around.iter().rev().fold(bare(element), within));
    around.push(bare(element));
    element.children.iter().for_each(|child| chains(child, around, give));
    around.pop();
}
