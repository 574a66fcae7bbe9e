# exit 1
Feature: An answer to nobody

  Scenario: What is wrong stands here
    Given the extension "chat" has the secret "4711"
    Then Desk answers 200

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
