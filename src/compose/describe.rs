//! What an avatar shows, in a line, for people who do not see it.

use crate::kind::Kind;
use crate::pack::Pack;
use crate::recipe::Recipe;

/// The parts worth saying, in the order one would say them, with the colour role that goes with each.
const SAID: [(Kind, &str, Option<&str>); 4] = [
    (Kind::Hair, "hair", Some("hair")),
    (Kind::FacialHair, "facial hair", Some("beard")),
    (Kind::Glasses, "glasses", None),
    (Kind::Headwear, "headwear", None),
];

/// A short English description: "Emoji of a person; hair: bob, dark brown; glasses: round". It names drawn parts by their titles, never traits of a person,
/// and its grammar holds for whatever titles a pack gives.
#[must_use]
pub fn describe(pack: &Pack, recipe: &Recipe) -> String {
    let mut text = "Emoji of a person".to_owned();
    for (kind, name, role) in SAID {
        let part = recipe.parts.get(&kind).and_then(|id| pack.part(kind, id).ok());
        let Some(part) = part else { continue };
        let title = if part.title.is_empty() { part.id.replace('-', " ") } else { part.title.to_lowercase() };
        text += &format!("; {name}: {title}");
        let bald = part.tags.get("length").is_some_and(|l| l == "bald");
        let colour = role.and_then(|r| recipe.colours.get(r)).filter(|c| !bald && !c.starts_with('#'));
        if let Some(colour) = colour {
            text += &format!(", {}", colour.replace('-', " "));
        }
    }
    text
}
