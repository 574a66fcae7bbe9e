# exit 1
Feature: No such account

  Scenario: What is wrong stands here
    Given the account "26811000000490001"
    And the contact "26811000000490003"
    When the agent opens the account "26811000000490003"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
