//! Scenarios with real servers.

use deskspec::extension::endpoint::{Endpoint, Network, listening};
use deskspec::fixture::Fixtures;
use deskspec::gherkin::{parse, pickles};
use deskspec::record::ScenarioRecord;
use deskspec::run::{OnDesk, Options, Plan, Runner};
use deskspec::scenario::Setup;
use std::sync::Arc;
use std::time::Duration;

/// A network with the server of "chat" at a port.
pub(crate) fn network(port: u16, patience: Duration) -> Network {
    let endpoint: Endpoint = format!("chat=http://127.0.0.1:{port}").parse().expect("an endpoint");
    Network::open(vec![endpoint], listening(None).expect("an address"), patience).expect("a free port")
}

/// A setup with a network.
pub(crate) fn setup(network: Network) -> Setup {
    let mut setup = Setup::new(Fixtures::new("fixtures"));
    setup.network = Some(network);
    setup
}

/// Plays the scenarios of a feature, each of whose steps may take so much real time.
pub(crate) fn play(uri: &str, feature: &str, setup: &Arc<Setup>, patience: Duration) -> Vec<ScenarioRecord> {
    let document = parse(uri, feature).expect("a sound feature");
    let mut records = Vec::new();
    let options = Options { jobs: 4, step_timeout: patience, ..Options::default() };
    let runner = Runner::on_desk(OnDesk::new(Arc::clone(setup))).options(options);
    runner.run(&Plan::of(pickles(&document)), &mut |record| records.push(record.clone())).expect("a run begins");
    records
}

/// Plays one scenario with the server of "chat" at a port.
pub(crate) fn play_one(port: u16, steps: &str, patience: Duration) -> ScenarioRecord {
    let setup = Arc::new(setup(network(port, patience)));
    let steps: String = steps.lines().map(|line| format!("    {}\n", line.trim_start())).collect();
    let feature = format!("Feature: A real server\n  Scenario: One\n    Given the extension \"chat\" has a channel\n{steps}");
    play("real.feature", &feature, &setup, patience).pop().expect("one scenario")
}

/// Why a scenario failed.
pub(crate) fn why(record: &ScenarioRecord) -> String {
    record.failures.iter().map(|failure| failure.title.clone()).collect::<Vec<_>>().join("; ")
}
