//! A running mean that forgets.

/// The mean of vectors, a frame counting half after each half-life.
#[derive(Debug, Clone, Default)]
pub(super) struct Mean {
    sum: Vec<f32>,
    weight: f32,
}

impl Mean {
    /// Takes in a frame's vector, `seconds` after the one before, and gives the mean. A vector of another length (of another model) starts afresh.
    ///
    /// The weights are summed along with the vectors, so the first frames are a plain mean and the very first does not weigh more than others.
    pub(super) fn take(&mut self, vector: &[f32], seconds: f32, half_life: f32) -> Vec<f32> {
        if vector.iter().all(|v| v.is_finite()) {
            if self.sum.len() != vector.len() {
                *self = Self { sum: vec![0.0; vector.len()], weight: 0.0 };
            }
            let kept = if half_life > 0.0 { (-seconds / half_life).exp2() } else { 0.0 };
            self.weight = self.weight * kept + 1.0;
            for (sum, v) in self.sum.iter_mut().zip(vector) {
                *sum = *sum * kept + v;
            }
        }
        self.value().unwrap_or_else(|| vector.to_vec())
    }

    /// The mean, if anything was seen.
    pub(super) fn value(&self) -> Option<Vec<f32>> {
        (self.weight > 0.0).then(|| self.sum.iter().map(|v| v / self.weight).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_frames_count_less() {
        let mut mean = Mean::default();
        assert_eq!(mean.value(), None);
        assert_eq!(mean.take(&[8.0], 9.0, 0.5), [8.0], "the first frame is all there is");
        assert_eq!(mean.take(&[5.0], 0.5, 0.5), [6.0], "the one half a second ago counts half");
        assert_eq!(mean.take(&[5.0, 1.0], 0.5, 0.5), [5.0, 1.0], "another model's vectors are another thing");
        assert_eq!(mean.take(&[f32::NAN, 1.0], 0.5, 0.5), [5.0, 1.0]);
        assert_eq!(mean.take(&[1.0, 2.0], 0.1, 0.0), [1.0, 2.0], "no half-life, no memory");
    }

    #[test]
    fn a_lasting_change_comes_through_and_an_alternating_one_averages_out() {
        let mut mean = Mean::default();
        for i in 0..300 {
            let now = mean.take(&[(i % 2) as f32], 1.0 / 30.0, 0.5)[0];
            assert!(i < 30 || (now - 0.5).abs() < 0.03, "{i}: {now}");
        }
        for _ in 0..30 {
            mean.take(&[1.0], 1.0 / 30.0, 0.5);
        }
        let later = mean.value().unwrap()[0];
        assert!((0.87..0.88).contains(&later), "after two half-lives a quarter of what was there is left: {later}");
    }
}
