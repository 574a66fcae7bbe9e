Feature: Several extensions watch the same action

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: The action goes on only if all of them allow it

    @HOOK-03
    Scenario: Both allow
      Given the extension "crm" at "desk.background" allows the hook "ticket.close"
      And the extension "billing" at "desk.background" allows the hook "ticket.close"
      When the agent closes the ticket
      Then "crm" at "desk.background" is asked "ticket.close"
      And "billing" at "desk.background" is asked "ticket.close"
      And the ticket's "status" is "Closed"

    @HOOK-03
    Scenario: The last one is waited for
      Given the extension "crm" at "desk.background" allows the hook "ticket.close" after 2 seconds
      And the extension "billing" at "desk.background" allows the hook "ticket.close" after 5 seconds
      When the agent closes the ticket
      Then the action waits for "crm" and "billing"
      When 2 seconds pass
      Then the action waits for "billing"
      When 2.999 seconds pass
      Then the action waits for "billing"
      When 1 millisecond passes
      Then the action is done

    @HOOK-03
    Scenario Outline: One refusal stops it, be it the <which> one's
      Given the extension "crm" at "desk.background" <crm>
      And the extension "billing" at "desk.background" <billing>
      When the agent closes the ticket
      Then the action is stopped with "The order is unpaid"
      And the ticket's "status" is "Open"
      And no event is broadcast

      Examples:
        | which  | crm                                                        | billing                                                    |
        | first  | rejects the hook "ticket.close" with "The order is unpaid" | allows the hook "ticket.close"                             |
        | second | allows the hook "ticket.close"                             | rejects the hook "ticket.close" with "The order is unpaid" |

    @HOOK-03
    Scenario: A refusal does not wait for the others
      Given the extension "crm" at "desk.background" allows the hook "ticket.close" after 5 seconds
      And the extension "billing" at "desk.background" rejects the hook "ticket.close" with "The order is unpaid" after 3 seconds
      When the agent closes the ticket
      And 2.999 seconds pass
      Then the action waits for "crm" and "billing"
      When 1 millisecond passes
      Then the action is stopped with "The order is unpaid"

    @HOOK-03 @HOOK-02
    Scenario: Of two refusals the agent reads the first
      Given the extension "crm" at "desk.background" rejects the hook "ticket.close" with "The contract has ended"
      And the extension "billing" at "desk.background" rejects the hook "ticket.close" with "The order is unpaid"
      When the agent closes the ticket
      Then the action is stopped with "The contract has ended"

    @HOOK-03
    Scenario: Two widgets of one extension are asked both
      Given the extension "crm" at "desk.background" allows the hook "ticket.close"
      And the extension "crm" at "desk.bottomband" rejects the hook "ticket.close" with "The order is unpaid"
      And the agent picks "crm" at "desk.bottomband"
      When the agent closes the ticket
      Then "crm" at "desk.background" is asked "ticket.close"
      And "crm" at "desk.bottomband" is asked "ticket.close"
      And the action is stopped with "The order is unpaid"

  Rule: Silence never counts as a refusal

    @HOOK-05
    Scenario: A refusal within time counts, whatever the silent one does
      Given the extension "crm" at "desk.background" never answers the hook "ticket.close"
      And the extension "billing" at "desk.background" rejects the hook "ticket.close" with "The order is unpaid" after 29 seconds
      When the agent closes the ticket
      And 29 seconds pass
      Then the action is stopped with "The order is unpaid"
      When 2 minutes pass
      Then the ticket's "status" is "Open"
      And no event is broadcast

    @HOOK-05
    Scenario: One allows and one is silent
      Given the extension "crm" at "desk.background" allows the hook "ticket.close"
      And the extension "billing" at "desk.background" never answers the hook "ticket.close"
      When the agent closes the ticket
      Then the action waits for "billing"
      When 30 seconds pass
      Then the action is done
      And the agent reads no message

    @HOOK-05
    Scenario: Both are silent
      Given the extension "crm" at "desk.background" never answers the hook "ticket.close"
      And the extension "billing" at "desk.background" never answers the hook "ticket.close"
      When the agent closes the ticket
      And 30 seconds pass
      Then the ticket's "status" is "Closed"
      And the event "ticket_status.changed" is broadcast
