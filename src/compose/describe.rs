//! What an avatar shows, in a line, for people who do not see it.

use crate::kind::Kind;
use crate::pack::Pack;
use crate::recipe::Recipe;

/// The parts worth saying, in the order one would say them, with the colour role that goes with each.
const SAID: [(Kind, &str, Option<&str>); 5] = [
    (Kind::Hair, "hair", Some("hair")),
    (Kind::FacialHair, "facial hair", Some("beard")),
    (Kind::Glasses, "glasses", None),
    (Kind::Headwear, "headwear", None),
    (Kind::Earwear, "ears", None),
];

/// A short English description: "Emoji of a person; hair: bob, dark brown; glasses: round". It names drawn parts by their titles, never traits of a person,
/// and its grammar holds for whatever titles a pack gives.
#[must_use]
pub fn describe(pack: &Pack, recipe: &Recipe) -> String {
    let mut text = "Emoji of a person".to_owned();
    if let Ok(Some(expression)) = pack.expression(&recipe.expression) {
        text += &format!(" {}", expression.alt);
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_is_drawn_and_nothing_else() {
        let pack = Pack::classic().unwrap();
        for (parts, colour, expected) in [
            (vec![], "black", "Emoji of a person"),
            (vec![(Kind::Hair, "bald")], "black", "Emoji of a person; hair: bald"),
            (vec![(Kind::Hair, "bob"), (Kind::Nose, "wide")], "dark-brown", "Emoji of a person; hair: bob, dark brown"),
            (vec![(Kind::Hair, "bob"), (Kind::Glasses, "round")], "#ff0000", "Emoji of a person; hair: bob; glasses: round"),
            (vec![(Kind::Hair, "no such hair")], "black", "Emoji of a person"),
        ] {
            let json = r#"{"format": 1, "pack": "classic", "version": "1.0.0", "parts": {}, "colours": {}}"#;
            let mut recipe = Recipe::from_json(json).unwrap();
            recipe.parts = parts.into_iter().map(|(kind, id): (Kind, &str)| (kind, id.to_owned())).collect();
            recipe.colours.insert("hair".into(), colour.into());
            assert_eq!(describe(&pack, &recipe), expected);
        }
    }
}
