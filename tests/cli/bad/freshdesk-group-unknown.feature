# exit 1
Feature: No such group

  Scenario: What is wrong stands here
    Given the help desk is Freshdesk
    And the group "Billing" with the ID 351
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent assigns the ticket to the group "Biling"

  Scenario: Another scenario goes on
    Given the help desk is Freshdesk
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Close"
