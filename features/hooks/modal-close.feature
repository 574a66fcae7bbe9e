Feature: Extensions decide whether a modal box closes
  The hook modal.close is asked when the agent closes a modal box, and when a widget does. It carries nothing; modal.closed follows.

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open
    And the extension "crm" at "desk.background"

  Rule: Whoever allows it lets it close

    @HOOK-24 @EVT-20
    Scenario: It closes, and modal.closed follows
      Given the extension "audit" at "desk.topband"
      And the extension "audit" at "desk.topband" allows the hook "modal.close" after 2 seconds
      And the agent picks "audit" at "desk.topband"
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      And the agent closes the modal box
      Then the action waits for "audit"
      And the modal box "Is it paid?" is open
      And no event is broadcast
      When 2 seconds pass
      Then the action is done
      And no modal box is open
      And "crm" at "desk.background" receives "modal.closed" with
        """json
        null
        """
      And "audit" at "desk.topband" receives "modal.closed"

    @HOOK-24 @EVT-20
    Scenario: Nobody is asked
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      And the agent closes the modal box
      Then the action is done
      And no modal box is open
      And "crm" at "desk.background" receives in this order
        | modal.closed |

    @HOOK-25 @Q-22
    Scenario: Any live subscriber is asked, with nothing
      Given the extension "billing" at "desk.topband" allows the hook "modal.close"
      And the agent picks "billing" at "desk.topband"
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      And the agent closes the modal box
      Then "billing" at "desk.topband" is asked "modal.close" with
        """json
        null
        """

    @EVT-29 @Q-22
    Scenario: Any live subscriber hears that it is closed
      Given the extension "billing" at "desk.topband" listens to the event "modal.closed"
      And the agent picks "billing" at "desk.topband"
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      And the agent closes the modal box
      Then "billing" at "desk.topband" receives "modal.closed"

  Rule: Whoever refuses keeps it open

    @HOOK-24
    Scenario: The agent reads why
      Given the extension "billing" at "desk.background" rejects the hook "modal.close" with "Answer first, please"
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      And the agent closes the modal box
      Then the action is stopped with "Answer first, please"
      And the modal box "Is it paid?" is open
      And "crm" at "Is it paid?" is alive
      And no event is broadcast

    @HOOK-24
    Scenario: The modal box itself refuses, until it is answered
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      Given the extension "crm" at "Is it paid?" answers false to the hook "modal.close"
      When the agent closes the modal box
      Then the action is stopped with Desk's general message
      And the modal box "Is it paid?" is open
      Given the extension "crm" at "Is it paid?" allows the hook "modal.close"
      When the agent closes the modal box
      Then the action is done
      And no modal box is open

    @HOOK-04
    Scenario: Whoever is silent for 30 seconds loses control
      Given the extension "billing" at "desk.background" never answers the hook "modal.close"
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      And the agent closes the modal box
      And 29.999 seconds pass
      Then the action waits for "billing"
      And the modal box "Is it paid?" is open
      When 1 millisecond passes
      Then the action is done
      And no modal box is open
      And "crm" at "desk.background" receives "modal.closed"

  Rule: A widget closes it as the agent does

    @HOOK-24
    Scenario: The modal box closes itself
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      And "crm" at "Is it paid?" closes the modal box
      Then the action is done
      And no modal box is open
      And "crm" at "desk.background" receives "modal.closed"

    @HOOK-24
    Scenario: It is refused, too
      Given the extension "billing" at "desk.background" rejects the hook "modal.close" with "Answer first, please"
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      And "crm" at "desk.background" closes the modal box
      Then the action is stopped with "Answer first, please"
      And the modal box "Is it paid?" is open

    @HOOK-24 @EVT-20
    Scenario: A real package refuses, and then closes its own
      Given the extension "confirm" from "extensions/confirm"
      When the agent closes the ticket
      And the agent closes the modal box
      Then the action is stopped with Desk's general message
      And the modal box "Why is it Closed?" is open
      When 5 seconds pass
      Then no modal box is open
      And "confirm" at "desk.background" receives "modal.closed"
      And the extension "confirm" logs "it is closed"
      And nothing is reported of the extension "confirm"

  Rule: Asked by hand, it is what it guards

    @HOOK-24 @EVT-20
    Scenario: The modal box that is open closes
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      And Desk asks the hook "modal.close"
      Then the action is done
      And no modal box is open
      And the event "modal.closed" is broadcast

    @HOOK-24
    Scenario: Where none is open, nothing follows
      When Desk asks the hook "modal.close"
      Then the action is done
      And no event is broadcast

  Rule: The older page knows neither the hook nor the event

    @HOOK-30 @dialect:2018
    Scenario: It closes, and nobody is asked or told
      Given the extension "billing" at "desk.background" answers false to the hook "modal.close"
      When "crm" at "desk.background" opens the modal box "Is it paid?"
      And the agent closes the modal box
      Then the action is done
      And no modal box is open
      And "billing" at "desk.background" is not asked "modal.close"
      And "crm" at "desk.background" receives nothing
      And no event is broadcast
