Feature: A cloned ticket is a new one

  Background:
    Given the ticket "26811000000760569" with
      | subject    | Faulty phone charging port |
      | email      | customer@example.com       |
      | priority   | High                       |
      | cf_insured | true                       |
    And the agent has the ticket "26811000000760569" open

  @HOOK-28
  Scenario: The form is filled with the ticket's values, and the original stays as it is
    Given the extension "crm" at "desk.background" allows the hook "ticket.createAfter"
    When the agent clones the ticket
    Then the agent is on the form for a new ticket
    And the form's "subject" is "Faulty phone charging port"
    And the form's "cf_insured" is "true"
    And no ticket is created
    When the agent types ", again" into the field "subject"
    And the agent submits the form
    Then a ticket is created
    And "crm" at "desk.background" is asked "ticket.createAfter"
    And the new ticket's "subject" is "Faulty phone charging port, again"
    And the new ticket's "priority" is "High"
    And the new ticket's "cf_insured" is "true"
    And the new ticket's "number" is "102"
    And the agent is on the page of the new ticket
    And the "subject" of the ticket "26811000000760569" is "Faulty phone charging port"

  @HOOK-19 @Q-34
  Scenario: The copy has no ID before it is there, and the hook is asked
    Given the extension "crm" at "desk.background" rejects the hook "ticket.add" with "One ticket a phone"
    When the agent clones the ticket
    And the agent submits the form
    Then "crm" at "desk.background" is asked "ticket.add" with "payloads/ticket.add.clone"
    And the action is stopped with "One ticket a phone"
    And no ticket is created

  @EVT-12
  Scenario: A keystroke in the copy's form is told behind what the form was filled with
    Given the extension "crm" at "desk.ticket.form.rightpanel"
    When the agent clones the ticket
    And the agent picks "crm" at "desk.ticket.form.rightpanel"
    And the agent types "s" into the field "subject"
    Then "crm" at "desk.ticket.form.rightpanel" hears the field "subject" change in this order
      | Faulty phone charging port | Faulty phone charging ports |
