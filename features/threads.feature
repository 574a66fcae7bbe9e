Feature: A widget in a thread's menu belongs to that thread

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the customer wrote "It does not charge" to the ticket "26811000000760569"
    And the customer wrote "Any news?" to the ticket "26811000000760569"
    And the ticket "26811000000760577"
    And the customer wrote "I want my money back" to the ticket "26811000000760577"
    And the agent has the ticket "26811000000760569" open

  @LOC-09
  Scenario: It is alive on the thread on which it was picked, and on no other
    Given the extension "crm" at "desk.ticket.thread.moreaction"
    Then "crm" on the thread "It does not charge" is not alive
    When the agent picks "crm" on the thread "It does not charge"
    Then "crm" on the thread "It does not charge" is alive
    And "crm" at "desk.ticket.thread.moreaction" is alive
    But "crm" on the thread "Any news?" is not alive

  @LOC-09
  Scenario: Without a word about the thread it is the newest
    Given the extension "crm" at "desk.ticket.thread.moreaction"
    When the agent picks "crm" at "desk.ticket.thread.moreaction"
    Then "crm" on the thread "Any news?" is alive
    But "crm" on the thread "It does not charge" is not alive

  @LOC-09 @LOC-02
  Scenario: Picked on two threads it is two widgets, each of which hears
    Given the extension "crm" at "desk.ticket.thread.moreaction"
    When the agent picks "crm" on the thread "It does not charge"
    And the agent picks "crm" on the thread "Any news?"
    Then "crm" on the thread "It does not charge" is alive
    And "crm" on the thread "Any news?" is alive
    When the agent closes the ticket
    Then "crm" on the thread "It does not charge" receives "ticket_status.changed"
    And "crm" on the thread "Any news?" receives "ticket_status.changed"

  @LOC-09 @HOOK-03
  Scenario: Each of the two is asked
    Given the extension "crm" at "desk.ticket.thread.moreaction"
    When the agent picks "crm" on the thread "It does not charge"
    And the agent picks "crm" on the thread "Any news?"
    # what it answers is said when both are there
    Given the extension "crm" at "desk.ticket.thread.moreaction" rejects the hook "ticket.reply" with "Not today"
    When the agent replies "Not yet"
    Then "crm" on the thread "It does not charge" is asked "ticket.reply"
    And "crm" on the thread "Any news?" is asked "ticket.reply"
    And the action is stopped with "Not today"

  @LOC-09
  Scenario: Picked twice on one thread it is one widget
    Given the extension "crm" at "desk.ticket.thread.moreaction"
    When the agent picks "crm" on the thread "Any news?"
    And the agent picks "crm" on the thread "Any news?"
    And the agent closes the ticket
    Then "crm" at "desk.ticket.thread.moreaction" receives "ticket_status.changed"

  @LOC-09 @LOC-06
  Scenario: All of them are gone with the ticket's page
    Given the extension "crm" at "desk.ticket.thread.moreaction"
    When the agent picks "crm" on the thread "It does not charge"
    And the agent picks "crm" on the thread "Any news?"
    And the agent opens the ticket "26811000000760577"
    Then "crm" on the thread "It does not charge" is not alive
    And "crm" on the thread "Any news?" is not alive
    When the agent picks "crm" on the thread "I want my money back"
    And the agent closes the ticket
    Then "crm" on the thread "I want my money back" receives "ticket_status.changed"
    And "crm" on the thread "Any news?" is not alive

  @LOC-09
  Scenario: It hears of the whole ticket, not of its thread alone
    Given the extension "crm" at "desk.ticket.thread.moreaction"
    When the agent picks "crm" on the thread "It does not charge"
    And the agent opens the reply editor of the thread "Any news?"
    Then "crm" on the thread "It does not charge" receives "ticket_replyEditor.opened"
