use super::order::SplitMix;
use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

/// One of several parts of a run: together they are the whole, and no scenario is in two of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shard {
    index: u32,
    count: NonZeroU32,
}

impl Shard {
    /// The part `index`, from 1, of `count`.
    #[must_use]
    pub fn new(index: u32, count: NonZeroU32) -> Option<Self> {
        (1..=count.get()).contains(&index).then_some(Self { index, count })
    }

    /// Which of the scenarios with these hashes belong to the part.
    ///
    /// Scenarios are ranked by their hashes, and the ranks cut into runs of equal length: parts differ by one scenario at most, do not depend on
    /// the order of the run, and a scenario that is added or deleted moves few of the others.
    pub(super) fn picks(self, hashes: &[u64]) -> Vec<bool> {
        let mut ranked: Vec<usize> = (0..hashes.len()).collect();
        ranked.sort_by_key(|index| (hashes[*index], *index));
        let (total, count, index) = (hashes.len(), size(self.count.get()), size(self.index));
        let (from, to) = (total * (index - 1) / count, total * index / count);
        let mut picks = vec![false; total];
        ranked[from..to].iter().for_each(|scenario| picks[*scenario] = true);
        picks
    }
}

fn size(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// A number that scenarios of this identity have on every machine and in every run.
pub(super) fn hash<'a>(identity: impl IntoIterator<Item = &'a str>) -> u64 {
    let bytes = identity.into_iter().flat_map(|part| part.bytes().chain([0xff]));
    SplitMix(bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))).next()
}

impl FromStr for Shard {
    type Err = String;

    /// `2/5`: the second of five parts.
    fn from_str(text: &str) -> Result<Self, String> {
        let parts = text.split_once('/').and_then(|(index, count)| Some((index.parse().ok()?, count.parse().ok()?)));
        let (index, count) = parts.ok_or_else(|| format!("\"{text}\" is no shard: write 2/5 for the second of five"))?;
        Self::new(index, count).ok_or_else(|| format!("there is no shard {index} of {count}: shards are counted from 1 to {count}"))
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.index, self.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_shard_is_said_and_read() {
        assert_eq!("2/5".parse::<Shard>().map(|shard| shard.to_string()), Ok("2/5".to_owned()));
        for wrong in ["", "2", "0/5", "6/5", "1/0", "a/b", "-1/2", "1/2/3"] {
            assert!(wrong.parse::<Shard>().is_err(), "{wrong}");
        }
    }

    fn shards(count: u32) -> Vec<Shard> {
        (1..=count).filter_map(|index| Shard::new(index, NonZeroU32::new(count)?)).collect()
    }

    proptest! {
        #[test]
        fn shards_are_disjoint_complete_and_even(hashes in proptest::collection::vec(any::<u64>(), 0..100), count in 1u32..12) {
            let picked: Vec<Vec<bool>> = shards(count).iter().map(|shard| shard.picks(&hashes)).collect();
            for scenario in 0..hashes.len() {
                prop_assert_eq!(picked.iter().filter(|picks| picks[scenario]).count(), 1);
            }
            let sizes: Vec<_> = picked.iter().map(|picks| picks.iter().filter(|it| **it).count()).collect();
            prop_assert!(sizes.iter().max().unwrap_or(&0) - sizes.iter().min().unwrap_or(&0) <= 1, "{:?}", sizes);
        }

        #[test]
        fn a_new_scenario_moves_few_of_the_others(mut hashes in proptest::collection::vec(any::<u64>(), 1..100), new: u64, count in 1u32..6) {
            let of = |hashes: &[u64]| -> Vec<usize> {
                let picks: Vec<_> = shards(count).iter().map(|shard| shard.picks(hashes)).collect();
                (0..hashes.len()).map(|scenario| picks.iter().position(|picks| picks[scenario]).unwrap_or_default()).collect()
            };
            let before = of(&hashes);
            hashes.push(new);
            let after = of(&hashes);
            let moved = before.iter().zip(&after).filter(|(one, other)| one != other).count();
            prop_assert!(moved < count as usize, "{} moved", moved);
        }
    }
}
