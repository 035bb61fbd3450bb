//! Variety: whether the parts of a style are made use of, or everybody gets the same few.

use super::stats::{evenness, round, share};
use selfmoji::kind::Kind;
use selfmoji::pack::Pack;
use selfmoji::recipe::Recipe;
use serde::Serialize;
use std::collections::BTreeMap;

/// In the report, for each kind.
#[derive(Debug, Serialize)]
pub(crate) struct Variety {
    /// Emoji that have a part of this kind.
    pub(crate) emoji: usize,
    /// Parts of this kind in the style.
    pub(crate) parts: usize,
    /// Parts of this kind that some emoji has.
    pub(crate) used: usize,
    /// Share of the part that most emoji have.
    pub(crate) most: Option<f64>,
    /// Entropy of the uses over that of using all parts alike.
    pub(crate) evenness: Option<f64>,
    /// How many emoji have each part, the most frequent first.
    pub(crate) uses: Vec<(String, usize)>,
}

pub(crate) fn measure<'a>(pack: &Pack, recipes: impl Iterator<Item = &'a Recipe> + Clone) -> BTreeMap<Kind, Variety> {
    let of = |kind| {
        let mut counts: BTreeMap<&str, usize> = pack.parts(kind).iter().map(|p| (p.id.as_str(), 0)).collect();
        for id in recipes.clone().filter_map(|r| r.parts.get(&kind)) {
            *counts.entry(id).or_default() += 1;
        }
        let numbers: Vec<usize> = counts.values().copied().collect();
        let emoji = numbers.iter().sum();
        let mut uses: Vec<(String, usize)> = counts.into_iter().map(|(id, n)| (id.to_owned(), n)).collect();
        uses.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        Variety {
            emoji,
            parts: numbers.len(),
            used: numbers.iter().filter(|n| **n > 0).count(),
            most: share(numbers.iter().copied().max().unwrap_or(0), emoji).map(round),
            evenness: evenness(&numbers).map(round),
            uses,
        }
    };
    Kind::SEEN.into_iter().map(|kind| (kind, of(kind))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use selfmoji::edit;

    #[test]
    fn unused_parts_and_favourites_are_seen() {
        let pack = Pack::classic().unwrap();
        let recipe = |id: &str| Recipe { parts: [(Kind::Hair, id.to_owned())].into(), ..edit::random(&pack, "ada") };
        let recipes = [recipe("bob"), recipe("bob"), recipe("bob"), recipe("quiff")];
        let variety = measure(&pack, recipes.iter());
        let hair = &variety[&Kind::Hair];
        assert_eq!((hair.emoji, hair.used, hair.parts, hair.most), (4, 2, pack.parts(Kind::Hair).len(), Some(0.75)));
        assert_eq!((hair.uses[0].clone(), hair.uses.len()), (("bob".into(), 3), hair.parts));
        assert_eq!((variety[&Kind::Glasses].emoji, variety[&Kind::Glasses].most), (0, None));
    }
}
