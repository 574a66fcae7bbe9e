Feature: Merging tickets asks ticket.merge
  An agent makes one ticket of several: one stays, with all that was said on the others, which are gone from the list.

  Background:
    Given the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
      | email   | customer@example.com       |
    And the ticket "26811000000760577" with
      | subject | The same phone again |
      | email   | customer@example.com |
      | status  | Closed               |
    And the ticket "26811000000760585" with
      | subject | Any news of my phone? |

  Rule: The hook tells all tickets, the one that stays first

    @HOOK-23
    Scenario: Two tickets
      Given the extension "crm" at "desk.background" allows the hook "ticket.merge"
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then "crm" at "desk.background" is asked "ticket.merge" with "payloads/ticket.merge"
      And the action is done

    @HOOK-23
    Scenario: Three tickets, in the order in which the agent chose them
      Given the extension "crm" at "desk.background" allows the hook "ticket.merge"
      When the agent merges the ticket "26811000000760569" with
        | 26811000000760585 |
        | 26811000000760577 |
      Then "crm" at "desk.background" is asked "ticket.merge" with
        """yaml
        - id: "26811000000760569"
          status: Open
        - id: "26811000000760585"
          status: Open
        - id: "26811000000760577"
          status: Closed
        """

  Rule: One ticket stays, and the others are gone

    @HOOK-23
    Scenario: Where nobody refuses
      Given the extension "crm" at "desk.background" allows the hook "ticket.merge"
      When the agent merges the ticket "26811000000760569" with
        | 26811000000760577 |
        | 26811000000760585 |
      Then the ticket "26811000000760577" is merged into the ticket "26811000000760569"
      And the ticket "26811000000760585" is merged into the ticket "26811000000760569"
      And the "status" of the ticket "26811000000760569" is "Open"
      And no event is broadcast

    @HOOK-23
    Scenario: What was said on both is on the one that stays, in the order of time
      Given the agent has the ticket "26811000000760569" open
      And the agent comments privately "Waits for a spare part"
      And 1 minute passes
      And the agent opens the ticket "26811000000760577"
      And the agent comments publicly "It is the charging port"
      And the agent replies "Please send it in"
      And 1 minute passes
      And the agent opens the ticket "26811000000760569"
      And the agent comments privately "It has arrived"
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then the ticket contains "tickets/merged"
      And the ticket has 3 comments

    @HOOK-23
    Scenario: A draft goes along with the thread that it answers
      Given the customer wrote "Where is it?" to the ticket "26811000000760577"
      And the agent has the ticket "26811000000760577" open
      And the agent opens the reply editor
      And the agent saves the draft "On its way"
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then the ticket's "subject" is "Faulty phone charging port"
      And the ticket has the draft "<div>On its way</div>"

    @HOOK-23 @LOC-06
    Scenario: Whoever had the other ticket open is on the page of the one that stays
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      And the agent has the ticket "26811000000760577" open
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then the ticket's "subject" is "Faulty phone charging port"
      And "crm" at "desk.ticket.detail.rightpanel" is not alive

    @HOOK-23 @LOC-06
    Scenario: Whoever has the ticket open that stays does not leave it
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then "crm" at "desk.ticket.detail.rightpanel" is alive

    @HOOK-23
    Scenario: What waits for an answer meanwhile has nothing left to change
      Given the extension "crm" at "desk.background" never answers the hook "ticket.close"
      And the agent has the ticket "26811000000760585" open
      And the agent closes the ticket
      And the agent merges the ticket "26811000000760585" into the ticket "26811000000760569"
      When 30 seconds pass
      Then the ticket "26811000000760585" is merged into the ticket "26811000000760569"
      And the "status" of the ticket "26811000000760569" is "Open"

  Rule: A refused merge changes nothing

    @HOOK-23 @HOOK-08
    Scenario: All tickets are there, as they were
      Given the extension "crm" at "desk.background" rejects the hook "ticket.merge" with "Another customer's ticket"
      And the agent has the ticket "26811000000760577" open
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then the action is stopped with "Another customer's ticket"
      And the ticket's "subject" is "The same phone again"
      And the "status" of the ticket "26811000000760577" is "Closed"
      And the "subject" of the ticket "26811000000760569" is "Faulty phone charging port"

    @HOOK-23 @HOOK-03
    Scenario: One refusal of several is enough
      Given the extension "crm" at "desk.background" allows the hook "ticket.merge"
      And the extension "billing" at "desk.background" rejects the hook "ticket.merge" with "The order is unpaid" after 2 seconds
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then the action waits for "billing"
      When 2 seconds pass
      Then the action is stopped with "The order is unpaid"
      And the "status" of the ticket "26811000000760577" is "Closed"

    @HOOK-23 @HOOK-04
    Scenario: Whoever is silent for 30 seconds loses control
      Given the extension "crm" at "desk.background" never answers the hook "ticket.merge"
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      And 29.999 seconds pass
      Then the action waits for "crm"
      When 1 millisecond passes
      Then the action is done
      And the ticket "26811000000760577" is merged into the ticket "26811000000760569"

    @HOOK-23
    Scenario: A real extension looks at what each ticket is
      Given the extension "steward" from "extensions/steward"
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then the action is stopped with "Ticket 26811000000760577 is closed: reopen it first"
      When the agent merges the ticket "26811000000760585" into the ticket "26811000000760569"
      Then the action is done
      And the ticket "26811000000760585" is merged into the ticket "26811000000760569"

  Rule: The documents spell the name in two ways, and both are asked

    @HOOK-23 @Q-04
    Scenario: As in the sample
      Given the extension "crm" at "desk.background" rejects the hook "tickets.merge" with "Another customer's ticket"
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then "crm" at "desk.background" is asked "ticket.merge" with "payloads/ticket.merge"
      And the action is stopped with "Another customer's ticket"
      And the extension "crm" is reported for "the hook tickets.merge is another spelling of ticket.merge: Desk asks both"

    @Q-04
    Scenario: Whoever subscribes to both is asked once
      Given the extension "crm" at "desk.background" allows the hook "ticket.merge"
      And the extension "crm" at "desk.background" answers false to the hook "tickets.merge"
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then "crm" at "desk.background" is asked "ticket.merge"
      And the action is done

    @HOOK-23 @Q-04
    Scenario: A real extension that follows the sample
      Given the extension "copyist" from "extensions/copyist"
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then the action is stopped with "2 tickets stay apart"
      And the extension "copyist" is reported for "the hook tickets.merge is another spelling of ticket.merge: Desk asks both"

  Rule: The hook asks the four locations of its own list

    @HOOK-25
    Scenario: ticket.merge asks desk.background
      Given the extension "crm" at "desk.background" rejects the hook "ticket.merge" with "Not today"
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then "crm" at "desk.background" is asked "ticket.merge"
      And the action is stopped with "Not today"

    @HOOK-25
    Scenario Outline: ticket.merge asks <location>
      Given the extension "crm" at "<location>" rejects the hook "ticket.merge" with "Not today"
      And the agent picks "crm" at "<location>"
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then "crm" at "<location>" is asked "ticket.merge"
      And the action is stopped with "Not today"
      And nothing is reported of the extension "crm"

      Examples:
        | location                 |
        | desk.topband             |
        | desk.bottomband          |
        | desk.extension.telephony |

    @HOOK-06 @HOOK-25
    Scenario Outline: ticket.merge does not ask <location>
      Given the extension "crm" at "<location>" rejects the hook "ticket.merge" with "Not today"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "<location>"
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then "crm" at "<location>" is not asked "ticket.merge"
      And the action is done
      But the extension "crm" is reported for "ticket.merge never reaches <location>"

      Examples:
        | location                      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @HOOK-06 @HOOK-25
    Scenario: ticket.merge does not ask the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" rejects the hook "ticket.merge" with "Not today"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket.merge never reaches desk.ticket.form.rightpanel"
