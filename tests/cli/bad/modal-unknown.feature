# exit 1
Feature: No modal box is called so

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.background"
    When "crm" at "Is it paid?" closes the modal box

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
