Feature: The events of the reply editor reach the locations of list A, and no others

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the customer wrote "It does not charge" to the ticket "26811000000760569"
    And the response template "Send it in" with
      | content | Please send it in |
    And the agent has the ticket "26811000000760569" open

  Rule: ticket_replyEditor.opened

    @EVT-29
    Scenario: ticket_replyEditor.opened reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_replyEditor.opened"
      When the agent opens the reply editor
      Then "crm" at "desk.background" receives "ticket_replyEditor.opened"

    @EVT-29
    Scenario Outline: ticket_replyEditor.opened reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_replyEditor.opened"
      And the agent picks "crm" at "<location>"
      When the agent opens the reply editor
      Then "crm" at "<location>" receives "ticket_replyEditor.opened"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @EVT-29
    Scenario Outline: ticket_replyEditor.opened does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_replyEditor.opened"
      And the agent picks "crm" at "<location>"
      When the agent opens the reply editor
      Then the event "ticket_replyEditor.opened" is broadcast
      And "crm" at "<location>" does not receive "ticket_replyEditor.opened"
      But the extension "crm" is reported for "ticket_replyEditor.opened never reaches <location>"

      Examples:
        | location                  |
        | desk.topband              |
        | desk.ticket.detail.subtab |

    @EVT-29
    Scenario: ticket_replyEditor.opened does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticket_replyEditor.opened"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_replyEditor.opened never reaches desk.ticket.form.rightpanel"

  Rule: ticket_replyEditor_template.loaded

    @EVT-29
    Scenario: ticket_replyEditor_template.loaded reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_replyEditor_template.loaded"
      And the agent opens the reply editor
      When the agent applies the response template "Send it in"
      Then "crm" at "desk.background" receives "ticket_replyEditor_template.loaded"

    @EVT-29
    Scenario Outline: ticket_replyEditor_template.loaded reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_replyEditor_template.loaded"
      And the agent picks "crm" at "<location>"
      And the agent opens the reply editor
      When the agent applies the response template "Send it in"
      Then "crm" at "<location>" receives "ticket_replyEditor_template.loaded"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @EVT-29
    Scenario Outline: ticket_replyEditor_template.loaded does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_replyEditor_template.loaded"
      And the agent picks "crm" at "<location>"
      And the agent opens the reply editor
      When the agent applies the response template "Send it in"
      Then the event "ticket_replyEditor_template.loaded" is broadcast
      And "crm" at "<location>" does not receive "ticket_replyEditor_template.loaded"
      But the extension "crm" is reported for "ticket_replyEditor_template.loaded never reaches <location>"

      Examples:
        | location                  |
        | desk.topband              |
        | desk.ticket.detail.subtab |

    @EVT-29
    Scenario: ticket_replyEditor_template.loaded does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticket_replyEditor_template.loaded"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_replyEditor_template.loaded never reaches desk.ticket.form.rightpanel"
