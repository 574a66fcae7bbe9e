Feature: The audit log knows what happened to a ticket, and when

  Background:
    Given it is "2026-01-05T09:00:00Z"
    And the agent is "Asha Agent"
    And the ticket "26811000000760569" as in "tickets/charging-port"
    And the extension "audit" from "extensions/audit"
    And the service "POST https://audit.example.com/entries" answers 201
    And the agent has the ticket "26811000000760569" open

  @SDK-01
  Scenario: A change of status is written
    When the agent closes the ticket
    Then "audit" at "desk.background" receives "ticket_status.changed"
    And the extension "audit" requests "POST https://audit.example.com/entries" with "audit/closed"
    And nothing is reported of the extension "audit"

  @SDK-01
  Scenario: A comment is written
    When the agent comments privately "Waits for a spare part"
    Then the extension "audit" requests "POST https://audit.example.com/entries" with "audit/comment"

  @EVT-01
  Scenario: The comment's number is the one that other extensions know
    Given the extension "crm" at "desk.background"
    When the agent comments privately "Waits for a spare part"
    And I keep "commentId" of the event "ticket_comment.add" that "crm" at "desk.background" received as "comment"
    Then the extension "audit" requests "POST https://audit.example.com/entries" with "audit/kept-comment"

  @EVT-27
  Scenario: What was stopped is not written
    Given the extension "crm" at "desk.background" answers false to the hook "ticket.close"
    When the agent closes the ticket
    Then the extension "audit" does not request "POST https://audit.example.com/entries"

  @EVT-28
  Scenario: An entry waits until the one before it is written
    Given the service "POST https://audit.example.com/entries" answers 201 after 2 seconds
    When the agent comments privately "Waits for a spare part"
    Then the extension "audit" requests "POST https://audit.example.com/entries" with "audit/comment"
    When 1 second passes
    And the agent closes the ticket
    And 0.999 seconds pass
    Then the extension "audit" does not request "POST https://audit.example.com/entries"
    When 1 millisecond passes
    Then the extension "audit" requests "POST https://audit.example.com/entries" with "audit/closed-later"

  Rule: What cannot be written is written five seconds later

    Scenario: The log is in trouble
      Given the service "POST https://audit.example.com/entries" answers 500
      When the agent closes the ticket
      Then the extension "audit" requests "POST https://audit.example.com/entries" with "audit/closed"
      Given the service "POST https://audit.example.com/entries" answers 201
      When the agent goes to the list of tickets
      And 4.999 seconds pass
      Then the extension "audit" does not request "POST https://audit.example.com/entries"
      When 1 millisecond passes
      Then the extension "audit" requests "POST https://audit.example.com/entries" with "audit/closed"

    Scenario: The log keeps its order all the same
      Given the service "POST https://audit.example.com/entries" answers 500
      When the agent comments privately "Waits for a spare part"
      And 1 second passes
      And the agent closes the ticket
      Then the extension "audit" does not request "POST https://audit.example.com/entries"
      When 4 seconds pass
      Then the extension "audit" logs "the entry of 2026-01-05T09:00:00.000Z is lost"
      When the agent goes to the list of tickets
      And 5 seconds pass
      Then the extension "audit" requests "POST https://audit.example.com/entries" with "audit/closed-later"

    Scenario Outline: There is no third try when the log <is in trouble>
      Given the service "POST https://audit.example.com/entries" <answers>
      When the agent closes the ticket
      And the agent goes to the list of tickets
      And 5 seconds pass
      Then the extension "audit" requests "POST https://audit.example.com/entries" with "audit/closed"
      And the extension "audit" logs "the entry of 2026-01-05T09:00:00.000Z is lost"
      When the agent opens the ticket "26811000000760569"
      And 1 hour passes
      Then the extension "audit" does not request "POST https://audit.example.com/entries"

      Examples:
        | is in trouble | answers     |
        | is down       | answers 500 |
        | is overloaded | answers 503 |
