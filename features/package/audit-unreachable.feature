Feature: The audit log's server is not there at all

  Background:
    Given it is "2026-01-05T09:00:00Z"
    And the ticket "26811000000760569"
    And the extension "audit" from "extensions/audit"
    And the agent has the ticket "26811000000760569" open

  Scenario: An entry is tried again after five seconds, and given up
    When the agent closes the ticket
    Then the extension "audit" requests "POST https://audit.example.com/entries" with "audit/closed"
    When the agent goes to the list of tickets
    And 5 seconds pass
    Then the extension "audit" requests "POST https://audit.example.com/entries" with "audit/closed"
    And the extension "audit" logs "the entry of 2026-01-05T09:00:00.000Z is lost"
