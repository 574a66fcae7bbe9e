Feature: A change of status asks ticket.status

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  @HOOK-12 @Q-02
  Scenario: The hook names the new status and the old one
    Given the extension "crm" at "desk.background" allows the hook "ticket.status"
    When the agent sets the status to "On Hold"
    Then "crm" at "desk.background" is asked "ticket.status" with "payloads/ticket.status.on-hold"
    And the ticket's "status" is "On Hold"

  @HOOK-12
  Scenario: Whoever refuses keeps the status
    Given the extension "crm" at "desk.background" rejects the hook "ticket.status" with "Ask the customer first"
    When the agent sets the status to "On Hold"
    Then the action is stopped with "Ask the customer first"
    And the ticket's "status" is "Open"

  @HOOK-26 @Q-36
  Scenario: A move into Closed asks ticket.status, and not ticket.close
    Given the extension "crm" at "desk.background" allows the hook "ticket.status"
    And the extension "crm" at "desk.background" answers false to the hook "ticket.close"
    When the agent sets the status to "Closed"
    Then "crm" at "desk.background" is asked "ticket.status" with "payloads/ticket.status.into-closed"
    And "crm" at "desk.background" is not asked "ticket.close"
    And the ticket's "status" is "Closed"

  @HOOK-26 @Q-36
  Scenario: A move out of Closed asks ticket.status, and not ticket.reOpen
    Given the agent closes the ticket
    And the extension "crm" at "desk.background" rejects the hook "ticket.status" with "It is settled"
    And the extension "crm" at "desk.background" allows the hook "ticket.reOpen"
    When the agent sets the status to "On Hold"
    Then "crm" at "desk.background" is asked "ticket.status" with "payloads/ticket.status.out-of-closed"
    And "crm" at "desk.background" is not asked "ticket.reOpen"
    And the action is stopped with "It is settled"
    And the ticket's "status" is "Closed"

  @HOOK-12
  Scenario: The status that the ticket has already is no change
    Given the extension "crm" at "desk.background" answers false to the hook "ticket.status"
    When the agent sets the status to "Open"
    Then "crm" at "desk.background" is not asked "ticket.status"
    And the action changes nothing
