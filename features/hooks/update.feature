Feature: A change in the left panel asks ticket.update

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  @HOOK-20
  Scenario: The hook tells the whole ticket as it would be
    Given the extension "crm" at "desk.background" allows the hook "ticket.update"
    When the agent sets the field "priority" to "High"
    Then "crm" at "desk.background" is asked "ticket.update" with "payloads/ticket.update.priority"
    And the ticket's "priority" is "High"

  @HOOK-20 @HOOK-27
  Scenario: Nothing of the ticket is left out
    Given the ticket "9049400045147" as in "tickets/full"
    And the agent has the ticket "9049400045147" open
    And the extension "crm" at "desk.background" allows the hook "ticket.update"
    When the agent sets the field "priority" to "High"
    Then "crm" at "desk.background" is asked "ticket.update" with "payloads/ticket.update.full"

  @HOOK-20
  Scenario: Whoever refuses keeps the field
    Given the extension "crm" at "desk.background" rejects the hook "ticket.update" with "Only the workshop sets priorities"
    When the agent sets the field "priority" to "High"
    Then the action is stopped with "Only the workshop sets priorities"
    And no event is broadcast

  @HOOK-20
  Scenario: Whoever refuses keeps the due date
    Given the extension "crm" at "desk.background" answers false to the hook "ticket.update"
    When the agent sets the due date to "2026-02-21 12:05"
    Then the action is stopped with Desk's general message
    And no event is broadcast

  @HOOK-27
  Scenario: Custom fields stand under their API names and with their own types, absent values are null
    Given the extension "crm" at "desk.background" allows the hook "ticket.update"
    And the agent sets the field "cf_shelf" to "A 7"
    When the agent sets the field "cf_insured" to "true"
    Then "crm" at "desk.background" is asked "ticket.update" with "payloads/ticket.update.custom-fields"

  @EVT-18
  Scenario: No hook is documented for the mark as spam
    Given the extension "crm" at "desk.background" answers false to the hook "ticket.update"
    When the agent marks the ticket as spam
    Then "crm" at "desk.background" is not asked "ticket.update"
    And the action is done
    And the ticket's "isSpam" is "true"

  @HOOK-25 @Q-22
  Scenario Outline: The page lists no locations: a widget at <location> is asked, too
    Given the extension "crm" at "<location>" answers false to the hook "ticket.update"
    When the agent picks "crm" at "<location>"
    And the agent sets the field "priority" to "High"
    Then "crm" at "<location>" is asked "ticket.update"
    And the action is stopped with Desk's general message

    Examples:
      | location                       |
      | desk.topband                   |
      | desk.ticket.detail.lefttab     |
      | desk.ticket.detail.rightpanel  |
