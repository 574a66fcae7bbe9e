# exit 1
Feature: An ID that is no number

  Scenario: What is wrong stands here
    Given the help desk is Freshdesk
    And the ticket "T-1"

  Scenario: Another scenario goes on
    Given the help desk is Freshdesk
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Close"
