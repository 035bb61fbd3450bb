//! Palettes and the colour roles that choose from them, with the rules between roles.

use super::findings::Findings;
use super::manifest::{Manifest, is_id, unique};
use super::{caps, colour};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A colour of a palette with its tones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Swatch {
    /// Unique within the palette.
    pub id: String,
    /// The colour itself, `#rrggbb`.
    pub base: String,
    /// Further tones by name (`shadow`, `light`, ...), `#rrggbb` each.
    #[serde(flatten)]
    pub tones: BTreeMap<String, String>,
}

/// What a colour is for, and how it goes with the others. The rules hold when a recipe is made or edited; a recipe's own choices are drawn as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The palette its swatches come from.
    pub palette: String,
    /// A role of the same palette whose swatch it takes unless another is chosen: brows follow the hair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<String>,
    /// A role it is never lighter than: a brow never lighter than the hair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_lighter_than: Option<String>,
    /// Its natural swatch for each swatch of another role: lips by skin.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by: BTreeMap<String, BTreeMap<String, String>>,
    /// The swatches that random avatars choose from; all of them where empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub usual: Vec<String>,
}

pub(super) fn check(manifest: &Manifest, found: &mut Findings) {
    unique("/palettes", manifest.palettes.keys(), found);
    unique("/colours", manifest.colours.keys(), found);
    for (name, swatches) in &manifest.palettes {
        let path = format!("/palettes/{name}");
        if swatches.is_empty() || swatches.len() > caps::SWATCHES {
            found.add(&path, format!("palette `{name}` has {} swatches; give 1 to {}", swatches.len(), caps::SWATCHES));
        }
        unique(&path, swatches.iter().map(|s| &s.id), found);
        for (i, s) in swatches.iter().enumerate() {
            let path = format!("{path}/{i}");
            for tone in s.tones.keys().filter(|t| !is_id(t)) {
                found.add(format!("{path}/{tone}"), format!("the tone `{tone}` must be named with lower-case letters, digits and hyphens"));
            }
            for (tone, value) in std::iter::once(("base", &s.base)).chain(s.tones.iter().map(|(t, v)| (t.as_str(), v))) {
                if colour::parse(value).is_none() {
                    let detail = format!("palette `{name}`, swatch `{}`: `{}` is not #rrggbb", s.id, value.escape_debug());
                    found.add(format!("{path}/{tone}"), detail);
                }
            }
        }
    }
    for (name, role) in &manifest.colours {
        role.check(name, manifest, found);
    }
}

impl Role {
    fn check(&self, name: &str, manifest: &Manifest, found: &mut Findings) {
        let path = format!("/colours/{name}");
        let Some(swatches) = manifest.palettes.get(&self.palette) else {
            found.add(path, format!("colour role `{name}` uses palette `{}`, which there is not", self.palette.escape_debug()));
            return;
        };
        // A role `hair` with a tone `light` and a role `hair-light` would both be the slot --hair-light.
        let tones = swatches.iter().flat_map(|s| s.tones.keys());
        if let Some(slot) = tones.map(|t| format!("{name}-{t}")).find(|slot| manifest.colours.contains_key(slot)) {
            found.add(&path, format!("colours: `{slot}` is a role, and also a tone of `{name}`; rename one"));
        }
        let has = |id: &String| swatches.iter().any(|s| s.id == *id);
        for other in [&self.follows, &self.not_lighter_than].into_iter().flatten() {
            match manifest.colours.get(other) {
                Some(role) if role.palette == self.palette && role.follows.is_none() && other != name => {}
                Some(_) => {
                    found.add(&path, format!("`{name}` can only follow another role of its own palette that follows none itself, not `{other}`"))
                }
                None => found.add(&path, format!("`{name}` follows the colour role `{}`, which there is not", other.escape_debug())),
            }
        }
        for id in self.usual.iter().filter(|id| !has(id)) {
            found.add(format!("{path}/usual"), format!("palette `{}` has no swatch `{}`", self.palette, id.escape_debug()));
        }
        if self.by.len() > 1 {
            found.add(format!("{path}/by"), "a role goes by one other role");
        }
        for (other, map) in &self.by {
            let theirs = manifest.colours.get(other).and_then(|r| manifest.palettes.get(&r.palette));
            for (from, to) in map {
                if !theirs.is_some_and(|s| s.iter().any(|s| s.id == *from)) || !has(to) {
                    let detail =
                        format!("`{}` of `{}` to `{}`: there is no such swatch", from.escape_debug(), other.escape_debug(), to.escape_debug());
                    found.add(format!("{path}/by/{other}"), detail);
                }
            }
        }
    }
}
