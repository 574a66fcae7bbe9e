use super::line::Heard;
use std::collections::BTreeMap;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Which scenario a securityContext belongs to.
#[derive(Debug, Clone, Default)]
pub(super) struct Registry(Arc<Mutex<Known>>);

#[derive(Debug, Default)]
struct Known {
    scenarios: BTreeMap<String, (u64, Sender<Heard>)>,
    lines: u64,
}

impl Registry {
    /// A number that no other scenario has.
    pub(super) fn number(&self) -> u64 {
        let mut known = self.lock();
        known.lines += 1;
        known.lines
    }

    /// From now on, what comes in with this securityContext is the scenario's. Another attempt at a scenario has the same ones, and takes them over.
    pub(super) fn enter(&self, security_context: &str, number: u64, scenario: &Sender<Heard>) {
        let mut known = self.lock();
        if known.scenarios.get(security_context).is_none_or(|(of, _)| *of < number) {
            known.scenarios.insert(security_context.to_owned(), (number, scenario.clone()));
        }
    }

    pub(super) fn find(&self, security_context: &str) -> Option<Sender<Heard>> {
        self.lock().scenarios.get(security_context).map(|(_, scenario)| scenario.clone())
    }

    /// A scenario is over.
    pub(super) fn leave(&self, number: u64) {
        self.lock().scenarios.retain(|_, (of, _)| *of != number);
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        // What is guarded is plain data that is whole after every line.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
