use std::fmt;
use std::str::FromStr;

/// In which order scenarios run and are reported.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// As the files are named and their lines follow each other.
    #[default]
    Defined,
    /// The files shuffled, and the scenarios within each; the same seed gives the same order.
    Random(u64),
}

impl FromStr for Order {
    type Err = String;

    /// `defined`, `random:SEED`, or `random`, which takes its seed from the time of day.
    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            None if text == "defined" => Ok(Self::Defined),
            None if text == "random" => Ok(Self::Random(fresh())),
            Some(("random", seed)) => {
                seed.parse().map(Self::Random).map_err(|_| format!("\"{seed}\" is no seed: write random:7, with a number of your own"))
            }
            _ => Err(format!("\"{text}\" is no order: write defined, random, or random:7")),
        }
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Defined => f.write_str("defined"),
            Self::Random(seed) => write!(f, "random:{seed}"),
        }
    }
}

/// A seed that a person can read out.
fn fresh() -> u64 {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    u64::from(now.subsec_nanos()) % 100_000
}

/// Shuffles, the same way for the same seed (Fisher and Yates).
pub(super) fn shuffle<T>(items: &mut [T], random: &mut SplitMix) {
    for last in (1..items.len()).rev() {
        let bound = u64::try_from(last).unwrap_or(u64::MAX).saturating_add(1);
        let other = usize::try_from(random.next() % bound).unwrap_or(last);
        items.swap(last, other);
    }
}

/// Numbers that look random: Steele, Lea and Flood's SplitMix64.
#[derive(Debug, Clone)]
pub(super) struct SplitMix(pub(super) u64);

impl SplitMix {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_order_is_said_and_read() {
        for order in [Order::Defined, Order::Random(7)] {
            assert_eq!(order.to_string().parse(), Ok(order));
        }
        assert!(matches!("random".parse(), Ok(Order::Random(_))));
        for wrong in ["", "randon", "random:x", "defined:1"] {
            assert!(wrong.parse::<Order>().is_err_and(|why| why.contains("write ")), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn shuffling_loses_nothing_and_repeats(count in 0usize..200, seed: u64) {
            let shuffled = || {
                let mut items: Vec<_> = (0..count).collect();
                shuffle(&mut items, &mut SplitMix(seed));
                items
            };
            let mut first = shuffled();
            prop_assert_eq!(&first, &shuffled());
            first.sort_unstable();
            prop_assert_eq!(first, (0..count).collect::<Vec<_>>());
        }
    }
}
