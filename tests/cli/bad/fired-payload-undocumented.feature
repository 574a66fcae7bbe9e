# exit 1
Feature: A payload where none is documented

  Scenario: What is wrong stands here
    When Desk asks the hook "ticket.close" with
      """json
      {"ticketId": "26811000000760569"}
      """

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
