Feature: An extension opens a modal box

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: A modal box is a widget of its extension

    @SDK-12
    Scenario: It is alive while it is open
      Given the extension "crm" at "desk.background"
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      Then the modal box "Is it paid?" is open
      And "crm" at "Is it paid?" is alive
      When the agent closes the modal box
      Then no modal box is open
      And "crm" at "Is it paid?" is not alive

    @SDK-12 @EVT-26
    Scenario: It talks to its siblings
      Given the extension "crm" at "desk.background"
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      And "crm" at "desk.background" emits "order.picked" to "Is it paid?" with "orders/first"
      Then "crm" at "Is it paid?" receives "order.picked" with "orders/first"
      When "crm" at "Is it paid?" emits "order.paid" to "desk.background"
      Then "crm" at "desk.background" receives "order.paid"

    @SDK-12
    Scenario: One after the other, each is another widget
      Given the extension "crm" at "desk.background"
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      And the agent closes the modal box
      And "crm" at "desk.background" opens the modal box "Is it sent?"
      Then "crm" at "Is it paid?" is not alive
      And "crm" at "Is it sent?" is alive

    @SDK-12
    Scenario: A real package opens a page of its own
      Given the extension "confirm" from "extensions/confirm"
      When the agent closes the ticket
      Then the modal box "Why is it Closed?" is open
      And the extension "confirm" logs "modal box string"
      And the extension "confirm" logs "asks at __MODAL__ why it is Closed"
      And nothing is reported of the extension "confirm"

    @SDK-12
    Scenario: A page that the package does not have
      Given the extension "confirm" from "extensions/broken/confirm-page-missing"
      When the agent closes the ticket
      Then no modal box is open
      And the extension "confirm" is reported for '"/app/modals.html" does not exist'
      And the extension "confirm" logs "no modal box: "

    @SDK-12
    Scenario: One modal box at a time
      Given the extension "crm" at "desk.background"
      And the extension "confirm" from "extensions/confirm"
      And the extension "billing" at "desk.background" allows the hook "ticket.close" after 1 second
      When the agent closes the ticket
      And "crm" at "desk.background" opens the modal box "Is it paid?"
      And 1 second passes
      Then the modal box "Is it paid?" is open
      And the extension "confirm" is reported for "another modal box is open already"

  Rule: Whoever opened it hears that it is open

    @EVT-20b
    Scenario: The widget that opened it, and nobody else
      * the extension "crm" at "desk.background"
      * the extension "crm" at "desk.topband"
      * the extension "billing" at "desk.background"
      Given the agent picks "crm" at "desk.topband"
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      Then "crm" at "desk.background" receives "modal.opened" with
        """json
        null
        """
      And "crm" at "desk.topband" receives nothing
      And "billing" at "desk.background" receives nothing
      And "crm" at "Is it paid?" receives nothing
      And no event is broadcast

    @EVT-20b
    Scenario: A real package, through the modal box's own instance
      Given the extension "confirm" from "extensions/confirm"
      When the agent closes the ticket
      Then "confirm" at "desk.background" receives "modal.opened"
      And the extension "confirm" logs "it is open"
      And nothing is reported of the extension "confirm"

    @EVT-20b @SDK-14
    Scenario: Not before its page has registered
      Given the extension "confirm" from "extensions/confirm"
      When the agent sets the field "priority" to "High"
      Then the modal box "Why so urgent?" is open
      And "confirm" at "desk.background" does not receive "modal.opened"
      When 2 seconds pass
      Then the extension "confirm" logs "registered at last"
      And the extension "confirm" logs "it is open at last"

    @EVT-29 @Q-22
    Scenario: At any location
      Given the extension "crm" at "desk.ticket.detail.rightpanel" listens to the event "modal.opened"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      When "crm" at "desk.ticket.detail.rightpanel" opens the modal box "Is it paid?"
      Then "crm" at "desk.ticket.detail.rightpanel" receives "modal.opened"
