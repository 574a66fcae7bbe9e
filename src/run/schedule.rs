//! Who plays what next: scenarios are taken in their order, reported in their order, and few are ahead of the oldest that is not reported.

use std::collections::{BTreeMap, VecDeque};

/// How many scenarios may be ahead of the oldest one that is not reported.
pub(super) const AHEAD: usize = 256;
/// So many scenarios are reported at a time, if they come quickly.
const BATCH: usize = 64;

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
    /// Read the scenarios of the file with this number.
    Load(usize),
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

/// The scenarios of a file.
#[derive(Debug)]
struct File<P> {
    items: Vec<P>,
    /// The next one that nobody has taken.
    next: usize,
    /// Who read it.
    reader: usize,
}

/// The schedule of a run, which gives its results back as `R`.
#[derive(Debug)]
pub(super) struct Schedule<P, R> {
    /// How many files there are, of those that workers read.
    count: usize,
    /// The next of them that nobody has begun to read.
    unread: usize,
    /// What was read and is not played to its end, or is being read, by its number.
    files: BTreeMap<usize, Option<File<P>>>,
    /// What is played to its end, and who read it.
    spent: Vec<(usize, Vec<P>)>,
    /// How many files may be read at the same time, or wait to be played.
    jobs: usize,
    /// Whether more files may still come from elsewhere.
    open: bool,
    /// How many scenarios were pushed from elsewhere, or read.
    known: usize,
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
    /// A schedule for so many threads and so many files. `open` says that more may come.
    pub(super) fn new(jobs: usize, count: usize, open: bool, dry: bool) -> Self {
        Self {
            count,
            unread: 0,
            files: BTreeMap::new(),
            spent: Vec::new(),
            jobs: jobs.max(1),
            open,
            known: 0,
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
        } else if self.is_all_begun() {
            return self.leave_or_wait();
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
            if let Some(file) = self.files.values_mut().next().and_then(Option::as_mut) {
                file.next += 1;
            }
            let claim = Claim { position: self.next, attempt: 0, item, dry: self.next >= self.dry_from };
            self.next += 1;
            return self.play(claim);
        }
        if self.unread < self.count && self.files.len() < self.jobs {
            self.files.insert(self.unread, None);
            self.unread += 1;
            return Move::Load(self.unread - 1);
        }
        self.leave_or_wait()
    }

    /// What runs may be given up, and then somebody must be there to try it again.
    fn leave_or_wait(&self) -> Move<P> {
        if self.is_all_begun() && (self.stopped || self.running.is_empty()) { Move::Leave } else { Move::Wait }
    }

    fn play(&mut self, claim: Claim<P>) -> Move<P> {
        self.alone = claim.item.is_serial();
        self.running.insert(claim.position, claim.clone());
        Move::Play(claim)
    }

    /// The scenario at `next`, if its file was read; files that are played to their end are let go.
    fn upcoming(&mut self) -> Option<P> {
        loop {
            let file = self.files.first_entry()?;
            let read = file.get().as_ref()?;
            if let Some(item) = read.items.get(read.next) {
                return Some(item.clone());
            }
            self.spent.extend(file.remove().map(|file| (file.reader, file.items)));
        }
    }

    /// What `reader` has read and nobody needs any more. Who allocates, frees: threads that free each other's memory wait for each other.
    pub(super) fn spent(&mut self, reader: usize) -> Option<Vec<P>> {
        let index = self.spent.iter().position(|(other, _)| *other == reader)?;
        Some(self.spent.swap_remove(index).1)
    }

    /// The file with this number was read.
    pub(super) fn loaded(&mut self, number: usize, items: Vec<P>, reader: usize) {
        self.known += items.len();
        self.files.insert(number, Some(File { items, next: 0, reader }));
    }

    /// One more file, read already; the position of its first scenario.
    pub(super) fn push(&mut self, items: Vec<P>) -> usize {
        let first = self.known;
        self.loaded(self.count, items, usize::MAX);
        self.count += 1;
        self.unread = self.count;
        first
    }

    /// No more files will come.
    pub(super) fn close(&mut self) {
        self.open = false;
    }

    /// A scenario is played. Tells whether it is worth reporting what is done: few at a time would cost more than playing them.
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
        self.done.len() >= BATCH || (self.running.is_empty() && self.is_all_begun())
    }

    /// Whether no scenario is left that nobody has begun. A file that is being read may have some.
    fn is_all_begun(&self) -> bool {
        let none_left = || self.unread == self.count && self.next == self.known && self.files.values().all(Option::is_some);
        self.again.is_empty() && (self.stopped || (none_left() && !self.open))
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

    /// Somebody else is to play the next attempt: nobody waits for the one who plays it. Where nothing new begins, nothing is tried again.
    pub(super) fn retry(&mut self, position: usize) -> bool {
        let claim = if self.stopped { None } else { self.leave(position) };
        let known = claim.is_some();
        self.again.extend(claim.map(|claim| Claim { attempt: claim.attempt + 1, ..claim }));
        known
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
        self.base == self.next && self.is_all_begun()
    }

    /// Nothing new begins.
    pub(super) fn stop(&mut self) {
        self.stopped = true;
    }

    /// From `position` on, steps are only looked up.
    pub(super) fn dry_from(&mut self, position: usize) {
        self.dry_from = self.dry_from.min(position);
    }

    /// How many of the scenarios that were read nobody has begun, and from which file on nobody has read any.
    pub(super) fn left(&self) -> (usize, usize) {
        (self.known - self.next, self.unread)
    }

    /// How many scenarios wait to be played or reported.
    pub(super) fn waiting(&self) -> usize {
        self.known - self.base
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
        reading: Vec<usize>,
        reported: Vec<usize>,
    }

    fn act(deed: Deed, files: &[Vec<bool>], schedule: &mut Schedule<bool, usize>, seen: &mut Seen) {
        match deed {
            Deed::Ask => match schedule.next_move() {
                Move::Play(claim) => seen.played.push(claim),
                Move::Load(number) => seen.reading.push(number),
                Move::Wait => {}
                Move::Leave => assert!(seen.played.is_empty(), "nobody is left to try again what is given up"),
            },
            Deed::Read(any) if !seen.reading.is_empty() => {
                let number = seen.reading.remove(any % seen.reading.len());
                schedule.loaded(number, files[number].clone(), 0);
            }
            Deed::Finish(any) if !seen.played.is_empty() => {
                let claim = seen.played.remove(any % seen.played.len());
                schedule.complete(claim.position, claim.position);
            }
            Deed::GiveUp(any) if !seen.played.is_empty() => {
                let claim = seen.played.remove(any % seen.played.len());
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
            files in proptest::collection::vec(proptest::collection::vec(prop::bool::weighted(0.1), 0..300), 0..6),
            deeds in proptest::collection::vec(deed(), 0..600),
            jobs in 1usize..5,
        ) {
            let total: usize = files.iter().map(Vec::len).sum();
            let mut schedule = Schedule::new(jobs, files.len(), false, false);
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
        let mut schedule = Schedule::new(2, 1, false, false);
        let mut seen = Seen::default();
        for deed in [Deed::Ask, Deed::Read(0), Deed::Ask] {
            act(deed, &[vec![false; 3]], &mut schedule, &mut seen);
        }
        schedule.stop();
        assert!(matches!(schedule.next_move(), Move::Leave) && !schedule.is_over() && schedule.left() == (2, 1));
        act(Deed::Finish(0), &[], &mut schedule, &mut seen);
        act(Deed::Report, &[], &mut schedule, &mut seen);
        assert!(schedule.is_over());
    }
}
