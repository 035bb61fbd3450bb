//! What a preview shows, in sections: people, parts by kind, expressions, colours, axes at their ends.

use selfmoji::edit;
use selfmoji::kind::Kind;
use selfmoji::pack::{Axis, Pack};
use selfmoji::recipe::{FORMAT, Recipe};
use std::collections::BTreeMap;

/// What belongs together.
pub(super) struct Section {
    pub(super) id: String,
    pub(super) title: String,
    /// A line about all of it.
    pub(super) note: String,
    pub(super) exhibits: Vec<Exhibit>,
}

/// One thing to look at, with the name by which the command line knows it.
pub(super) struct Exhibit {
    pub(super) id: String,
    /// For people; may be empty.
    pub(super) title: String,
    pub(super) look: Look,
}

pub(super) enum Look {
    Person(Box<Recipe>),
    /// Colours side by side: a swatch's base and its tones.
    Colours(Vec<String>),
}

/// All sections, those that have nothing left out.
pub(super) fn sections(pack: &Pack, count: u32, seed: &str) -> Vec<Section> {
    let mut sections = vec![random(pack, count, seed)];
    sections.extend(Kind::ALL.map(|kind| parts(pack, kind)));
    sections.extend([expressions(pack), skin(pack)]);
    sections.extend(pack.manifest().palettes.keys().filter(|p| !is_skin(pack, p)).map(|palette| swatches(pack, palette)));
    sections.push(axes(pack));
    sections.retain(|s| !s.exhibits.is_empty());
    sections
}

fn random(pack: &Pack, count: u32, seed: &str) -> Section {
    let seeds = (1..=count).map(|i| format!("{seed}/{i}"));
    let exhibits = seeds.map(|seed| person(&seed, "", edit::random(pack, &seed))).collect();
    Section { id: "people".into(), title: "People".into(), note: "Drawn at random: any combination should look right.".into(), exhibits }
}

fn parts(pack: &Pack, kind: Kind) -> Section {
    let show = |(i, part): (usize, &selfmoji::pack::Part)| {
        let mut recipe = model(pack, i);
        if matches!(kind, Kind::Face | Kind::Ears | Kind::Lines) {
            // Hair would hide what is compared.
            let bald = pack.parts(Kind::Hair).iter().find(|p| p.tags.get("length").is_some_and(|l| l == "bald"));
            recipe.parts.extend(bald.map(|p| (Kind::Hair, p.id.clone())));
        }
        recipe.parts.insert(kind, part.id.clone());
        let tags = part.tags.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join(" ");
        let title = [part.title.as_str(), tags.as_str()].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · ");
        person(&part.id, &title, recipe)
    };
    let exhibits: Vec<Exhibit> = pack.parts(kind).iter().enumerate().map(show).collect();
    let title = capital(&kind.name().replace('-', " "));
    let note = if kind.is_optional() { "People may go without." } else { "" };
    Section { id: kind.name().into(), title, note: note.into(), exhibits }
}

fn expressions(pack: &Pack) -> Section {
    let list = &pack.manifest().expressions.list;
    let show = |(i, e): (usize, &selfmoji::pack::Expression)| {
        let mut recipe = model(pack, i);
        recipe.expression.clone_from(&e.id);
        person(&e.id, &format!("{} {}", e.emoji.join(" "), e.title), recipe)
    };
    let exhibits = list.iter().enumerate().map(show).collect();
    Section { id: "expressions".into(), title: "Expressions".into(), note: String::new(), exhibits }
}

/// A face in every skin tone.
fn skin(pack: &Pack) -> Section {
    let show = |(i, swatch): (usize, &selfmoji::pack::Swatch)| {
        let mut recipe = edit::random(pack, &format!("skin {i}"));
        recipe.parts.retain(|kind, _| !kind.is_optional());
        // Lips and the like go with the skin again.
        recipe.colours.retain(|role, _| is_free(pack, role));
        recipe.colours.insert("skin".into(), swatch.id.clone());
        edit::complete(pack, &mut recipe);
        person(&swatch.id, &swatch.base, recipe)
    };
    let exhibits = pack.swatches("skin").iter().enumerate().map(show).collect();
    Section { id: "skin".into(), title: "Skin tones".into(), note: "Nothing may vanish on the lightest or the darkest.".into(), exhibits }
}

fn is_skin(pack: &Pack, palette: &str) -> bool {
    pack.manifest().colours.get("skin").is_some_and(|role| role.palette == palette)
}

fn swatches(pack: &Pack, palette: &str) -> Section {
    let manifest = pack.manifest();
    let roles: Vec<&str> = manifest.colours.iter().filter(|(_, r)| r.palette == palette).map(|(name, _)| name.as_str()).collect();
    let swatches = manifest.palettes.get(palette).map_or(&[][..], Vec::as_slice);
    let tones: Vec<&str> = swatches.first().into_iter().flat_map(|s| s.tones.keys().map(String::as_str)).collect();
    let colours = |s: &selfmoji::pack::Swatch| std::iter::once(&s.base).chain(s.tones.values()).cloned().collect();
    let exhibits = swatches.iter().map(|s| Exhibit { id: s.id.clone(), title: s.base.clone(), look: Look::Colours(colours(s)) }).collect();
    let note = format!("For {}. Left to right: {}.", roles.join(", "), [&["base"][..], &tones].concat().join(", "));
    Section { id: format!("palette-{palette}"), title: format!("Palette {palette}"), note, exhibits }
}

/// Every axis at both ends: those of a kind on its first part, those of a part on that part.
fn axes(pack: &Pack) -> Section {
    let mut exhibits = Vec::new();
    let mut ends = |kind: Kind, id: Option<&str>, axis: &Axis| {
        for value in [axis.range().0, axis.range().1].into_iter().filter(|v| *v != 0.0) {
            let mut recipe = model(pack, 0);
            recipe.parts.extend(id.or(pack.parts(kind).first().map(|p| p.id.as_str())).map(|id| (kind, id.to_owned())));
            recipe.axes.entry(kind).or_default().insert(axis.id.clone(), value);
            let name = format!("{kind}.{}={value}", axis.id);
            exhibits.push(person(&name, &[id.unwrap_or_default(), &axis.title].join(" "), recipe));
        }
    };
    for (&kind, axes) in &pack.manifest().axes {
        axes.iter().for_each(|axis| ends(kind, None, axis));
    }
    for (&kind, parts) in &pack.manifest().kinds {
        for part in parts {
            part.axes.iter().for_each(|axis| ends(kind, Some(&part.id), axis));
        }
    }
    Section { id: "axes".into(), title: "Axes".into(), note: "Each at its two ends.".into(), exhibits }
}

/// Somebody to show a part on: always the same parts, but each time another skin, for there is no usual one.
fn model(pack: &Pack, i: usize) -> Recipe {
    let manifest = pack.manifest();
    let first = |kind: Kind| pack.parts(kind).first().map(|p| (kind, p.id.clone()));
    let short = pack.parts(Kind::Hair).iter().find(|p| p.tags.get("length").is_some_and(|l| l == "short"));
    let mut recipe = Recipe {
        format: FORMAT,
        pack: manifest.name.clone(),
        version: manifest.version.clone(),
        parts: Kind::ALL.into_iter().filter(|k| !k.is_optional()).filter_map(first).chain(short.map(|p| (Kind::Hair, p.id.clone()))).collect(),
        colours: BTreeMap::new(),
        transforms: BTreeMap::new(),
        axes: BTreeMap::new(),
        expression: "neutral".into(),
    };
    for (role, rules) in manifest.colours.iter().filter(|(role, _)| is_free(pack, role)) {
        let all = pack.swatches(role).iter().map(|s| &s.id);
        let ids: Vec<&String> = if rules.usual.is_empty() { all.collect() } else { rules.usual.iter().collect() };
        // Neither black nor white, on which little is seen.
        let nth = if role == "skin" { i * 3 + 4 } else { 2 };
        recipe.colours.insert(role.clone(), ids[nth % ids.len()].clone());
    }
    edit::complete(pack, &mut recipe);
    recipe
}

/// Whether a colour goes with no other.
fn is_free(pack: &Pack, role: &str) -> bool {
    pack.manifest().colours.get(role).is_some_and(|r| r.follows.is_none() && r.by.is_empty())
}

fn person(id: &str, title: &str, recipe: Recipe) -> Exhibit {
    Exhibit { id: id.into(), title: title.trim().into(), look: Look::Person(Box::new(recipe)) }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
