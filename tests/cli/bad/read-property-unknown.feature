# exit 1
Feature: Bad input

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" reads "user.email"
    Then "crm" at "desk.background" is told that "user.emial" is "robin@zylker.example"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
