//! Worlds that cannot be made, that panic or hang when they are dropped, that no other thread may have.

use crate::bench::{AtBench, Hand, Ran, feature, jobs, plan, run, runner, sleep_for_ever, steps, titles};
use cucumber::codegen::LocalBoxFuture;
use cucumber::{World, given};
use deskspec::gherkin::Pickle;
use deskspec::record::Status::{Failed, Passed, Skipped};
use deskspec::record::{Failure, Fault, Label, ScenarioRecord};
use deskspec::run::{Backend, Definitions, Hook, Options, Runner};
use std::cell::Cell;
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// Every third one cannot be made.
#[derive(Debug, World)]
#[world(init = Self::open)]
struct Shop;

impl Shop {
    fn open() -> Result<Self, io::Error> {
        static OPENED: AtomicU32 = AtomicU32::new(0);
        match OPENED.fetch_add(1, Ordering::Relaxed) % 3 {
            2 => Err(io::Error::other("the door is locked")),
            _ => Ok(Self),
        }
    }
}

#[given("a shop")]
fn a_shop(_: &mut Shop) {}

#[test]
fn a_world_that_cannot_be_made_fails_its_scenario() {
    let scenarios = (0..9).map(|number| ("", number.to_string(), "a shop"));
    let hook = || Hook::new("hook", |_: &mut Shop, _| Box::pin(async {}));
    let ran = run(Runner::<Shop>::new().options(jobs(1)).before(hook()).after(hook()), &plan(&feature(scenarios)));
    for (number, record) in ran.records.iter().enumerate() {
        let failed = number % 3 == 2;
        assert_eq!(
            (record.status == Failed, record.before.len(), record.after.len()),
            (failed, usize::from(!failed), usize::from(!failed))
        );
        let titles = titles(&record.failures);
        assert_eq!(titles, if failed { vec!["the World cannot be made: the door is locked"] } else { vec![] });
        assert_eq!(steps(record), [if failed { Skipped } else { Passed }]);
    }
}

/// A World that does as its scenario is called.
#[derive(Debug, World)]
#[world(init = Self::nobody)]
struct Moody {
    mood: String,
}

impl Moody {
    fn nobody() -> Result<Self, io::Error> {
        Err(io::Error::other("only its backend makes it"))
    }
}

impl Drop for Moody {
    fn drop(&mut self) {
        match self.mood.as_str() {
            "panics when dropped" | "fails and panics" => panic!("I will not go\nquietly"),
            "hangs when dropped" | "fails and hangs" => sleep_for_ever(),
            _ => {}
        }
    }
}

#[given("it is fine")]
fn fine(_: &mut Moody) {}

#[given("it is not fine")]
fn not_fine(_: &mut Moody) {
    panic!("no");
}

#[given(expr = "{int} ms pass")]
async fn pass(_: &mut Moody, time: u64) {
    tokio::time::sleep(Duration::from_millis(time)).await;
}

/// Whose Worlds, and all that it does with them, may panic or hang.
struct Moods;

fn mood(mood: &str, when: &str) {
    assert_ne!(mood, format!("panics at {when}"), "in a mood");
}

impl Backend<Moody> for Moods {
    fn world<'a>(&'a self, pickle: &'a Pickle) -> LocalBoxFuture<'a, Result<Moody, Box<Failure>>> {
        let name = pickle.name.clone();
        mood(&name, "once");
        Box::pin(async move {
            match name.as_str() {
                "panics when made" => panic!("I will not come"),
                "hangs when made" => sleep_for_ever(),
                "waits when made" => std::future::pending::<()>().await,
                "cannot be made" => return Err(Box::new(Failure::new(Fault::Unmet, "no such mood"))),
                _ => {}
            }
            Ok(Moody { mood: name })
        })
    }

    fn enter(&self, world: &mut Moody, _: &Arc<Pickle>, _: usize) {
        mood(&world.mood, "enter");
    }

    fn fill(&self, world: &mut Moody, _: &str) -> Result<Option<String>, Box<Failure>> {
        mood(&world.mood, "fill");
        if world.mood == "cannot fill" { Err(Box::new(Failure::new(Fault::Feature, "nothing to fill in"))) } else { Ok(None) }
    }

    fn leave(&self, world: &mut Moody, _: &dyn Fn() -> Label, panic: Option<(String, Option<String>)>) -> Option<Failure> {
        mood(&world.mood, "leave");
        panic.map(|(message, _)| Failure::new(Fault::Unmet, message))
    }

    fn finish(&self, world: &mut Moody, _: &mut ScenarioRecord) {
        mood(&world.mood, "finish");
    }
}

fn moody(options: Options, scenarios: &[(&'static str, &str, &str)]) -> Ran {
    let runner = Runner::with(Moods, Arc::new(Definitions::compiled_in())).options(options);
    run(runner, &plan(&feature(scenarios.iter().copied())))
}

#[test]
fn whatever_a_world_does_costs_its_scenario_alone() {
    let sound = ("", "sound", "it is fine");
    let cases: [(&str, &str, &[&str]); 15] = [
        ("panics when made", "it is fine", &["the World cannot be made: I will not come"]),
        ("panics at once", "it is fine", &["the World cannot be made: assertion `left != right` failed: in a mood"]),
        ("cannot be made", "it is fine", &["no such mood"]),
        ("hangs when made", "it is fine", &["the making of the World did not come back within 300 ms of real time, and was given up"]),
        ("waits when made", "it is fine", &["the making of the World did not come back within 300 ms of real time, and was given up"]),
        ("panics when dropped", "it is fine", &["the World cannot be dropped: I will not go"]),
        ("fails and panics", "it is not fine", &["no", "the World cannot be dropped: I will not go"]),
        ("hangs when dropped", "it is fine", &["the end of the World did not come back within 300 ms of real time, and was given up"]),
        (
            "fails and hangs",
            "it is not fine",
            &["no", "the end of the World did not come back within 300 ms of real time, and was given up"],
        ),
        ("panics at enter", "it is fine", &["the scenario's backend panicked: assertion `left != right` failed: in a mood"]),
        ("panics at fill", "7 ms pass", &["the scenario's backend panicked: assertion `left != right` failed: in a mood"]),
        ("cannot fill", "7 ms pass", &["nothing to fill in"]),
        ("panics at leave", "it is fine", &["the scenario's backend panicked: assertion `left != right` failed: in a mood"]),
        ("panics at finish", "it is fine", &["the scenario's backend panicked: assertion `left != right` failed: in a mood"]),
        ("sound", "7 ms pass", &[]),
    ];
    for many in [1, 3] {
        let scenarios: Vec<_> = cases.iter().flat_map(|(name, steps, _)| [("", *name, *steps), sound]).collect();
        let ran = moody(Options { step_timeout: Duration::from_millis(300), ..jobs(many) }, &scenarios);
        assert_eq!(ran.records.len(), 2 * cases.len());
        for (records, (name, _, failures)) in ran.records.chunks(2).zip(cases) {
            assert_eq!(titles(&records[0].failures), failures, "{name}, {many} jobs");
            assert_eq!(records[0].status == Failed, !failures.is_empty(), "{name}");
            assert_eq!(records[1].status, Passed, "what is behind {name}");
        }
        for (name, status) in [("hangs when dropped", Passed), ("panics when dropped", Passed), ("fails and hangs", Failed)] {
            assert_eq!(steps(ran.record(name)), [status], "{name}");
        }
    }
}

/// Whoever is done with a scenario that could not begin is not at it any more: it waits, and is not given up for waiting.
#[test]
fn who_waits_after_a_world_that_could_not_be_made_is_not_given_up() {
    let scenarios = [
        ("", "cannot be made", "it is fine"),
        ("", "slow", "150 ms pass + 150 ms pass + 150 ms pass"),
        ("@serial", "alone", "it is fine"),
        ("", "last", "it is fine"),
    ];
    let ran = moody(Options { step_timeout: Duration::from_millis(300), ..jobs(2) }, &scenarios);
    assert_eq!(ran.ends(), [("cannot be made", Failed), ("slow", Passed), ("alone", Passed), ("last", Passed)]);
}

/// A World that no other thread may have.
#[derive(Debug, Default, World)]
struct Local {
    cups: Rc<Cell<u32>>,
}

#[given("a cup")]
async fn a_cup(local: &mut Local) {
    let cups = Rc::clone(&local.cups);
    tokio::time::sleep(Duration::from_millis(1)).await;
    cups.set(cups.get() + 1);
}

#[given(expr = "there are {int} cups")]
fn counted(local: &mut Local, cups: u32) {
    assert_eq!(local.cups.get(), cups);
}

#[test]
fn a_world_stays_on_its_thread_and_is_each_scenarios_own() {
    let scenarios = (0..20).map(|number| ("", number.to_string(), "a cup + a cup + there are 2 cups"));
    let ran = run(Runner::<Local>::new().options(jobs(3)), &plan(&feature(scenarios)));
    assert_eq!(ran.run.summary.scenarios, [20, 0, 0, 0, 0, 0]);
}

/// Worlds are gone when the run is.
#[test]
fn no_world_is_left() {
    let bench = Arc::default();
    let ran = run(runner(&bench).options(jobs(2)), &plan(&feature([("", "one", "it works"), ("", "two", "it fails with \"no\"")])));
    assert_eq!(ran.records.len(), 2);
    let AtBench(bench) = AtBench(bench);
    assert_eq!((Arc::strong_count(&bench), bench.counted("Worlds")), (1, 2));
    let Hand { bench: own, .. } = Hand::default();
    assert_eq!(own.counted("Worlds"), 0);
}
