Feature: The widgets of one extension talk to each other

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: An event of the extension's own reaches exactly the widget that it is sent to

    @EVT-26
    Scenario: With what is sent
      * the extension "crm" at "desk.ticket.detail.rightpanel"
      * the extension "crm" at "desk.ticket.detail.subtab"
      * the extension "crm" at "desk.background"
      * the extension "billing" at "desk.ticket.detail.subtab"
      Given the agent picks "crm" at "desk.ticket.detail.rightpanel"
      And the agent picks "crm" at "desk.ticket.detail.subtab"
      And the agent picks "billing" at "desk.ticket.detail.subtab"
      When "crm" at "desk.ticket.detail.rightpanel" emits "order.picked" to "desk.ticket.detail.subtab" with "orders/first"
      Then "crm" at "desk.ticket.detail.subtab" receives "order.picked" with "orders/first"
      But "crm" at "desk.background" receives nothing
      And "crm" at "desk.ticket.detail.rightpanel" receives nothing
      And "billing" at "desk.ticket.detail.subtab" receives nothing
      And no event is broadcast

    @EVT-26
    Scenario: With nothing
      * the extension "crm" at "desk.background"
      * the extension "crm" at "desk.topband"
      Given the agent picks "crm" at "desk.topband"
      When "crm" at "desk.topband" emits "order.dropped" to "desk.background"
      Then "crm" at "desk.background" receives "order.dropped"
      And "crm" at "desk.background" receives in this order
        | order.dropped |

    @EVT-26
    Scenario: Under any name, to whoever listens to that name
      * the extension "crm" at "desk.background" listens to the event "order.picked"
      * the extension "crm" at "desk.topband"
      Given the agent picks "crm" at "desk.topband"
      When "crm" at "desk.topband" emits "order.dropped" to "desk.background"
      Then "crm" at "desk.background" does not receive "order.dropped"
      When "crm" at "desk.topband" emits "order.picked" to "desk.background" with
        """yaml
        order: "7000123"
        """
      Then "crm" at "desk.background" receives "order.picked" with
        """json
        {"order": "7000123"}
        """
      And nothing is reported of the extension "crm"

    @EVT-26 @LOC-02
    Scenario: Each widget hears for itself
      * the extension "crm" at "desk.background"
      * the extension "crm" at "desk.topband"
      * the extension "crm" at "desk.bottomband"
      Given the agent picks "crm" at "desk.topband"
      And the agent picks "crm" at "desk.bottomband"
      When "crm" at "desk.background" emits "first" to "desk.topband"
      And "crm" at "desk.background" emits "second" to "desk.bottomband"
      Then "crm" at "desk.topband" has received in all
        | first |
      And "crm" at "desk.bottomband" has received in all
        | second |

  Rule: A real package finds its other live widgets

    @SDK-11
    Scenario: Those that are alive, with their IDs
      Given the extension "relay" from "extensions/relay"
      And the agent picks "relay" at "desk.ticket.detail.rightpanel"
      When the agent comments privately "Is order 7000123 paid?"
      Then the extension "relay" logs 'siblings: [{"widgetID":"widget-1","location":"desk.background","name":"Relay","url":"/app/relay.html"}]'

    @SDK-11 @EVT-26
    Scenario: And sends to one of them
      Given the extension "relay" from "extensions/relay"
      And the agent picks "relay" at "desk.ticket.detail.rightpanel"
      And the agent picks "relay" at "desk.ticket.detail.subtab"
      When the agent comments privately "Is order 7000123 paid?"
      Then "relay" at "desk.ticket.detail.subtab" receives "order.picked" with
        """json
        {"order": "7000123"}
        """
      And the extension "relay" notifies "Order 7000123"
      But "relay" at "desk.background" does not receive "order.picked"
      And nothing is reported of the extension "relay"

    @SDK-11
    Scenario: Another installation's widgets are no siblings
      Given the extension "crm" at "desk.background"
      And the extension "relay" from "extensions/relay"
      And the agent picks "relay" at "desk.ticket.detail.rightpanel"
      When the agent comments privately "Is order 7000123 paid?"
      Then the extension "relay" logs 'siblings: [{"widgetID":"widget-2","location":"desk.background"'
      And "crm" at "desk.background" does not receive "order.picked"

    @EVT-26
    Scenario: A name of Desk's own arrives, and is reported
      Given the extension "mimic" from "extensions/mimic"
      When the agent picks "mimic" at "desk.topband"
      Then "mimic" at "desk.background" receives "ticket_status.changed"
      And the extension "mimic" is reported for "ticket_status.changed is an event of Desk's"
