//! Colours that no drawing uses: a slot forgotten, or its name mistyped.

use super::Checked;
use crate::pack::slot;
use std::collections::{BTreeMap, BTreeSet};

impl Checked<'_> {
    pub(super) fn slots(&mut self) {
        let manifest = &self.pack.manifest;
        let elements = self.pack.drawings.values().flat_map(|d| d.elements());
        let used: BTreeSet<&str> = elements.flat_map(|e| e.attributes.iter().filter_map(|(_, v)| slot(v))).collect();
        let within = |role: &str| used.iter().any(|s| s.strip_prefix(role).is_some_and(|tone| tone.is_empty() || tone.starts_with('-')));
        let mut warnings = Vec::new();
        let mut roles: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (name, role) in &manifest.colours {
            roles.entry(&role.palette).or_default().push(name);
            if !within(name) {
                warnings.push((
                    format!("/colours/{name}"),
                    format!("no drawing uses var(--{name}) or a tone of it; use it, or take the colour role out"),
                ));
            }
        }
        for (palette, swatches) in &manifest.palettes {
            let path = format!("/palettes/{palette}");
            let Some(roles) = roles.get(palette.as_str()) else {
                warnings.push((path, format!("no colour role uses the palette `{palette}`; give it one in `colours`, or take it out")));
                continue;
            };
            // Of roles that share a palette, one that uses a tone is reason enough to have it.
            let idle = |tone: &str| !roles.iter().any(|role| used.contains(format!("{role}-{tone}").as_str()));
            for tone in swatches.first().into_iter().flat_map(|s| s.tones.keys()).filter(|t| idle(t)) {
                let detail =
                    format!("no drawing uses the tone `{tone}` of the palette `{palette}`, as in var(--{}-{tone}); use it, or take it out", roles[0]);
                warnings.push((format!("{path}/0/{tone}"), detail));
            }
        }
        warnings.iter().for_each(|(path, message)| self.warn(path, message));
    }
}
