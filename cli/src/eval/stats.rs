//! The arithmetic of the figures, on plain lists.

/// Share of pairs (truth, answer) that agree; `None` without pairs.
pub(crate) fn accuracy<T: PartialEq>(pairs: &[(T, T)]) -> Option<f64> {
    share(pairs.iter().filter(|(truth, answer)| truth == answer).count(), pairs.len())
}

/// The accuracy of each truth that occurs, averaged: a rare one counts as much as a common one.
pub(crate) fn balanced<T: PartialEq + Ord + Copy>(pairs: &[(T, T)]) -> Option<f64> {
    let rates: Vec<f64> = truths(pairs).into_iter().filter_map(|t| accuracy(&of(pairs, t))).collect();
    mean(&rates)
}

/// How often the rarest truth occurs. A balanced accuracy is no surer than this allows.
pub(crate) fn rarest<T: PartialEq + Ord + Copy>(pairs: &[(T, T)]) -> usize {
    truths(pairs).into_iter().map(|t| of(pairs, t).len()).min().unwrap_or(0)
}

/// Standard error of the balanced accuracy. One right and one wrong answer more are assumed of each truth, for a few right ones are no certainty.
pub(crate) fn error<T: PartialEq + Ord + Copy>(pairs: &[(T, T)]) -> Option<f64> {
    let variance = |t: T| {
        let of = of(pairs, t);
        let n = of.len() as f64 + 2.0;
        let p = (of.iter().filter(|(truth, answer)| truth == answer).count() as f64 + 1.0) / n;
        p * (1.0 - p) / n
    };
    let truths = truths(pairs);
    (!truths.is_empty()).then(|| truths.iter().map(|t| variance(*t)).sum::<f64>().sqrt() / truths.len() as f64)
}

fn truths<T: Ord + Copy>(pairs: &[(T, T)]) -> Vec<T> {
    let mut truths: Vec<T> = pairs.iter().map(|p| p.0).collect();
    truths.sort_unstable();
    truths.dedup();
    truths
}

fn of<T: PartialEq + Copy>(pairs: &[(T, T)], truth: T) -> Vec<(T, T)> {
    pairs.iter().copied().filter(|p| p.0 == truth).collect()
}

pub(crate) fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

pub(crate) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

pub(crate) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => None,
        n if n % 2 == 1 => Some(sorted[middle]),
        _ => Some((sorted[middle - 1] + sorted[middle]) / 2.0),
    }
}

/// The chance that a draw from `high` scores above one from `low`, a tie counting half (Mann and Whitney 1947): the area under the ROC curve.
///
/// Both are histograms over the same scores, lowest first.
pub(crate) fn auc(high: &[usize], low: &[usize]) -> Option<f64> {
    let (mut wins, mut below) = (0.0, 0.0);
    for (&high, &low) in high.iter().zip(low) {
        wins += high as f64 * (below + low as f64 / 2.0);
        below += low as f64;
    }
    let pairs = below * high.iter().sum::<usize>() as f64;
    (pairs > 0.0).then(|| wins / pairs)
}

/// Shannon entropy of how often each of these was used, from 0 (always the same) to 1 (all alike).
pub(crate) fn evenness(counts: &[usize]) -> Option<f64> {
    let total: usize = counts.iter().sum();
    if total == 0 || counts.len() < 2 {
        return None;
    }
    let bits = |&n: &usize| {
        let p = n as f64 / total as f64;
        if n == 0 { 0.0 } else { -p * p.ln() }
    };
    Some(counts.iter().map(bits).sum::<f64>() / (counts.len() as f64).ln())
}

/// To six places, as the report gives them.
pub(crate) fn round(value: f64) -> f64 {
    // Adding zero makes -0 a plain 0.
    (value * 1e6).round() / 1e6 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rare_answer_counts_as_much_as_a_common_one() {
        // Eight without glasses, all right; two with, one right.
        let mut pairs = vec![(false, false); 8];
        pairs.extend([(true, true), (true, false)]);
        assert_eq!(accuracy(&pairs), Some(0.9));
        assert_eq!((balanced(&pairs), rarest(&pairs)), (Some(0.75), 2));
        assert_eq!(balanced(&pairs[..8]), Some(1.0), "only what occurs is asked");
        // Of 8 + 2 and 2 + 2: variances 0.9 * 0.1 / 10 and 0.5 * 0.5 / 4.
        assert!((error(&pairs).unwrap() - (0.009_f64 + 0.0625).sqrt() / 2.0).abs() < 1e-12);
        assert_eq!((accuracy::<bool>(&[]), balanced::<bool>(&[]), rarest::<bool>(&[])), (None, None, 0));
    }

    #[test]
    fn the_area_under_the_curve_is_the_share_of_pairs_won() {
        assert_eq!(auc(&[0, 0, 3], &[5, 0, 0]), Some(1.0));
        assert_eq!(auc(&[3, 0, 0], &[0, 0, 5]), Some(0.0));
        assert_eq!(auc(&[0, 7], &[0, 2]), Some(0.5), "all ties");
        // 1 and 2 against 0 and 1: three wins of four, and the tie of 1 with 1 is half a win.
        assert_eq!(auc(&[0, 1, 1], &[1, 1, 0]), Some(0.875));
        assert_eq!(auc(&[0], &[4]), None);
    }

    #[test]
    fn evenness_is_that_of_the_uses() {
        assert_eq!(evenness(&[9, 0, 0]), Some(0.0));
        assert!((evenness(&[3, 3, 3, 3]).unwrap() - 1.0).abs() < 1e-12);
        assert!((evenness(&[2, 2, 0, 0]).unwrap() - 0.5).abs() < 1e-12);
        assert_eq!([evenness(&[]), evenness(&[0, 0]), evenness(&[5])], [None; 3]);
    }

    #[test]
    fn medians_and_means() {
        assert_eq!((median(&[3.0, 1.0, 2.0]), median(&[4.0, 1.0, 2.0, 3.0]), median(&[])), (Some(2.0), Some(2.5), None));
        assert_eq!((mean(&[1.0, 2.0]), mean(&[]), share(1, 0)), (Some(1.5), None, None));
        assert_eq!(round(-1e-7).to_string(), "0");
    }
}
