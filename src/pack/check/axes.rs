//! Axes and the masters they blend: neither does anything without the other.

use super::{Checked, listed};
use crate::kind::Kind;

const MASTER: &str = "data-vary-";

impl Checked<'_> {
    pub(super) fn axes(&mut self) {
        let pack = self.pack;
        for (path, kind, part) in listed(&pack.manifest) {
            let Some(drawing) = pack.drawings.get(&(kind, part.id.clone())) else { continue };
            let own: Vec<&str> = part.axes.iter().filter(|a| a.transform.is_none()).map(|a| a.id.as_str()).collect();
            let masters: Vec<(&str, u32)> =
                drawing.elements().flat_map(|e| e.attributes.iter().filter_map(|(name, _)| Some((name.strip_prefix(MASTER)?, e.line)))).collect();
            for (i, axis) in part.axes.iter().enumerate().filter(|(_, a)| a.transform.is_none()) {
                if !masters.iter().any(|(name, _)| *name == axis.id) {
                    let detail = format!(
                        "{kind} `{}`: no path of {} has a {MASTER}{}, so the axis changes nothing; draw it, or take the axis out",
                        part.id, part.file, axis.id
                    );
                    self.warn(&format!("{path}/axes/{i}"), &detail);
                }
            }
            for (name, line) in masters.iter().filter(|(name, _)| !own.contains(name)) {
                let detail = format!(
                    "{MASTER}{name} is never used: the part `{}` has no axis `{name}` without a transform in pack.json; add it there",
                    part.id
                );
                self.warn_in(&part.file, *line, &detail);
            }
        }
        for (kind, axes) in &pack.manifest.axes {
            let turns = axes.iter().any(|a| a.transform.is_some());
            if turns && kind.is_paired() && !pack.manifest.pivots.contains_key(kind) {
                let detail = format!(
                    "{kind} have axes but no point in `pivots`, so both sides move together as one; give the point for the viewer's left one"
                );
                self.warn(&format!("/axes/{kind}"), &detail);
            }
        }
        for (kind, parts) in &pack.manifest.expressions.parts {
            for (i, part) in parts.iter().enumerate().filter(|(_, p)| !p.axes.is_empty()) {
                let detail = format!("{kind} `{}`: parts of expressions are drawn as they are; their axes are never used", part.id);
                self.warn(&format!("/expressions/parts/{kind}/{i}/axes"), &detail);
            }
            for (i, part) in parts.iter().enumerate() {
                let swapped = |id: Option<&str>| id == Some(part.id.as_str());
                let used = pack.manifest.expressions.list.iter().any(|e| match kind {
                    Kind::Prop => e.props.contains(&part.id),
                    kind => e.parts.get(kind).is_some_and(|s| swapped(s.on(false)) || swapped(s.on(true))),
                });
                if !used {
                    self.warn(&format!("/expressions/parts/{kind}/{i}"), &format!("{kind} `{}`: no expression uses it", part.id));
                }
            }
        }
    }
}
