# exit 1
Feature: The extension is on two threads

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the customer wrote "It does not charge" to the ticket "1"
    And the customer wrote "Any news?" to the ticket "1"
    And the extension "crm" at "desk.ticket.thread.moreaction"
    And the agent has the ticket "1" open
    And the agent picks "crm" on the thread "It does not charge"
    And the agent picks "crm" on the thread "Any news?"
    When the agent closes the ticket
    Then "crm" at "desk.ticket.thread.moreaction" receives "ticket_status.changed"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
