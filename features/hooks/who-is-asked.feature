Feature: Whom a hook asks
  A hook asks live widgets that subscribed to it, at the locations that its page lists, and nobody else.

  Rule: Closing asks the locations of list A

    @HOOK-25
    Scenario: ticket.close asks desk.background
      Given the ticket "26811000000760569" with
        | status | Open |
      And the extension "crm" at "desk.background" rejects the hook "ticket.close" with "Not today"
      And the agent has the ticket "26811000000760569" open
      When the agent closes the ticket
      Then "crm" at "desk.background" is asked "ticket.close"
      And the action is stopped with "Not today"

    @HOOK-25
    Scenario Outline: ticket.close asks <location>
      Given the ticket "26811000000760569" with
        | status | Open |
      And the extension "crm" at "<location>" rejects the hook "ticket.close" with "Not today"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "<location>"
      When the agent closes the ticket
      Then "crm" at "<location>" is asked "ticket.close"
      And the action is stopped with "Not today"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @HOOK-06 @HOOK-25
    Scenario Outline: ticket.close does not ask <location>
      Given the ticket "26811000000760569" with
        | status | Open |
      And the extension "crm" at "<location>" rejects the hook "ticket.close" with "Not today"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "<location>"
      When the agent closes the ticket
      Then "crm" at "<location>" is not asked "ticket.close"
      And the action is done
      But the extension "crm" is reported for "ticket.close never reaches <location>"

      Examples:
        | location                  |
        | desk.topband              |
        | desk.ticket.detail.subtab |

    @HOOK-06 @HOOK-25
    Scenario: ticket.close does not ask the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" rejects the hook "ticket.close" with "Not today"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket.close never reaches desk.ticket.form.rightpanel"

  Rule: Reopening asks the locations of list A

    @HOOK-25
    Scenario: ticket.reOpen asks desk.background
      Given the ticket "26811000000760569" with
        | status | Closed |
      And the extension "crm" at "desk.background" rejects the hook "ticket.reOpen" with "Not today"
      And the agent has the ticket "26811000000760569" open
      When the agent reopens the ticket
      Then "crm" at "desk.background" is asked "ticket.reOpen"
      And the action is stopped with "Not today"

    @HOOK-25
    Scenario Outline: ticket.reOpen asks <location>
      Given the ticket "26811000000760569" with
        | status | Closed |
      And the extension "crm" at "<location>" rejects the hook "ticket.reOpen" with "Not today"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "<location>"
      When the agent reopens the ticket
      Then "crm" at "<location>" is asked "ticket.reOpen"
      And the action is stopped with "Not today"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @HOOK-06 @HOOK-25
    Scenario Outline: ticket.reOpen does not ask <location>
      Given the ticket "26811000000760569" with
        | status | Closed |
      And the extension "crm" at "<location>" rejects the hook "ticket.reOpen" with "Not today"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "<location>"
      When the agent reopens the ticket
      Then "crm" at "<location>" is not asked "ticket.reOpen"
      And the action is done
      But the extension "crm" is reported for "ticket.reOpen never reaches <location>"

      Examples:
        | location                  |
        | desk.topband              |
        | desk.ticket.detail.subtab |

    @HOOK-06 @HOOK-25
    Scenario: ticket.reOpen does not ask the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" rejects the hook "ticket.reOpen" with "Not today"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket.reOpen never reaches desk.ticket.form.rightpanel"

  Rule: Commenting asks the locations of list A

    @HOOK-25
    Scenario: ticket.comment asks desk.background
      Given the ticket "26811000000760569" with
        | status | Open |
      And the extension "crm" at "desk.background" rejects the hook "ticket.comment" with "Not today"
      And the agent has the ticket "26811000000760569" open
      When the agent comments publicly "We are on it"
      Then "crm" at "desk.background" is asked "ticket.comment"
      And the action is stopped with "Not today"

    @HOOK-25
    Scenario Outline: ticket.comment asks <location>
      Given the ticket "26811000000760569" with
        | status | Open |
      And the extension "crm" at "<location>" rejects the hook "ticket.comment" with "Not today"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "<location>"
      When the agent comments publicly "We are on it"
      Then "crm" at "<location>" is asked "ticket.comment"
      And the action is stopped with "Not today"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @HOOK-06 @HOOK-25
    Scenario Outline: ticket.comment does not ask <location>
      Given the ticket "26811000000760569" with
        | status | Open |
      And the extension "crm" at "<location>" rejects the hook "ticket.comment" with "Not today"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "<location>"
      When the agent comments publicly "We are on it"
      Then "crm" at "<location>" is not asked "ticket.comment"
      And the action is done
      But the extension "crm" is reported for "ticket.comment never reaches <location>"

      Examples:
        | location                  |
        | desk.topband              |
        | desk.ticket.detail.subtab |

    @HOOK-06 @HOOK-25
    Scenario: ticket.comment does not ask the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" rejects the hook "ticket.comment" with "Not today"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket.comment never reaches desk.ticket.form.rightpanel"

  Rule: Replying asks the locations of list A

    @HOOK-25
    Scenario: ticket.reply asks desk.background
      Given the ticket "26811000000760569" with
        | status | Open |
      And the extension "crm" at "desk.background" rejects the hook "ticket.reply" with "Not today"
      And the agent has the ticket "26811000000760569" open
      When the agent replies "Please send it in"
      Then "crm" at "desk.background" is asked "ticket.reply"
      And the action is stopped with "Not today"

    @HOOK-25
    Scenario Outline: ticket.reply asks <location>
      Given the ticket "26811000000760569" with
        | status | Open |
      And the extension "crm" at "<location>" rejects the hook "ticket.reply" with "Not today"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "<location>"
      When the agent replies "Please send it in"
      Then "crm" at "<location>" is asked "ticket.reply"
      And the action is stopped with "Not today"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @HOOK-06 @HOOK-25
    Scenario Outline: ticket.reply does not ask <location>
      Given the ticket "26811000000760569" with
        | status | Open |
      And the extension "crm" at "<location>" rejects the hook "ticket.reply" with "Not today"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "<location>"
      When the agent replies "Please send it in"
      Then "crm" at "<location>" is not asked "ticket.reply"
      And the action is done
      But the extension "crm" is reported for "ticket.reply never reaches <location>"

      Examples:
        | location                  |
        | desk.topband              |
        | desk.ticket.detail.subtab |

    @HOOK-06 @HOOK-25
    Scenario: ticket.reply does not ask the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" rejects the hook "ticket.reply" with "Not today"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket.reply never reaches desk.ticket.form.rightpanel"

  Rule: A change of status asks the locations of list B

    @HOOK-25
    Scenario: ticket.status asks desk.background
      Given the ticket "26811000000760569" with
        | status | Open |
      And the extension "crm" at "desk.background" rejects the hook "ticket.status" with "Not today"
      And the agent has the ticket "26811000000760569" open
      When the agent sets the status to "On Hold"
      Then "crm" at "desk.background" is asked "ticket.status"
      And the action is stopped with "Not today"

    @HOOK-25
    Scenario Outline: ticket.status asks <location>
      Given the ticket "26811000000760569" with
        | status | Open |
      And the extension "crm" at "<location>" rejects the hook "ticket.status" with "Not today"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "<location>"
      When the agent sets the status to "On Hold"
      Then "crm" at "<location>" is asked "ticket.status"
      And the action is stopped with "Not today"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @HOOK-06 @HOOK-25
    Scenario Outline: ticket.status does not ask <location>
      Given the ticket "26811000000760569" with
        | status | Open |
      And the extension "crm" at "<location>" rejects the hook "ticket.status" with "Not today"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "<location>"
      When the agent sets the status to "On Hold"
      Then "crm" at "<location>" is not asked "ticket.status"
      And the action is done
      But the extension "crm" is reported for "ticket.status never reaches <location>"

      Examples:
        | location                   |
        | desk.topband               |
        | desk.ticket.detail.lefttab |

    @HOOK-06 @HOOK-25
    Scenario: ticket.status does not ask the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" rejects the hook "ticket.status" with "Not today"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket.status never reaches desk.ticket.form.rightpanel"

  Rule: Whoever is not there, or did not subscribe, is not asked

    Background:
      Given the ticket "26811000000760569" as in "tickets/charging-port"
      And the agent has the ticket "26811000000760569" open

    @HOOK-06
    Scenario: A panel that the agent has not picked
      Given the extension "crm" at "desk.ticket.detail.rightpanel" answers false to the hook "ticket.close"
      When the agent closes the ticket
      Then "crm" at "desk.ticket.detail.rightpanel" is not asked "ticket.close"
      And the action is done

    @HOOK-06
    Scenario: A panel of the ticket that the agent has left
      Given the ticket "26811000000760577"
      And the extension "crm" at "desk.ticket.detail.rightpanel" answers false to the hook "ticket.close"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      When the agent opens the ticket "26811000000760577"
      And the agent closes the ticket
      Then "crm" at "desk.ticket.detail.rightpanel" is not asked "ticket.close"
      And the "status" of the ticket "26811000000760577" is "Closed"
      And the "status" of the ticket "26811000000760569" is "Open"

    @HOOK-07
    Scenario Outline: Without a subscriber the agent <acts> at once
      When the agent <acts>
      Then the action is done

      Examples:
        | acts                                              |
        | closes the ticket                                 |
        | sets the status to "On Hold"                      |
        | comments publicly "We are on it"                  |
        | replies "Please send it in"                       |
        | replies "Please send it in" and closes the ticket |

    @HOOK-07
    Scenario: A subscriber to another hook is no subscriber
      Given the extension "crm" at "desk.background" answers false to the hook "ticket.reply"
      When the agent closes the ticket
      Then "crm" at "desk.background" is not asked "ticket.reply"
      And the action is done

  Rule: An assignment asks the locations of list B

    @HOOK-25
    Scenario: ticket_assignee.change asks desk.background
      Given the ticket "26811000000760569"
      And the agent "Kim Lee"
      And the extension "crm" at "desk.background" rejects the hook "ticket_assignee.change" with "Not today"
      And the agent has the ticket "26811000000760569" open
      When the agent assigns the ticket to "Kim Lee"
      Then "crm" at "desk.background" is asked "ticket_assignee.change"
      And the action is stopped with "Not today"

    @HOOK-25
    Scenario Outline: ticket_assignee.change asks <location>
      Given the ticket "26811000000760569"
      And the agent "Kim Lee"
      And the extension "crm" at "<location>" rejects the hook "ticket_assignee.change" with "Not today"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "<location>"
      When the agent assigns the ticket to "Kim Lee"
      Then "crm" at "<location>" is asked "ticket_assignee.change"
      And the action is stopped with "Not today"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @HOOK-06 @HOOK-25
    Scenario Outline: ticket_assignee.change does not ask <location>
      Given the ticket "26811000000760569"
      And the agent "Kim Lee"
      And the extension "crm" at "<location>" rejects the hook "ticket_assignee.change" with "Not today"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "<location>"
      When the agent assigns the ticket to "Kim Lee"
      Then "crm" at "<location>" is not asked "ticket_assignee.change"
      And the action is done
      But the extension "crm" is reported for "ticket_assignee.change never reaches <location>"

      Examples:
        | location                   |
        | desk.topband               |
        | desk.ticket.detail.lefttab |

    @HOOK-06 @HOOK-25
    Scenario: ticket_assignee.change does not ask the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" rejects the hook "ticket_assignee.change" with "Not today"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_assignee.change never reaches desk.ticket.form.rightpanel"
