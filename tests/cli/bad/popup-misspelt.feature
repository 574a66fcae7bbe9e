# exit 1
Feature: Another title

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "showpopup" with
      """json
      {"title": "Delete the order?", "type": "confirmation"}
      """
    And the agent confirms the popup "Delete the oder?"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
