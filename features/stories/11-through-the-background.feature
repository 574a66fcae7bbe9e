Feature: Story 11: a widget sends to another one that is not open
  A right-panel widget sends data to the sub-tab widget through the background widget, because the sub-tab was not open.

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  @LOC-04 @EVT-26
  Scenario: The background keeps it until the sub-tab is open
    * the extension "orders" at "desk.background"
    * the extension "orders" at "desk.ticket.detail.rightpanel"
    * the extension "orders" at "desk.ticket.detail.subtab"
    Given the agent picks "orders" at "desk.ticket.detail.rightpanel"
    And "orders" at "desk.ticket.detail.subtab" is not alive
    When "orders" at "desk.ticket.detail.rightpanel" emits "order.picked" to "desk.background" with "orders/first"
    Then "orders" at "desk.background" receives "order.picked" with "orders/first"
    And "orders" at "desk.ticket.detail.subtab" receives nothing
    When the agent picks "orders" at "desk.ticket.detail.subtab"
    And "orders" at "desk.background" emits "order.picked" to "desk.ticket.detail.subtab" with "orders/first"
    Then "orders" at "desk.ticket.detail.subtab" receives "order.picked" with "orders/first"

  @LOC-04 @SDK-11
  Scenario: A real extension does so by itself
    Given the extension "relay" from "extensions/relay"
    And the agent picks "relay" at "desk.ticket.detail.rightpanel"
    When the agent comments privately "Is order 7000123 paid?"
    Then "relay" at "desk.background" receives "order.picked"
    And "relay" at "desk.ticket.detail.subtab" is not alive
    When the agent picks "relay" at "desk.ticket.detail.subtab"
    Then "relay" at "desk.background" receives "tab.ready"
    And "relay" at "desk.ticket.detail.subtab" receives "order.picked" with
      """json
      {"order": "7000123"}
      """
    And the extension "relay" notifies "Order 7000123"
    And nothing is reported of the extension "relay"
