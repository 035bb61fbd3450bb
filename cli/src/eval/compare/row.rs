//! One row of the table: the figures of an extractor, used in one way.

use super::super::change::Change;
use super::super::consistency::{self, Portrait};
use super::super::stats::{mean, round};
use super::Compared;
use super::contender::Variant;
use super::look::{Look, Part};
use selfmoji::kind::Kind;
use selfmoji::matching::{Ranking, rank};
use selfmoji::pack::Pack;
use selfmoji::recipe::Recipe;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// In the report.
#[derive(Debug, Serialize)]
pub(crate) struct Table {
    pub(crate) photos: usize,
    /// Changed copies in which the face was found again.
    pub(crate) copies: usize,
    pub(crate) rows: Vec<Row>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Row {
    pub(crate) extractor: &'static str,
    /// What vectors are taken relative to: `no` (nothing), `each side` (photos to the mean photo, drawings to the mean drawing), `by view`
    /// (what ships: drawings so in some views), or `mean drawing` (both to that).
    pub(crate) centring: &'static str,
    pub(crate) tags: bool,
    /// The chance that two photos of a person agree in more parts than photos of two people.
    pub(crate) auc: Option<f64>,
    /// Milliseconds to embed all views of a photo; depends on the machine.
    pub(crate) ms: f64,
    /// Over all kinds.
    #[serde(flatten)]
    pub(crate) all: KindRow,
    pub(crate) kinds: BTreeMap<Kind, KindRow>,
}

#[derive(Debug, Default, Serialize)]
pub(crate) struct KindRow {
    /// Share of parts that stayed the same in a changed copy.
    pub(crate) unchanged: Option<f64>,
    /// The same of copies that were only made lighter or darker.
    pub(crate) lit: Option<f64>,
    /// Mean difference between the highest and the lowest cosine of the drawings.
    pub(crate) spread: Option<f64>,
    /// Mean overlap of the outlines of choice and photo, over that of the best drawing there is.
    pub(crate) overlap: Option<f64>,
    /// Share of labelled words that the chosen drawing's tags say too.
    pub(crate) words: Option<f64>,
    /// Drawings that were chosen for some photo, of so many.
    pub(crate) used: usize,
    pub(crate) parts: usize,
    /// Mean of how far the best drawing's score lies above the next one's.
    pub(crate) margin: Option<f64>,
}

/// What is counted, over the photos, of one kind.
#[derive(Debug, Default)]
struct Counts {
    unchanged: Vec<f64>,
    lit: Vec<f64>,
    spread: Vec<f64>,
    overlap: Vec<f64>,
    words: Vec<f64>,
    margin: Vec<f64>,
    used: BTreeSet<String>,
}

pub(crate) fn measure(pack: &Pack, variant: &Variant, photos: &[Compared]) -> Row {
    let mut counts: BTreeMap<Kind, Counts> = BTreeMap::new();
    let mut recipes = Vec::with_capacity(photos.len());
    for photo in photos {
        let chosen = rankings(pack, variant, &photo.still);
        let again = photo.copy.as_ref().map(|(_, copy)| rankings(pack, variant, copy));
        let lit = matches!(photo.copy, Some((Change::Brightness(_), _)));
        for (&kind, ranking) in &chosen {
            let Some(best) = ranking.best() else { continue };
            let counts = counts.entry(kind).or_default();
            let again = again.as_ref().and_then(|a| a.get(&kind)?.best());
            let same = again.map(|a| f64::from(u8::from(a.id == best.id)));
            counts.unchanged.extend(same);
            counts.lit.extend(same.filter(|_| lit));
            let cosines = || ranking.candidates.iter().map(|c| f64::from(c.cosine));
            counts.spread.push(cosines().fold(f64::MIN, f64::max) - cosines().fold(f64::MAX, f64::min));
            counts.overlap.extend(over_best(&photo.still[&kind], &best.id));
            let tags = pack.part(kind, &best.id).map(|p| &p.tags);
            let says = |tag: &str, value: &str| tags.as_ref().is_ok_and(|t| t.get(tag).is_some_and(|v| v == value));
            counts.words.extend(photo.words.iter().filter(|w| w.kind == kind).map(|w| f64::from(u8::from(says(w.tag, w.value)))));
            counts.margin.extend(Some(f64::from(ranking.margin())).filter(|m| m.is_finite()));
            counts.used.insert(best.id.clone());
        }
        let parts = chosen.iter().filter_map(|(&kind, r)| Some((kind, r.best()?.id.clone()))).collect();
        recipes.push(Recipe { parts, ..photo.recipe.clone() });
    }
    let portraits: Vec<Portrait> =
        photos.iter().zip(&recipes).map(|(p, recipe)| Portrait { file: &p.file, person: p.person.as_deref(), recipe }).collect();
    Row {
        extractor: variant.contender.name,
        centring: variant.centring,
        tags: variant.tags,
        auc: consistency::measure(&portraits).auc,
        ms: (variant.contender.ms() * 100.0).round() / 100.0,
        all: figures(counts.keys().map(|&k| pack.parts(k).len()).sum(), &counts.values().collect::<Vec<_>>()),
        kinds: counts.iter().map(|(&kind, c)| (kind, figures(pack.parts(kind).len(), &[c]))).collect(),
    }
}

/// How the drawings rank for what a photo shows.
fn rankings(pack: &Pack, variant: &Variant, look: &Look) -> BTreeMap<Kind, Ranking> {
    let of = |part: &Part| {
        let mut vector = variant.contender.vector(part).to_vec();
        for (v, m) in vector.iter_mut().zip(variant.mean_photo.get(&part.view).into_iter().flatten()) {
            *v -= m;
        }
        rank(pack, &variant.library, part.view, &vector, &part.wanted)
    };
    look.iter().map(|(&kind, part)| (kind, of(part))).collect()
}

/// A drawing's overlap with a photo's part over the best there is; nothing where no drawing overlaps.
fn over_best(part: &Part, id: &str) -> Option<f64> {
    let best = part.overlap.values().copied().fold(0.0, f32::max);
    (best > 0.01).then(|| f64::from(part.overlap.get(id).copied().unwrap_or(0.0) / best))
}

/// Every photo and kind counts the same.
fn figures(parts: usize, counts: &[&Counts]) -> KindRow {
    let over = |of: fn(&Counts) -> &Vec<f64>| mean(&counts.iter().flat_map(|&c| of(c)).copied().collect::<Vec<_>>()).map(round);
    KindRow {
        unchanged: over(|c| &c.unchanged),
        lit: over(|c| &c.lit),
        spread: over(|c| &c.spread),
        overlap: over(|c| &c.overlap),
        words: over(|c| &c.words),
        used: counts.iter().map(|c| c.used.len()).sum(),
        parts,
        margin: over(|c| &c.margin),
    }
}
