Feature: The events of calls reach sixteen locations, and no others

  Background:
    Given the ticket "26811000000760569"
    And the contact "26811000000480001"
    And the account "26811000000490001"

  @EVT-29
  Scenario: They reach desk.background
    Given the extension "crm" at "desk.background"
    When the agent calls "+1 888 900 9646" from the dial pad
    And the call rings at the other end
    And the customer answers the call
    And the agent completes the call
    Then "crm" at "desk.background" has received in all
      | click2Call     |
      | call.ringing   |
      | call.answered  |
      | call.completed |

  @EVT-29 @LOC-07
  Scenario Outline: They reach <location>
    Given the extension "crm" at "<location>"
    And the agent opens the <page>
    And the agent picks "crm" at "<location>"
    When the agent calls "+1 888 900 9646" from the dial pad
    Then "crm" at "<location>" receives "click2Call"
    When the call rings at the other end
    Then "crm" at "<location>" receives "call.ringing"
    When the customer answers the call
    Then "crm" at "<location>" receives "call.answered"
    When the agent completes the call
    Then "crm" at "<location>" receives "call.completed"
    And nothing is reported of the extension "crm"

    Examples: on every page
      | location                 | page                       |
      | desk.bottomband          | ticket "26811000000760569" |
      | desk.extension.telephony | ticket "26811000000760569" |

    Examples: on a ticket's page
      | location                      | page                       |
      | desk.ticket.detail.rightpanel | ticket "26811000000760569" |
      | desk.ticket.detail.subtab     | ticket "26811000000760569" |
      | desk.ticket.detail.lefttab    | ticket "26811000000760569" |
      | desk.ticket.detail.moreaction | ticket "26811000000760569" |
      | desk.ticket.thread.moreaction | ticket "26811000000760569" |

    Examples: on a contact's page
      | location                       | page                        |
      | desk.contact.detail.rightpanel | contact "26811000000480001" |
      | desk.contact.detail.subtab     | contact "26811000000480001" |
      | desk.contact.detail.lefttab    | contact "26811000000480001" |
      | desk.contact.detail.moreaction | contact "26811000000480001" |

    Examples: on an account's page
      | location                       | page                        |
      | desk.account.detail.rightpanel | account "26811000000490001" |
      | desk.account.detail.subtab     | account "26811000000490001" |
      | desk.account.detail.lefttab    | account "26811000000490001" |
      | desk.account.detail.moreaction | account "26811000000490001" |

  @EVT-29
  Scenario: They do not reach desk.topband
    Given the extension "crm" at "desk.topband"
    And the agent picks "crm" at "desk.topband"
    When the agent calls "+1 888 900 9646" from the dial pad
    Then "crm" at "desk.topband" does not receive "click2Call"
    When the call rings at the other end
    Then "crm" at "desk.topband" does not receive "call.ringing"
    When the customer answers the call
    Then "crm" at "desk.topband" does not receive "call.answered"
    When the agent completes the call
    Then "crm" at "desk.topband" does not receive "call.completed"

  @EVT-29
  Scenario: They do not reach desk.ticket.form.rightpanel
    Given the extension "crm" at "desk.ticket.form.rightpanel"
    And the agent goes to the form for a new ticket
    And the agent picks "crm" at "desk.ticket.form.rightpanel"
    When the agent calls "+1 888 900 9646" from the dial pad
    Then "crm" at "desk.ticket.form.rightpanel" does not receive "click2Call"
    When the call rings at the other end
    Then "crm" at "desk.ticket.form.rightpanel" does not receive "call.ringing"
    When the customer answers the call
    Then "crm" at "desk.ticket.form.rightpanel" does not receive "call.answered"
    When the agent completes the call
    Then "crm" at "desk.ticket.form.rightpanel" does not receive "call.completed"
