//! Consistency: whether two photos of one person give emoji that are more alike than those of two people.

use super::person;
use super::stats::{auc, round, share};
use selfmoji::kind::Kind;
use selfmoji::recipe::Recipe;
use serde::Serialize;
use std::collections::BTreeSet;

/// What is worn below the neck is not who somebody is, and in one sitting it is the same.
const NOT_THE_PERSON: (Kind, &str) = (Kind::Body, "cloth");

/// In the report.
#[derive(Debug, Serialize)]
pub(crate) struct Consistency {
    /// How many things two recipes can agree in: kinds of parts and roles of colours.
    pub(crate) things: usize,
    /// Pairs of photos of one person, by how many things they agree in (from 0 to `things`).
    pub(crate) same: Vec<usize>,
    /// Pairs of photos of two people, from the same two series as a pair of one person.
    pub(crate) different_alike: Vec<usize>,
    /// Pairs of photos of any two people.
    pub(crate) different: Vec<usize>,
    /// The chance that a pair of one person agrees in more than one of two people, where the photos are alike in style.
    pub(crate) auc: Option<f64>,
    /// The same against any two people.
    pub(crate) auc_all: Option<f64>,
    pub(crate) mean_same: Option<f64>,
    pub(crate) mean_different_alike: Option<f64>,
    pub(crate) mean_different: Option<f64>,
}

/// A photo that gave a recipe. Where nobody says who it shows, it shows nobody else.
#[derive(Debug)]
pub(crate) struct Portrait<'a> {
    pub(crate) file: &'a str,
    pub(crate) person: Option<&'a str>,
    pub(crate) recipe: &'a Recipe,
}

/// Compares all photos with each other.
pub(crate) fn measure(portraits: &[Portrait]) -> Consistency {
    let roles: BTreeSet<&str> =
        portraits.iter().flat_map(|p| p.recipe.colours.keys()).map(String::as_str).filter(|r| *r != NOT_THE_PERSON.1).collect();
    let things: Vec<Vec<Option<&str>>> = portraits.iter().map(|p| things(p.recipe, &roles)).collect();
    let series: Vec<String> = portraits.iter().map(|p| person::series(p.file)).collect();
    let between = |a: usize, b: usize| if series[a] < series[b] { (&series[a], &series[b]) } else { (&series[b], &series[a]) };
    let same = |a: usize, b: usize| portraits[a].person.is_some() && portraits[a].person == portraits[b].person;
    let pairs = || (0..portraits.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
    let alike: BTreeSet<_> = pairs().filter(|&(a, b)| same(a, b)).map(|(a, b)| between(a, b)).collect();
    let n = things.first().map_or(0, Vec::len);
    let (mut of_one, mut of_two, mut of_two_alike) = (vec![0; n + 1], vec![0; n + 1], vec![0; n + 1]);
    for (a, b) in pairs() {
        let score = things[a].iter().zip(&things[b]).filter(|(x, y)| x == y).count();
        if same(a, b) {
            of_one[score] += 1;
            continue;
        }
        of_two[score] += 1;
        of_two_alike[score] += usize::from(alike.contains(&between(a, b)));
    }
    Consistency {
        things: n,
        auc: auc(&of_one, &of_two_alike).map(round),
        auc_all: auc(&of_one, &of_two).map(round),
        mean_same: mean_score(&of_one),
        mean_different_alike: mean_score(&of_two_alike),
        mean_different: mean_score(&of_two),
        same: of_one,
        different_alike: of_two_alike,
        different: of_two,
    }
}

/// What a recipe chose: a part or none of each kind that is seen, and a colour for each role.
fn things<'a>(recipe: &'a Recipe, roles: &BTreeSet<&str>) -> Vec<Option<&'a str>> {
    let parts = Kind::SEEN.into_iter().filter(|k| *k != NOT_THE_PERSON.0).map(|k| recipe.parts.get(&k));
    parts.chain(roles.iter().map(|r| recipe.colours.get(*r))).map(|c| c.map(String::as_str)).collect()
}

/// The mean share of things that pairs agree in.
fn mean_score(counts: &[usize]) -> Option<f64> {
    let total: usize = counts.iter().enumerate().map(|(score, n)| score * n).sum();
    share(total, counts.iter().sum::<usize>() * counts.len().saturating_sub(1)).map(round)
}

#[cfg(test)]
mod tests {
    use super::*;
    use selfmoji::edit;
    use selfmoji::pack::Pack;

    fn recipe(hair: &str, colour: &str) -> Recipe {
        let mut recipe = edit::random(&Pack::classic().unwrap(), "ada");
        recipe.parts = [(Kind::Hair, hair.to_owned())].into();
        recipe.colours = [("hair".to_owned(), colour.to_owned()), ("cloth".to_owned(), hair.to_owned())].into();
        recipe
    }

    #[test]
    fn people_are_told_apart_among_photos_of_the_same_style() {
        let (a, b, c) = (recipe("bob", "black"), recipe("bob", "brown"), recipe("quiff", "red"));
        let portrait = |file, person, recipe| Portrait { file, person, recipe };
        let found = measure(&[
            portrait("l/neutral_1.jpg", Some("l/1"), &a),
            portrait("l/smiling_1.jpg", Some("l/1"), &b),
            portrait("l/neutral_2.jpg", Some("l/2"), &c),
            portrait("l/smiling_2.jpg", Some("l/2"), &c),
            portrait("other/x.jpg", None, &a),
        ]);
        // Ten kinds (not the body) and the hair's colour (not the clothes').
        assert_eq!(found.things, 11);
        assert_eq!((found.same[10], found.same[11], found.same.iter().sum::<usize>()), (1, 1, 2));
        assert_eq!((found.different_alike[9], found.different_alike.iter().sum::<usize>()), (2, 2), "neutral against smiling only");
        assert_eq!(found.different.iter().sum::<usize>(), 8);
        assert_eq!((found.auc, found.mean_same), (Some(1.0), Some(round(21.0 / 22.0))));
        assert!(found.auc_all.unwrap() < 1.0, "the other photo looks just like the first");
    }

    #[test]
    fn without_two_photos_of_anybody_there_is_nothing_to_say() {
        let a = recipe("bob", "black");
        assert_eq!(measure(&[Portrait { file: "a.jpg", person: None, recipe: &a }]).auc, None);
        assert_eq!(measure(&[]).auc_all, None);
    }
}
