# exit 1
Feature: A permission that there is not

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.background"
    And the extension "crm" declares resources with
      """json
      {"permissions": [{"apiName": "export", "displayName": "Export", "defaultState": false}]}
      """
    Then the agent has the permission "exports" of the extension "crm"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
