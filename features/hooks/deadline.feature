Feature: An extension has 30 seconds to answer

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: Whoever is silent for 30 seconds loses control, and the action goes on

    @HOOK-04
    Scenario Outline: The limit holds for <hook>
      Given the ticket "26811000000760577" with
        | status | <status> |
      And the agent has the ticket "26811000000760577" open
      And the extension "crm" at "desk.background" never answers the hook "<hook>"
      When the agent <acts>
      And 29.999 seconds pass
      Then the action waits for "crm"
      When 1 millisecond passes
      Then the action is done
      And the agent reads no message

      Examples:
        | hook           | status | acts                             |
        | ticket.close   | Open   | closes the ticket                |
        | ticket.reOpen  | Closed | reopens the ticket               |
        | ticket.status  | Open   | sets the status to "On Hold"     |
        | ticket.comment | Open   | comments publicly "We are on it" |
        | ticket.reply   | Open   | replies "Please send it in"      |

    @HOOK-04
    Scenario: The time counts from the agent's action
      Given the extension "crm" at "desk.background" never answers the hook "ticket.close"
      When 20 seconds pass
      And the agent closes the ticket
      And 29.999 seconds pass
      Then the action waits for "crm"
      When 1 millisecond passes
      Then the action is done

    @HOOK-04
    Scenario: Each action has its own 30 seconds
      Given the extension "crm" at "desk.background" never answers the hook "ticket.close"
      And the extension "crm" at "desk.background" never answers the hook "ticket.comment"
      When the agent closes the ticket
      And 10 seconds pass
      And the agent comments publicly "We are on it"
      And 20 seconds pass
      Then the ticket's "status" is "Closed"
      And the action waits for "crm"
      And the ticket has no comment
      When 10 seconds pass
      Then the ticket has 1 comment

  Rule: An answer within 30 seconds counts, and one at exactly 30 seconds does too

    @HOOK-04
    Scenario: A refusal after 29.999 seconds
      Given the extension "crm" at "desk.background" rejects the hook "ticket.close" with "The order is unpaid" after 29.999 seconds
      When the agent closes the ticket
      And 29.998 seconds pass
      Then the action waits for "crm"
      When 1 millisecond passes
      Then the action is stopped with "The order is unpaid"
      When 1 minute passes
      Then the ticket's "status" is "Open"

    @HOOK-04 @Q-20
    Scenario: A refusal after exactly 30 seconds
      Given the extension "crm" at "desk.background" rejects the hook "ticket.close" with "The order is unpaid" after 30 seconds
      When the agent closes the ticket
      And 30 seconds pass
      Then the action is stopped with "The order is unpaid"
      And the ticket's "status" is "Open"
      And no event is broadcast

    @HOOK-04 @Q-20
    Scenario: A plain false after exactly 30 seconds
      Given the extension "crm" at "desk.background" answers false to the hook "ticket.close" after 30 seconds
      When the agent closes the ticket
      And 30 seconds pass
      Then the action is stopped with Desk's general message

  Rule: A late answer changes nothing

    @HOOK-04
    Scenario: A refusal after 30.001 seconds
      Given the extension "crm" at "desk.background" rejects the hook "ticket.close" with "The order is unpaid" after 30.001 seconds
      When the agent closes the ticket
      And 30 seconds pass
      Then the action is done
      And the ticket's "status" is "Closed"
      When 1 millisecond passes
      Then the action is done
      And the agent reads no message
      And the ticket's "status" is "Closed"
      And "crm" at "desk.background" receives "ticket_status.changed"

    @HOOK-04
    Scenario: A late "yes" does not do it a second time
      Given the extension "crm" at "desk.background" allows the hook "ticket.reply" after 31 seconds
      When the agent replies "Please send it in"
      And 1 minute passes
      Then a mail leaves for "customer@example.com"
      And the ticket's "threadCount" is "1"
