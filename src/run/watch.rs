use crate::record::ScenarioRecord;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What a worker is at, for the watchdog to see.
#[derive(Debug, Default)]
pub(super) struct Watch {
    busy: Mutex<Busy>,
}

#[derive(Debug, Default)]
struct Busy {
    /// The scenario that it plays, and since when it is at this place.
    at: Option<(At, Instant)>,
    /// What is known of it so far.
    known: Option<Box<ScenarioRecord>>,
    /// Whether nobody waits for it any more.
    abandoned: bool,
}

/// A place in a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At {
    /// The scenario, counted in the order of the run.
    pub(super) position: usize,
    /// Which attempt at it, from 0.
    pub(super) attempt: u32,
    /// Where in the scenario.
    pub(super) place: Place,
}

/// What may take so much time, and no more. Steps and hooks by their numbers among those of the scenario and of the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The World is made.
    World,
    /// A hook before the steps.
    Before(usize),
    /// A step.
    Step(usize),
    /// A hook after the steps.
    After(usize),
    /// The World tells what it knows, and is dropped.
    End,
}

impl Watch {
    /// The worker begins something that may take so much time, and no more. Tells when, if anybody still waits for it.
    pub(super) fn begin(&self, at: At) -> Option<Instant> {
        let mut busy = self.lock();
        let now = Instant::now();
        busy.at = Some((at, now));
        if at.place == Place::World {
            busy.known = None;
        }
        (!busy.abandoned).then_some(now)
    }

    /// What is known of the scenario so far, should it never come back.
    pub(super) fn keep(&self, known: &ScenarioRecord) {
        self.lock().known = Some(Box::new(known.clone()));
    }

    /// The worker has done what it was at. Tells whether anybody still waits for it.
    pub(super) fn end(&self) -> bool {
        let mut busy = self.lock();
        (busy.at, busy.known) = (None, None);
        !busy.abandoned
    }

    /// Gives the worker up if it is at something for longer than `patience`; tells at what, and
    /// what is known of it.
    pub(super) fn give_up(&self, patience: Duration) -> Option<(At, Option<Box<ScenarioRecord>>)> {
        let mut busy = self.lock();
        let (at, since) = busy.at?;
        if busy.abandoned || since.elapsed() < patience {
            return None;
        }
        busy.abandoned = true;
        Some((at, busy.known.take()))
    }

    fn lock(&self) -> MutexGuard<'_, Busy> {
        self.busy.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_too_long_at_one_thing_is_given_up_once() {
        let watch = Watch::default();
        let at = At { position: 7, attempt: 0, place: Place::Step(2) };
        assert_eq!(watch.give_up(Duration::ZERO), None, "nothing is begun");
        assert!(watch.begin(at).is_some());
        assert_eq!(watch.give_up(Duration::from_secs(3600)), None, "it has time");
        assert_eq!(watch.give_up(Duration::ZERO), Some((at, None)));
        assert_eq!(watch.give_up(Duration::ZERO), None, "it is given up already");
        assert!(!watch.end() && watch.begin(at).is_none(), "nobody waits for it");
    }

    #[test]
    fn who_is_done_is_not_given_up() {
        let watch = Watch::default();
        assert!(watch.begin(At { position: 0, attempt: 0, place: Place::World }).is_some() && watch.end());
        assert_eq!(watch.give_up(Duration::ZERO), None);
    }
}
