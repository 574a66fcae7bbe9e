# exit 1
Feature: A verb that it does not have

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "put database" with
      """json
      {"key": "order-7", "value": {}}
      """

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
