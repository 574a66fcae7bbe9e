Feature: The draft of a reply asks ticket_reply.draft

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the customer wrote "It does not charge" to the ticket "26811000000760569" with
      | id | 26811000000783105                    |
      | cc | partner@example.com, kim@example.com |
    And the agent has the ticket "26811000000760569" open

  Rule: The hook tells what is done to the draft, and what is in it

    @HOOK-21 @Q-05
    Scenario: A draft is saved
      Given the extension "crm" at "desk.background" allows the hook "ticket_reply.draft"
      When the agent opens the reply editor
      And the agent saves the draft "Please send it in"
      Then "crm" at "desk.background" is asked "ticket_reply.draft" with "payloads/ticket_reply.draft.saved"
      And the ticket has the draft "<div>Please send it in</div>"
      And the reply editor holds "<div>Please send it in</div>"
      And no mail leaves

    @HOOK-21 @Q-37
    Scenario: A draft is updated
      Given the extension "crm" at "desk.background" allows the hook "ticket_reply.draft"
      When the agent opens the reply editor to reply to all
      And the agent saves the draft "Please send it in"
      And the agent updates the draft to "Please send it in, with the charger"
      Then "crm" at "desk.background" is asked "ticket_reply.draft" with "payloads/ticket_reply.draft.updated"
      And the ticket has the draft "<div>Please send it in, with the charger</div>"

    @HOOK-21 @Q-35
    Scenario: A draft is deleted: the hook tells the draft as it stands
      Given the extension "crm" at "desk.background" allows the hook "ticket_reply.draft"
      When the agent opens the reply editor
      And the agent saves the draft "Please send it in"
      And the agent deletes the draft
      Then "crm" at "desk.background" is asked "ticket_reply.draft" with "payloads/ticket_reply.draft.deleted"
      And the ticket has no draft

    @HOOK-21
    Scenario: A draft that was deleted is saved anew
      Given the extension "crm" at "desk.background" allows the hook "ticket_reply.draft"
      When the agent opens the reply editor
      And the agent saves the draft "Please wait"
      And the agent deletes the draft
      Then no reply editor is open
      When the agent opens the reply editor
      And the agent saves the draft "Please send it in"
      Then "crm" at "desk.background" is asked "ticket_reply.draft" with "payloads/ticket_reply.draft.saved"

    @HOOK-21
    Scenario: The draft answers its own thread, and not the newest
      Given the customer wrote "Any news?" to the ticket "26811000000760569"
      And the extension "crm" at "desk.background" allows the hook "ticket_reply.draft"
      When the agent opens the reply editor of the thread "It does not charge"
      And the agent saves the draft "Please send it in"
      Then "crm" at "desk.background" is asked "ticket_reply.draft" with "payloads/ticket_reply.draft.saved"

    @HOOK-21 @EVT-27
    Scenario: The same text again
      Given the extension "crm" at "desk.background" allows the hook "ticket_reply.draft"
      When the agent opens the reply editor
      And the agent saves the draft "Please send it in"
      And the agent updates the draft to "Please send it in"
      Then the action changes nothing
      And "crm" at "desk.background" is not asked "ticket_reply.draft"

  Rule: Whoever refuses leaves the draft as it was, and the agent is notified

    @HOOK-21 @HOOK-29
    Scenario: No draft is saved
      Given the extension "crm" at "desk.background" rejects the hook "ticket_reply.draft" with "No promises, please"
      When the agent opens the reply editor
      And the agent saves the draft "It will be mended today"
      Then the action is stopped with "No promises, please"
      And the ticket has no draft
      But the reply editor holds "<div>It will be mended today</div>"

    @HOOK-21 @HOOK-29
    Scenario: The draft is not updated
      Given the extension "crm" at "desk.background" allows the hook "ticket_reply.draft"
      When the agent opens the reply editor
      And the agent saves the draft "Please send it in"
      Given the extension "crm" at "desk.background" rejects the hook "ticket_reply.draft" with "No promises, please"
      When the agent updates the draft to "It will be mended today"
      Then the action is stopped with "No promises, please"
      And the ticket has the draft "<div>Please send it in</div>"

    @HOOK-21 @HOOK-29
    Scenario: The draft is not deleted
      Given the extension "crm" at "desk.background" allows the hook "ticket_reply.draft"
      When the agent opens the reply editor
      And the agent saves the draft "Please send it in"
      Given the extension "crm" at "desk.background" answers false to the hook "ticket_reply.draft"
      When the agent deletes the draft
      Then the action is stopped with Desk's general message
      And the ticket has the draft "<div>Please send it in</div>"

  Rule: Silence is no refusal

    @HOOK-21 @HOOK-04
    Scenario: Of two, one allows and one is silent: after thirty seconds the draft is saved
      Given the extension "crm" at "desk.background" allows the hook "ticket_reply.draft"
      And the extension "legal" at "desk.background" never answers the hook "ticket_reply.draft"
      When the agent opens the reply editor
      And the agent saves the draft "Please send it in"
      And 29.999 seconds pass
      Then the action waits for "legal"
      And the ticket has no draft
      When 1 millisecond passes
      Then the ticket has the draft "<div>Please send it in</div>"

  Rule: The draft is there until it is sent or deleted

    @HOOK-21
    Scenario: It waits while the agent is elsewhere, and is in the reply editor again
      When the agent opens the reply editor
      And the agent saves the draft "Please send it in"
      And the agent goes to the list of tickets
      Then no reply editor is open
      When the agent opens the ticket "26811000000760569"
      Then the ticket has the draft "<div>Please send it in</div>"
      When the agent opens the reply editor
      Then the reply editor holds "<div>Please send it in</div>"

    @HOOK-21 @HOOK-16
    Scenario: It is none any more when the reply has left
      When the agent opens the reply editor
      And the agent saves the draft "Please send it in"
      And the agent sends the reply
      Then a mail leaves as in "mails/send-it-in"
      And the ticket has no draft
      And no reply editor is open

    @HOOK-21
    Scenario: A draft of another thread is not sent with a reply
      Given the customer wrote "Any news?" to the ticket "26811000000760569"
      When the agent opens the reply editor of the thread "It does not charge"
      And the agent saves the draft "Please send it in"
      And the agent opens the reply editor
      Then the reply editor holds ""
      When the agent replies "Not yet"
      Then a mail leaves for "customer@example.com"
      And the ticket has the draft "<div>Please send it in</div>"

  Rule: The page lists no locations: any live subscriber is asked

    @HOOK-25 @Q-22
    Scenario Outline: ticket_reply.draft asks <location>
      Given the extension "crm" at "<location>" rejects the hook "ticket_reply.draft" with "Not today"
      And the agent picks "crm" at "<location>"
      When the agent opens the reply editor
      And the agent saves the draft "Please send it in"
      Then "crm" at "<location>" is asked "ticket_reply.draft"
      And the action is stopped with "Not today"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.topband                  |
        | desk.bottomband               |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.thread.moreaction |
