Feature: Story 9: "Reply and close"
  Refused, it is neither sent nor closed. Allowed, it is sent first, then closed, with the events of both.

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the customer wrote "It does not charge" to the ticket "26811000000760569"
    And the extension "crm" at "desk.background"
    And the agent has the ticket "26811000000760569" open

  @HOOK-17 @HOOK-08
  Scenario: Refused
    Given the extension "billing" at "desk.background" rejects the hook "ticket.replyAndClose" with "The order is unpaid"
    When the agent opens the reply editor
    And the agent replies "It has arrived" and closes the ticket
    Then the action is stopped with "The order is unpaid"
    And no mail leaves
    And the ticket's "status" is "Open"
    And "crm" at "desk.background" receives nothing

  @HOOK-17 @HOOK-04
  Scenario: One allows and one is silent: after thirty seconds it is sent and closed
    Given the extension "billing" at "desk.background" allows the hook "ticket.replyAndClose"
    And the extension "legal" at "desk.background" never answers the hook "ticket.replyAndClose"
    When the agent replies "It has arrived" and closes the ticket
    And 29.999 seconds pass
    Then the action waits for "legal"
    And no mail leaves
    And the ticket's "status" is "Open"
    When 1 millisecond passes
    Then the mail leaves before the ticket's "status" changes
    And the ticket's "status" is "Closed"

  @HOOK-17 @EVT-28
  Scenario: Allowed
    Given the extension "billing" at "desk.background" allows the hook "ticket.replyAndClose"
    When the agent opens the reply editor
    Then "crm" at "desk.background" receives "ticket_replyEditor.opened"
    When the agent replies "It has arrived" and closes the ticket
    Then the action is done
    And a mail leaves for "customer@example.com"
    And the mail leaves before the ticket's "status" changes
    And the ticket's "status" is "Closed"
    And "crm" at "desk.background" receives "ticket_status.changed"
    And "crm" at "desk.background" has received in all
      | pageChange                |
      | ticket_replyEditor.opened |
      | ticket_status.changed     |
