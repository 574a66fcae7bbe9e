//! `--endpoint` and `--listen` on the command line and in deskspec.toml.

use crate::servers::{json, nobody, server, write};
use crate::support::Project;
use std::sync::atomic::Ordering;

const FEATURE: &str = r#"Feature: A real server
  Scenario: It is asked
    Given the extension "chat" has a channel
    When 4 minutes pass
    Then Desk has 1 ticket
"#;

/// What brings one ticket.
const PULL: &str = r#"{"data": {"tickets": [{"extId": "c-1", "subject": "Hello", "actor": {"extId": "u-1", "name": "Ada"},
    "extra": {"key": "k", "queriableValue": "q", "value": {}}}]}}"#;

fn project() -> Project {
    Project::new().file("features/real.feature", FEATURE).file("fixtures/none.json", "{}")
}

#[test]
fn the_server_that_is_named_is_asked_and_told_where_desk_listens() {
    let (port, count) = server(|_, stream| write(stream, &json("200 OK", PULL)));
    let endpoint = format!("chat=http://127.0.0.1:{port}");
    let ran = project().deskspec(&["run", "--endpoint", &endpoint]).exits(0).says(&["1 scenario (1 passed)"]);
    assert!(ran.err.starts_with("Desk listens at http://127.0.0.1:"), "{}", ran.err);
    let listen = format!("127.0.0.1:{}", nobody());
    let toml = format!("endpoint = [\"{endpoint}\"]\nlisten = \"{listen}\"\n");
    let ran = project().file("deskspec.toml", toml).deskspec(&["run"]).exits(0);
    assert_eq!((ran.err.trim(), count.load(Ordering::SeqCst)), (&*format!("Desk listens at http://{listen}"), 2));
    let ran = project().deskspec(&["run", "--dry-run", "--endpoint", &endpoint]).exits(0);
    assert_eq!((ran.err.as_str(), count.load(Ordering::SeqCst)), ("", 2), "nothing is opened, and nobody is asked");
    let ran = project().deskspec(&["coverage", "--rules", "CH-01", "--endpoint", &endpoint]).exits(0);
    assert!(ran.err.contains("Desk listens at") && count.load(Ordering::SeqCst) == 3, "{}", ran.err);
}

#[test]
fn what_cannot_be_is_told_with_the_edit() {
    let sound = "chat=http://127.0.0.1:9";
    for (args, says) in [
        (&["--endpoint", "chat"][..], "--endpoint chat has no URL: write chat=http://127.0.0.1:8080"),
        (&["--endpoint", "http://127.0.0.1:9"], "has no name: write NAME=http://127.0.0.1:9"),
        (&["--endpoint", "chat=127.0.0.1:9"], "write chat=http://127.0.0.1:9"),
        (&["--endpoint", "chat=https://example.com"], "run it as http on this machine, chat=http://127.0.0.1:8080, or put a local proxy"),
        (&["--endpoint", sound, "--endpoint", "chat=http://127.0.0.1:10"], "\"chat\" has an endpoint already: leave one of them out"),
        (&["--listen", "127.0.0.1:0"], "write --endpoint NAME=http://127.0.0.1:8080 beside it"),
        (&["--endpoint", sound, "--listen", "8081"], "--listen 8081 is no address with a port: write 127.0.0.1:8081"),
        (&["--endpoint", sound, "--listen", "192.0.2.1:1"], "--listen 192.0.2.1:1 cannot be had: "),
    ] {
        project().deskspec(&[&["run"], args].concat()).exits(2).says(&["error: ", says]);
    }
}

#[test]
fn a_name_that_no_feature_uses_is_told() {
    let extra = ["--endpoint", "caht=http://127.0.0.1:9"];
    let passes = project().file("features/real.feature", FEATURE.replace("1 ticket", "0 tickets"));
    let told = "error: no scenario has the extension \"caht\" of --endpoint: did you mean --endpoint chat=URL?";
    passes.deskspec(&[&["run"], &extra[..]].concat()).exits(2).says(&[told]);
    passes.deskspec(&["run", "--endpoint", "chat=http://127.0.0.1:9"]).exits(0);
    passes.deskspec(&[&["run", "--tags", "@none"], &extra[..]].concat()).exits(4);
    passes.deskspec(&["run", "--endpoint", "mail=http://127.0.0.1:9"]).exits(2).says(&["say `Given the extension \"mail\" …`"]);
}

/// Where it is to be reached from elsewhere, somebody has to say so.
#[test]
fn desk_listens_beyond_this_machine_only_where_it_is_told() {
    let endpoint = format!("chat=http://127.0.0.1:{}", nobody());
    let ran = project().deskspec(&["run", "--endpoint", &endpoint, "--listen", "0.0.0.0:0"]);
    assert!(ran.err.contains("Desk listens at http://0.0.0.0:") && ran.err.contains("beyond this machine"), "{}", ran.err);
}
