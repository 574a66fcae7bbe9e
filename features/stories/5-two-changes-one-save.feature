Feature: Story 5: two changes, one save
  An agent changes priority and phone and saves once: two events, in that order, each with the documented payload; the extension on the form
  page hears neither.

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the extension "crm" at "desk.background" listens to the event "ticket_priority.changed"
    And the extension "crm" at "desk.background" listens to the event "ticket_phone.changed"
    And the extension "intake" at "desk.ticket.form.rightpanel"

  @HOOK-20 @EVT-28
  Scenario: Two events, in the order of the agent's changes
    Given the extension "audit" at "desk.background" allows the hook "ticket.update"
    When the agent goes to the form for a new ticket
    And the agent picks "intake" at "desk.ticket.form.rightpanel"
    And the agent opens the ticket "26811000000760569"
    And the agent goes to the edit form of the ticket
    And the agent fills in the form with
      | priority | High      |
      | phone    | 646 81234 |
    Then "crm" at "desk.background" receives nothing
    When the agent submits the form
    Then "audit" at "desk.background" is asked "ticket.update" with "payloads/ticket.update.priority-and-phone"
    And "crm" at "desk.background" receives in this order
      | ticket_priority.changed |
      | ticket_phone.changed    |
    And "crm" at "desk.background" receives "ticket_priority.changed" with
      """yaml
      ticket.priority: High
      """
    And "crm" at "desk.background" receives "ticket_phone.changed" with
      """yaml
      ticket.phone: 646 81234
      """
    But "intake" at "desk.ticket.form.rightpanel" receives nothing

  @EVT-28
  Scenario: The other way round, the events come the other way round
    Given the agent has the ticket "26811000000760569" open
    When the agent goes to the edit form of the ticket
    And the agent types "646 81234" into the field "phone"
    And the agent picks "High" in the field "priority"
    And the agent submits the form
    Then "crm" at "desk.background" receives in this order
      | ticket_phone.changed    |
      | ticket_priority.changed |
