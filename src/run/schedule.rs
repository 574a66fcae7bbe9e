//! Who plays what next: scenarios are taken in their order, reported in their order, and few are ahead of the oldest that is not reported.

use std::collections::{BTreeMap, VecDeque};

/// How many scenarios may be ahead of the oldest one that is not reported.
pub(super) const AHEAD: usize = 256;

/// Something that can be played.
pub(super) trait Playable: Clone {
    /// Whether it must be played alone.
    fn is_serial(&self) -> bool;
}

/// What a worker is to do next.
#[derive(Debug)]
pub(super) enum Move<P> {
    /// Play this.
    Play(Claim<P>),
    /// Read the scenarios of this file, by its number in the plan, which begin at this position.
    Load(usize, usize),
    /// Wait until something changes.
    Wait,
    /// There is nothing left for anybody.
    Leave,
}

/// A scenario that a worker plays.
#[derive(Debug, Clone)]
pub(super) struct Claim<P> {
    /// Counted in the order of the run.
    pub(super) position: usize,
    /// Which attempt it is, from 0.
    pub(super) attempt: u32,
    /// What to play.
    pub(super) item: P,
    /// Whether to look up only what its steps mean.
    pub(super) dry: bool,
}

/// The schedule of a run, which gives its results back as `R`.
#[derive(Debug)]
pub(super) struct Schedule<P, R> {
    /// Files that nobody has read yet: number in the plan, first position, scenarios.
    unread: VecDeque<(usize, usize, usize)>,
    /// What was read, or whose reading goes on, by its first position.
    files: BTreeMap<usize, Option<Vec<P>>>,
    /// How many files may be read at the same time, or wait to be played.
    jobs: usize,
    /// Whether more files may still come.
    open: bool,
    /// How many positions there are, as far as is known.
    end: usize,
    /// The next position that nobody has taken.
    next: usize,
    /// The oldest position that is not reported.
    base: usize,
    /// What is done, from `base` on.
    done: VecDeque<Option<R>>,
    running: BTreeMap<usize, Claim<P>>,
    /// Given up, to be tried again.
    again: Vec<Claim<P>>,
    /// Whether a scenario runs that must be alone.
    alone: bool,
    /// Whether nothing new begins.
    stopped: bool,
    /// From this position on, nothing is run.
    dry_from: usize,
}

impl<P: Playable, R> Schedule<P, R> {
    /// A schedule for so many threads, of files with so many scenarios each. `open` says that more may come.
    pub(super) fn new(jobs: usize, files: impl IntoIterator<Item = usize>, open: bool, dry: bool) -> Self {
        let mut end = 0;
        let mut unread = VecDeque::new();
        for (number, count) in files.into_iter().enumerate() {
            unread.push_back((number, end, count));
            end += count;
        }
        Self {
            unread,
            files: BTreeMap::new(),
            jobs: jobs.max(1),
            open,
            end,
            next: 0,
            base: 0,
            done: VecDeque::new(),
            running: BTreeMap::new(),
            again: Vec::new(),
            alone: false,
            stopped: false,
            dry_from: if dry { 0 } else { usize::MAX },
        }
    }

    /// What the worker who asks is to do.
    pub(super) fn next_move(&mut self) -> Move<P> {
        if let Some(again) = self.again.last() {
            if self.alone || (again.item.is_serial() && !self.running.is_empty()) {
                return Move::Wait;
            }
        } else if self.stopped || (self.next == self.end && !self.open) {
            return Move::Leave;
        } else if self.alone {
            return Move::Wait;
        }
        if let Some(again) = self.again.pop() {
            return self.play(again);
        }
        if let Some(item) = self.upcoming() {
            if self.next >= self.base + AHEAD || (item.is_serial() && !self.running.is_empty()) {
                return Move::Wait;
            }
            let claim = Claim { position: self.next, attempt: 0, item, dry: self.next >= self.dry_from };
            self.next += 1;
            return self.play(claim);
        }
        let may_read = self.files.len() < self.jobs && self.unread.front().is_some_and(|(_, first, _)| *first < self.base + AHEAD);
        match may_read.then(|| self.unread.pop_front()).flatten() {
            Some((number, first, _)) => {
                self.files.insert(first, None);
                Move::Load(number, first)
            }
            None => Move::Wait,
        }
    }

    fn play(&mut self, claim: Claim<P>) -> Move<P> {
        self.alone = claim.item.is_serial();
        self.running.insert(claim.position, claim.clone());
        Move::Play(claim)
    }

    /// The scenario at `next`, if its file was read; files that are played to their end are let go.
    fn upcoming(&mut self) -> Option<P> {
        loop {
            let (first, items) = self.files.first_key_value()?;
            if self.next < *first {
                return None;
            }
            match items.as_ref()?.get(self.next - first) {
                Some(item) => return Some(item.clone()),
                None => self.files.pop_first(),
            };
        }
    }

    /// The file that begins at this position was read.
    pub(super) fn loaded(&mut self, first: usize, items: Vec<P>) {
        self.files.insert(first, Some(items));
    }

    /// One more file, read already; its first position.
    pub(super) fn push(&mut self, items: Vec<P>) -> usize {
        let first = self.end;
        self.end += items.len();
        if !items.is_empty() {
            self.files.insert(first, Some(items));
        }
        first
    }

    /// No more files will come.
    pub(super) fn close(&mut self) {
        self.open = false;
    }

    /// A scenario is played. Tells whether the oldest is done, so that somebody may report it.
    pub(super) fn complete(&mut self, position: usize, result: R) -> bool {
        if self.leave(position).is_none() {
            // It was given up, and is settled already.
            return false;
        }
        let index = position - self.base;
        while self.done.len() <= index {
            self.done.push_back(None);
        }
        self.done[index] = Some(result);
        index == 0
    }

    /// The next attempt at a scenario begins.
    pub(super) fn attempted(&mut self, position: usize) {
        if let Some(claim) = self.running.get_mut(&position) {
            claim.attempt += 1;
        }
    }

    /// What somebody plays at this position.
    pub(super) fn item(&self, position: usize) -> Option<P> {
        self.running.get(&position).map(|claim| claim.item.clone())
    }

    /// Somebody else is to play the next attempt: nobody waits for the one who plays it.
    pub(super) fn retry(&mut self, position: usize) {
        let claim = self.leave(position);
        self.again.extend(claim);
    }

    /// Nobody plays this any more; tells what it was, if somebody did.
    fn leave(&mut self, position: usize) -> Option<Claim<P>> {
        let claim = self.running.remove(&position)?;
        self.alone &= !claim.item.is_serial();
        Some(claim)
    }

    /// What is done and not reported yet, in order.
    pub(super) fn take(&mut self) -> Vec<(usize, R)> {
        let mut taken = Vec::new();
        while let Some(result) = self.done.front_mut().and_then(Option::take) {
            self.done.pop_front();
            taken.push((self.base, result));
            self.base += 1;
        }
        taken
    }

    /// Whether everything that will be played is reported.
    pub(super) fn is_over(&self) -> bool {
        self.base == self.next && self.again.is_empty() && (self.stopped || (self.next == self.end && !self.open))
    }

    /// Nothing new begins.
    pub(super) fn stop(&mut self) {
        self.stopped = true;
    }

    /// From `position` on, steps are only looked up.
    pub(super) fn dry_from(&mut self, position: usize) {
        self.dry_from = self.dry_from.min(position);
    }

    /// How many scenarios nobody has begun.
    pub(super) fn left(&self) -> usize {
        self.end - self.next
    }

    /// How many scenarios wait to be played or reported.
    pub(super) fn waiting(&self) -> usize {
        self.end - self.base
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    impl Playable for bool {
        fn is_serial(&self) -> bool {
            *self
        }
    }

    /// What somebody does who has a hand in the run, each with a number that says who of those who could.
    #[derive(Debug, Clone, Copy)]
    enum Deed {
        Ask,
        Read(usize),
        Finish(usize),
        GiveUp(usize),
        Report,
    }

    fn deed() -> impl Strategy<Value = Deed> {
        prop_oneof![
            3 => Just(Deed::Ask),
            1 => any::<usize>().prop_map(Deed::Read),
            2 => any::<usize>().prop_map(Deed::Finish),
            1 => any::<usize>().prop_map(Deed::GiveUp),
            1 => Just(Deed::Report),
        ]
    }

    #[derive(Default)]
    struct Seen {
        played: Vec<Claim<bool>>,
        reading: Vec<(usize, usize)>,
        reported: Vec<usize>,
    }

    fn act(deed: Deed, files: &[Vec<bool>], schedule: &mut Schedule<bool, usize>, seen: &mut Seen) {
        match deed {
            Deed::Ask => match schedule.next_move() {
                Move::Play(claim) => seen.played.push(claim),
                Move::Load(number, first) => seen.reading.push((number, first)),
                Move::Wait | Move::Leave => {}
            },
            Deed::Read(any) if !seen.reading.is_empty() => {
                let (number, first) = seen.reading.remove(any % seen.reading.len());
                schedule.loaded(first, files[number].clone());
            }
            Deed::Finish(any) if !seen.played.is_empty() => {
                let claim = seen.played.remove(any % seen.played.len());
                schedule.complete(claim.position, claim.position);
            }
            Deed::GiveUp(any) if !seen.played.is_empty() => {
                let claim = seen.played.remove(any % seen.played.len());
                schedule.attempted(claim.position);
                schedule.retry(claim.position);
            }
            Deed::Report => {
                for (position, result) in schedule.take() {
                    assert_eq!(position, result, "results stand where their scenarios stood");
                    seen.reported.push(position);
                }
            }
            Deed::Read(_) | Deed::Finish(_) | Deed::GiveUp(_) => {}
        }
    }

    proptest! {
        #[test]
        fn everything_is_played_once_reported_in_order_and_never_far_ahead(
            files in proptest::collection::vec(proptest::collection::vec(prop::bool::weighted(0.1), 1..300), 0..6),
            deeds in proptest::collection::vec(deed(), 0..600),
            jobs in 1usize..5,
        ) {
            let total: usize = files.iter().map(Vec::len).sum();
            let mut schedule = Schedule::new(jobs, files.iter().map(Vec::len), false, false);
            let mut seen = Seen::default();
            for deed in deeds {
                act(deed, &files, &mut schedule, &mut seen);
                let alone = seen.played.iter().any(|claim| claim.item);
                prop_assert!(!alone || seen.played.len() == 1, "a serial scenario has company: {:?}", seen.played);
                prop_assert!(seen.played.iter().all(|claim| claim.position < seen.reported.len() + AHEAD));
                prop_assert!(seen.reading.len() <= jobs);
            }
            let end = [Deed::Ask, Deed::Read(0), Deed::Ask, Deed::Finish(0), Deed::Report];
            let mut turns = 0;
            while !schedule.is_over() {
                end.into_iter().for_each(|deed| act(deed, &files, &mut schedule, &mut seen));
                turns += 1;
                prop_assert!(turns < 10 * (total + 10), "the run never ends");
            }
            prop_assert_eq!(seen.reported, (0..total).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_stopped_run_is_over_when_what_was_begun_is_reported() {
        let mut schedule = Schedule::new(2, [3], false, false);
        let mut seen = Seen::default();
        for deed in [Deed::Ask, Deed::Read(0), Deed::Ask] {
            act(deed, &[vec![false; 3]], &mut schedule, &mut seen);
        }
        schedule.stop();
        assert!(matches!(schedule.next_move(), Move::Leave) && !schedule.is_over() && schedule.left() == 2);
        act(Deed::Finish(0), &[], &mut schedule, &mut seen);
        act(Deed::Report, &[], &mut schedule, &mut seen);
        assert!(schedule.is_over());
    }
}
