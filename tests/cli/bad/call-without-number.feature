# exit 1
Feature: Nobody there has a number

  Scenario: What is wrong stands here
    Given the contact "26811000000480001"
    And the agent opens the contact "26811000000480001"
    When the agent calls from the contact

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
