# exit 1
Feature: The extension is not active

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the customer wrote "It does not charge" to the ticket "1"
    And the extension "crm" at "desk.ticket.thread.moreaction"
    And the extension "billing" at "desk.ticket.thread.moreaction"
    And the agent has the ticket "1" open
    And the agent deactivates the extension "crm"
    When the agent picks "crm" on the thread "It does not charge"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
