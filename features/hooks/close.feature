Feature: Closing a ticket asks ticket.close

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  @HOOK-11
  Scenario: The hook says nothing but that it asks
    Given the extension "crm" at "desk.background" allows the hook "ticket.close"
    When the agent closes the ticket
    # the page documents no payload
    Then "crm" at "desk.background" is asked "ticket.close" with
      """json
      null
      """
    And the ticket's "status" is "Closed"

  @HOOK-11
  Scenario: Whoever refuses keeps the ticket open
    Given the extension "crm" at "desk.background" rejects the hook "ticket.close" with "The order is unpaid"
    When the agent closes the ticket
    Then the action is stopped with "The order is unpaid"
    And the ticket's "status" is "Open"

  @HOOK-11 @Q-36
  Scenario: The button "Close" asks ticket.close alone
    Given the extension "crm" at "desk.background" allows the hook "ticket.close"
    And the extension "crm" at "desk.background" answers false to the hook "ticket.status"
    When the agent closes the ticket
    Then "crm" at "desk.background" is asked "ticket.close"
    And "crm" at "desk.background" is not asked "ticket.status"
    And the ticket's "status" is "Closed"

  @HOOK-11
  Scenario: A ticket that is closed already is not closed again, and nobody is asked
    Given the extension "crm" at "desk.background" answers false to the hook "ticket.close"
    And the ticket "26811000000760577" with
      | status | Closed |
    And the agent has the ticket "26811000000760577" open
    When the agent closes the ticket
    Then "crm" at "desk.background" is not asked "ticket.close"
    And the action changes nothing
