Feature: A reply that closes the ticket asks ticket.replyAndClose, and no other hook

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open
    And I keep the ticket's "id" as "ticket"

  Rule: The reply leaves and the ticket is closed, or neither

    @HOOK-17 @Q-05
    Scenario: The hook tells who writes what to whom
      Given the extension "crm" at "desk.background" allows the hook "ticket.replyAndClose"
      When the agent replies "Please send it in" and closes the ticket
      Then "crm" at "desk.background" is asked "ticket.replyAndClose" with "payloads/ticket.reply.first"
      And a mail leaves as in "mails/send-it-in"
      And the ticket contains "tickets/answered-and-closed"

    @HOOK-17 @EVT-17
    Scenario: Whoever listens hears that the ticket is closed
      Given the extension "crm" at "desk.background"
      When the agent replies "Please send it in" and closes the ticket
      Then "crm" at "desk.background" receives "ticket_status.changed" with "payloads/ticket_status.changed.closed"
      And a mail leaves for "customer@example.com"

    @HOOK-17 @Q-37
    Scenario: The second reply names the thread before it, and who gets a copy
      Given the extension "crm" at "desk.background" allows the hook "ticket.replyAndClose"
      When the agent replies "Please send it in"
      And the agent replies "It has arrived, and works" with a copy to "workshop@zylker.example,stock@zylker.example" and closes the ticket
      Then "crm" at "desk.background" is asked "ticket.replyAndClose" with "payloads/ticket.reply.second"
      And a mail leaves as in "mails/copied"
      And the ticket's "status" is "Closed"

    @HOOK-17
    Scenario: Whoever refuses keeps the reply from leaving and the ticket open
      Given the extension "crm" at "desk.background" rejects the hook "ticket.replyAndClose" with "Ask the legal team first"
      When the agent replies "It is our fault" and closes the ticket
      Then the action is stopped with "Ask the legal team first"
      And no mail leaves
      And the ticket's "threadCount" is "0"
      And the ticket's "status" is "Open"
      And no event is broadcast

    @HOOK-17 @EVT-27
    Scenario: A ticket that is closed already is answered all the same
      Given the extension "crm" at "desk.background" allows the hook "ticket.replyAndClose"
      And the agent closes the ticket
      When the agent replies "It has arrived" and closes the ticket
      Then the action is done
      And a mail leaves for "customer@example.com"
      And the ticket's "status" is "Closed"
      And no event is broadcast

  Rule: The agent's control decides which hook is asked

    @HOOK-17 @Q-36
    Scenario Outline: <hook> is not asked
      Given the extension "crm" at "desk.background" answers false to the hook "<hook>"
      When the agent replies "It has arrived" and closes the ticket
      Then "crm" at "desk.background" is not asked "<hook>"
      And the action is done

      Examples:
        | hook          |
        | ticket.reply  |
        | ticket.close  |
        | ticket.status |
        | ticket.update |

    @HOOK-17 @Q-36
    Scenario: A reply that closes nothing does not ask it
      Given the extension "crm" at "desk.background" answers false to the hook "ticket.replyAndClose"
      When the agent replies "It has arrived"
      Then "crm" at "desk.background" is not asked "ticket.replyAndClose"
      And the ticket's "status" is "Open"

  Rule: ticket.replyAndClose asks the locations of list A, and no other

    @HOOK-25
    Scenario: ticket.replyAndClose asks desk.background
      Given the extension "crm" at "desk.background" rejects the hook "ticket.replyAndClose" with "Not today"
      When the agent replies "It has arrived" and closes the ticket
      Then "crm" at "desk.background" is asked "ticket.replyAndClose"
      And the action is stopped with "Not today"

    @HOOK-25
    Scenario Outline: ticket.replyAndClose asks <location>
      Given the extension "crm" at "<location>" rejects the hook "ticket.replyAndClose" with "Not today"
      And the agent picks "crm" at "<location>"
      When the agent replies "It has arrived" and closes the ticket
      Then "crm" at "<location>" is asked "ticket.replyAndClose"
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
    Scenario Outline: ticket.replyAndClose does not ask <location>
      Given the extension "crm" at "<location>" rejects the hook "ticket.replyAndClose" with "Not today"
      And the agent picks "crm" at "<location>"
      When the agent replies "It has arrived" and closes the ticket
      Then "crm" at "<location>" is not asked "ticket.replyAndClose"
      And the action is done
      But the extension "crm" is reported for "ticket.replyAndClose never reaches <location>"

      Examples:
        | location                  |
        | desk.topband              |
        | desk.ticket.detail.subtab |

    @HOOK-06 @HOOK-25
    Scenario: ticket.replyAndClose does not ask the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" rejects the hook "ticket.replyAndClose" with "Not today"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket.replyAndClose never reaches desk.ticket.form.rightpanel"
