Feature: Editing a comment asks ticket.comment.edit

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open
    And the agent comments privately "Ask the workshop"

  Rule: The hook tells what the comment says, and what it would say

    @HOOK-15 @Q-32
    Scenario: A comment for agents
      Given the extension "crm" at "desk.background" allows the hook "ticket.comment.edit"
      When the agent edits the comment "Ask the workshop" to "The workshop waits for a part"
      Then "crm" at "desk.background" is asked "ticket.comment.edit" with
        """yaml
        ticketId: "26811000000760569"
        commentId: "#id"
        oldContent: <div>Ask the workshop</div>
        newContent: <div>The workshop waits for a part</div>
        isPublic: false
        """
      And the ticket's last comment is private: "<div>The workshop waits for a part</div>"
      And the ticket has 1 comment

    @HOOK-15 @Q-19
    Scenario: A comment for the customer: the hook names it, and says that it is public
      Given the extension "crm" at "desk.background" listens to the event "ticket_comment.add"
      And the extension "crm" at "desk.background" allows the hook "ticket.comment.edit"
      When the agent comments publicly "We are on it"
      And I keep "commentId" of the event "ticket_comment.add" that "crm" at "desk.background" received as "comment"
      And the agent edits the comment "We are on it" to "It is mended"
      Then "crm" at "desk.background" is asked "ticket.comment.edit" with
        """yaml
        ticketId: "26811000000760569"
        commentId: ${comment}
        oldContent: <div>We are on it</div>
        newContent: <div>It is mended</div>
        isPublic: true
        """
      And the ticket's last comment is public: "<div>It is mended</div>"

    @HOOK-15
    Scenario: Of several comments the one that the agent edits, and no other
      Given the extension "crm" at "desk.background" allows the hook "ticket.comment.edit"
      When the agent comments publicly "We are on it"
      And the agent edits the comment "Ask the workshop" to "The workshop waits for a part"
      Then the ticket contains "tickets/comment-edited"
      When the agent edits the comment "The workshop waits for a part" to "The part is here"
      Then the action is done
      And the ticket's last comment is public: "<div>We are on it</div>"

  Rule: Whoever refuses keeps the comment from being edited

    @HOOK-15 @HOOK-08
    Scenario: The comment stays as it was
      Given the extension "crm" at "desk.background" rejects the hook "ticket.comment.edit" with "Comments are evidence"
      When the agent edits the comment "Ask the workshop" to "Never mind"
      Then the action is stopped with "Comments are evidence"
      And the ticket's last comment is private: "<div>Ask the workshop</div>"
      And no event is broadcast

    @HOOK-15
    Scenario: Whoever refuses new comments does not guard the old ones
      Given the extension "crm" at "desk.background" answers false to the hook "ticket.comment"
      When the agent edits the comment "Ask the workshop" to "Never mind"
      Then "crm" at "desk.background" is not asked "ticket.comment"
      And the ticket's last comment is private: "<div>Never mind</div>"

    @HOOK-15 @HOOK-04
    Scenario: Of two, one allows and one is silent: after thirty seconds the comment is edited
      Given the extension "crm" at "desk.background" allows the hook "ticket.comment.edit"
      And the extension "audit" at "desk.background" never answers the hook "ticket.comment.edit"
      When the agent edits the comment "Ask the workshop" to "Never mind"
      And 29.999 seconds pass
      Then the action waits for "audit"
      And the ticket's last comment is private: "<div>Ask the workshop</div>"
      When 1 millisecond passes
      Then the ticket's last comment is private: "<div>Never mind</div>"

  Rule: The pages have no event for it, and nothing to edit asks nobody

    @HOOK-15 @EVT-27
    Scenario: An edited comment is no new comment
      Given the extension "crm" at "desk.background"
      When the agent edits the comment "Ask the workshop" to "Never mind"
      Then the action is done
      And no event is broadcast

    @HOOK-15 @EVT-27
    Scenario: The same text again
      Given the extension "crm" at "desk.background" answers false to the hook "ticket.comment.edit"
      When the agent edits the comment "Ask the workshop" to "Ask the workshop"
      Then the action changes nothing
      And "crm" at "desk.background" is not asked "ticket.comment.edit"

  Rule: ticket.comment.edit asks the locations of list A, and no other

    @HOOK-25
    Scenario: ticket.comment.edit asks desk.background
      Given the extension "crm" at "desk.background" rejects the hook "ticket.comment.edit" with "Not today"
      When the agent edits the comment "Ask the workshop" to "Never mind"
      Then "crm" at "desk.background" is asked "ticket.comment.edit"
      And the action is stopped with "Not today"

    @HOOK-25
    Scenario Outline: ticket.comment.edit asks <location>
      Given the extension "crm" at "<location>" rejects the hook "ticket.comment.edit" with "Not today"
      And the agent picks "crm" at "<location>"
      When the agent edits the comment "Ask the workshop" to "Never mind"
      Then "crm" at "<location>" is asked "ticket.comment.edit"
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
    Scenario Outline: ticket.comment.edit does not ask <location>
      Given the extension "crm" at "<location>" rejects the hook "ticket.comment.edit" with "Not today"
      And the agent picks "crm" at "<location>"
      When the agent edits the comment "Ask the workshop" to "Never mind"
      Then "crm" at "<location>" is not asked "ticket.comment.edit"
      And the action is done
      But the extension "crm" is reported for "ticket.comment.edit never reaches <location>"

      Examples:
        | location                  |
        | desk.topband              |
        | desk.ticket.detail.subtab |

    @HOOK-06 @HOOK-25
    Scenario: ticket.comment.edit does not ask the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" rejects the hook "ticket.comment.edit" with "Not today"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket.comment.edit never reaches desk.ticket.form.rightpanel"
