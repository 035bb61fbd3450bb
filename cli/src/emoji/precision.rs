//! Average precision, as the paper measures.

/// The mean of precision at the places of what is relevant; nothing where nothing is. Equal scores keep their order.
pub(super) fn average(relevant: &[bool], scores: &[f32]) -> Option<f64> {
    let mut order: Vec<usize> = (0..scores.len()).collect();
    order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));
    let places = order.iter().enumerate().filter(|(_, i)| relevant[**i]).map(|(place, _)| place);
    let each: Vec<f64> = places.enumerate().map(|(before, place)| (before + 1) as f64 / (place + 1) as f64).collect();
    (!each.is_empty()).then(|| each.iter().sum::<f64>() / each.len() as f64)
}

/// The mean of those there are; 0 of none.
pub(super) fn mean(values: impl IntoIterator<Item = Option<f64>>) -> f64 {
    let values: Vec<f64> = values.into_iter().flatten().collect();
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precision_is_averaged_over_what_is_relevant() {
        let ap = |relevant: &[u8], scores: &[f32]| average(&relevant.iter().map(|&r| r == 1).collect::<Vec<_>>(), scores);
        assert_eq!(ap(&[1, 0, 1], &[3.0, 2.0, 1.0]), Some((1.0 + 2.0 / 3.0) / 2.0));
        assert_eq!(ap(&[0, 1], &[1.0, 1.0]), Some(0.5), "equal scores keep their order");
        assert_eq!(ap(&[0, 0], &[1.0, 2.0]), None);
        assert_eq!(mean([Some(1.0), None, Some(0.5)]), 0.75);
        assert_eq!(mean([None]), 0.0);
    }
}
