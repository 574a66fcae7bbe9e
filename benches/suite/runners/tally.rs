use std::iter::Sum;

/// How many scenarios were run, and how many of them passed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) scenarios: usize,
    pub(crate) passed: usize,
}

impl Tally {
    pub(crate) fn add(&mut self, passed: bool) {
        self.scenarios += 1;
        self.passed += usize::from(passed);
    }
}

impl FromIterator<bool> for Tally {
    fn from_iter<I: IntoIterator<Item = bool>>(scenarios: I) -> Self {
        let mut tally = Self::default();
        scenarios.into_iter().for_each(|passed| tally.add(passed));
        tally
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |one, other| Self { scenarios: one.scenarios + other.scenarios, passed: one.passed + other.passed })
    }
}
