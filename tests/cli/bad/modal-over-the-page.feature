# exit 1
Feature: An action in the main window, behind a modal box

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the extension "crm" at "desk.background"
    And the agent has the ticket "1" open
    When "crm" at "desk.background" opens the modal box "Is it paid?"
    And the agent closes the ticket

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
