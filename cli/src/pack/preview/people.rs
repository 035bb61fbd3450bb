//! Random people, until `edit::random` draws them.

use selfmoji::kind::Kind;
use selfmoji::pack::Pack;
use selfmoji::recipe::{FORMAT, Recipe};
use std::collections::BTreeMap;

/// Somebody; the same for the same seed.
pub(super) fn random(pack: &Pack, seed: &str) -> Recipe {
    let pick = |what: &str, n: usize| (hash(&format!("{seed}/{what}")) % n.max(1) as u64) as usize;
    let mut recipe = plain(pack);
    for kind in Kind::ALL {
        let parts = pack.parts(kind);
        if parts.is_empty() || kind.is_optional() && pick(&format!("{kind}?"), 5) > 0 {
            continue;
        }
        recipe.parts.insert(kind, parts[pick(kind.name(), parts.len())].id.clone());
    }
    for role in pack.manifest().colours.keys() {
        let ids = choices(pack, role);
        recipe.colours.insert(role.clone(), ids[pick(&format!("colour {role}"), ids.len())].clone());
    }
    natural(pack, &mut recipe);
    recipe
}

/// The first part of every kind that nobody goes without, in the first colours.
pub(super) fn plain(pack: &Pack) -> Recipe {
    let manifest = pack.manifest();
    let needed = Kind::ALL.into_iter().filter(|k| !k.is_optional());
    Recipe {
        format: FORMAT,
        pack: manifest.name.clone(),
        version: manifest.version.clone(),
        parts: needed.filter_map(|k| pack.parts(k).first().map(|p| (k, p.id.clone()))).collect(),
        colours: BTreeMap::new(),
        transforms: BTreeMap::new(),
        axes: BTreeMap::new(),
        expression: "neutral".into(),
    }
}

/// The swatches that people usually have.
pub(super) fn choices(pack: &Pack, role: &str) -> Vec<String> {
    let usual = pack.manifest().colours.get(role).map_or(&[][..], |r| r.usual.as_slice());
    if usual.is_empty() { pack.swatches(role).iter().map(|s| s.id.clone()).collect() } else { usual.to_vec() }
}

/// Brows and beards as the hair, lips as the skin.
pub(super) fn natural(pack: &Pack, recipe: &mut Recipe) {
    for (role, rules) in &pack.manifest().colours {
        let followed = rules.follows.as_ref().and_then(|other| recipe.colours.get(other));
        let by = rules.by.iter().find_map(|(other, map)| map.get(recipe.colours.get(other)?));
        if let Some(colour) = followed.or(by).cloned() {
            recipe.colours.insert(role.clone(), colour);
        }
    }
}

/// FNV-1a, with its last bits well mixed.
fn hash(text: &str) -> u64 {
    let mut h = text.bytes().fold(0xcbf2_9ce4_8422_2325u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    h = (h ^ (h >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    h ^ (h >> 31)
}
