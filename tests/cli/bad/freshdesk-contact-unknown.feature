# exit 1
Feature: No such contact

  Scenario: What is wrong stands here
    Given the help desk is Freshdesk
    And the contact "2" with
      | name | Sherlock Holmes |
    When the agent blocks the contact "Sherlok Holmes"

  Scenario: Another scenario goes on
    Given the help desk is Freshdesk
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Close"
