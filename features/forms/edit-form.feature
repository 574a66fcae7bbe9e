Feature: A ticket's edit form asks ticket.update once for all its changes

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  @HOOK-20
  Scenario: One question, and the agent is back on the ticket's page
    Given the extension "crm" at "desk.background" allows the hook "ticket.update"
    When the agent goes to the edit form of the ticket
    And the agent fills in the form with
      | priority | High      |
      | phone    | 646 81234 |
    And the agent submits the form
    Then "crm" at "desk.background" is asked "ticket.update" with "payloads/ticket.update.priority-and-phone"
    And the action is done
    And the agent is on the page of the ticket "26811000000760569"
    And the ticket's "phone" is "646 81234"
    And no ticket is created

  @HOOK-20
  Scenario: Whoever refuses keeps all changes out, and the agent on the form
    Given the extension "crm" at "desk.background" rejects the hook "ticket.update" with "Only the workshop sets priorities"
    When the agent goes to the edit form of the ticket
    And the agent fills in the form with
      | priority | High      |
      | phone    | 646 81234 |
    And the agent submits the form
    Then the action is stopped with "Only the workshop sets priorities"
    And no event is broadcast
    And the agent is on the edit form of the ticket "26811000000760569"
    And the form's "phone" is "646 81234"
    And the "phone" of the ticket "26811000000760569" is "null"

  @HOOK-20 @EVT-27
  Scenario: What the ticket has already is no change
    Given the extension "crm" at "desk.background" answers false to the hook "ticket.update"
    When the agent goes to the edit form of the ticket
    And the agent types "s" into the field "subject"
    And the agent fills in the form with
      | subject | Faulty phone charging port |
    And the agent submits the form
    Then the action changes nothing
    And "crm" at "desk.background" is not asked "ticket.update"

  @HOOK-20
  Scenario: An agent who leaves the form changes nothing
    When the agent goes to the edit form of the ticket
    And the agent picks "High" in the field "priority"
    And the agent opens the ticket "26811000000760569"
    Then the ticket's "priority" is "null"

  @EVT-28 @Q-36
  Scenario: Status, due date, assignee and custom fields: each is told by its own events, and no other hook is asked
    Given the agent "Kim Lee"
    And the team "Workshop"
    And the agent "Kim Lee" belongs to the team "Workshop"
    And the extension "crm" at "desk.background" answers false to the hook "ticket.status"
    And the extension "crm" at "desk.background" answers false to the hook "ticket_assignee.change"
    And the extension "crm" at "desk.background" listens to the event "ticket_status.changed"
    And the extension "crm" at "desk.background" listens to the event "ticket_dueDate.changed"
    And the extension "crm" at "desk.background" listens to the event "ticket_assignee.changed"
    And the extension "crm" at "desk.background" listens to the event "ticket_owner.changed"
    And the extension "crm" at "desk.background" listens to the event "ticket_customFields.changed"
    When the agent goes to the edit form of the ticket
    And the agent fills in the form with
      | dueDate    | 2026-02-21 12:05 |
      | teamId     | Workshop         |
      | cf_shelf   | A 7              |
      | assigneeId | Kim Lee          |
      | status     | On Hold          |
    And the agent submits the form
    Then "crm" at "desk.background" receives in this order
      | ticket_dueDate.changed      |
      | ticket_assignee.changed     |
      | ticket_owner.changed        |
      | ticket_customFields.changed |
      | ticket_status.changed       |
    And "crm" at "desk.background" receives "ticket_dueDate.changed" with
      """yaml
      ticket.dueDate: 02/21/2026 12:05 PM
      """
    And "crm" at "desk.background" is not asked "ticket.status"
    And "crm" at "desk.background" is not asked "ticket_assignee.change"
    And the ticket's "owner" is "Kim Lee"

  @LOC-06
  Scenario: The panel of the form for a new ticket is not on the edit form
    Given the extension "crm" at "desk.ticket.form.rightpanel"
    When the agent goes to the form for a new ticket
    And the agent picks "crm" at "desk.ticket.form.rightpanel"
    And the agent opens the ticket "26811000000760569"
    And the agent goes to the edit form of the ticket
    Then "crm" at "desk.ticket.form.rightpanel" is not alive
