//! The spool gives back what it took, in order, as often as it is asked.

#[path = "report/support.rs"]
mod support;

use deskspec::record::{ScenarioRecord, Scenarios, Status};
use deskspec::report::{Console, Progress, Style, junit, rerun};
use deskspec::run::Spool;
use proptest::prelude::*;
use support::{Sample, source};

fn all(scenarios: &dyn Scenarios) -> Vec<ScenarioRecord> {
    let mut all = Vec::new();
    scenarios.each(&mut |scenario| all.push(scenario)).expect("the spool can be read");
    all
}

fn filled(mut spool: Spool, scenarios: &[ScenarioRecord]) -> Spool {
    scenarios.iter().for_each(|scenario| spool.push(scenario).expect("the spool can be written"));
    spool
}

/// Both samples, as many times.
fn many(times: usize) -> Vec<ScenarioRecord> {
    let both = [Sample::read("run"), Sample::read("attempts")].map(|sample| sample.scenarios).concat();
    let again =
        |number: usize| both.iter().map(move |scenario| ScenarioRecord { line: u32::try_from(number).unwrap_or(0), ..scenario.clone() });
    (0..times).flat_map(again).collect()
}

#[test]
fn records_come_back_in_order_however_many_they_are() {
    for times in [0, 1, 200] {
        let scenarios = many(times);
        let mut spool = filled(Spool::everything(), &scenarios);
        assert_eq!((spool.len(), spool.is_empty()), (scenarios.len(), scenarios.is_empty()));
        assert!(all(&spool) == scenarios && all(&spool) == scenarios, "{times}");
        let more = many(1);
        more.iter().for_each(|scenario| spool.push(scenario).expect("the spool can be written behind what was read"));
        assert!(all(&spool) == [scenarios, more].concat(), "{times}");
    }
}

#[test]
fn one_reading_may_go_on_inside_another() {
    let scenarios = many(120);
    let spool = filled(Spool::everything(), &scenarios);
    let mut index = 0;
    let outer = spool.each(&mut |scenario| {
        assert!(scenario == scenarios[index]);
        if index % 500 == 0 {
            assert_eq!(all(&spool).len(), scenarios.len());
        }
        index += 1;
    });
    outer.expect("the spool can be read");
    assert_eq!(index, scenarios.len());
}

#[test]
fn what_is_notable_is_all_that_the_console_and_the_list_to_run_again_tell() {
    let scenarios = many(3);
    let (notable, everything) = (filled(Spool::notable(), &scenarios), filled(Spool::everything(), &scenarios));
    let plain = |it: &ScenarioRecord| it.status == Status::Passed && it.name.starts_with("Row of an outline");
    assert_eq!(notable.len(), scenarios.iter().filter(|scenario| !plain(scenario)).count());
    let console = |from: &dyn Scenarios| {
        let mut out = Vec::new();
        let mut console = Console::new(&mut out, Style::PLAIN);
        scenarios.iter().for_each(|scenario| console.scenario(scenario));
        console.finish(&Sample::read("attempts").run, from, &[], &source).expect("memory can be written");
        rerun(&Sample::read("attempts").run, from, &mut out).expect("memory can be written");
        String::from_utf8(out).expect("a report is UTF-8")
    };
    assert_eq!(console(&notable), console(&everything));
    assert_eq!(console(&scenarios), console(&everything));
}

#[test]
fn junit_is_the_same_from_a_spool_as_from_memory() {
    let sample = Sample::read("attempts");
    let spool = filled(Spool::everything(), &sample.scenarios);
    let xml = |from: &dyn Scenarios| {
        let mut out = Vec::new();
        junit(&sample.run, from, &source, None, &mut out).expect("memory can be written");
        out
    };
    assert!(xml(&spool) == xml(&sample.scenarios));
}

#[test]
fn the_list_to_run_again_names_what_failed() {
    let mut sample = Sample::read("attempts");
    sample.scenario("Taken over again").uri = "features/a\n../b\u{1b}.feature".into();
    let mut out = Vec::new();
    rerun(&sample.run, &sample.scenarios, &mut out).expect("memory can be written");
    insta::assert_snapshot!(String::from_utf8(out).expect("a list is UTF-8"), @r"
    features/attempts.feature:13
    features/attempts.feature:17
    features/attempts.feature:21
    features/attempts.feature:25
    features/a␊../b␛.feature:3
    features/other.feature:7
    features/other.feature:10
    features/other.feature:13
    ");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn any_text_comes_back(texts in proptest::collection::vec(any::<String>(), 1..8), repeats in 1usize..200) {
        let mut sample = Sample::read("attempts");
        for (scenario, text) in sample.scenarios.iter_mut().zip(texts.iter().cycle()) {
            scenario.name = text.repeat(repeats);
            scenario.tags = texts.iter().map(|text| text.as_str().into()).collect();
        }
        let spool = filled(Spool::everything(), &sample.scenarios);
        prop_assert_eq!(all(&spool), sample.scenarios);
    }
}
