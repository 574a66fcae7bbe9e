Feature: Desk asks a hook by hand
  An extension can be asked every hook that the pages document. Whoever may stop an action may stop this; nothing follows if nobody does.

  Rule: Answers count as always

    @HOOK-01
    Scenario: Whoever allows lets it go on
      Given the extension "crm" at "desk.background" allows the hook "ticket.merge"
      When Desk asks the hook "ticket.merge" with "payloads/ticket.merge"
      Then "crm" at "desk.background" is asked "ticket.merge" with "payloads/ticket.merge"
      And the action is done

    @HOOK-02
    Scenario: Whoever refuses stops it, and the agent reads why
      Given the extension "crm" at "desk.background" rejects the hook "ticket.merge" with "Another customer's ticket"
      When Desk asks the hook "ticket.merge" with "payloads/ticket.merge"
      Then the action is stopped with "Another customer's ticket"

    @HOOK-03
    Scenario: All must allow it
      Given the extension "crm" at "desk.background" allows the hook "modal.close"
      And the extension "billing" at "desk.background" allows the hook "modal.close" after 2 seconds
      When Desk asks the hook "modal.close"
      Then the action waits for "billing"
      When 2 seconds pass
      Then the action is done

    @HOOK-04
    Scenario: Whoever is silent for 30 seconds loses control
      Given the extension "crm" at "desk.background" never answers the hook "modal.close"
      When Desk asks the hook "modal.close"
      And 29.999 seconds pass
      Then the action waits for "crm"
      When 1 millisecond passes
      Then the action is done

    @HOOK-07
    Scenario: Where nobody is asked, nothing is in its way
      Given the extension "crm" at "desk.background"
      When Desk asks the hook "modal.close"
      Then "crm" at "desk.background" is not asked "modal.close"
      And the action is done

    @HOOK-06
    Scenario: Only the hook's own locations are asked
      Given the extension "crm" at "desk.ticket.detail.subtab" answers false to the hook "ticket.comment.edit"
      And the ticket "26811000000760569" as in "tickets/charging-port"
      And the agent has the ticket "26811000000760569" open
      When the agent picks "crm" at "desk.ticket.detail.subtab"
      And Desk asks the hook "ticket.comment.edit" with
        """json
        {
          "ticketId": "26811000000760569", "commentId": "26811000000900001",
          "oldContent": "<div>On it</div>", "newContent": "<div>Done</div>"
        }
        """
      Then "crm" at "desk.ticket.detail.subtab" is not asked "ticket.comment.edit"
      And the action is done

  Rule: Nothing follows

    @HOOK-11
    Scenario: The ticket is not closed
      Given the ticket "26811000000760569" as in "tickets/charging-port"
      And the extension "crm" at "desk.background" allows the hook "ticket.close"
      And the agent has the ticket "26811000000760569" open
      When Desk asks the hook "ticket.close"
      Then "crm" at "desk.background" is asked "ticket.close"
      And the action is done
      And the ticket's "status" is "Open"
      And no event is broadcast
