//! What an avatar shows, in a sentence, for people who do not see it.

use crate::kind::Kind;
use crate::pack::Pack;
use crate::recipe::Recipe;

/// The parts worth saying, in the order one would say them.
const SAID: [Kind; 4] = [Kind::Hair, Kind::FacialHair, Kind::Glasses, Kind::Headwear];

/// A short English description: "Emoji of a person: black hair (bob), round glasses, beanie". It names drawn parts, never traits of a person.
#[must_use]
pub fn describe(pack: &Pack, recipe: &Recipe) -> String {
    let title = |kind| recipe.parts.get(&kind).and_then(|id| pack.part(kind, id).ok()).map(|p| p.title.to_lowercase());
    let said: Vec<String> = SAID.into_iter().filter_map(|kind| title(kind).filter(|t| !t.is_empty()).map(|t| say(kind, t, recipe))).collect();
    if said.is_empty() {
        return "Emoji of a person".into();
    }
    format!("Emoji of a person: {}", said.join(", "))
}

fn say(kind: Kind, title: String, recipe: &Recipe) -> String {
    match kind {
        Kind::Hair if title != "bald" => {
            // A free colour has no name.
            let colour = recipe.colours.get("hair").filter(|c| !c.starts_with('#')).map(|c| c.replace('-', " ") + " ");
            format!("{}hair ({title})", colour.unwrap_or_default())
        }
        Kind::Glasses if !title.contains("glasses") => format!("{title} glasses"),
        _ => title,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_is_drawn_and_nothing_else() {
        let pack = Pack::classic().unwrap();
        let classic = |id| pack.manifest().kinds[&Kind::Hair].iter().find(|p| p.id == id).unwrap().title.to_lowercase();
        for (parts, colour, expected) in [
            (vec![], "black", "Emoji of a person".to_owned()),
            (vec![(Kind::Hair, "bald")], "black", "Emoji of a person: bald".into()),
            (vec![(Kind::Hair, "bob"), (Kind::Nose, "wide")], "dark-brown", format!("Emoji of a person: dark brown hair ({})", classic("bob"))),
            (vec![(Kind::Hair, "bob"), (Kind::Glasses, "round")], "#ff0000", format!("Emoji of a person: hair ({}), round glasses", classic("bob"))),
            (vec![(Kind::Headwear, "hijab"), (Kind::Glasses, "sunglasses")], "black", "Emoji of a person: sunglasses, hijab".into()),
            (vec![(Kind::Hair, "no such hair")], "black", "Emoji of a person".into()),
        ] {
            let json = r#"{"format": 1, "pack": "classic", "version": "1.0.0", "parts": {}, "colours": {}}"#;
            let mut recipe = Recipe::from_json(json).unwrap();
            recipe.parts = parts.into_iter().map(|(kind, id): (Kind, &str)| (kind, id.to_owned())).collect();
            recipe.colours.insert("hair".into(), colour.into());
            assert_eq!(describe(&pack, &recipe), expected);
        }
    }
}
