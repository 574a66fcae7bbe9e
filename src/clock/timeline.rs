use super::Instant;
use std::collections::BTreeMap;

/// Which of two things that are due at one instant comes first (quirk Q-20): an answer that is due at 30.000 s still counts,
/// so what extensions wait for runs before what the host waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// A timer, or an answer that a handler or a service gives after a while.
    Timer,
    /// The host's own limit.
    Deadline,
}

/// What is due when. Things due at one instant leave by rank, then in the order in which they were put in.
#[derive(Debug, Clone)]
pub struct Timeline<T> {
    due: BTreeMap<(Instant, Rank, u64), T>,
    next: u64,
}

impl<T> Timeline<T> {
    /// Adds something that is due at `at`.
    pub fn put(&mut self, at: Instant, rank: Rank, what: T) {
        self.due.insert((at, rank, self.next), what);
        self.next += 1;
    }

    /// The first thing due at or before `until`, with its instant.
    pub fn take(&mut self, until: Instant) -> Option<(Instant, T)> {
        let first = self.due.first_entry()?;
        if first.key().0 > until {
            return None;
        }
        let at = first.key().0;
        Some((at, first.remove()))
    }

    /// When the next thing is due.
    #[must_use]
    pub fn next_at(&self) -> Option<Instant> {
        self.due.first_key_value().map(|(key, _)| key.0)
    }

    /// Forgets everything that `keep` does not want.
    pub fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        self.due.retain(|_, what| keep(what));
    }
}

impl<T> Default for Timeline<T> {
    fn default() -> Self {
        Self { due: BTreeMap::new(), next: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timers_leave_before_deadlines_of_the_same_instant() {
        let mut timeline = Timeline::default();
        let at = Instant::START + 30_000;
        timeline.put(at, Rank::Deadline, "deadline");
        timeline.put(at, Rank::Timer, "first timer");
        timeline.put(at, Rank::Timer, "second timer");
        timeline.put(at + 1, Rank::Timer, "later");
        let order: Vec<_> = std::iter::from_fn(|| timeline.take(at)).map(|(_, what)| what).collect();
        assert_eq!(order, ["first timer", "second timer", "deadline"]);
        assert_eq!(timeline.next_at(), Some(at + 1));
    }
}
