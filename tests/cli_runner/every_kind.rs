//! Features of which each ends in another way.

use crate::closing::{BROKEN, FEATURE};
use crate::support::Project;

/// Scenarios that pass, fail in every manner, wait for somebody, have defects and findings, beside files that cannot be read and others that have
/// warnings.
pub(crate) fn every_kind() -> Project {
    let guard = "ZOHODESK.extension.onload().then(function (App) {
        App.instance.on('ticket.close', function () { throw new Error('boom'); });
        App.instance.on('ticket.clsoe', function () {});
        App.instance.on('ticket_comment.update', function () {}); });";
    Project::new()
        .file("features/closing.feature", FEATURE)
        .file("features/broken.feature", BROKEN)
        .file("features/latin.feature", b"Feature: caf\xe9\n")
        .file("features/kinds.feature", KINDS)
        .file("features/warned.feature", WARNED)
        .file("features/more/again.feature", KINDS)
        .file("fixtures/wrong.json", "{\"subject\": \"Phone\", \"status\": \"Closed\", \"id\": 7}")
        .file("fixtures/broken.json", "{\"subject\": ")
        .file(
            "fixtures/guard/plugin-manifest.json",
            r#"{"service": "DESK", "modules": {"widgets": [{"name": "Guard", "location": "desk.background", "url": "/app/guard.html"}]}}"#,
        )
        .file(
            "fixtures/guard/app/guard.html",
            "<script src=\"https://js.zohostatic.com/support/developer_sdk/v1/js/ZohoDeskClientSDK.js\"></script><script src=\"guard.js\"></script>",
        )
        .file("fixtures/guard/app/guard.js", guard)
}

const KINDS: &str = r#"Feature: Every kind
  Background:
    Given the ticket "1"

  Scenario: A value is another one
    When the agent opens the ticket "1"
    Then the ticket's "status" is "Closed"

  Scenario: A fixture is another one
    Then the ticket contains "wrong"

  Scenario: There is no fixture
    Given the ticket "2" as in "nothing"

  Scenario: A fixture cannot be read
    Given the ticket "2" as in "broken"

  @serial
  Scenario: An extension has defects
    Given the extension "guard" from "guard"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Closed"

  Scenario: An extension is silent
    Given the extension "crm" at "desk.background" never answers the hook "ticket.close"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the action is stopped with "no"

  Scenario: Nobody says what it means
    Given the moon is full
    When the agent paints the ticket "1"

  Scenario Outline: Rows that fail, <n>
    When the agent opens the ticket "<n>"
    Then the ticket's "status" is "<status>"

    Examples:
      | n | status |
      | 1 | Open   |
      | 1 | Closed |
      | 9 | Open   |

  Scenario: A number is drawn
    Given the extension "guard" from "guard"
    When the agent goes to the list of tickets
    Then the extension "guard" logs "nothing"
"#;

const WARNED: &str = r#"Feature: Warned
  Scenario: Twice
    Given the ticket "1"
  Scenario: Twice
    Given the ticket "1"
  Scenario: Empty
  Scenario Outline: o <n>
    Given the ticket "<n>"

    Examples:
      | n | unused |
      | 1 | 2      |
"#;
