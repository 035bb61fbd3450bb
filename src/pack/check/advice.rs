//! Advice on the manifest: what the matcher needs to find a part, and people to find themselves.

use super::{Checked, listed};
use crate::kind::Kind;

/// The tags by kind, with their values, of docs/style-pack-format.md.
const TAGS: [(Kind, &str, &[&str]); 9] = [
    (Kind::Face, "shape", &["oval", "round", "square", "heart", "long", "diamond", "soft", "strong"]),
    (Kind::Hair, "length", &["bald", "short", "medium", "long"]),
    (Kind::Hair, "texture", &["straight", "wavy", "curly", "coily"]),
    (Kind::Hair, "fringe", &["yes", "no"]),
    (Kind::Brows, "weight", &["thin", "medium", "thick"]),
    (Kind::Mouth, "mouth", &["closed", "smile", "teeth", "open"]),
    (Kind::FacialHair, "facial_hair", &["stubble", "moustache", "goatee", "full"]),
    (Kind::Glasses, "glasses", &["clear", "sun"]),
    (Kind::Headwear, "headwear", &["hat", "scarf"]),
];

/// The tones of the Monk scale.
const MONK_TONES: usize = 10;

impl Checked<'_> {
    pub(super) fn manifest(&mut self) {
        let pack = self.pack;
        for (path, kind, part) in listed(&pack.manifest).filter(|(path, ..)| path.starts_with("/kinds")) {
            for (_, tag, values) in TAGS.iter().filter(|(k, ..)| *k == kind) {
                let detail = match part.tags.get(*tag).map(String::as_str) {
                    Some(value) if values.contains(&value) => continue,
                    Some(value) => {
                        format!("{kind} `{}`: the tag {tag}={value} is none that photos are read for; use one of: {}", part.id, values.join(", "))
                    }
                    None => format!("{kind} `{}` lacks the tag `{tag}`, by which photos find it; use one of: {}", part.id, values.join(", ")),
                };
                self.warn(&format!("{path}/tags"), &detail);
            }
            if pack.swatches(kind.name()).iter().any(|s| s.id == part.id) {
                let id = &part.id;
                let detail = format!("{kind} `{id}` is also a colour of the role `{kind}`: `{kind}={id}` could mean either; rename the part");
                self.warn(&format!("{path}/id"), &detail);
            }
        }
        match pack.swatches("skin").len() {
            MONK_TONES.. => {}
            0 => self.warn("/colours", "there is no colour role `skin`: everyone would have the same skin; give it the ten tones of the Monk scale"),
            n => {
                let palette = pack.manifest.colours.get("skin").map_or("skin", |role| role.palette.as_str()).to_owned();
                let detail =
                    format!("the palette `{palette}` has {n} skin tones; with fewer than the ten of the Monk scale some people do not find theirs");
                self.warn(&format!("/palettes/{palette}"), &detail);
            }
        }
    }
}
