Feature: The events of a ticket's assignee reach the locations of their lists, and no others

  Background:
    Given the agent "Kim Lee"
    And the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: ticket_assignee.changed

    @EVT-29 @EVT-06
    Scenario: ticket_assignee.changed reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_assignee.changed"
      When the agent assigns the ticket to "Kim Lee"
      Then "crm" at "desk.background" receives "ticket_assignee.changed"

    @EVT-29
    Scenario Outline: ticket_assignee.changed reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_assignee.changed"
      And the agent picks "crm" at "<location>"
      When the agent assigns the ticket to "Kim Lee"
      Then "crm" at "<location>" receives "ticket_assignee.changed"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @EVT-29
    Scenario Outline: ticket_assignee.changed does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_assignee.changed"
      And the agent picks "crm" at "<location>"
      When the agent assigns the ticket to "Kim Lee"
      Then the event "ticket_assignee.changed" is broadcast
      And "crm" at "<location>" does not receive "ticket_assignee.changed"
      But the extension "crm" is reported for "ticket_assignee.changed never reaches <location>"

      Examples:
        | location                   |
        | desk.topband               |
        | desk.ticket.detail.lefttab |

    @EVT-29
    Scenario: ticket_assignee.changed does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticket_assignee.changed"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_assignee.changed never reaches desk.ticket.form.rightpanel"

  Rule: ticket_owner.changed

    @EVT-29 @EVT-07
    Scenario: ticket_owner.changed reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_owner.changed"
      When the agent assigns the ticket to "Kim Lee"
      Then "crm" at "desk.background" receives "ticket_owner.changed"

    @EVT-29
    Scenario Outline: ticket_owner.changed reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_owner.changed"
      And the agent picks "crm" at "<location>"
      When the agent assigns the ticket to "Kim Lee"
      Then "crm" at "<location>" receives "ticket_owner.changed"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @EVT-29
    Scenario Outline: ticket_owner.changed does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_owner.changed"
      And the agent picks "crm" at "<location>"
      When the agent assigns the ticket to "Kim Lee"
      Then the event "ticket_owner.changed" is broadcast
      And "crm" at "<location>" does not receive "ticket_owner.changed"
      But the extension "crm" is reported for "ticket_owner.changed never reaches <location>"

      Examples:
        | location                   |
        | desk.topband               |
        | desk.ticket.detail.lefttab |

    @EVT-29
    Scenario: ticket_owner.changed does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticket_owner.changed"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_owner.changed never reaches desk.ticket.form.rightpanel"
