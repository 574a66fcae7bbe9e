# exit 1
Feature: An extension that the agent does not see on a thread

  Scenario: What is wrong stands here
    Given the ticket "26811000000760569"
    And the customer wrote "Where is it?" to the ticket "26811000000760569"
    And the extension "crm" at "desk.ticket.thread.moreaction"
    And the extension "crm" is visible to the profile "Light Agent"
    When the agent opens the ticket "26811000000760569"
    And the agent picks "crm" on the thread "Where is it?"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
