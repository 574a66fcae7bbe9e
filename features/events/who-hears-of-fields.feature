Feature: The events of a ticket's fields reach the locations of their lists, and no others

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: ticket_customFields.changed

    @EVT-29 @EVT-03
    Scenario: ticket_customFields.changed reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_customFields.changed"
      When the agent sets the field "cf_shelf" to "A 7"
      Then "crm" at "desk.background" receives "ticket_customFields.changed"

    @EVT-29
    Scenario Outline: ticket_customFields.changed reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_customFields.changed"
      And the agent picks "crm" at "<location>"
      When the agent sets the field "cf_shelf" to "A 7"
      Then "crm" at "<location>" receives "ticket_customFields.changed"
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
    Scenario Outline: ticket_customFields.changed does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_customFields.changed"
      And the agent picks "crm" at "<location>"
      When the agent sets the field "cf_shelf" to "A 7"
      Then the event "ticket_customFields.changed" is broadcast
      And "crm" at "<location>" does not receive "ticket_customFields.changed"
      But the extension "crm" is reported for "ticket_customFields.changed never reaches <location>"

      Examples:
        | location                   |
        | desk.topband               |
        | desk.ticket.detail.lefttab |

    @EVT-29
    Scenario: ticket_customFields.changed does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticket_customFields.changed"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_customFields.changed never reaches desk.ticket.form.rightpanel"

  Rule: ticket_dueDate.changed

    @EVT-29 @EVT-11
    Scenario: ticket_dueDate.changed reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_dueDate.changed"
      When the agent sets the due date to "2026-02-21 12:05"
      Then "crm" at "desk.background" receives "ticket_dueDate.changed"

    @EVT-29
    Scenario Outline: ticket_dueDate.changed reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_dueDate.changed"
      And the agent picks "crm" at "<location>"
      When the agent sets the due date to "2026-02-21 12:05"
      Then "crm" at "<location>" receives "ticket_dueDate.changed"
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
    Scenario Outline: ticket_dueDate.changed does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_dueDate.changed"
      And the agent picks "crm" at "<location>"
      When the agent sets the due date to "2026-02-21 12:05"
      Then the event "ticket_dueDate.changed" is broadcast
      And "crm" at "<location>" does not receive "ticket_dueDate.changed"
      But the extension "crm" is reported for "ticket_dueDate.changed never reaches <location>"

      Examples:
        | location                   |
        | desk.topband               |
        | desk.ticket.detail.lefttab |

    @EVT-29
    Scenario: ticket_dueDate.changed does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticket_dueDate.changed"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_dueDate.changed never reaches desk.ticket.form.rightpanel"

  Rule: ticket_priority.changed

    @EVT-29 @EVT-13
    Scenario: ticket_priority.changed reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_priority.changed"
      When the agent sets the field "priority" to "High"
      Then "crm" at "desk.background" receives "ticket_priority.changed"

    @EVT-29
    Scenario Outline: ticket_priority.changed reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_priority.changed"
      And the agent picks "crm" at "<location>"
      When the agent sets the field "priority" to "High"
      Then "crm" at "<location>" receives "ticket_priority.changed"
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
    Scenario Outline: ticket_priority.changed does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_priority.changed"
      And the agent picks "crm" at "<location>"
      When the agent sets the field "priority" to "High"
      Then the event "ticket_priority.changed" is broadcast
      And "crm" at "<location>" does not receive "ticket_priority.changed"
      But the extension "crm" is reported for "ticket_priority.changed never reaches <location>"

      Examples:
        | location                   |
        | desk.topband               |
        | desk.ticket.detail.lefttab |

    @EVT-29
    Scenario: ticket_priority.changed does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticket_priority.changed"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_priority.changed never reaches desk.ticket.form.rightpanel"

  Rule: ticket_classification.changed

    @EVT-29 @EVT-14
    Scenario: ticket_classification.changed reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_classification.changed"
      When the agent sets the field "classification" to "Problem"
      Then "crm" at "desk.background" receives "ticket_classification.changed"

    @EVT-29
    Scenario Outline: ticket_classification.changed reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_classification.changed"
      And the agent picks "crm" at "<location>"
      When the agent sets the field "classification" to "Problem"
      Then "crm" at "<location>" receives "ticket_classification.changed"
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
    Scenario Outline: ticket_classification.changed does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_classification.changed"
      And the agent picks "crm" at "<location>"
      When the agent sets the field "classification" to "Problem"
      Then the event "ticket_classification.changed" is broadcast
      And "crm" at "<location>" does not receive "ticket_classification.changed"
      But the extension "crm" is reported for "ticket_classification.changed never reaches <location>"

      Examples:
        | location                   |
        | desk.topband               |
        | desk.ticket.detail.lefttab |

    @EVT-29
    Scenario: ticket_classification.changed does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticket_classification.changed"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_classification.changed never reaches desk.ticket.form.rightpanel"

  Rule: ticket_productName.changed

    @EVT-29 @EVT-15
    Scenario: ticket_productName.changed reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_productName.changed"
      When the agent sets the field "productName" to "Zylker Phone 3"
      Then "crm" at "desk.background" receives "ticket_productName.changed"

    @EVT-29
    Scenario Outline: ticket_productName.changed reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_productName.changed"
      And the agent picks "crm" at "<location>"
      When the agent sets the field "productName" to "Zylker Phone 3"
      Then "crm" at "<location>" receives "ticket_productName.changed"
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
    Scenario Outline: ticket_productName.changed does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_productName.changed"
      And the agent picks "crm" at "<location>"
      When the agent sets the field "productName" to "Zylker Phone 3"
      Then the event "ticket_productName.changed" is broadcast
      And "crm" at "<location>" does not receive "ticket_productName.changed"
      But the extension "crm" is reported for "ticket_productName.changed never reaches <location>"

      Examples:
        | location                   |
        | desk.topband               |
        | desk.ticket.detail.lefttab |

    @EVT-29
    Scenario: ticket_productName.changed does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticket_productName.changed"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_productName.changed never reaches desk.ticket.form.rightpanel"

  Rule: ticket_phone.changed

    @EVT-29 @EVT-16
    Scenario: ticket_phone.changed reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_phone.changed"
      When the agent sets the field "phone" to "646 81234"
      Then "crm" at "desk.background" receives "ticket_phone.changed"

    @EVT-29
    Scenario Outline: ticket_phone.changed reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_phone.changed"
      And the agent picks "crm" at "<location>"
      When the agent sets the field "phone" to "646 81234"
      Then "crm" at "<location>" receives "ticket_phone.changed"
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
    Scenario Outline: ticket_phone.changed does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_phone.changed"
      And the agent picks "crm" at "<location>"
      When the agent sets the field "phone" to "646 81234"
      Then the event "ticket_phone.changed" is broadcast
      And "crm" at "<location>" does not receive "ticket_phone.changed"
      But the extension "crm" is reported for "ticket_phone.changed never reaches <location>"

      Examples:
        | location                   |
        | desk.topband               |
        | desk.ticket.detail.lefttab |

    @EVT-29
    Scenario: ticket_phone.changed does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticket_phone.changed"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_phone.changed never reaches desk.ticket.form.rightpanel"

  Rule: ticket_isSpam.changed

    @EVT-29 @EVT-18
    Scenario: ticket_isSpam.changed reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_isSpam.changed"
      When the agent marks the ticket as spam
      Then "crm" at "desk.background" receives "ticket_isSpam.changed"

    @EVT-29
    Scenario Outline: ticket_isSpam.changed reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_isSpam.changed"
      And the agent picks "crm" at "<location>"
      When the agent marks the ticket as spam
      Then "crm" at "<location>" receives "ticket_isSpam.changed"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |

    @EVT-29
    Scenario Outline: ticket_isSpam.changed does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_isSpam.changed"
      And the agent picks "crm" at "<location>"
      When the agent marks the ticket as spam
      Then the event "ticket_isSpam.changed" is broadcast
      And "crm" at "<location>" does not receive "ticket_isSpam.changed"
      But the extension "crm" is reported for "ticket_isSpam.changed never reaches <location>"

      Examples:
        | location                      |
        | desk.topband                  |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |
        | desk.ticket.detail.lefttab    |

    @EVT-29
    Scenario: ticket_isSpam.changed does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticket_isSpam.changed"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_isSpam.changed never reaches desk.ticket.form.rightpanel"
