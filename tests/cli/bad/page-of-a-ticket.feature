# exit 1
Feature: A page that shows one ticket

  Scenario: What is wrong stands here
    When the agent goes to the page "detail" of the module "ticket"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
