//! What concepts say of a set's names, worked out once for both.

use super::concepts::{Concepts, Sight};
use super::names::Names;
use super::rules::Rules;
use super::term::raised;
use super::words::Words;
use ndarray::Array2;

/// How many of a photo's likeliest concepts count.
const MOST: usize = 50;
/// Probabilities are taken to the power of one over this: networks are surer than they are right.
const FLATTEN: f32 = 1.5;
/// Standard deviations above which a likeness says no more.
const MOST_Z: f32 = 6.0;
/// How soft the maximum over concepts is: the mean for a large number, the best concept alone for a small one.
const SOFTNESS: f32 = 3.0;
/// From standard deviations to the scale of a cosine.
const SCALE: f32 = 0.1;

/// Concepts by names: how much a concept speaks for each name, as the term of the soft maximum.
#[derive(Debug)]
pub(super) struct Visual {
    speaks: Array2<f32>,
    rules: Rules,
}

impl Visual {
    pub(super) fn new(words: &Words, names: &Names, concepts: &Concepts, rules: Rules) -> Self {
        let mut speaks = likenesses(words, names, concepts, rules);
        if rules == Rules::Tuned {
            let counts: Vec<usize> = (0..concepts.list.len()).filter(|&c| concepts.list[c].counts).collect();
            standardise(&mut speaks, &counts);
            speaks.mapv_inplace(|z| (z.min(MOST_Z) / SOFTNESS).exp());
        }
        for (mut row, _) in speaks.rows_mut().into_iter().zip(&concepts.list).filter(|(_, concept)| !concept.counts) {
            row.fill(0.0);
        }
        Self { speaks, rules }
    }

    /// The score of each name for a photo: about 0 where what is seen is no more like it than anything else. By the tuned rules a name's score does
    /// not depend on the other names.
    pub(super) fn scores(&self, concepts: &Concepts, sight: &Sight) -> Vec<f32> {
        let mut sum = vec![0.0f32; self.speaks.ncols()];
        for (concept, weight) in likeliest(concepts, sight, self.rules) {
            sum.iter_mut().zip(self.speaks.row(concept)).for_each(|(s, v)| *s += weight * v);
        }
        if self.rules == Rules::Paper {
            return sum;
        }
        sum.iter().map(|s| SCALE * SOFTNESS * s.max(f32::MIN_POSITIVE).ln()).collect()
    }

    /// The concept that speaks most for a name, and its probability.
    pub(super) fn reason(&self, concepts: &Concepts, sight: &Sight, name: usize) -> Option<(usize, f32)> {
        let share = |&(concept, weight): &(usize, f32)| weight * self.speaks[(concept, name)];
        let best = likeliest(concepts, sight, self.rules).into_iter().max_by(|a, b| share(a).total_cmp(&share(b)))?;
        Some((best.0, sight.probabilities[best.0]))
    }
}

/// The likeliest concepts that count, with their weights, which sum to 1.
fn likeliest(concepts: &Concepts, sight: &Sight, rules: Rules) -> Vec<(usize, f32)> {
    let power = if rules == Rules::Tuned { 1.0 / FLATTEN } else { 1.0 };
    let counted = sight.probabilities.iter().zip(&concepts.list).enumerate().filter(|(_, (p, concept))| concept.counts && **p > 0.0);
    let mut all: Vec<(usize, f32)> = counted.map(|(i, (p, _))| (i, p.powf(power))).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    all.truncate(MOST);
    let sum: f32 = all.iter().map(|(_, p)| p).sum();
    all.iter_mut().for_each(|(_, p)| *p /= sum.max(f32::MIN_POSITIVE));
    all
}

/// How alike each concept is to each name: 1 where they mean the same, raised where the concept is a kind of the name.
fn likenesses(words: &Words, names: &Names, concepts: &Concepts, rules: Rules) -> Array2<f32> {
    let dimensions = concepts.list.first().map_or(0, |concept| concept.vector.len());
    let flat: Vec<f32> = concepts.list.iter().flat_map(|concept| &concept.vector).copied().collect();
    let vectors = Array2::from_shape_vec((concepts.list.len(), dimensions), flat).unwrap_or_default();
    let mut all = names.cosines(&vectors);
    if rules == Rules::Paper {
        return all;
    }
    for (mut row, concept) in all.rows_mut().into_iter().zip(&concepts.list) {
        let chain = words.broader(concept.sense);
        for (likeness, name) in row.iter_mut().zip(&names.names) {
            let kind = name.chain.first().is_some_and(|sense| chain.contains(sense));
            let same = concept.names.contains(&name.phrase) || (kind && concept.exact && name.chain.first() == chain.first());
            if same {
                *likeness = 1.0;
            } else if kind {
                *likeness = raised(*likeness);
            }
        }
    }
    all
}

/// Each name's likenesses in standard deviations from their mean over the concepts that count: some names are alike to everything.
fn standardise(all: &mut Array2<f32>, counts: &[usize]) {
    let n = counts.len().max(1) as f32;
    for mut name in all.columns_mut() {
        let mean = counts.iter().map(|&c| name[c]).sum::<f32>() / n;
        let deviation = (counts.iter().map(|&c| (name[c] - mean).powi(2)).sum::<f32>() / n).sqrt();
        name.mapv_inplace(|v| if deviation > 1e-6 { (v - mean) / deviation } else { 0.0 });
    }
}
