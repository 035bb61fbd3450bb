//! Dice that fall the same way for ever, on every machine: each throw is a hash of what it is about, and whole numbers all the way.

use sha2::{Digest, Sha256};

/// Part of every throw. Another word would make everybody somebody else, so it never changes.
const DOMAIN: &str = "selfmoji random 1";

/// The throws of one seed in one pack.
pub(super) struct Dice<'a> {
    pub(super) pack: &'a str,
    pub(super) seed: &'a str,
}

impl Dice<'_> {
    /// One of several candidates: the one with the highest hash. One more candidate changes the choice only where it wins, and nobody else's.
    pub(super) fn choose<'c>(&self, field: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
        candidates.into_iter().max_by_key(|id| self.hash(field, id))
    }

    /// A number from 0 to `below` - 1.
    pub(super) fn number(&self, field: &str, below: u64) -> u64 {
        let mut first = [0; 8];
        first.copy_from_slice(&self.hash(field, "")[..8]);
        u64::from_be_bytes(first) % below.max(1)
    }

    fn hash(&self, field: &str, candidate: &str) -> [u8; 32] {
        let mut hash = Sha256::new();
        for word in [DOMAIN, self.pack, self.seed, field, candidate] {
            // With its length, so that no two lists of words run together.
            hash.update((word.len() as u64).to_be_bytes());
            hash.update(word);
        }
        hash.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_candidate_changes_only_whom_it_wins() {
        let (old, new) = (["a", "b", "c"], ["a", "new", "b", "c"]);
        let mut won = 0;
        for seed in 0..200 {
            let dice = Dice { pack: "p", seed: &seed.to_string() };
            let (before, after) = (dice.choose("part.hair", old), dice.choose("part.hair", new));
            assert!(after == Some("new") || after == before, "{seed}: {before:?} {after:?}");
            won += usize::from(after == Some("new"));
        }
        assert!((25..75).contains(&won), "a fair share of 200 is 50: {won}");
    }

    #[test]
    fn throws_are_those_they_always_were() {
        let dice = Dice { pack: "classic", seed: "ada" };
        // By hand: SHA-256 of each word after its length as eight bytes, the highest first.
        assert_eq!(dice.hash("part.hair", "bob")[..4], [0xcc, 0x44, 0x83, 0x52], "every random person would be another");
        assert_ne!(dice.hash("part.hair", "bob"), dice.hash("part.hairb", "ob"));
        assert_eq!(dice.choose("part.hair", []), None);
        assert!((0..100).all(|i| dice.number(&i.to_string(), 7) < 7));
    }
}
