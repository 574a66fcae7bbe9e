# exit 1
Feature: A storage of an extension that there is not

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel
    Then the storage of "chatt" has 0 objects

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
