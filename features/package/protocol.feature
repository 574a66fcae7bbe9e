Feature: A page that speaks the client SDK's protocol runs unchanged
  The package "envoy" brings a client SDK of its own, as pages do that ship a copy of the vendor's; the widgets of "latecomer" ask for their App late.

  Rule: Who keeps the protocol is a widget like any other

    Background:
      Given the ticket "26811000000760569" with
        | subject | Is it charged? |
        | status  | Open           |
      And the ticket "26811000000760577"
      And the extension "envoy" from "extensions/envoy"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "envoy" at "desk.ticket.detail.rightpanel"

    @SDK-14
    Scenario: It registers, asks and is answered
      When the agent opens the ticket "26811000000760577"
      And the agent opens the ticket "26811000000760569"
      And the agent picks "envoy" at "desk.ticket.detail.rightpanel"
      Then the extension "envoy" notifies "Reads Is it charged? at desk.ticket.detail.rightpanel"
      And nothing is reported of the extension "envoy"

    @SDK-14
    Scenario: Its answer counts
      When the agent closes the ticket
      Then the action is stopped with Desk's general message
      And the ticket's "status" is "Open"

    @SDK-14
    Scenario: It hears of what happens
      When the agent sets the status to "On Hold"
      Then the extension "envoy" logs "the status is On Hold"

    @SDK-14
    Scenario: It deregisters when its page is gone
      When the agent opens the ticket "26811000000760577"
      Then the extension "envoy" logs "leaves"
      And nothing is reported of the extension "envoy"

  Rule: A widget that has not registered within 15 seconds is dropped

    @SDK-14
    Scenario: At the last moment
      Given the extension "latecomer" from "extensions/latecomer"
      When the agent picks "latecomer" at "desk.topband"
      And 15 seconds pass
      Then the extension "latecomer" logs "registered at desk.topband"
      And "latecomer" at "desk.topband" is alive

    @SDK-14
    Scenario: A millisecond later
      Given the extension "latecomer" from "extensions/latecomer"
      When the agent picks "latecomer" at "desk.bottomband"
      And 14.999 seconds pass
      Then "latecomer" at "desk.bottomband" is alive
      When 1 millisecond passes
      Then "latecomer" at "desk.bottomband" is not alive
      And the extension "latecomer" is reported for "did not call ZOHODESK.extension.onload() within 15000 ms"
