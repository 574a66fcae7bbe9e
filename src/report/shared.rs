//! Which scenarios share a failure, so that it is drawn once. Kept are hashes and a few places, never the failures themselves.

use super::reason::waiting;
use super::style::{Ink, Style};
use super::text::{clean, count, hang};
use crate::record::{Failure, ScenarioRecord};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// How many other scenarios with the same failure are named.
const OTHERS: usize = 5;

/// What stands for something that is equal to others: wide enough that none are taken for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mark(u64, u64);

impl Mark {
    pub(super) fn of(it: &impl Hash) -> Self {
        let half = |salt: u8| {
            let mut hasher = DefaultHasher::new();
            (salt, it).hash(&mut hasher);
            hasher.finish()
        };
        Self(half(0), half(1))
    }
}

/// Where each failure is drawn, and which scenarios have it too. Scenarios go by their numbers in the run's order.
#[derive(Default)]
pub(super) struct Shared {
    drawn_at: BTreeMap<Mark, usize>,
    others: BTreeMap<usize, Others>,
}

#[derive(Default)]
struct Others {
    number: usize,
    last: usize,
    named: Vec<String>,
}

impl Shared {
    /// Takes the next scenario; tells whether a picture of it will be drawn.
    pub(super) fn note(&mut self, index: usize, scenario: &ScenarioRecord, failures: &[Failure]) -> bool {
        let mut drawn = false;
        for failure in failures.iter().filter(|failure| waiting(scenario, failure).is_none()) {
            let first = *self.drawn_at.entry(Mark::of(failure)).or_insert(index);
            if first == index {
                drawn = true;
                continue;
            }
            let others = self.others.entry(first).or_default();
            if others.number > 0 && others.last == index {
                continue;
            }
            (others.number, others.last) = (others.number + 1, index);
            if others.named.len() < OTHERS {
                others.named.push(clean(&scenario.place()));
            }
        }
        drawn
    }

    /// Whether nothing is to be drawn.
    pub(super) fn is_empty(&self) -> bool {
        self.drawn_at.is_empty()
    }

    /// Those of a scenario's failures that are drawn with it, each once.
    pub(super) fn own<'a>(&self, index: usize, scenario: &ScenarioRecord, failures: &'a [Failure]) -> Vec<&'a Failure> {
        let mut own: Vec<&Failure> = Vec::new();
        for failure in failures.iter().filter(|failure| waiting(scenario, failure).is_none()) {
            if self.drawn_at.get(&Mark::of(failure)) == Some(&index) && !own.contains(&failure) {
                own.push(failure);
            }
        }
        own
    }

    /// Which other scenarios have the failures that are drawn with this one.
    pub(super) fn also(&self, index: usize, style: Style) -> Option<String> {
        let others = self.others.get(&index)?;
        let more = others.number - others.named.len();
        let more = if more == 0 { String::new() } else { format!(" and {more} more") };
        let text = format!("the same in {}: {}{more}", count(others.number, "other scenario"), others.named.join(", "));
        Some(style.paint(Ink::Faint, &hang("  ", &text, style.columns(), OTHERS + 2).join("\n")))
    }
}
