//! What a sandbox costs: a fresh one with the client SDK and a script of 10 KB, its memory, and 10,000 scenarios that each ask a package's handler
//! once beside a bare loop that opens the same sandboxes.
//!
//! `cargo bench --bench sandbox` prints the figures and their limits, and fails where one is passed.

use deskspec::clock::Instant;
use deskspec::extension::js::{Limits, Program, Sandbox};
use deskspec::extension::package::Package;
use deskspec::extension::{Act, LocalStorage, Opening, Subject};
use deskspec::fixture::Fixtures;
use deskspec::gherkin::{parse, pickles};
use deskspec::host::{CallId, WidgetId};
use deskspec::run::{OnDesk, Options, Plan, Runner};
use deskspec::scenario::Setup;
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant as Watch;

const SCENARIOS: u32 = 10_000;

const STEPS: &str = r#"
    Given the ticket "26811000000760569" with
      | status | Open |
    And the extension "bench"
    And the agent has the ticket "26811000000760569" open
    When the agent closes the ticket
    Then the ticket's "status" is "Closed"
"#;

/// A package whose one script has 10 KB, and answers one hook.
fn package() -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-sandbox");
    let mut script = String::new();
    for number in 0.. {
        let _ = writeln!(
            script,
            "function rule{number}(ticket) {{ return ticket && ticket.status === \"Open\" ? {{ id: {number}, text: \"rule {number} holds\" }} : null; }}"
        );
        if script.len() > 10_000 {
            break;
        }
    }
    script += "ZOHODESK.extension.onload().then(function (App) { App.instance.on(\"ticket.close\", function (ticket) { return rule1(ticket) === null; }); });\n";
    let sdk = "https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.min.js";
    let widget = json!({"name": "Bench", "location": "desk.background", "url": "/app/bench.html"});
    let files = [
        ("plugin-manifest.json", json!({"locale": ["en"], "service": "DESK", "modules": {"widgets": [widget]}}).to_string()),
        ("app/bench.html", format!("<script src=\"{sdk}\"></script><script src=\"bench.js\"></script>")),
        ("app/bench.js", script),
    ];
    std::fs::create_dir_all(dir.join("app")).expect("a folder to write to");
    for (file, text) in files {
        std::fs::write(dir.join(file), text).expect("a file to write");
    }
    dir
}

fn opening() -> Opening {
    Opening {
        widget: WidgetId(1),
        extension: "bench".to_owned(),
        location: "desk.background".to_owned(),
        app: json!({"uniqueID": "1", "meta": {"dcType": "US"}, "locale": "en"}),
        time_zone: jiff::tz::TimeZone::UTC,
        seed: 1,
        registration: Some(15_000),
        local: LocalStorage::default(),
    }
}

fn opened(program: &Arc<Program>) -> Sandbox {
    let mut sandbox = Sandbox::new(Arc::clone(program), opening(), Limits::default());
    let acts = sandbox.open(Instant::START);
    assert!(acts.iter().all(|act| !matches!(act, Act::Defect(_))), "{acts:?}");
    sandbox
}

fn asked(program: &Arc<Program>) {
    let acts = opened(program).ask(Instant::START, CallId(1), "ticket.close", &json!({}));
    assert!(acts.iter().any(|act| matches!(act, Act::Answer { .. })), "{acts:?}");
}

/// The memory of this process, in KiB.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

fn plan(scenarios: u32) -> Plan {
    let mut text = String::from("Feature: bench\n");
    for number in 0..scenarios {
        let _ = writeln!(text, "  Scenario: {number}{STEPS}");
    }
    Plan::of(pickles(&parse("bench.feature", &text).expect("the bench's feature is sound")))
}

/// Seconds that the scenarios took.
fn played(setup: &Arc<Setup>, scenarios: u32) -> f64 {
    let plan = plan(scenarios);
    let runner = Runner::on_desk(OnDesk::new(Arc::clone(setup))).options(Options { jobs: 1, ..Options::default() });
    let watch = Watch::now();
    runner.run(&plan, &mut |record| assert!(!record.failed(), "{record:?}")).expect("a runtime");
    watch.elapsed().as_secs_f64()
}

fn told(what: &str, found: f64, limit: f64, unit: &str) -> bool {
    println!("{what:<60} {found:>10.2} {unit:<4} (at most {limit} {unit})");
    found <= limit
}

fn main() -> ExitCode {
    let dir = package();
    let read = Package::read(&dir, &BTreeMap::new()).expect("a sound package");
    let program = Arc::new(Program::compile(&read.widgets[0].page));
    for _ in 0..200 {
        drop(opened(&program));
    }
    let mut times: Vec<f64> = (0..2_000)
        .map(|_| {
            let watch = Watch::now();
            let sandbox = opened(&program);
            let took = watch.elapsed().as_secs_f64();
            drop(sandbox);
            took
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let before = memory();
    let alive: Vec<_> = (0..200).map(|_| opened(&program)).collect();
    let each = memory().saturating_sub(before) as f64 / alive.len() as f64;
    drop(alive);
    let mut setup = Setup::new(Fixtures::new("fixtures"));
    setup.packages.test("bench", &dir);
    let setup = Arc::new(setup);
    played(&setup, SCENARIOS / 10);
    let watch = Watch::now();
    (0..SCENARIOS).for_each(|_| asked(&program));
    let bare = watch.elapsed().as_secs_f64();
    let early = memory();
    let whole = played(&setup, SCENARIOS);
    let grown = memory().saturating_sub(early) as f64 / 1024.0;
    let held = [
        told("a fresh sandbox with the SDK and a script of 10 KB, median", times[times.len() / 2] * 1e6, 400.0, "µs"),
        told("its memory", each / 1024.0, 2.0, "MiB"),
        told("10,000 scenarios with one question each, of a bare loop's time", whole / bare, 1.3, "×"),
        told("memory that they leave behind", grown, 32.0, "MiB"),
    ];
    println!("bare loop {bare:.2} s, scenarios {whole:.2} s, one thread each");
    if held.iter().all(|holds| *holds) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
