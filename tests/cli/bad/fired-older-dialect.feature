# exit 1
Feature: A payload of an older page

  Scenario: What is wrong stands here
    When Desk asks the hook "ticket.status" with
      """json
      {"newValue": "Closed", "oldValue": "Open"}
      """

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
