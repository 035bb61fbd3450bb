//! Skin tone: how far from the label, by thirds of the Monk scale.

use super::figures::within_one;
use super::stats::{mean, round};
use serde::Serialize;
use std::ops::RangeInclusive;

/// Name, title, tones.
pub(crate) const THIRDS: [(&str, &str, RangeInclusive<u8>); 3] =
    [("light", "Monk 1 to 3", 1..=3), ("medium", "Monk 4 to 6", 4..=6), ("dark", "Monk 7 to 10", 7..=10)];

/// In the report, of all tones or of a third.
#[derive(Debug, Serialize)]
pub(crate) struct Skin {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    pub(crate) n: usize,
    pub(crate) within_one: Option<f64>,
    /// Mean of seen less labelled, in Monk steps: above 0 is too dark.
    pub(crate) signed: Option<f64>,
    pub(crate) absolute: Option<f64>,
    /// Photos by how many steps too dark (or, below 0, too light) they were read.
    pub(crate) errors: Vec<(i16, usize)>,
}

pub(crate) fn measure(tones: &[(u8, u8)]) -> Vec<Skin> {
    let all = of("all", "All", tones);
    let thirds = THIRDS.iter().map(|(name, title, range)| {
        let third: Vec<(u8, u8)> = tones.iter().copied().filter(|(truth, _)| range.contains(truth)).collect();
        of(name, title, &third)
    });
    std::iter::once(all).chain(thirds).collect()
}

fn of(name: &'static str, title: &'static str, tones: &[(u8, u8)]) -> Skin {
    let steps: Vec<i16> = tones.iter().map(|(truth, seen)| i16::from(*seen) - i16::from(*truth)).collect();
    let numbers: Vec<f64> = steps.iter().map(|s| f64::from(*s)).collect();
    let sizes: Vec<f64> = numbers.iter().map(|s| s.abs()).collect();
    let errors = (-9..=9).map(|e| (e, steps.iter().filter(|s| **s == e).count())).filter(|(_, n)| *n > 0).collect();
    let (signed, absolute) = (mean(&numbers).map(round), mean(&sizes).map(round));
    Skin { name, title, n: tones.len(), within_one: within_one(tones).map(round), signed, absolute, errors }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_are_counted_in_each_third() {
        let skin = measure(&[(2, 3), (3, 3), (5, 3), (8, 9), (10, 5)]);
        let by = |name: &str| skin.iter().find(|s| s.name == name).unwrap();
        assert_eq!((by("all").n, by("all").within_one), (5, Some(0.6)));
        assert_eq!((by("light").signed, by("light").absolute), (Some(0.5), Some(0.5)));
        assert_eq!((by("medium").within_one, by("medium").signed), (Some(0.0), Some(-2.0)));
        assert_eq!((by("dark").signed, by("dark").absolute, by("dark").errors.clone()), (Some(-2.0), Some(3.0), vec![(-5, 1), (1, 1)]));
        assert_eq!(measure(&[])[0].within_one, None);
    }
}
