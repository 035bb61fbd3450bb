//! What an avatar shows, in a sentence, for people who do not see it.

use crate::kind::Kind;
use crate::pack::Pack;
use crate::recipe::Recipe;

/// The parts worth saying, in the order one would say them.
const SAID: [Kind; 4] = [Kind::Hair, Kind::FacialHair, Kind::Glasses, Kind::Headwear];

/// A short English description: "Emoji of a person with a bob, round glasses and a beanie". It names drawn parts, never traits of a person.
#[must_use]
pub fn describe(pack: &Pack, recipe: &Recipe) -> String {
    let mut parts: Vec<String> = Vec::new();
    for kind in SAID {
        let title = recipe.parts.get(&kind).and_then(|id| pack.part(kind, id).ok()).map(|p| p.title.to_lowercase());
        if let Some(title) = title.filter(|t| !t.is_empty()) {
            parts.push(match kind {
                Kind::Hair => {
                    let colour = recipe.colours.get("hair").filter(|c| !c.starts_with('#') && title != "bald").map(|c| c.replace('-', " "));
                    let hair = if title.contains("bald") || title.contains("hair") { title } else { format!("{title} hair") };
                    colour.map_or(hair.clone(), |c| format!("{c} {hair}"))
                }
                Kind::Glasses if !title.contains("glasses") => format!("{title} glasses"),
                _ => title,
            });
        }
    }
    match parts.split_last() {
        None => "Emoji of a person".into(),
        Some((last, [])) => format!("Emoji of a person with {last}"),
        Some((last, first)) => format!("Emoji of a person with {} and {last}", first.join(", ")),
    }
}
