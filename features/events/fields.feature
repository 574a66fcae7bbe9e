Feature: Extensions hear which fields of a ticket have changed

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: Each field has an event of its own, which carries the new value

    @EVT-13
    Scenario: The priority
      Given the extension "crm" at "desk.background" listens to the event "ticket_priority.changed"
      When the agent sets the field "priority" to "High"
      Then "crm" at "desk.background" receives "ticket_priority.changed" with
        """yaml
        ticket.priority: High
        """
      And the ticket's "priority" is "High"

    @EVT-14
    Scenario: The classification
      Given the extension "crm" at "desk.background" listens to the event "ticket_classification.changed"
      When the agent sets the field "classification" to "Problem"
      Then "crm" at "desk.background" receives "ticket_classification.changed" with
        """yaml
        ticket.classification: Problem
        """

    @EVT-15
    Scenario: The product
      Given the extension "crm" at "desk.background" listens to the event "ticket_productName.changed"
      When the agent sets the field "productName" to "Zylker Phone 3"
      Then "crm" at "desk.background" receives "ticket_productName.changed" with
        """yaml
        ticket.productName: Zylker Phone 3
        """

    @EVT-16
    Scenario: The phone number
      Given the extension "crm" at "desk.background" listens to the event "ticket_phone.changed"
      When the agent sets the field "phone" to "646 81234"
      Then "crm" at "desk.background" receives "ticket_phone.changed" with
        """yaml
        ticket.phone: 646 81234
        """

    @EVT-11 @Q-24
    Scenario: The due date: month first in the event, day first on the ticket
      Given the extension "crm" at "desk.background" listens to the event "ticket_dueDate.changed"
      When the agent sets the due date to "2026-02-21 12:05"
      Then "crm" at "desk.background" receives "ticket_dueDate.changed" with
        """yaml
        ticket.dueDate: 02/21/2026 12:05 PM
        """
      And the ticket's "dueDate" is "21/02/2026 12:05 PM"

    @EVT-03
    Scenario: A custom field, under its API name and with its own type
      Given the extension "crm" at "desk.background" listens to the event "ticket_customFields.changed"
      When the agent sets the field "cf_insured" to "true"
      Then "crm" at "desk.background" receives "ticket_customFields.changed" with
        """yaml
        ticket.customFields:
          cf_insured: true
        """

    @EVT-18
    Scenario: The mark as spam is text, and no boolean
      Given the extension "crm" at "desk.background" listens to the event "ticket_isSpam.changed"
      When the agent marks the ticket as spam
      Then "crm" at "desk.background" receives "ticket_isSpam.changed" with
        """yaml
        ticket.isSpam: "true"
        """
      When the agent marks the ticket as no spam
      Then "crm" at "desk.background" receives "ticket_isSpam.changed" with
        """yaml
        ticket.isSpam: "false"
        """

  Rule: A field that has no event is changed in silence

    @EVT-27
    Scenario: The subject
      Given the extension "crm" at "desk.background"
      When the agent sets the field "subject" to "Charging port of a phone"
      Then the ticket's "subject" is "Charging port of a phone"
      And no event is broadcast
      And "crm" at "desk.background" receives nothing

    @EVT-27
    Scenario Outline: What the field holds already is no change: <field>
      Given the extension "crm" at "desk.background"
      When the agent sets the field "<field>" to "<value>"
      And the agent sets the field "<field>" to "<value>"
      Then the action changes nothing
      And no event is broadcast

      Examples:
        | field      | value |
        | priority   | High  |
        | cf_insured | true  |

  Rule: Only the locations of an event's list hear it

    @EVT-29 @EVT-18
    Scenario: The mark as spam reaches five locations
      Given the extension "crm" at "desk.ticket.detail.rightpanel" listens to the event "ticket_isSpam.changed"
      And the extension "files" at "desk.ticket.detail.moreaction" listens to the event "ticket_isSpam.changed"
      When the agent picks "crm" at "desk.ticket.detail.rightpanel"
      And the agent picks "files" at "desk.ticket.detail.moreaction"
      And the agent marks the ticket as spam
      Then "crm" at "desk.ticket.detail.rightpanel" receives "ticket_isSpam.changed"
      And "files" at "desk.ticket.detail.moreaction" receives nothing
