# exit 1
Feature: Resources that break rules

  Scenario: What is wrong stands here
    Given the extension "crm" declares resources with
      """json
      {
        "fields": [{"module": "tickets", "displayLabel": "Bug"}],
        "webhook": {"resourceName": "events", "url": "https://crm.example/events", "subscriptions": {"Ticket_Close": null}},
        "permissions": [{"apiName": "export it", "displayName": "Export", "defaultState": "true"}]
      }
      """

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
