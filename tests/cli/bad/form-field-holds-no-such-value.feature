# exit 1
Feature: A contact is an ID

  Scenario: What is wrong stands here
    Given the ticket "1"
    When the agent goes to the form for a new ticket
    And the agent picks "Kim Lee" in the field "contactId"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
