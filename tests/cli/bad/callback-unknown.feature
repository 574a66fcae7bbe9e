# exit 1
Feature: A callback that there is not

  Scenario: What is wrong stands here
    Given the extension "crm" declares the callback onInstal

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
