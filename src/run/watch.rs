use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// What a worker is at, for the watchdog to see.
#[derive(Debug, Default)]
pub(super) struct Watch {
    busy: Mutex<Busy>,
}

#[derive(Debug, Default, Clone, Copy)]
struct Busy {
    /// The scenario that it plays, and since when it plays the step.
    at: Option<(At, Instant)>,
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
    /// The step, if it is at one.
    pub(super) step: Option<usize>,
}

impl Watch {
    /// The worker begins something that may take so much time, and no more. Tells whether anybody still waits for it.
    pub(super) fn begin(&self, at: At) -> bool {
        let mut busy = self.lock();
        busy.at = Some((at, Instant::now()));
        !busy.abandoned
    }

    /// The worker has done what it was at. Tells whether anybody still waits for it.
    pub(super) fn end(&self) -> bool {
        let mut busy = self.lock();
        busy.at = None;
        !busy.abandoned
    }

    /// Gives the worker up if it is at something for longer than `patience`; tells at what.
    pub(super) fn give_up(&self, patience: Duration) -> Option<At> {
        let mut busy = self.lock();
        let (at, since) = busy.at?;
        if busy.abandoned || since.elapsed() < patience {
            return None;
        }
        busy.abandoned = true;
        Some(at)
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
        let at = At { position: 7, attempt: 0, step: Some(2) };
        assert_eq!(watch.give_up(Duration::ZERO), None, "nothing is begun");
        assert!(watch.begin(at));
        assert_eq!(watch.give_up(Duration::from_secs(3600)), None, "it has time");
        assert_eq!(watch.give_up(Duration::ZERO), Some(at));
        assert_eq!(watch.give_up(Duration::ZERO), None, "it is given up already");
        assert!(!watch.end() && !watch.begin(at), "nobody waits for it");
    }

    #[test]
    fn who_is_done_is_not_given_up() {
        let watch = Watch::default();
        assert!(watch.begin(At { position: 0, attempt: 0, step: None }) && watch.end());
        assert_eq!(watch.give_up(Duration::ZERO), None);
    }
}
