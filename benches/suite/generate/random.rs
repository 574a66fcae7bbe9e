/// Numbers that look random and are the same everywhere (SplitMix64).
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From `least` to `most`, both among them.
    pub(super) fn between(&mut self, least: usize, most: usize) -> usize {
        least + (self.next() % (most - least + 1) as u64) as usize
    }

    pub(super) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.between(0, from.len() - 1)]
    }

    /// One of these, each as often as its weight says; the weights are a hundred together.
    pub(super) fn weighted<T: Copy>(&mut self, from: &[(usize, T)]) -> T {
        let mut left = self.between(1, 100);
        let chosen = from.iter().find(|(weight, _)| {
            let here = left <= *weight;
            left = left.saturating_sub(*weight);
            here
        });
        chosen.unwrap_or(&from[0]).1
    }

    /// Holds in so many of a hundred cases.
    pub(super) fn percent(&mut self, percent: usize) -> bool {
        self.between(1, 100) <= percent
    }

    /// So many different ones.
    pub(super) fn sample<'a, T>(&mut self, count: usize, from: &'a [T]) -> Vec<&'a T> {
        let mut left: Vec<&T> = from.iter().collect();
        (0..count.min(from.len())).map(|_| left.swap_remove(self.between(0, left.len() - 1))).collect()
    }
}
