Feature: Story 2: one extension allows, the other is silent
  Two extensions watch the close. One allows after 2 seconds, the other stays silent: after 30 seconds the ticket closes.

  @HOOK-03 @HOOK-04
  Scenario: The ticket closes after 30 seconds
    Given the ticket "26811000000760569"
    And the extension "crm" at "desk.background" allows the hook "ticket.close" after 2 seconds
    And the extension "billing" at "desk.background" never answers the hook "ticket.close"
    And the agent has the ticket "26811000000760569" open
    When the agent closes the ticket
    Then the action waits for "crm" and "billing"
    When 2 seconds pass
    Then the action waits for "billing"
    And the ticket's "status" is "Open"
    When 27.999 seconds pass
    Then the action waits for "billing"
    When 1 millisecond passes
    Then the action is done
    And the ticket's "status" is "Closed"
    And the agent reads no message
    And the event "ticket_status.changed" is broadcast
