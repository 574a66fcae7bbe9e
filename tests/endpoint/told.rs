//! What Desk tells a real server without being asked: callbacks, links of the agent's browser, webhooks.

use crate::desk::{network, play, setup, why};
use crate::sample::Sample;
use crate::servers::{Came, json, nobody, server, write};
use deskspec::host::desk::hmac_sha256;
use deskspec::record::ScenarioRecord;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

/// Plays one scenario; its server is at a port, or is the sample's.
fn played(port: u16, is_sample: bool, steps: &str) -> ScenarioRecord {
    let network = network(port, MINUTE);
    let _sample = is_sample.then(|| Sample::start(port, &format!("http://{}", network.address())));
    let feature = format!("Feature: A real server\n  Scenario: One\n{steps}");
    play("real.feature", &feature, &Arc::new(setup(network)), MINUTE).pop().expect("one scenario")
}

/// A server that keeps what comes, and answers as `answer` says.
fn keeping(answer: impl Fn(&Came) -> String + Send + Sync + 'static) -> (u16, Receiver<Came>) {
    let (tell, told) = channel();
    let tell = Mutex::new(tell);
    let (port, _) = server(move |came, stream| {
        write(stream, &answer(came));
        let came = Came { line: came.line.clone(), headers: came.headers.clone(), body: came.body.clone() };
        tell.lock().expect("nothing panics here").send(came).expect("the test waits");
    });
    (port, told)
}

#[test]
fn a_callback_is_signed_byte_for_byte_as_it_comes_in() {
    let (port, told) = keeping(|_| json("200 OK", ""));
    let steps = r#"
    Given the extension "chat" declares the callback onInstall
    And the extension "chat" declares a manifest with
      """json
      {"secret": "a secret of ours, ä"}
      """
    When the administrator installs the extension "chat"
    Then the server of "chat" has taken the callback onInstall"#;
    let record = played(port, false, steps);
    assert!(!record.failed(), "{}", why(&record));
    let came = told.recv().expect("one request");
    let hash = came.headers.iter().find_map(|header| header.to_ascii_lowercase().strip_prefix("hash: ").map(str::to_owned));
    assert_eq!(hash, Some(hmac_sha256("a secret of ours, ä".as_bytes(), &came.body)), "{}", came.body);
    assert!(came.body.contains(r#""event":"onInstall""#), "{}", came.body);
}

/// The sample's own secret is another one.
const WRONG: &str = r#"
    Given the extension "chat" declares a manifest with
      """json
      {"secret": "SECRET", "callbackListener": {"onInstall": "https://chat-channel.example/callbacks"}}
      """
    When the administrator installs the extension "chat" at "desk.background"
"#;

#[test]
fn a_callback_under_another_secret_is_refused_and_nothing_is_undone() {
    let told = r#"    Then the callback onInstall of "chat" has failed with "The extension's server answered 403."
    And "chat" at "desk.background" is alive"#;
    let record = played(nobody(), true, &format!("{}{told}", WRONG.replace("SECRET", "another secret")));
    assert!(!record.failed(), "{}", why(&record));
    let right = played(nobody(), true, &format!("{}{told}", WRONG.replace("SECRET", "chat_secret_7f3a91")));
    assert!(why(&right).contains("has not failed with"), "{}", why(&right));
}

#[test]
fn a_refused_callback_that_no_sentence_expects_fails_the_scenario() {
    let steps = format!("{}    Then \"chat\" at \"desk.background\" is alive", WRONG.replace("SECRET", "another secret"));
    let record = played(nobody(), true, &steps);
    assert!(why(&record).contains("chat at callback.onInstall"), "{}", why(&record));
    let steps = steps.replace("\"chat\" at \"desk.background\" is alive", "the server of \"chat\" has taken the callback onInstall");
    let record = played(nobody(), true, &steps);
    assert!(why(&record).contains("has not taken the callback onInstall: The extension's server answered 403."), "{}", why(&record));
}

/// What the feature plays of a fault never reaches the real server.
#[test]
fn a_callback_whose_fault_the_feature_plays_reaches_nobody() {
    let (port, count) = server(|_, stream| write(stream, &json("200 OK", "")));
    let steps = r#"
    Given the extension "chat" declares the callback onInstall
    And the server of "chat" answers the callback onInstall with the status 503
    When the administrator installs the extension "chat"
    Then the callback onInstall of "chat" has failed with "The extension's server answered 503.""#;
    let record = played(port, false, steps);
    assert!(!record.failed(), "{}", why(&record));
    assert_eq!(count.load(Ordering::SeqCst), 0);
}

const LINK: &str = r#"
    Given the extension "chat" has a channel with
      | redirectUrl | https://chat.example/source |
    When 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    And the agent opens the source of the ticket
"#;

/// What the real server answers to a browser that asks where the ticket came from.
fn link(answer: String, then: &str) -> (ScenarioRecord, Vec<String>) {
    let pull = std::fs::read_to_string("fixtures/sync/first-message.json").expect("the fixture");
    let (port, told) = keeping(move |came| if came.line.starts_with("GET") { answer.clone() } else { json("200 OK", &pull) });
    let record = played(port, false, &format!("{LINK}{then}"));
    (record, told.try_iter().map(|came| came.line).filter(|line| line.starts_with("GET")).collect())
}

#[test]
fn where_a_link_leads_is_passed_on_to_the_browser_and_not_followed() {
    let (elsewhere, count) = server(|_, stream| write(stream, &json("200 OK", "")));
    let place = format!("http://127.0.0.1:{elsewhere}/rooms/7");
    let answer = format!("HTTP/1.1 302 Found\r\nLocation: {place}\r\nContent-Length: 5\r\nConnection: close\r\n\r\n<a/>\n");
    let (record, asked) = link(answer.clone(), &format!("    Then the browser is sent to \"{place}\""));
    assert!(!record.failed(), "{}", why(&record));
    assert_eq!(asked, ["GET /source?entity=ticket&id=c-7 HTTP/1.1"]);
    assert_eq!(count.load(Ordering::SeqCst), 0);
    let (record, _) = link(answer, "    Then the browser is sent to \"https://chat.example/rooms/7\"");
    assert!(why(&record).contains("is not sent to"), "{}", why(&record));
    let (record, _) =
        link(json("404 Not Found", ""), "    Then the redirect of \"chat\" fails with \"The channel's server answered 404.\"");
    assert!(!record.failed(), "{}", why(&record));
}

#[test]
fn a_webhook_says_in_its_query_whose_it_is() {
    let (port, told) = keeping(|_| json("200 OK", r#"{"data": {}}"#));
    let steps = r#"
    Given the ticket "26811000000760569"
    And the extension "chat" has a channel
    And the extension "chat" declares a manifest with
      """json
      {"zohoAuthorisation": {"scope": ["Desk.events.ALL"]}}
      """
    And the extension "chat" declares the resources of "life/plain-webhook"
    And the administrator authorises the extension "chat" in Desk
    And 4 minutes pass
    And the agent has the ticket "26811000000760569" open
    When the agent closes the ticket
    Then the webhook of "chat" is told "Ticket_Update""#;
    let record = played(port, false, steps);
    assert!(!record.failed(), "{}", why(&record));
    let came: Vec<_> = told.try_iter().collect();
    let query = |path: &str| came.iter().find_map(|it| it.line.strip_prefix(path)?.strip_suffix(" HTTP/1.1").map(str::to_owned));
    let webhook = query("POST /events?").expect("a webhook");
    assert!(webhook.contains("orgId=60001280952") && webhook.contains("securityContext="), "{webhook}");
    assert_eq!(Some(&webhook), query("POST /pull?").as_ref(), "the installation's own");
    let body = came.iter().find(|it| it.line.starts_with("POST /events")).map(|it| it.body.clone()).unwrap_or_default();
    assert!(body.starts_with(r#"[{"eventType":"Ticket_Update""#), "{body}");
}
