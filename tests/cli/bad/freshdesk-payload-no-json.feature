# exit 3
Feature: A payload that is no JSON

  Scenario: What is wrong stands here
    Given the help desk is Freshdesk
    And the extension "notify" at "server"
    When the product event "onTicketCreate" comes with the payload "payloads/no-json"

  Scenario: Another scenario goes on
    Given the help desk is Freshdesk
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Close"
