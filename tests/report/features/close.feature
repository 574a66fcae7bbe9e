Feature: The bug tracker guards the closing of a ticket

  Background:
    Given the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
    And the extension "bugtracker" from "extensions/bugtracker"
    And the agent has the ticket "26811000000760569" open

  Scenario: A closed ticket is broadcast
    When the agent closes the ticket
    Then "audit" at "desk.background" receives "ticket_status.changed" with "payloads/ticket_status.changed.closed"

  Scenario: An unresolved issue keeps the ticket open
    When the agent closes the ticket
    Then the action is stopped with "Issue 7 is not resolved yet"

  Scenario: The page opens
    When the agent shuts the ticket

  Scenario: Größe 漢字 🙂 ok
	When the agent sends the reply "漢字" and "b" now
