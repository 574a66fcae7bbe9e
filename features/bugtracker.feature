Feature: The bug tracker guards the closing of a ticket

  Background:
    Given the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
      | status  | Open                       |
    # bugtracker is a background widget: it is alive on every page
    And the extension "bugtracker" from "extensions/bugtracker"
    And the agent has the ticket "26811000000760569" open

  @HOOK-08
  Scenario: An unresolved issue keeps the ticket open
    Given the service "https://bugs.example.com/issues/7" answers 200 with
      """json
      {"state": "open"}
      """
    When the agent closes the ticket
    Then the action is stopped with "Issue 7 is not resolved yet"
    And the ticket's "status" is "Open"
    And no event is broadcast

  @HOOK-04
  Scenario: An extension that stays silent for 30 seconds loses control
    Given the extension "crm" at "desk.background" never answers the hook "ticket.close"
    When the agent closes the ticket
    And 29.999 seconds pass
    Then the action waits for "crm"
    When 1 millisecond passes
    Then the ticket's "status" is "Closed"
    And "crm" at "desk.background" receives "ticket_status.changed" with "payloads/ticket_status.changed.closed"

  @HOOK-01
  Scenario Outline: An issue that is <state> lets the ticket be closed
    Given the service "https://bugs.example.com/issues/7" answers 200 with
      """json
      {"state": "<state>"}
      """
    When the agent closes the ticket
    Then the ticket's "status" is "Closed"
    And the agent reads no message
    And nothing is reported of the extension "bugtracker"

    Examples:
      | state    |
      | resolved |
      | closed   |

  @HOOK-11
  Scenario: The tracker is asked once, and only when a ticket is closed
    Given the service "GET https://bugs.example.com/issues/7" answers 200 with "services/issue-open"
    When the agent comments privately "Waits for the developers"
    Then the extension "bugtracker" does not request "GET https://bugs.example.com/issues/7"
    When the agent closes the ticket
    Then the extension "bugtracker" requests "GET https://bugs.example.com/issues/7"
    And "bugtracker" at "desk.background" is asked "ticket.close"

  @HOOK-01
  Scenario: The agent is not stopped by a tracker that cannot be reached
    When the agent closes the ticket
    Then the action is done
    And the extension "bugtracker" notifies "The bug tracker cannot be reached: issue 7 was not checked"

  @HOOK-01
  Scenario: The agent is not stopped by a tracker in trouble
    Given the service "https://bugs.example.com/issues/7" answers 503
    When the agent closes the ticket
    Then the action is done
    And the extension "bugtracker" notifies "The bug tracker cannot be reached: issue 7 was not checked"

  @HOOK-02
  Scenario: A slow tracker is waited for
    Given the service "https://bugs.example.com/issues/7" answers 200 after 29 seconds with
      """json
      {"state": "open"}
      """
    When the agent closes the ticket
    Then the action waits for "bugtracker"
    When 29 seconds pass
    Then the action is stopped with "Issue 7 is not resolved yet"

  @HOOK-04
  Scenario: A tracker that never answers keeps no ticket open
    Given the service "https://bugs.example.com/issues/7" never answers
    When the agent closes the ticket
    And 29.999 seconds pass
    Then the action waits for "bugtracker"
    When 1 millisecond passes
    Then the action is done
