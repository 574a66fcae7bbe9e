Feature: Reopening a ticket asks ticket.reOpen

  Background:
    Given the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
      | status  | Closed                     |
    And the agent has the ticket "26811000000760569" open

  @HOOK-10
  Scenario: The hook says nothing but that it asks
    Given the extension "crm" at "desk.background" allows the hook "ticket.reOpen"
    When the agent reopens the ticket
    Then "crm" at "desk.background" is asked "ticket.reOpen" with
      """json
      null
      """
    And the ticket's "status" is "Open"

  @HOOK-10
  Scenario: Whoever refuses keeps the ticket closed
    Given the extension "crm" at "desk.background" rejects the hook "ticket.reOpen" with "The warranty has ended"
    When the agent reopens the ticket
    Then the action is stopped with "The warranty has ended"
    And the ticket's "status" is "Closed"

  @HOOK-10 @Q-36
  Scenario: The button "Reopen" asks ticket.reOpen alone
    Given the extension "crm" at "desk.background" allows the hook "ticket.reOpen"
    And the extension "crm" at "desk.background" answers false to the hook "ticket.status"
    When the agent reopens the ticket
    Then "crm" at "desk.background" is asked "ticket.reOpen"
    And "crm" at "desk.background" is not asked "ticket.status"
    And the ticket's "status" is "Open"

  @HOOK-10 @Q-01
  Scenario: The spelling of an older page is never asked, and is reported
    Given the extension "crm" at "desk.background" answers false to the hook "ticket.reopen"
    When the agent reopens the ticket
    Then "crm" at "desk.background" is not asked "ticket.reOpen"
    And the ticket's "status" is "Open"
    And the extension "crm" is reported for "the hook ticket.reopen is an older page's spelling: Desk asks ticket.reOpen"
