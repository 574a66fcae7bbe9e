Feature: What widgets ask and tell the agent

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  @SDK-15
  Scenario Outline: The agent <clicks> a confirmation
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "showpopup" with
      """json
      {"title": "Delete the order?", "content": "It cannot be undone", "type": "confirmation", "okText": "Delete"}
      """
    Then the extension "crm" shows the popup "Delete the order?" that says "It cannot be undone"
    When the agent <clicks> the popup "Delete the order?"
    Then "crm" at "desk.background" is answered with
      """json
      {"result": <result>}
      """
    And no popup is open

    Examples:
      | clicks   | result |
      | confirms | true   |
      | cancels  | false  |

  @SDK-15
  Scenario: A popup is gone with its widget
    Given the extension "crm" at "desk.ticket.detail.rightpanel"
    And the agent picks "crm" at "desk.ticket.detail.rightpanel"
    When "crm" at "desk.ticket.detail.rightpanel" calls "showpopup" with
      """json
      {"title": "Order 7 is paid"}
      """
    And the agent goes to the list of tickets
    Then no popup is open

  @SDK-15
  Scenario: A kind of popup that Desk does not have
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "showpopup" with
      """json
      {"title": "Delete the order?", "type": "confirm"}
      """
    Then "crm" at "desk.background" is refused with 'showpopup does nothing, $.type: "confirm" is none of alert, confirmation.'
    And no popup is open

  @SDK-15
  Scenario: A notification
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "notify" with
      """json
      {"title": "Orders", "content": "Order 7 is paid", "icon": "success", "autoClose": true}
      """
    Then the extension "crm" notifies "Order 7 is paid"
    And "crm" at "desk.background" is answered with
      """json
      {"status": "success"}
      """

  Rule: A real extension asks before a ticket is closed

    @SDK-15
    Scenario Outline: The agent <clicks>
      Given the extension "doorkeeper" from "extensions/doorkeeper"
      When the agent closes the ticket
      Then the extension "doorkeeper" shows the popup "Close it?" that says "<b>Issue 7</b> is open"
      And the action waits for "doorkeeper"
      When 10 seconds pass
      And the agent <clicks> the popup "Close it?"
      Then the ticket's "status" is "<status>"
      And nothing is reported of the extension "doorkeeper"

      Examples:
        | clicks   | status |
        | confirms | Closed |
        | cancels  | Open   |

    @SDK-15 @HOOK-04
    Scenario: Who does not click for half a minute is not waited for
      Given the extension "doorkeeper" from "extensions/doorkeeper"
      When the agent closes the ticket
      And 30 seconds pass
      Then the ticket's "status" is "Closed"
