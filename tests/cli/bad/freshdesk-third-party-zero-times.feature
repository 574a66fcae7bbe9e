# exit 1
Feature: No call of a third party at all

  Scenario: What is wrong stands here
    Given the help desk is Freshdesk
    And the extension "notify" at "server"
    When a third party calls the target URL of "notify" 0 times with
      """json
      {}
      """

  Scenario: Another scenario goes on
    Given the help desk is Freshdesk
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Close"
