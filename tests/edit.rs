//! Risk: an edit that changes what nobody asked for, breaks a pack's rules, or makes an avatar that cannot be drawn.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "common/fixture.rs"]
mod fixture;

use selfmoji::compose;
use selfmoji::edit::{self, Change, EditError, Options};
use selfmoji::kind::Kind;
use selfmoji::pack::Pack;
use selfmoji::picture;
use selfmoji::recipe::{Adjust, Recipe};
use serde_json::json;
use std::collections::BTreeSet;

fn parsed(pack: &Pack, texts: &[&str]) -> Result<Vec<Change>, EditError> {
    texts.iter().map(|text| Change::parse(pack, text)).collect()
}

fn edited(pack: &Pack, recipe: &Recipe, texts: &[&str]) -> Result<Recipe, EditError> {
    edit::apply(pack, recipe, &parsed(pack, texts)?)
}

#[test]
fn what_is_typed_means_what_it_says() {
    // A part that is called like a colour, and one that is called like a word.
    let pack = fixture::changed(|m| {
        m["kinds"]["hair"][3]["id"] = json!("blond");
        m["kinds"]["glasses"][1]["id"] = json!("none");
    });
    let part = |kind, id: &str| Change::Part { kind, id: Some(id.into()) };
    let colour = |role: &str, colour: &str| Change::Colour { role: role.into(), colour: colour.into() };
    for (text, change, written) in [
        ("hair=bob", part(Kind::Hair, "bob"), "part.hair=bob"),
        (" hair = bob ", part(Kind::Hair, "bob"), "part.hair=bob"),
        ("hair=blond", part(Kind::Hair, "blond"), "part.hair=blond"),
        ("hair=brown", colour("hair", "brown"), "colour.hair=brown"),
        ("hair=#A03010", colour("hair", "#A03010"), "colour.hair=#A03010"),
        ("colour.hair=blond", colour("hair", "blond"), "colour.hair=blond"),
        ("part.hair=brown", part(Kind::Hair, "brown"), "part.hair=brown"),
        ("hair=no-such", part(Kind::Hair, "no-such"), "part.hair=no-such"),
        ("headwear=navy", colour("headwear", "navy"), "colour.headwear=navy"),
        ("headwear=none", Change::Part { kind: Kind::Headwear, id: None }, "part.headwear=none"),
        ("glasses=none", part(Kind::Glasses, "none"), "part.glasses=none"),
        ("skin=tan", colour("skin", "tan"), "colour.skin=tan"),
        ("facial-hair=full", part(Kind::FacialHair, "full"), "part.facial-hair=full"),
        ("eyes.size=-0.4", Change::Axis { kind: Kind::Eyes, axis: "size".into(), value: -0.4 }, "eyes.size=-0.4"),
        ("eyes.size=reset", Change::Reset { kind: Kind::Eyes, axis: Some("size".into()) }, "eyes.size=reset"),
        ("eyes=reset", Change::Reset { kind: Kind::Eyes, axis: None }, "part.eyes=reset"),
        ("expression=happy", Change::Expression { id: "happy".into() }, "expression=happy"),
    ] {
        assert_eq!(Change::parse(&pack, text).unwrap(), change, "{text}");
        if written != "part.glasses=none" {
            assert_eq!((change.to_string().as_str(), Change::parse(&pack, written).unwrap()), (written, change), "{text}");
        }
    }
}

#[test]
fn what_cannot_be_done_says_why_and_what_can() {
    let pack = fixture::pack();
    for (text, said) in [
        ("hair", "write KEY=VALUE"),
        ("hair=", "write KEY=VALUE"),
        ("=bob", "write KEY=VALUE"),
        ("hare=bob", "did you mean `hair`?"),
        ("prop=tear", "prop: there is nothing of that name"),
        ("tail.size=1", "tail.size: there is nothing of that name"),
        ("part.skin=tan", "part.skin: there is nothing of that name"),
        ("colour.hare=brown", "did you mean `hair`?"),
        ("hair=bobb", "hair: there is no `bobb` (did you mean `bob`?); there are: bald, crop, bob"),
        ("hair=coper", "did you mean `copper`?"),
        ("hair=#12345", "or as a colour: #rrggbb, black"),
        ("skin=monk-07", "skin: `monk-07` is no colour of this pack; write #rrggbb, or one of: fair, tan, dark"),
        ("nose=none", "nose: an avatar cannot go without"),
        ("eyes.siz=0.1", "the eyes part `round` has no such axis (did you mean `size`?); there are: size, spacing"),
        ("body.size=0.1", "it has none at all"),
        ("headwear.size=0.1", "this avatar has no headwear"),
        ("eyes.size=1.01", "eyes.size: `1.01` is no number from -1 to 1"),
        ("eyes.size=NaN", "`NaN` is no number"),
        ("eyes.size=1e39", "`inf` is no number"),
        ("eyes.size=big", "eyes.size: `big` is no number"),
        ("expression=hapy", "did you mean `happy`?"),
        ("brow=white", "brow: `white` is lighter than the hair (`brown`)"),
        ("brow=#5f3d25", "is lighter than the hair"),
        ("hair=\u{1b}[31m", "\\u{1b}[31m"),
    ] {
        let error = edited(&pack, &fixture::person(), &["skin=dark", text, "glasses=none"]).err().unwrap_or_else(|| panic!("{text}: accepted"));
        assert!(error.to_string().contains(said) && !error.to_string().contains('\u{1b}'), "{text}: {error}");
    }
    for (field, value) in [("pack", "other"), ("version", "1.0.1")] {
        let mut other: serde_json::Value = serde_json::from_str(&fixture::person().to_json()).unwrap();
        other[field] = json!(value);
        let other = Recipe::from_json(&other.to_string()).unwrap();
        assert!(edited(&pack, &other, &["hair=bob"]).unwrap_err().to_string().contains("made with the style pack"));
        assert!(edit::options(&pack, &other).is_err());
    }
}

/// What somebody has, what is changed, and what colours come of it; the others stay.
#[test]
fn colours_that_go_together_stay_together() {
    let pack = fixture::pack();
    for (has, changes, expected) in [
        (&[][..], &["hair=copper"][..], &[("hair", "copper"), ("brow", "copper"), ("beard", "copper")][..]),
        (&[], &["hair=#ffffff"], &[("hair", "#ffffff"), ("brow", "#ffffff"), ("beard", "#ffffff")]),
        (&[("brow", "black")], &["hair=copper"], &[("hair", "copper"), ("beard", "copper")]),
        (&[("beard", "white")], &["hair=blue"], &[("hair", "blue"), ("brow", "blue")]),
        (&[("hair", "white")], &["hair=black"], &[("hair", "black"), ("brow", "black")]),
        (&[("hair", "white")], &["hair=#101010"], &[("hair", "#101010"), ("brow", "#101010")]),
        (&[], &["brow=black"], &[("brow", "black")]),
        (&[], &["hair=copper", "brow=black"], &[("hair", "copper"), ("brow", "black"), ("beard", "copper")]),
        (&[], &["brow=black", "hair=copper"], &[("hair", "copper"), ("brow", "black"), ("beard", "copper")]),
        (&[], &["brow=white", "hair=white"], &[("hair", "white"), ("brow", "white"), ("beard", "white")]),
        (&[], &["beard=brown", "hair=copper"], &[("hair", "copper"), ("brow", "copper")]),
        (&[], &["skin=dark"], &[("skin", "dark"), ("lip", "deep")]),
        (&[], &["skin=#50301f"], &[("skin", "#50301f"), ("lip", "deep")]),
        (&[("skin", "#b07a52")], &["skin=fair"], &[("skin", "fair"), ("lip", "pale")]),
        (&[("lip", "red")], &["skin=dark"], &[("skin", "dark")]),
        (&[], &["skin=dark", "lip=red"], &[("skin", "dark"), ("lip", "red")]),
        // A brow lighter than the hair is what this person wanted once, and no business of other edits.
        (&[("hair", "black"), ("brow", "white")], &["glasses=none", "skin=fair"], &[("skin", "fair"), ("lip", "pale")]),
        (&[("hair", "black"), ("brow", "white")], &["brow=white"], &[]),
        (&[("hair", "black"), ("brow", "white")], &["hair=brown"], &[("hair", "brown"), ("brow", "brown")]),
    ] {
        let mut before = fixture::person();
        before.colours.extend(has.iter().map(|(role, colour)| ((*role).to_owned(), (*colour).to_owned())));
        let mut wanted = before.colours.clone();
        wanted.extend(expected.iter().map(|(role, colour)| ((*role).to_owned(), (*colour).to_owned())));
        let after = edited(&pack, &before, changes).unwrap_or_else(|e| panic!("{has:?} {changes:?}: {e}"));
        assert_eq!(after.colours, wanted, "{has:?} {changes:?}");
    }
    let mut bare = fixture::person();
    bare.colours.clear();
    let after = edited(&pack, &bare, &["hair=blond"]).unwrap();
    assert_eq!((after.colours["brow"].as_str(), after.colours.contains_key("skin")), ("blond", false), "black was everybody's");
    let clash = edited(&pack, &fixture::person(), &["hair=black", "brow=brown"]).unwrap_err();
    assert!(matches!(clash, EditError::TooLight { .. }), "{clash}");
}

#[test]
fn rules_reach_through_a_chain_and_end_in_a_circle() {
    let pack = fixture::changed(|m| {
        m["colours"]["brow"] = json!({"palette": "hair", "not_lighter_than": "hair"});
        m["colours"]["beard"] = json!({"palette": "hair", "not_lighter_than": "brow"});
        m["colours"]["frame"] = json!({"palette": "frame", "by": {"lip": {"deep": "teal", "mid": "gold"}}});
        m["colours"]["skin"] = json!({"palette": "skin", "by": {"lip": {"pale": "fair", "mid": "tan"}}});
    });
    let mut person = fixture::person();
    person.colours.insert("frame".into(), "gold".into());
    assert_eq!(edited(&pack, &person, &["hair=black"]).unwrap().colours["beard"], "black", "by way of the brow");
    let after = edited(&pack, &person, &["skin=dark"]).unwrap();
    assert_eq!((after.colours["lip"].as_str(), after.colours["frame"].as_str(), after.colours["skin"].as_str()), ("deep", "teal", "dark"));
    let mut open = person.clone();
    open.colours.clear();
    edit::complete(&pack, &mut open);
    assert_eq!(open.colours.len(), pack.manifest().colours.len());
}

#[test]
fn what_is_left_open_is_natural() {
    let pack = fixture::pack();
    let mut recipe = fixture::person();
    recipe.colours = [("hair", "copper"), ("skin", "dark")].map(|(r, c)| (r.to_owned(), c.to_owned())).into();
    edit::complete(&pack, &mut recipe);
    let wanted = [("brow", "copper"), ("beard", "copper"), ("lip", "deep"), ("iris", "brown"), ("cloth", "navy")];
    wanted.iter().for_each(|(role, colour)| assert_eq!(recipe.colours[*role], *colour, "{role}"));
    recipe.colours.insert("brow".into(), "white".into());
    recipe.colours.insert("beard".into(), "white".into());
    edit::complete(&pack, &mut recipe);
    assert_eq!((recipe.colours["brow"].as_str(), recipe.colours["beard"].as_str()), ("copper", "white"));
}

#[test]
fn a_part_takes_along_only_the_axes_it_has() {
    let pack = fixture::pack();
    let curve = |recipe: &Recipe| recipe.axes.get(&Kind::Mouth).and_then(|a| a.get("curve")).copied();
    for (changes, expected) in [
        (&["eyes=wide"][..], Some(0.8)),
        (&["mouth=flat"], Some(0.5)),
        (&["mouth=open"], None),
        (&["mouth.curve=-1", "mouth=flat"], None),
        (&["mouth.curve=0.25", "mouth=flat"], Some(0.25)),
        (&["mouth.curve=0"], None),
        (&["mouth.curve=reset"], None),
        (&["mouth=reset"], None),
    ] {
        let result = edited(&pack, &fixture::person(), changes);
        if changes[0] == "mouth.curve=-1" {
            assert!(result.unwrap_err().to_string().contains("from 0 to 0.5"), "parts come first");
            continue;
        }
        let after = result.unwrap();
        assert_eq!(curve(&after), expected, "{changes:?}");
        assert_eq!(after.axes[&Kind::Eyes]["size"], 0.5, "{changes:?}");
    }
    let mut moved = fixture::person();
    moved.transforms.insert(Kind::Mouth, Adjust { dx: 3.0, dy: 0.0, scale: 1.0 });
    moved.axes.insert(Kind::Glasses, [("no-such".to_owned(), 1.0)].into());
    assert!(edited(&pack, &moved, &["skin=dark"]).is_err(), "a recipe that cannot be drawn is not made to look as if it could");
    let mended = edited(&pack, &moved, &["glasses.no-such=reset", "mouth.curve=reset"]).unwrap();
    assert_eq!(mended.transforms, moved.transforms);
    let reset = edited(&pack, &mended, &["mouth=reset"]).unwrap();
    assert!(reset.transforms.is_empty() && reset.axes.len() == 1, "{reset:?}");
    let bare = edited(&pack, &mended, &["glasses=none"]).unwrap();
    assert!(!bare.parts.contains_key(&Kind::Glasses));
}

/// Every change that a form would offer.
fn offered(options: &Options) -> Vec<Change> {
    let mut all = Vec::new();
    for kind in options.tabs.iter().flat_map(|t| &t.kinds) {
        all.extend(kind.parts.iter().map(|p| Change::Part { kind: kind.kind, id: Some(p.id.clone()) }));
        all.extend(kind.optional.then_some(Change::Part { kind: kind.kind, id: None }));
        let values = kind.axes.iter().flat_map(|a| [a.min, a.value, a.max, 0.0].map(|value| (a.id.clone(), value)));
        all.extend(values.map(|(axis, value)| Change::Axis { kind: kind.kind, axis, value }));
        all.push(Change::Reset { kind: kind.kind, axis: None });
    }
    for colour in options.tabs.iter().flat_map(|t| &t.colours) {
        all.extend(colour.swatches.iter().map(|s| Change::Colour { role: colour.role.clone(), colour: s.id.clone() }));
        all.extend(colour.free.then(|| Change::Colour { role: colour.role.clone(), colour: "#000000".into() }));
    }
    all.extend(options.expressions.iter().map(|e| Change::Expression { id: e.id.clone() }));
    all
}

#[test]
fn every_choice_that_is_offered_can_be_made() {
    for (pack, people) in [(fixture::pack(), 12), (Pack::classic().unwrap(), 3)] {
        for seed in 0..people {
            let person = edit::random(&pack, &seed.to_string());
            let options = edit::options(&pack, &person).unwrap();
            let all = offered(&options);
            assert!(all.len() > 100);
            for change in &all {
                let after = edit::apply(&pack, &person, std::slice::from_ref(change)).unwrap_or_else(|e| panic!("{change}: {e}"));
                let shown = edit::options(&pack, &after).unwrap();
                let chosen = match change {
                    Change::Part { kind, id: Some(id) } => kinds(&shown, *kind).parts.iter().any(|p| p.chosen && p.id == *id),
                    Change::Part { kind, id: None } => !kinds(&shown, *kind).parts.iter().any(|p| p.chosen),
                    Change::Colour { role, colour } => shown.tabs.iter().flat_map(|t| &t.colours).any(|c| c.role == *role && c.value == *colour),
                    Change::Axis { kind, axis, value } => kinds(&shown, *kind).axes.iter().any(|a| a.id == *axis && a.value == *value),
                    Change::Reset { kind, .. } => kinds(&shown, *kind).axes.iter().all(|a| a.value == 0.0),
                    Change::Expression { id } => shown.expressions.iter().any(|e| e.chosen && e.id == *id),
                };
                assert!(chosen, "{change} is not shown as chosen");
                assert_eq!(Change::parse(&pack, &change.to_string()).unwrap(), *change);
            }
        }
    }
}

fn kinds(options: &Options, kind: Kind) -> &edit::KindOptions {
    options.tabs.iter().flat_map(|t| &t.kinds).find(|k| k.kind == kind).unwrap()
}

#[test]
fn a_thumbnail_shows_the_choice_and_little_else() {
    let pack = fixture::pack();
    let mut person = fixture::person();
    person.expression = "happy".into();
    let mut seen = BTreeSet::new();
    for change in offered(&edit::options(&pack, &person).unwrap()) {
        let svg = edit::thumbnail(&pack, &person, &change, 48).unwrap_or_else(|e| panic!("{change}: {e}"));
        assert!(svg.contains("width=\"48\""), "{svg}");
        let view: Vec<f32> = svg.split("viewBox=\"").nth(1).unwrap().split('"').next().unwrap().split(' ').map(|n| n.parse().unwrap()).collect();
        let [x, y, width, height] = view[..] else { panic!("{change}: {view:?}") };
        assert!(x >= 0.0 && y >= 0.0 && width == height && width > 20.0 && x + width <= 100.01 && y + height <= 100.01, "{change}: {view:?}");
        let whole = match &change {
            Change::Part { kind, .. } => matches!(kind, Kind::Face | Kind::Hair | Kind::Headwear | Kind::Body),
            Change::Expression { .. } => true,
            _ => continue,
        };
        assert_eq!(width == 100.0, whole, "{change}: {view:?}");
        if let Change::Part { kind, id: Some(id) } = &change {
            // What this person has already looks the same in every kind that is shown whole.
            let new = seen.insert(picture::render(&svg, 48).unwrap().into_raw());
            assert!(new || person.parts.get(kind) == Some(id), "{change} looks like another");
        }
    }
}

#[test]
fn the_form_names_everything_once_and_nothing_that_is_not_there() {
    let pack = fixture::changed(|m| m["colours"]["socks"] = json!({"palette": "cloth"}));
    let options = edit::options(&pack, &fixture::person()).unwrap();
    let tabs: Vec<&str> = options.tabs.iter().map(|t| t.id).collect();
    assert_eq!(tabs, ["face", "hair", "eyes", "mouth", "facial-hair", "skin", "accessories", "body", "colours"]);
    let mut kinds: Vec<Kind> = options.tabs.iter().flat_map(|t| &t.kinds).map(|k| k.kind).collect();
    kinds.sort();
    assert_eq!(kinds, Kind::ALL);
    let mut roles: Vec<&str> = options.tabs.iter().flat_map(|t| &t.colours).map(|c| c.role.as_str()).collect();
    roles.sort_unstable();
    assert_eq!(roles, pack.manifest().colours.keys().collect::<Vec<_>>());
    let json = serde_json::to_value(&options).unwrap();
    assert_eq!(
        json["pack"],
        json!({"name": "frozen", "version": "1.0.0", "title": "Frozen", "licence": "MIT OR Apache-2.0", "author": "The Selfmoji authors"})
    );
    assert_eq!(json["tabs"][0]["colours"][0]["swatches"][1], json!({"id": "tan", "base": "#b57a50", "chosen": true}));
    assert_eq!(json["tabs"][2]["kinds"][1]["axes"][0], json!({"id": "size", "title": "Size", "min": -1.0, "max": 1.0, "value": 0.5}));
    assert_eq!(json["expressions"][2], json!({"id": "winking", "title": "Winking", "emoji": ["\u{1f609}"], "chosen": false}));
    let old = Pack::bundled("classic@1.0.0").unwrap();
    let options = edit::options(&old, &edit::random(&old, "1")).unwrap();
    assert!(!options.tabs.iter().any(|t| t.id == "skin"), "that version had neither marks nor lines");
}

#[test]
fn any_walk_through_the_choices_can_be_drawn_and_undone() {
    let pack = fixture::pack();
    // A walk needs no good dice, only the same ones every time.
    let mut state = 1u64;
    let mut throw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    for person in 0..300 {
        let mut recipe = edit::random(&pack, &format!("walk {person}"));
        let all = offered(&edit::options(&pack, &recipe).unwrap());
        let mut history = Vec::new();
        while history.len() < 300 {
            // Some choices were offered to whom this person no longer is, and may be refused, but never half made.
            let change = &all[throw(all.len())];
            let before = recipe.clone();
            if let Ok(after) = edit::apply(&pack, &recipe, std::slice::from_ref(change)) {
                assert_eq!(recipe, before, "{change}");
                compose::check(&pack, &after).unwrap_or_else(|e| panic!("{change}: {e}"));
                history.push(std::mem::replace(&mut recipe, after));
            }
        }
        let saved = Recipe::from_json(&recipe.to_json()).unwrap();
        assert_eq!(saved, recipe);
        picture::render(&compose::svg(&pack, &recipe, 16).unwrap(), 16).unwrap();
        assert_eq!(history[0], edit::random(&pack, &format!("walk {person}")), "undone to the first");
    }
}
