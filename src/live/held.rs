//! A discrete answer that another one has to outlast.

/// An answer, and for how long others have been given in its place.
#[derive(Debug, Clone)]
pub(super) struct Held<T> {
    value: T,
    challenged: Option<f32>,
}

/// Sums of frame times that ought to reach a whole time may fall short of it by rounding.
const ROUNDING: f32 = 1e-4;

impl<T: PartialEq> Held<T> {
    pub(super) fn new(value: T) -> Self {
        Self { value, challenged: None }
    }

    pub(super) fn value(&self) -> &T {
        &self.value
    }

    /// Hears what a frame says, `seconds` after the one before. Another answer is taken over once others have been given for `hold` seconds, or at once where it
    /// is `clear`.
    ///
    /// A frame that says the same again takes back twice its time, so answers that merely alternate never change anything, and one odd frame does not undo a
    /// lasting change.
    pub(super) fn hear(&mut self, said: T, clear: bool, seconds: f32, hold: f32) {
        if said == self.value {
            self.challenged = self.challenged.map(|led| led - 2.0 * seconds).filter(|led| *led >= 0.0);
            return;
        }
        let led = self.challenged.map_or(0.0, |led| led + seconds);
        if clear || led + ROUNDING >= hold {
            *self = Self::new(said);
        } else {
            self.challenged = Some(led);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The frame of each change, at 10 frames a second and half a second's hold.
    fn changes(said: impl IntoIterator<Item = char>) -> Vec<usize> {
        let mut held = Held::new('a');
        let hear = |(i, said)| {
            let before = *held.value();
            held.hear(said, said == '!', 0.1, 0.5);
            (before != *held.value()).then_some(i)
        };
        said.into_iter().enumerate().filter_map(hear).collect()
    }

    #[test]
    fn alternating_answers_change_nothing_and_lasting_ones_come_through() {
        for said in ["ab", "aabab"] {
            assert!(changes(said.chars().cycle().take(200)).is_empty(), "{said}");
        }
        assert_eq!(changes("aabbbbbbbbbb".chars()), [7], "half a second after it was first said");
        assert_eq!(changes("aabbbbabbbbbbbbb".chars()), [10], "one odd frame delays it, no more");
        assert_eq!(changes("aabcbcbcbcbc".chars()), [7], "whichever of two it is, it is not the old one; afterwards they alternate");
        assert_eq!(changes("aa!".chars()), [2], "a clear answer is taken at once");
    }

    #[test]
    fn without_a_hold_every_frame_counts() {
        let mut held = Held::new(0);
        for said in [1, 0, 2] {
            held.hear(said, false, 0.0, 0.0);
            assert_eq!(*held.value(), said);
        }
    }
}
