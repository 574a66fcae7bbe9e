Feature: A stopped action leaves no trace

  Background:
    Given it is "2026-01-05T09:00:00Z"

  @HOOK-08
  Scenario Outline: Nothing has happened when the agent <acts> in vain
    Given I keep "<status>" as "status"
    And the ticket "26811000000760569" with
      | email  | customer@example.com |
      | status | ${status}            |
    And the extension "crm" at "desk.background" rejects the hook "<hook>" with "Not today"
    And the agent has the ticket "26811000000760569" open
    When 1 minute passes
    And the agent <acts>
    Then the action is stopped with "Not today"
    And the ticket contains "tickets/untouched"
    And no event is broadcast
    And "crm" at "desk.background" receives nothing
    And no mail leaves

    @HOOK-11
    Examples: closing
      | acts              | status | hook         |
      | closes the ticket | Open   | ticket.close |

    @HOOK-10
    Examples: reopening
      | acts               | status | hook          |
      | reopens the ticket | Closed | ticket.reOpen |

    @HOOK-12
    Examples: a change of status
      | acts                           | status | hook          |
      | sets the status to "On Hold"   | Open   | ticket.status |
      | sets the status to "Escalated" | Closed | ticket.status |

    @HOOK-14
    Examples: a comment
      | acts                                  | status | hook           |
      | comments publicly "We are on it"      | Open   | ticket.comment |
      | comments privately "Ask the workshop" | Closed | ticket.comment |

    @HOOK-16
    Examples: a reply
      | acts                                                              | status | hook         |
      | replies "Please send it in"                                       | Open   | ticket.reply |
      | replies "Please send it in" with a copy to "stock@zylker.example" | Open   | ticket.reply |

  @HOOK-08
  Scenario: The agent may try again
    Given the ticket "26811000000760569"
    And the extension "crm" at "desk.background" rejects the hook "ticket.close" with "Not today"
    And the agent has the ticket "26811000000760569" open
    When the agent closes the ticket
    Then the action is stopped with "Not today"
    Given the extension "crm" at "desk.background" allows the hook "ticket.close"
    When the agent closes the ticket
    Then the action is done
    And the ticket's "status" is "Closed"
