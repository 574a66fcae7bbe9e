# exit 1
Feature: A webhook that is not there

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.background"
    When the administrator changes the URL of the webhook of "crm" to "https://elsewhere.example"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
