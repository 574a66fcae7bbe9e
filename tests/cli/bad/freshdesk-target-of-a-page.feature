# exit 1
Feature: A third party that calls an app without a server

  Scenario: What is wrong stands here
    Given the help desk is Freshdesk
    And the extension "orders" at "ticket_sidebar"
    When a third party calls the target URL of "orders" with
      """json
      {}
      """

  Scenario: Another scenario goes on
    Given the help desk is Freshdesk
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Close"
