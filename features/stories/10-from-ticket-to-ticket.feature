Feature: Story 10: an agent goes from one ticket to another

  Background:
    Given the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
    And the ticket "26811000000760577" with
      | subject | Refund for a broken screen |
    And the extension "reader" from "extensions/reader"
    And the extension "crm" at "desk.background"

  @EVT-10 @LOC-06
  Scenario: Widgets of the first ticket are gone, those of the second are there, and the background lived through it
    Given the agent has the ticket "26811000000760569" open
    And the agent picks "reader" at "desk.ticket.detail.rightpanel"
    And the extension "reader" logs "Faulty phone charging port"
    When the agent moves to the ticket "26811000000760577" in the All Tickets list
    Then "reader" at "desk.ticket.detail.rightpanel" is not alive
    And "crm" at "desk.background" is alive
    And "crm" at "desk.background" receives "ticket_Shift"
    And "crm" at "desk.background" receives "pageChange"
    When the agent picks "reader" at "desk.ticket.detail.rightpanel"
    Then "reader" at "desk.ticket.detail.rightpanel" is alive
    And the extension "reader" logs "Refund for a broken screen"
    And "crm" at "desk.background" has received in all
      | pageChange   |
      | ticket_Shift |
      | pageChange   |
