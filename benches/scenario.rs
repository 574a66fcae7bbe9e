//! What one scenario costs, from its first step to its record: with an extension that the feature plays, and with a vendor's package in a
//! sandbox of its own.
//!
//! `cargo bench` prints a time for a hundred scenarios; `elem/s` is scenarios a second.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use deskspec::fixture::Fixtures;
use deskspec::gherkin::{parse, pickles};
use deskspec::run::{OnDesk, Options, Plan, Runner};
use deskspec::scenario::Setup;
use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;

const SCENARIOS: u64 = 100;

const SCRIPTED: &str = r#"
    Given the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
      | status  | Open                       |
    And the agent has the ticket "26811000000760569" open
    And the extension "crm" at "desk.background" allows the hook "ticket.close" after 2 seconds
    When the agent closes the ticket
    And 2 seconds pass
    Then the ticket's "status" is "Closed"
    And "crm" at "desk.background" receives "ticket_status.changed" with "payloads/ticket_status.changed.closed"
"#;

const PACKAGE: &str = r#"
    Given the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
      | status  | Open                       |
    And the extension "bugtracker" from "extensions/bugtracker"
    And the agent has the ticket "26811000000760569" open
    And the service "https://bugs.example.com/issues/7" answers 200 with
      """json
      {"state": "open"}
      """
    When the agent closes the ticket
    Then the action is stopped with "Issue 7 is not resolved yet"
    And the ticket's "status" is "Open"
    And no event is broadcast
"#;

fn plan(steps: &str) -> Plan {
    let mut text = String::from("Feature: bench\n");
    for number in 0..SCENARIOS {
        let _ = writeln!(text, "  Scenario: {number}{steps}");
    }
    let document = parse("bench.feature", &text).expect("the bench's feature is sound");
    Plan::of(pickles(&document))
}

fn scenario(c: &mut Criterion) {
    let mut group = c.benchmark_group("100 scenarios");
    group.throughput(Throughput::Elements(SCENARIOS));
    for (name, steps) in [("scripted extension", SCRIPTED), ("JavaScript package", PACKAGE)] {
        let plan = plan(steps);
        let setup = Arc::new(Setup::new(Fixtures::new("fixtures")));
        let run = |plan: &Plan| {
            let options = Options { jobs: 1, ..Options::default() };
            let runner = Runner::on_desk(OnDesk::new(Arc::clone(&setup))).options(options);
            runner.run(plan, &mut |record| assert!(!record.failed(), "{record:?}")).expect("a runtime")
        };
        group.bench_function(name, |b| b.iter(|| black_box(run(&plan))));
    }
    group.finish();
}

criterion_group!(benches, scenario);
criterion_main!(benches);
