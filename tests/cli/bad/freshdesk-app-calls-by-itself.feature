# exit 1
Feature: A real app does by itself what it does

  Scenario: What is wrong stands here
    Given the help desk is Freshdesk
    And the extension "silent" from "apps/silent"
    When "silent" at "server" calls "$db.get" with
      """json
      ["order:7"]
      """

  Scenario: Another scenario goes on
    Given the help desk is Freshdesk
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Close"
