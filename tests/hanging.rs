//! A native loop of the engine that never asks for fuel: its scenario is given up, and the others run.

use deskspec::fixture::Fixtures;
use deskspec::gherkin::{parse, pickles};
use deskspec::record::{Fault, Status};
use deskspec::run::{OnDesk, Options, Plan, Runner};
use deskspec::scenario::Setup;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

const FEATURE: &str = r#"Feature: Hanging
  Background:
    Given the ticket "26811000000760569"
    And the agent has the ticket "26811000000760569" open

  Scenario: before
    Given the extension "crm" at "desk.background"
    When the agent closes the ticket
    Then the ticket's "status" is "Closed"

  Scenario: hangs
    Given the extension "seeker" from "seeker"
    When the agent sets the param "token" of the extension "seeker" to "s3cr3t-v4lue"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"

  Scenario: after
    Given the extension "crm" at "desk.background"
    When the agent closes the ticket
    Then the ticket's "status" is "Closed"
"#;

/// Writes a package whose handler calls a native function on something of boundless length.
fn package() -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hanging");
    let app = root.join("seeker/app");
    fs::create_dir_all(&app).expect("a folder");
    let manifest = r#"{"service": "DESK", "config": [{"name": "token", "secure": true}], "modules": {"widgets": [{"name": "Seeker", "location": "desk.background", "url": "/app/seeker.html"}]}}"#;
    let sdk = "https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.js";
    let script = "ZOHODESK.extension.onload().then(function (App) { App.instance.on('ticket.close', function () {
        return 'a'.repeat(4e6).indexOf('a'.repeat(2e6) + 'b') < 0; }); });";
    fs::write(root.join("seeker/plugin-manifest.json"), manifest).expect("a manifest");
    fs::write(app.join("seeker.html"), format!("<script src=\"{sdk}\"></script>\n<script>{script}</script>")).expect("a page");
    root
}

#[test]
fn a_scenario_that_never_comes_back_costs_itself_alone() {
    let document = parse("hanging.feature", FEATURE).expect("a sound feature");
    let plan = Plan::of(pickles(&document));
    let setup = Arc::new(Setup::new(Fixtures::new(package())));
    for jobs in [1, 3] {
        let options = Options { step_timeout: Duration::from_secs(5), jobs, ..Options::default() };
        let mut records = Vec::new();
        let runner = Runner::on_desk(OnDesk::new(Arc::clone(&setup))).options(options);
        let run = runner.run(&plan, &mut |scenario| records.push(scenario.clone())).expect("a thread");
        assert_eq!(records.iter().map(|scenario| scenario.name.as_str()).collect::<Vec<_>>(), ["before", "hangs", "after"]);
        let failed: Vec<_> = records.iter().filter(|scenario| scenario.failed()).collect();
        let [hung] = failed.as_slice() else { panic!("one scenario hangs: {failed:?}") };
        let failure = hung.failures.first().expect("a reason");
        assert_eq!((hung.name.as_str(), failure.fault, run.summary.failed()), ("hangs", Fault::Extension, 1));
        assert!(failure.title.contains("5 s of real time"), "{}", failure.title);
        // The step is known that did not come back.
        let ends: Vec<_> = hung.steps.iter().map(|step| step.status).collect();
        assert_eq!(ends, [Status::Passed, Status::Passed, Status::Passed, Status::Passed, Status::Failed, Status::Skipped]);
        assert_eq!(failure.labels.first().map(|label| label.line), Some(14));
        assert_eq!(&*hung.steps[3].text, "the agent sets the param \"token\" of the extension \"seeker\" to \"***\"");
    }
}
