//! Stability: whether a photo that is changed a little still gives the same emoji.

use super::change::CHANGES;
use super::stats::{mean, round, share};
use selfmoji::kind::Kind;
use selfmoji::recipe::Recipe;
use selfmoji::studio::Avatar;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What came of one photo's changed copies, summed up over photos.
#[derive(Debug, Default)]
pub(crate) struct Steadiness {
    photos: usize,
    by_change: [Tally; CHANGES.len()],
    /// Margins of the unchanged photos.
    margins: BTreeMap<Kind, Vec<f64>>,
}

#[derive(Debug, Default)]
struct Tally {
    copies: usize,
    lost: usize,
    parts: BTreeMap<Kind, usize>,
    colours: usize,
    all_colours: usize,
    margins: BTreeMap<Kind, Vec<f64>>,
}

/// In the report.
#[derive(Debug, Serialize)]
pub(crate) struct Stability {
    pub(crate) photos: usize,
    /// Share of parts unchanged, over all kinds and changes.
    pub(crate) parts: Option<f64>,
    pub(crate) colours: Option<f64>,
    pub(crate) kinds: BTreeMap<Kind, KindStability>,
    pub(crate) changes: Vec<ChangeStability>,
}

#[derive(Debug, Serialize)]
pub(crate) struct KindStability {
    pub(crate) unchanged: Option<f64>,
    /// Mean of how far the best part lies above the next one, in the unchanged photos.
    pub(crate) margin: Option<f64>,
}

#[derive(Debug, Serialize)]
pub(crate) struct ChangeStability {
    pub(crate) change: &'static str,
    #[serde(skip)]
    pub(crate) title: &'static str,
    pub(crate) copies: usize,
    /// Copies in which no face was found; all their parts count as changed.
    pub(crate) lost: usize,
    pub(crate) parts: Option<f64>,
    pub(crate) colours: Option<f64>,
    pub(crate) kinds: BTreeMap<Kind, KindStability>,
}

/// How far the best part of each kind lies above the next one, for kinds that the avatar has.
pub(crate) fn margins(avatar: &Avatar) -> BTreeMap<Kind, f64> {
    let margin = |kind: &Kind| avatar.rankings.get(kind).map(|r| f64::from(r.margin())).filter(|m| m.is_finite());
    avatar.recipe.parts.keys().filter_map(|kind| Some((*kind, margin(kind)?))).collect()
}

impl Steadiness {
    /// Adds a photo and its copies, in the order of [`CHANGES`]; `None` for a copy without a face.
    pub(crate) fn add(&mut self, original: &Avatar, copies: &[Option<Avatar>]) {
        self.photos += 1;
        push(&mut self.margins, original);
        for (tally, copy) in self.by_change.iter_mut().zip(copies) {
            tally.add(&original.recipe, copy.as_ref());
        }
    }

    pub(crate) fn report(&self) -> Stability {
        let changes: Vec<ChangeStability> = CHANGES.iter().zip(&self.by_change).map(|((name, title, _), tally)| tally.report(name, title)).collect();
        let over = |values: Vec<f64>| mean(&values).map(round);
        let kinds = Kind::SEEN.map(|kind| {
            let unchanged = over(changes.iter().filter_map(|c| c.kinds.get(&kind)?.unchanged).collect());
            (kind, KindStability { unchanged, margin: self.margins.get(&kind).and_then(|m| mean(m)).map(round) })
        });
        Stability {
            photos: self.photos,
            parts: over(changes.iter().filter_map(|c| c.parts).collect()),
            colours: over(changes.iter().filter_map(|c| c.colours).collect()),
            kinds: kinds.into(),
            changes,
        }
    }
}

impl Tally {
    fn add(&mut self, original: &Recipe, copy: Option<&Avatar>) {
        self.copies += 1;
        self.all_colours += original.colours.len();
        let Some(copy) = copy else {
            self.lost += 1;
            return;
        };
        for kind in Kind::SEEN {
            *self.parts.entry(kind).or_default() += usize::from(original.parts.get(&kind) == copy.recipe.parts.get(&kind));
        }
        self.colours += original.colours.iter().filter(|(role, colour)| copy.recipe.colours.get(*role) == Some(colour)).count();
        push(&mut self.margins, copy);
    }

    fn report(&self, change: &'static str, title: &'static str) -> ChangeStability {
        let unchanged = |kind| self.parts.get(&kind).copied().unwrap_or(0);
        let kinds = Kind::SEEN.map(|kind| {
            let margin = self.margins.get(&kind).and_then(|m| mean(m)).map(round);
            (kind, KindStability { unchanged: share(unchanged(kind), self.copies).map(round), margin })
        });
        ChangeStability {
            change,
            title,
            copies: self.copies,
            lost: self.lost,
            parts: share(Kind::SEEN.into_iter().map(unchanged).sum(), self.copies * Kind::SEEN.len()).map(round),
            colours: share(self.colours, self.all_colours).map(round),
            kinds: kinds.into(),
        }
    }
}

fn push(into: &mut BTreeMap<Kind, Vec<f64>>, avatar: &Avatar) {
    for (kind, margin) in margins(avatar) {
        into.entry(kind).or_default().push(margin);
    }
}

/// The places of `n` photos that are spread evenly over `total`: the middle of each of `n` equal stretches.
pub(crate) fn spread(n: usize, total: usize) -> BTreeSet<usize> {
    let n = n.min(total);
    (0..n).map(|k| (2 * k + 1) * total / (2 * n)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use selfmoji::edit;
    use selfmoji::pack::Pack;

    fn avatar(parts: &[(Kind, &str)]) -> Avatar {
        let mut recipe = edit::random(&Pack::classic().unwrap(), "ada");
        recipe.parts = parts.iter().map(|(k, id)| (*k, (*id).into())).collect();
        recipe.colours = [("hair".into(), "black".into()), ("skin".into(), "monk-03".into())].into();
        Avatar { recipe, rankings: BTreeMap::new() }
    }

    #[test]
    fn photos_are_spread_evenly() {
        for (n, total) in [(0, 7), (3, 7), (5, 7), (7, 7), (60, 241), (9, 4), (usize::MAX, 3), (1, 0)] {
            let places = spread(n, total);
            assert_eq!(places.len(), n.min(total));
            assert!(places.iter().all(|i| *i < total));
        }
        assert_eq!(spread(3, 9), BTreeSet::from([1, 4, 7]));
    }

    #[test]
    fn what_is_absent_both_times_is_unchanged_and_a_lost_face_changes_all() {
        let original = avatar(&[(Kind::Hair, "bob")]);
        let mut copies: Vec<Option<Avatar>> = CHANGES.iter().map(|_| Some(original.clone())).collect();
        copies[0] = Some(avatar(&[(Kind::Hair, "quiff"), (Kind::Glasses, "round")]));
        copies[1] = None;
        let mut steadiness = Steadiness::default();
        steadiness.add(&original, &copies);
        let report = steadiness.report();
        let n = Kind::SEEN.len() as f64;
        assert_eq!(report.changes[0].parts, Some(round((n - 2.0) / n)));
        assert_eq!((report.changes[1].parts, report.changes[1].colours, report.changes[1].lost), (Some(0.0), Some(0.0), 1));
        assert_eq!((report.changes[2].parts, report.changes[2].colours), (Some(1.0), Some(1.0)));
        let changes = CHANGES.len() as f64;
        assert_eq!(report.kinds[&Kind::Headwear].unchanged, Some(round((changes - 1.0) / changes)));
        assert_eq!(report.kinds[&Kind::Hair].unchanged, Some(round((changes - 2.0) / changes)));
    }
}
