//! A World whose steps tell the test what they do, and what runs it.

use cucumber::codegen::LocalBoxFuture;
use cucumber::{World, given, when};
use deskspec::gherkin::{Pickle, parse, pickles};
use deskspec::record::{Failure, RunRecord, ScenarioRecord, Status};
use deskspec::run::{Backend, Definitions, Interrupt, Options, Plan, Runner};
use std::collections::BTreeMap;
use std::sync::mpsc::channel;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

/// After so much time something will never happen any more.
pub(crate) const NEVER: Duration = Duration::from_secs(120);

/// What the scenarios of one test share.
#[derive(Debug, Default)]
pub(crate) struct Bench {
    state: Mutex<State>,
    changed: Condvar,
    pub(crate) interrupt: Interrupt,
}

#[derive(Debug, Default)]
struct State {
    told: Vec<String>,
    counts: BTreeMap<String, u32>,
    is_open: bool,
}

impl Bench {
    pub(crate) fn tell(&self, what: impl Into<String>) {
        self.state().told.push(what.into());
        self.changed.notify_all();
    }

    pub(crate) fn told(&self) -> Vec<String> {
        self.state().told.clone()
    }

    /// Counts one more of `what`.
    pub(crate) fn count(&self, what: &str) -> u32 {
        let mut state = self.state();
        let count = state.counts.entry(what.to_owned()).or_default();
        *count += 1;
        let count = *count;
        self.changed.notify_all();
        count
    }

    pub(crate) fn counted(&self, what: &str) -> u32 {
        self.state().counts.get(what).copied().unwrap_or_default()
    }

    /// Waits until so many of `what` are counted.
    pub(crate) fn wait_for(&self, what: &str, count: u32) {
        self.wait(|state| state.counts.get(what).is_some_and(|counted| *counted >= count));
    }

    pub(crate) fn open_the_gate(&self) {
        self.state().is_open = true;
        self.changed.notify_all();
    }

    fn pass_the_gate(&self) {
        self.wait(|state| state.is_open);
    }

    fn wait(&self, until: impl Fn(&State) -> bool) {
        let (_state, over) = self.changed.wait_timeout_while(self.state(), NEVER, |state| !until(state)).expect("no poison");
        assert!(!over.timed_out(), "what is waited for never happens");
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("nothing panics here")
    }
}

/// A World at a [`Bench`].
#[derive(Debug, Default, World)]
pub(crate) struct Hand {
    pub(crate) bench: Arc<Bench>,
    pub(crate) scenario: String,
}

/// Makes Worlds at one [`Bench`]; everything else is as with any World.
#[derive(Debug, Clone, Default)]
pub(crate) struct AtBench(pub(crate) Arc<Bench>);

impl Backend<Hand> for AtBench {
    fn world<'a>(&'a self, pickle: &'a Pickle) -> LocalBoxFuture<'a, Result<Hand, Box<Failure>>> {
        self.0.count("Worlds");
        Box::pin(async { Ok(Hand { bench: Arc::clone(&self.0), scenario: pickle.name.clone() }) })
    }
}

#[given("it works")]
fn works(hand: &mut Hand) {
    hand.bench.count("begun");
    hand.bench.tell(&hand.scenario);
}

#[given(expr = "it takes {int} ms")]
fn takes(hand: &mut Hand, time: u64) {
    hand.bench.count("begun");
    thread::sleep(Duration::from_millis(time));
}

#[given(expr = "it fails with {string}")]
fn fails(_: &mut Hand, message: String) {
    panic!("{message}");
}

/// So often in a run, whichever thread asks.
#[given(expr = "it fails {int} times")]
fn fails_at_first(hand: &mut Hand, times: u32) {
    let attempt = hand.bench.count(&hand.scenario);
    assert!(attempt > times, "not at attempt {attempt}");
}

#[given("it passes the gate")]
fn passes_the_gate(hand: &mut Hand) {
    hand.bench.count("at the gate");
    hand.bench.pass_the_gate();
}

#[given(expr = "it waits for {int} {string}")]
fn waits_for(hand: &mut Hand, count: u32, what: String) {
    hand.bench.wait_for(&what, count);
}

#[when("the run is interrupted")]
fn interrupted(hand: &mut Hand) {
    hand.bench.interrupt.set();
}

#[given("it is said twice")]
fn said(_: &mut Hand) {}

#[given(regex = "^it is said (twice)$")]
fn said_again(_: &mut Hand, _times: String) {}

pub(crate) fn sleep_for_ever() -> ! {
    loop {
        thread::park();
    }
}

/// A run and what came of it.
pub(crate) struct Ran {
    pub(crate) run: RunRecord,
    pub(crate) records: Vec<ScenarioRecord>,
}

impl Ran {
    /// Each scenario with how it ended.
    pub(crate) fn ends(&self) -> Vec<(&str, Status)> {
        self.records.iter().map(|record| (record.name.as_str(), record.status)).collect()
    }

    pub(crate) fn record(&self, name: &str) -> &ScenarioRecord {
        self.records.iter().find(|record| record.name == name).unwrap_or_else(|| panic!("no record of {name}"))
    }
}

/// How each step of a scenario ended.
pub(crate) fn steps(record: &ScenarioRecord) -> Vec<Status> {
    record.steps.iter().map(|step| step.status).collect()
}

pub(crate) fn titles(failures: &[Failure]) -> Vec<&str> {
    failures.iter().map(|failure| failure.title.as_str()).collect()
}

/// The same without what depends on the machine.
pub(crate) fn timeless(mut record: ScenarioRecord) -> ScenarioRecord {
    record.took = Duration::ZERO;
    record.steps.iter_mut().for_each(|step| step.took = Duration::ZERO);
    record.before.iter_mut().chain(&mut record.after).for_each(|hook| hook.took = Duration::ZERO);
    record
}

pub(crate) fn plan(text: &str) -> Plan {
    plan_of(&[("bench.feature", text)])
}

pub(crate) fn plan_of(files: &[(&str, &str)]) -> Plan {
    let scenarios = |(uri, text): &(&str, &str)| pickles(&parse(uri, text).unwrap_or_else(|errors| panic!("{errors:?}")));
    Plan::of(files.iter().flat_map(scenarios))
}

/// A feature of scenarios: tags, name, steps.
pub(crate) fn feature<N: AsRef<str>, S: AsRef<str>>(scenarios: impl IntoIterator<Item = (&'static str, N, S)>) -> String {
    let mut text = "Feature: At the bench\n".to_owned();
    for (tags, name, steps) in scenarios {
        text += &format!("\n  {tags}\n  Scenario: {}\n", name.as_ref());
        steps.as_ref().split(" + ").for_each(|step| text += &format!("    * {step}\n"));
    }
    text
}

pub(crate) fn runner(bench: &Arc<Bench>) -> Runner<Hand, AtBench> {
    Runner::with(AtBench(Arc::clone(bench)), Arc::new(Definitions::compiled_in()))
}

pub(crate) fn jobs(jobs: usize) -> Options {
    Options { jobs, ..Options::default() }
}

/// Runs; fails the test if the run never ends.
pub(crate) fn run<W: 'static, B: Backend<W>>(runner: Runner<W, B>, plan: &Plan) -> Ran {
    let plan = plan.clone();
    within(move || {
        let mut records = Vec::new();
        let run = runner.run(&plan, &mut |record| records.push(record.clone())).expect("a thread");
        Ran { run, records }
    })
}

/// Does `work` on another thread; fails the test if it never ends.
pub(crate) fn within<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let (done, wait) = channel();
    let thread = thread::spawn(move || drop(done.send(work())));
    match wait.recv_timeout(NEVER) {
        Ok(result) => result,
        Err(_) if thread.is_finished() => panic!("the work panicked: {:?}", thread.join().map_err(|_| "see above")),
        Err(_) => panic!("the work never ends"),
    }
}

/// Waits until `there` is true.
pub(crate) fn until(what: &str, there: impl Fn() -> bool) {
    let begun = Instant::now();
    while !there() {
        assert!(begun.elapsed() < NEVER, "{what} never happens");
        thread::sleep(Duration::from_millis(5));
    }
}
