# exit 1
Feature: A key that the page does not have

  Scenario: What is wrong stands here
    When Desk broadcasts the event "ticket_status.changed" with
      """json
      {"ticket.staus": "Closed"}
      """

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
