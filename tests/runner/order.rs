//! In which order scenarios run and are reported, how many at a time, and that nothing is left of a run.

use crate::bench::{Bench, Hand, feature, jobs, plan, plan_of, run, runner, until, within};
use cucumber::{given, then};
use deskspec::record::Status;
use deskspec::run::{Order, Plan};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// Several files, of which the first scenarios are slow.
fn mixed() -> Plan {
    let text = |file: usize| {
        feature((0..30).map(|number| {
            let slow = if number < 3 { "it takes 15 ms" } else { "it works" };
            ("", format!("{file}.{number}"), slow)
        }))
    };
    let texts: Vec<_> = (0..4).map(|file| (format!("{file}.feature"), text(file))).collect();
    plan_of(&texts.iter().map(|(uri, text)| (uri.as_str(), text.as_str())).collect::<Vec<_>>())
}

fn places(plan: &Plan) -> Vec<String> {
    let place = |pickle: &Arc<deskspec::gherkin::Pickle>| format!("{}:{}", pickle.uri, pickle.location.line);
    plan.scenarios().expect("they are kept").iter().map(place).collect()
}

fn reported(plan: &Plan, many: usize) -> Vec<String> {
    let bench = Arc::default();
    let ran = run(runner(&bench).options(jobs(many)), plan);
    assert!(ran.records.iter().all(|record| record.status == Status::Passed));
    assert_eq!(ran.run.summary.scenarios[0], 120);
    assert_eq!(Arc::strong_count(&bench), 1, "a thread of the run is left");
    ran.records.iter().map(deskspec::record::ScenarioRecord::place).collect()
}

#[test]
fn records_come_in_the_order_of_the_plan() {
    let plan = mixed();
    for many in [0, 1, 2, 7] {
        assert_eq!(reported(&plan, many), places(&plan), "{many} jobs");
    }
}

#[test]
fn a_random_order_repeats_and_keeps_files_together() {
    let plan = mixed();
    let shuffled = || plan.clone().order(Order::Random(5));
    let order = places(&shuffled());
    for many in [1, 3] {
        assert_eq!(reported(&shuffled(), many), order);
    }
    assert_ne!(order, places(&plan));
    assert_ne!(order, places(&plan.clone().order(Order::Random(6))));
    let mut files: Vec<_> = order.iter().filter_map(|place| place.split(':').next()).collect();
    files.dedup();
    assert_eq!(files.len(), 4, "each file is one run of scenarios: {files:?}");
    let sorted = |mut places: Vec<String>| {
        places.sort();
        places
    };
    assert_eq!(sorted(order), sorted(places(&plan)));
}

#[given("it works alone")]
fn alone(hand: &mut Hand) {
    company(hand, "alone");
}

#[given("it works with others")]
fn with_others(hand: &mut Hand) {
    company(hand, "with others");
}

fn company(hand: &mut Hand, how: &str) {
    hand.bench.tell(format!("+ {how}"));
    thread::sleep(Duration::from_millis(2));
}

#[then(expr = "it is done {word}")]
fn done(hand: &mut Hand, how: String) {
    hand.bench.tell(format!("- {how}"));
}

#[test]
fn serial_scenarios_have_no_company() {
    let scenarios = (0..60).map(|number| match number % 4 {
        3 => ("@serial", number.to_string(), "it works alone + it is done alone"),
        _ => ("", number.to_string(), "it works with others + it is done together"),
    });
    let bench = Arc::default();
    let ran = run(runner(&bench).options(jobs(4)), &plan(&feature(scenarios)));
    assert_eq!(ran.run.summary.scenarios[0], 60);
    let (mut running, mut is_alone, mut most) = (0, false, 0);
    for told in bench.told() {
        match told.as_str() {
            "+ alone" => {
                assert_eq!(running, 0, "somebody is there already");
                (running, is_alone) = (1, true);
            }
            "+ with others" => {
                assert!(!is_alone, "somebody comes to the one who is alone");
                running += 1;
            }
            _ => (running, is_alone) = (running - 1, false),
        }
        most = most.max(running);
    }
    assert!(most > 1, "nothing ran beside anything else");
}

#[test]
fn few_are_ahead_of_the_oldest() {
    let first = [("", "first".to_owned(), "it passes the gate")];
    let others = (1..600).map(|number| ("", number.to_string(), "it works"));
    let plan = plan(&feature(first.into_iter().chain(others)));
    let bench: Arc<Bench> = Arc::default();
    let (runner, seen) = (runner(&bench).options(jobs(3)), Arc::clone(&bench));
    let watch = thread::spawn(move || {
        seen.wait_for("begun", 255);
        // Long enough for many more, if they were not held back.
        thread::sleep(Duration::from_millis(100));
        let begun = seen.counted("begun");
        seen.open_the_gate();
        begun
    });
    let ran = run(runner, &plan);
    assert_eq!(watch.join().expect("it waits only"), 255, "with the first, 256 had begun");
    let names: Vec<_> = ran.records.iter().skip(1).map(|record| record.name.clone()).collect();
    assert_eq!(names, (1..600).map(|number| number.to_string()).collect::<Vec<_>>());
}

#[test]
fn who_reads_slowly_is_waited_for() {
    let plan = plan(&feature((0..900).map(|number| ("", number.to_string(), "it works"))));
    let bench: Arc<Bench> = Arc::default();
    let runner = runner(&bench).options(jobs(2));
    let (most, reported) = within(move || {
        let (mut most, mut reported) = (0, 0);
        let mut read = |_: &deskspec::record::ScenarioRecord| {
            if reported % 100 == 0 {
                thread::sleep(Duration::from_millis(20));
            }
            most = most.max(bench.counted("begun").saturating_sub(reported));
            reported += 1;
        };
        runner.run(&plan, &mut read).expect("a thread");
        (most, reported)
    });
    assert_eq!(reported, 900);
    // Those that are handed over together, and as many ahead of them.
    assert!(most <= 2 * 256, "{most} were ahead of the reader");
}

#[test]
fn a_reader_that_panics_ends_the_run_and_its_threads() {
    let plan = plan(&feature((0..600).map(|number| ("", number.to_string(), "it takes 1 ms"))));
    let bench: Arc<Bench> = Arc::default();
    let runner = runner(&bench).options(jobs(3));
    let told = within(move || {
        let read = |record: &deskspec::record::ScenarioRecord| assert_ne!(record.name, "7", "it cannot be written");
        let panic = catch_unwind(AssertUnwindSafe(|| runner.run(&plan, &mut { read }))).err();
        panic.and_then(|panic| panic.downcast_ref::<String>().cloned())
    });
    assert!(told.is_some_and(|told| told.contains("it cannot be written")));
    until("the end of the threads", || Arc::strong_count(&bench) == 1);
    assert!(bench.counted("begun") < 600, "the run went on for nobody");
}

#[test]
fn a_run_of_nothing_ends() {
    let bench: Arc<Bench> = Arc::default();
    let ran = run(runner(&bench), &Plan::default());
    assert!(ran.records.is_empty() && ran.run.failures.is_empty() && ran.run.not_run == 0);
}
