Feature: Story 3: one extension refuses late, the other is silent
  Two extensions watch the close. One refuses after 29 seconds, the other stays silent: the ticket stays open, and nothing
  closes it at 30 seconds.

  @HOOK-05 @HOOK-08
  Scenario: The ticket stays open
    Given the ticket "26811000000760569"
    And the extension "crm" at "desk.background" rejects the hook "ticket.close" with "The order is unpaid" after 29 seconds
    And the extension "billing" at "desk.background" never answers the hook "ticket.close"
    And the agent has the ticket "26811000000760569" open
    When the agent closes the ticket
    And 28.999 seconds pass
    Then the action waits for "crm" and "billing"
    When 1 millisecond passes
    Then the action is stopped with "The order is unpaid"
    When 1 second passes
    Then the ticket's "status" is "Open"
    When 1 hour passes
    Then the ticket's "status" is "Open"
    And no event is broadcast
