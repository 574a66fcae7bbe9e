# exit 1
Feature: A connection that the manifest does not have

  Scenario: What is wrong stands here
    Given the extension "chat" has the connection "desk"
    When the server of "chat" calls "POST /api/v1/extensionLogs" under the authorisation of the connection "dsk" with
      """json
      {"headers": {"orgId": "60001280952"}, "body": {"title": "sync", "description": "done"}}
      """

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
