//! Plans of many files, of which most are read again when their turn comes.

use crate::bench::{Bench, Hand, feature, jobs, run, runner};
use deskspec::record::Fault;
use deskspec::record::Status::{Failed, Passed, Skipped};
use deskspec::run::{Hook, Options, Order, Plan, Selection, targets};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A folder of this test's own with so many files of 60 scenarios each, more than are kept from the first reading.
fn folder(name: &str, files: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("runner").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    for file in 0..files {
        let scenarios = (0..60).map(|number| ("", format!("{file}.{number}"), "it works"));
        fs::write(folder.join(format!("{file:03}.feature")), feature(scenarios)).expect("a file");
    }
    folder
}

fn read(folder: &Path) -> Plan {
    let (targets, errors) = targets(&[folder.display().to_string()]);
    assert!(errors.is_empty(), "{errors:?}");
    Plan::read(&targets, Selection::default())
}

#[test]
fn scenarios_of_many_files_are_reported_in_order() {
    let plan = read(&folder("many", 60));
    assert_eq!((plan.len(), plan.errors.len()), (3600, 0));
    for (many, order) in [(1, Order::Defined), (2, Order::Random(3)), (7, Order::Defined)] {
        let plan = plan.clone().order(order);
        let expected: Vec<String> = plan.scenarios().expect("they are there").iter().map(|pickle| pickle.name.clone()).collect();
        let bench: Arc<Bench> = Arc::default();
        let ran = run(runner(&bench).options(jobs(many)), &plan);
        let names: Vec<_> = ran.records.iter().map(|record| record.name.clone()).collect();
        assert!(names == expected, "{many} jobs, {order}");
        assert_eq!((ran.run.summary.scenarios[0], bench.counted("begun")), (3600, 3600));
    }
}

/// What becomes of each file between the plan and the run: how many scenarios are lost, and why. Files are changed at the end, since the
/// first are kept.
#[test]
fn a_file_that_changes_or_vanishes_fails_and_stops_nothing() {
    type Change = fn(&Path);
    const CHANGED: &str = "the feature changed while the run went on";
    let cases: [(&str, Change, usize, &str); 5] = [
        ("vanished", |file| fs::remove_file(file).expect("it is there"), 60, "the feature cannot be read: "),
        ("empty", |file| fs::write(file, "").expect("a file"), 60, CHANGED),
        ("broken", |file| fs::write(file, "Feature: a\n  Scenario: b\n    * c\n    Whenn d\n").expect("a file"), 60, "expected: "),
        ("not text", |file| fs::write(file, b"Feature: \xff").expect("a file"), 60, "the feature is not UTF-8 here"),
        ("moved down", |file| fs::write(file, format!("# new\n{}", fs::read_to_string(file).expect("it"))).expect("a file"), 60, CHANGED),
    ];
    for (name, change, lost, why) in cases {
        let folder = folder(name, 45);
        let plan = read(&folder);
        let files: Vec<PathBuf> = (0..45).map(|file| folder.join(format!("{file:03}.feature"))).collect();
        files.iter().for_each(|file| change(file));
        let bench: Arc<Bench> = Arc::default();
        let ran = run(runner(&bench).options(jobs(3)), &plan);
        assert_eq!((ran.records.len(), ran.run.not_run), (2700, 0), "{name}");
        let failed: Vec<_> = ran.records.iter().filter(|record| record.status == Failed).collect();
        // Which files are kept depends on who read first; at least 700 scenarios are not.
        assert!(failed.len() >= 700 && failed.len() % lost == 0 && failed.len() < 2700, "{name}: {}", failed.len());
        for record in failed {
            let [failure] = record.failures.as_slice() else { panic!("one failure: {record:?}") };
            assert!(failure.fault == Fault::Input && failure.title.starts_with(why), "{name}: {failure:?}");
            let label = failure.labels.first().expect("a place");
            assert!(label.file.ends_with(".feature") && label.line > 0 && record.line > 0, "{name}: {label:?}");
            assert!(name != "broken" || (label.line, label.column) == (4, 5), "it points at the error: {label:?}");
        }
        assert!(ran.run.summary.faults.contains(&Fault::Input));
        assert!(ran.records.iter().all(|record| record.status == Failed || record.status == Passed));
    }
}

/// Files are being read while the run is ended: what is in them counts as well.
#[test]
fn an_interrupted_run_counts_what_is_in_files_that_nobody_has_read() {
    let folder = folder("interrupted", 60);
    let (targets, _) = targets(&[folder.display().to_string()]);
    for round in 0..20 {
        let bench: Arc<Bench> = Arc::default();
        let (interrupt, stop) = (bench.interrupt.clone(), format!("{}.1", round + 3));
        let hook = Hook::new("stop", move |hand: &mut Hand, _| {
            if hand.scenario == stop {
                interrupt.set();
            }
            Box::pin(async {})
        });
        let options = Options { interrupt: bench.interrupt.clone(), ..jobs(3) };
        let ran = run(runner(&bench).options(options).before(hook), &Plan::unread(&targets, Selection::default()));
        assert!(ran.run.interrupted && ran.records.len() > 60, "round {round}");
        assert_eq!(ran.records.len() + ran.run.not_run as usize, 3600, "round {round}");
    }
}

#[test]
fn what_is_lost_fails_in_a_dry_run_and_again_and_again() {
    let folder = folder("lost", 45);
    let plan = read(&folder);
    fs::remove_dir_all(&folder).expect("it is there");
    assert!(plan.scenarios().is_err());
    for options in [Options { dry: true, ..jobs(2) }, Options { retry: 3, ..jobs(2) }, Options { fail_fast: true, ..jobs(3) }] {
        let fast = options.fail_fast;
        let ran = run(runner(&Arc::default()).options(options), &plan);
        let count = |status| ran.records.iter().filter(|record| record.status == status).count();
        assert_eq!(ran.records.len(), 2700);
        assert!(if fast { count(Failed) == 1 && count(Skipped) > 0 } else { count(Failed) >= 700 }, "{}", count(Failed));
        assert!(ran.records.iter().all(|record| record.retried.is_empty() && !record.flaky));
    }
}
