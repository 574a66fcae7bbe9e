Feature: Extensions hear that a ticket's status has changed

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: The event carries the new status

    @EVT-17
    Scenario: The agent closes the ticket
      Given the extension "crm" at "desk.background" listens to the event "ticket_status.changed"
      When the agent closes the ticket
      Then "crm" at "desk.background" receives "ticket_status.changed" with "payloads/ticket_status.changed.closed"

    @EVT-17
    Scenario: The agent reopens the ticket
      Given the extension "crm" at "desk.background" listens to the event "ticket_status.changed"
      When the agent closes the ticket
      And the agent reopens the ticket
      Then "crm" at "desk.background" receives "ticket_status.changed" with "payloads/ticket_status.changed.open"
      And "crm" at "desk.background" has received in all
        | ticket_status.changed |
        | ticket_status.changed |

    @EVT-17
    Scenario: The agent sets the status, and hears of it under the new name
      Given the extension "crm" at "desk.background" listens to the event "ticket_status.changed"
      When the agent sets the status to "On Hold"
      Then "crm" at "desk.background" receives "ticket_status.changed" with "payloads/ticket_status.changed.on-hold"
      And "crm" at "desk.background" receives "ticket_status.changed" containing "payloads/ticket_status.changed.on-hold"

  Rule: An event follows only a change that really happened

    @EVT-27
    Scenario: A change that was stopped
      Given the extension "crm" at "desk.background" answers false to the hook "ticket.status"
      When the agent sets the status to "On Hold"
      Then the action is stopped with Desk's general message
      And no event is broadcast
      And "crm" at "desk.background" receives nothing

    @EVT-27
    Scenario Outline: A change to what the ticket is already: the agent <acts>
      Given the extension "crm" at "desk.background"
      And the ticket "26811000000760577" with
        | status | <status> |
      And the agent has the ticket "26811000000760577" open
      When the agent <acts>
      Then the action changes nothing
      And no event is broadcast
      And "crm" at "desk.background" receives nothing

      Examples:
        | acts                        | status  |
        | closes the ticket           | Closed  |
        | reopens the ticket          | Open    |
        | reopens the ticket          | On Hold |
        | sets the status to "Closed" | Closed  |

    @EVT-27
    Scenario: A change that has not happened yet
      Given the extension "crm" at "desk.background" allows the hook "ticket.close" after 2 seconds
      When the agent closes the ticket
      And 1.999 seconds pass
      Then no event is broadcast
      When 1 millisecond passes
      Then the event "ticket_status.changed" is broadcast
      And "crm" at "desk.background" receives "ticket_status.changed"

    @EVT-27
    Scenario: Two clicks on "Close" are one change
      Given the extension "crm" at "desk.background" allows the hook "ticket.close" after 2 seconds
      When the agent closes the ticket
      And the agent closes the ticket
      And 1 minute passes
      Then the action changes nothing
      And the event "ticket_status.changed" is broadcast
      And "crm" at "desk.background" has received in all
        | ticket_status.changed |

  Rule: The event reaches the locations of list B, and no other

    @EVT-29
    Scenario: It reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_status.changed"
      When the agent closes the ticket
      Then "crm" at "desk.background" receives "ticket_status.changed"

    @EVT-29
    Scenario Outline: It reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_status.changed"
      And the agent picks "crm" at "<location>"
      When the agent closes the ticket
      Then "crm" at "<location>" receives "ticket_status.changed"
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
    Scenario Outline: It does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_status.changed"
      And the agent picks "crm" at "<location>"
      When the agent closes the ticket
      Then the event "ticket_status.changed" is broadcast
      And "crm" at "<location>" does not receive "ticket_status.changed"
      But the extension "crm" is reported for "ticket_status.changed never reaches <location>"

      Examples:
        | location                   |
        | desk.topband               |
        | desk.ticket.detail.lefttab |

    @EVT-29
    Scenario: It does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel"
      And the extension "billing" at "desk.background" never answers the hook "ticket.close"
      When the agent closes the ticket
      # while Desk waits for billing, the agent begins a new ticket
      And the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      And 30 seconds pass
      Then the event "ticket_status.changed" is broadcast
      And "crm" at "desk.ticket.form.rightpanel" does not receive "ticket_status.changed"

    @EVT-29
    Scenario: It does not reach a panel that the agent has not picked
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      When the agent closes the ticket
      Then the event "ticket_status.changed" is broadcast
      And "crm" at "desk.ticket.detail.rightpanel" does not receive "ticket_status.changed"

    @EVT-29
    Scenario: It does not reach whoever listens to something else
      Given the extension "crm" at "desk.background" listens to the event "ticket_comment.add"
      When the agent closes the ticket
      Then "crm" at "desk.background" receives nothing
