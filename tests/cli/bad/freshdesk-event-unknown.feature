# exit 1
Feature: No such product event

  Scenario: What is wrong stands here
    Given the help desk is Freshdesk
    And the extension "notify" at "server"
    When the product event "onTicketCreated" comes with
      """json
      {"event": "onTicketCreated", "data": {}}
      """

  Scenario: Another scenario goes on
    Given the help desk is Freshdesk
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Close"
