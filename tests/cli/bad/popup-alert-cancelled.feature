# exit 1
Feature: An alert has one button

  Scenario: What is wrong stands here
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "showpopup" with
      """json
      {"title": "Order 7 is paid", "type": "alert"}
      """
    And the agent cancels the popup "Order 7 is paid"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
