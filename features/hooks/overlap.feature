Feature: A second action while the first one waits
  Each action has its own hook calls, its own 30 seconds and its own end.

  Background:
    Given the ticket "26811000000760569"
    And the agent has the ticket "26811000000760569" open

  @HOOK-02 @HOOK-08
  Scenario: Each action is stopped with its own reason
    Given the extension "crm" at "desk.background" rejects the hook "ticket.close" with "first" after 10 seconds
    When the agent closes the ticket
    And 5 seconds pass
    Given the extension "crm" at "desk.background" rejects the hook "ticket.close" with "second" after 10 seconds
    When the agent closes the ticket
    And 5 seconds pass
    # the first action has ended by now, and the agent has read why
    Then the action waits for "crm"
    And the agent reads no message
    When 5 seconds pass
    Then the action is stopped with "second"
    And the ticket's "status" is "Open"

  @HOOK-04
  Scenario: What closes the ticket first leaves nothing to the second
    Given the extension "crm" at "desk.background" never answers the hook "ticket.close"
    When the agent closes the ticket
    And 5 seconds pass
    And the agent closes the ticket
    And 25 seconds pass
    Then the ticket's "status" is "Closed"
    And the action waits for "crm"
    When 5 seconds pass
    Then the action changes nothing
    And the event "ticket_status.changed" is broadcast
