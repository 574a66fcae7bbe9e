Feature: A real extension reads what is written in a ticket's conversation

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the customer wrote "It does not charge" to the ticket "26811000000760569" with
      | id | 26811000000783105 |
    And the customer wrote "Any news?" to the ticket "26811000000760569" with
      | id | 26811000000783107 |
    And the response template "Warranty" with
      | id      | 98787662312400000                   |
      | content | We guarantee that it will be mended |
    And the extension "wording" from "extensions/wording"
    And the agent has the ticket "26811000000760569" open

  @HOOK-16 @Q-38
  Scenario: It decodes a reply as every browser does
    When the agent replies "We are 100 % sure"
    Then the action is stopped with "Please do not write \"100 %\""
    And no mail leaves
    When the agent replies "We are sure, by 99 %"
    Then a mail leaves for "customer@example.com"

  @HOOK-21
  Scenario: It stops a draft, and what deletes one it lets pass
    When the agent opens the reply editor
    And the agent saves the draft "We guarantee it"
    Then the action is stopped with "Please do not write \"guarantee\""
    And the ticket has no draft
    When the agent saves the draft "We hope so"
    And the agent deletes the draft
    Then "wording" at "desk.background" is asked "ticket_reply.draft"
    And the ticket has no draft
    And nothing is reported of the extension "wording"

  @HOOK-15
  Scenario: It guards public comments
    When the agent comments publicly "It is mended"
    And the agent edits the comment "It is mended" to "It is mended, we guarantee"
    Then the action is stopped with "Please do not write \"guarantee\""
    And the ticket's last comment is public: "<div>It is mended</div>"

  @EVT-09
  Scenario: It warns of a template
    When the agent opens the reply editor
    And the agent applies the response template "Warranty"
    Then the extension "wording" logs "the template 98787662312400000 says guarantee"
    When the agent sends the reply
    Then the action is stopped with "Please do not write \"guarantee\""
    And the reply editor holds "<div>We guarantee that it will be mended</div>"

  @LOC-09 @EVT-02
  Scenario: Each thread has a page of its own, which knows nothing of the other's
    When the agent picks "wording" on the thread "It does not charge"
    And the agent opens the reply editor of the thread "It does not charge"
    And the agent picks "wording" on the thread "Any news?"
    And the agent opens the reply editor to reply to all
    Then "wording" on the thread "It does not charge" receives "ticket_replyEditor.opened"
    And "wording" on the thread "Any news?" receives "ticket_replyEditor.opened"
    And the extension "wording" logs "2: replyAll to the thread 26811000000783107"
    And the extension "wording" logs "1: replyAll to the thread 26811000000783107"
