//! Risk: random people who break a pack's rules, all look alike, or become others; and people who are lost on the way to another style.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/fixture.rs"]
mod fixture;

use selfmoji::edit;
use selfmoji::kind::Kind;
use selfmoji::pack::Pack;
use selfmoji::recipe::{Adjust, Recipe};
use selfmoji::{compose, picture};
use serde_json::json;
use std::collections::BTreeSet;

const PEOPLE: usize = 2000;

fn people(pack: &Pack) -> Vec<Recipe> {
    (0..PEOPLE).map(|i| edit::random(pack, &format!("crowd/{i}"))).collect()
}

/// Whether a count out of all people is about so many percent.
fn about(count: usize, percent: f64) -> bool {
    let expected = PEOPLE as f64 * percent / 100.0;
    (count as f64 - expected).abs() < expected * 0.3
}

#[test]
fn people_differ_and_can_all_be_drawn() {
    for pack in [fixture::pack(), Pack::classic().unwrap()] {
        let people = people(&pack);
        let different: BTreeSet<String> = people.iter().map(Recipe::to_json).collect();
        assert_eq!(different.len(), PEOPLE);
        for person in &people {
            compose::check(&pack, person).unwrap();
            assert_eq!((person.expression.as_str(), person.transforms.len()), ("neutral", 0));
            assert_eq!(Recipe::from_json(&person.to_json()).unwrap(), *person);
        }
        picture::render(&compose::svg(&pack, &people[0], 32).unwrap(), 32).unwrap();
        for kind in Kind::ALL {
            let seen: BTreeSet<&String> = people.iter().filter_map(|p| p.parts.get(&kind)).collect();
            assert_eq!(seen.len(), pack.parts(kind).len(), "{kind}: some parts are never chosen");
        }
        for seed in ["", "0", "a", "\u{0}", "\n", &"x".repeat(100_000)] {
            assert_eq!(edit::random(&pack, seed), edit::random(&pack, seed));
        }
    }
}

#[test]
fn shares_and_colours_are_those_of_people() {
    for pack in [fixture::pack(), Pack::classic().unwrap()] {
        let people = people(&pack);
        let having = |kind| people.iter().filter(|p| p.parts.contains_key(&kind)).count();
        for (kind, percent) in
            [(Kind::FacialHair, 25.0), (Kind::Glasses, 25.0), (Kind::Headwear, 15.0), (Kind::Marks, 20.0), (Kind::Lines, 15.0), (Kind::Earwear, 20.0)]
        {
            assert!(about(having(kind), percent), "{kind}: {}", having(kind));
        }
        let roles = &pack.manifest().colours;
        let usual = |role: &str, id: &String| roles[role].usual.is_empty() || roles[role].usual.contains(id);
        let dyed = people.iter().filter(|p| !usual("hair", &p.colours["hair"])).count();
        assert!(about(dyed, 100.0 / 12.0), "{dyed}");
        for person in &people {
            assert_eq!(person.colours.len(), roles.len());
            assert!(
                person.colours.iter().all(|(role, id)| role == "hair" || roles[role].follows.is_some() || usual(role, id)),
                "{:?}",
                person.colours
            );
            assert_eq!((&person.colours["brow"], &person.colours["beard"]), (&person.colours["hair"], &person.colours["hair"]));
            assert_eq!(person.colours["lip"], roles["lip"].by["skin"][&person.colours["skin"]]);
            for value in person.axes.values().flat_map(|axes| axes.values()) {
                let tenths = (value * 10.0).round();
                assert!((1.0..=6.0).contains(&tenths.abs()) && *value == tenths / 10.0, "{value}");
            }
        }
    }
}

#[test]
fn a_new_part_changes_only_those_who_get_it() {
    let old = fixture::pack();
    let new = fixture::changed(|m| {
        m["version"] = json!("1.1.0");
        let mut part = m["kinds"]["hair"][1].clone();
        part["id"] = json!("quiff");
        m["kinds"]["hair"].as_array_mut().unwrap().insert(0, part);
        m["palettes"]["iris"].as_array_mut().unwrap().insert(0, json!({"id": "blue", "base": "#4060c0", "shadow": "#203080"}));
        m["axes"]["glasses"] = json!([{"id": "size", "transform": "scale", "from": 0.9, "to": 1.1}]);
    });
    let (mut quiffs, mut blue) = (0, 0);
    for seed in 0..300 {
        let seed = seed.to_string();
        let (before, mut after) = (edit::random(&old, &seed), edit::random(&new, &seed));
        after.version = before.version.clone();
        if after.parts[&Kind::Hair] == "quiff" {
            quiffs += 1;
            after.parts.insert(Kind::Hair, before.parts[&Kind::Hair].clone());
        }
        if after.colours["iris"] == "blue" {
            blue += 1;
            after.colours.insert("iris".into(), before.colours["iris"].clone());
        }
        after.axes.remove(&Kind::Glasses);
        assert_eq!(after, before, "{seed}");
    }
    assert!((20..90).contains(&quiffs) && (40..120).contains(&blue), "{quiffs} {blue}");
}

#[test]
fn dark_brows_stay_dark_where_they_do_not_follow() {
    let pack = fixture::changed(|m| m["colours"]["brow"] = json!({"palette": "hair", "not_lighter_than": "hair"}));
    let light = ["black", "brown", "copper", "blue", "blond", "white"];
    let place = |id: &str| light.iter().position(|l| *l == id).unwrap();
    for person in people(&pack) {
        let [brow, hair] = ["brow", "hair"].map(|role| person.colours[role].as_str());
        // Copper and blue are about equally light.
        assert!(place(brow) <= place(hair) || [brow, hair].iter().all(|c| ["copper", "blue"].contains(c)), "{brow} over {hair}");
    }
}

#[test]
fn somebody_stays_themselves_in_another_style() {
    let from = fixture::pack();
    let to = fixture::changed(|m| {
        m["name"] = json!("other");
        let hair = m["kinds"]["hair"].as_array_mut().unwrap();
        hair.retain(|p| p["id"] != "long" && p["id"] != "coils");
        m["kinds"]["glasses"][0]["id"] = json!("circle");
        m["kinds"].as_object_mut().unwrap().remove("earwear");
        m["palettes"]["hair"].as_array_mut().unwrap().retain(|s| s["id"] != "copper" && s["id"] != "white");
        m["colours"]["hair"]["usual"] = json!([]);
        m["colours"].as_object_mut().unwrap().remove("iris");
        m["colours"]["iris"] = json!({"palette": "cloth"});
        m["expressions"]["list"].as_array_mut().unwrap().remove(1);
    });
    let mut person = fixture::person();
    person.parts.extend([(Kind::Hair, "coils".to_owned()), (Kind::Earwear, "studs".to_owned())]);
    person
        .colours
        .extend([("hair", "copper"), ("brow", "#503010"), ("beard", "white"), ("cloth", "mustard")].map(|(r, c)| (r.to_owned(), c.to_owned())));
    person.transforms.insert(Kind::Mouth, Adjust { dx: 8.0, dy: -4.0, scale: 1.1 });
    person.expression = "winking".into();
    let restyled = edit::restyle(&from, &person, &to);
    assert_eq!((restyled.pack.as_str(), &restyled.version), ("other", &to.manifest().version));
    assert_eq!(restyled.parts[&Kind::Hair], "bob", "of the same length");
    assert_eq!(restyled.parts[&Kind::Glasses], "circle", "clear, as the old ones");
    assert_eq!(restyled.parts[&Kind::Face], "oval");
    assert!(!restyled.parts.contains_key(&Kind::Earwear) && !restyled.parts.contains_key(&Kind::Headwear));
    for (role, colour) in [("hair", "brown"), ("brow", "#503010"), ("beard", "blond"), ("cloth", "mustard"), ("skin", "tan"), ("iris", "grey")] {
        assert_eq!(restyled.colours[role], colour, "{role}");
    }
    assert_eq!((&restyled.axes, &restyled.transforms), (&person.axes, &person.transforms));
    let larger = edit::restyle(&from, &person, &Pack::classic().unwrap());
    assert_eq!(larger.transforms[&Kind::Mouth], Adjust { dx: 40.96, dy: -20.48, scale: 1.1 }, "its canvas is 5.12 times as large");
    assert_eq!(restyled.expression, "neutral");
    person.expression = "crying".into();
    assert_eq!(edit::restyle(&from, &person, &to).expression, "crying");
    let home = edit::restyle(&from, &person, &from);
    // Only what was left open is said.
    person.colours.extend([("frame", "black"), ("headwear", "navy")].map(|(r, c)| (r.to_owned(), c.to_owned())));
    assert_eq!(home, person);
}

#[test]
fn any_avatar_can_be_carried_to_any_pack() {
    let packs = [fixture::pack(), Pack::classic().unwrap(), Pack::bundled("classic@1.0.0").unwrap()];
    for from in &packs {
        for to in &packs {
            for seed in 0..50 {
                let person = edit::random(from, &seed.to_string());
                let restyled = edit::restyle(from, &person, to);
                compose::check(to, &restyled).unwrap_or_else(|e| panic!("{e}: {}", restyled.to_json()));
            }
        }
    }
    let mut broken = fixture::person();
    broken.parts.clear();
    broken.colours.insert("hair".into(), "no-such".into());
    broken.expression = "no-such".into();
    broken.axes.insert(Kind::Nose, [("no-such".to_owned(), f32::NAN)].into());
    for to in &packs {
        compose::check(to, &edit::restyle(&packs[0], &broken, to)).unwrap();
    }
}
