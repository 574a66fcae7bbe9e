# exit 1
Feature: What is given to a call is no list

  Scenario: What is wrong stands here
    Given the help desk is Freshdesk
    And the extension "notify" at "server"
    When "notify" at "server" calls "$db.set" with
      """json
      {"order:7": {"told": true}}
      """

  Scenario: Another scenario goes on
    Given the help desk is Freshdesk
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Close"
