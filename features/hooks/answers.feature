Feature: How an extension answers a hook
  Before the agent's action is done, its hook asks the extensions that subscribed to it.

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: True, or a promise that is resolved, lets the action go on

    @HOOK-01
    Scenario: The extension returns true
      Given the extension "crm" at "desk.background" allows the hook "ticket.close"
      When the agent closes the ticket
      Then "crm" at "desk.background" is asked "ticket.close"
      And the action is done
      And the ticket's "status" is "Closed"
      And the agent reads no message

    @HOOK-01
    Scenario: The extension resolves its promise with nothing in particular
      Given the extension "crm" at "desk.background" resolves the hook "ticket.close" with
        """json
        null
        """
      When the agent closes the ticket
      Then the ticket's "status" is "Closed"
      And the agent reads no message
      And nothing is reported of the extension "crm"

    @HOOK-01
    Scenario: The extension takes its time, and the action waits for it
      Given the extension "crm" at "desk.background" allows the hook "ticket.close" after 2 seconds
      When the agent closes the ticket
      And 1.999 seconds pass
      Then the action waits for "crm"
      And the ticket's "status" is "Open"
      When 1 millisecond passes
      Then the action is done
      And the ticket's "status" is "Closed"

  Rule: False, or a promise that is rejected, stops the action

    @HOOK-01 @Q-39
    Scenario: The extension returns false, and the agent reads a general message
      Given the extension "crm" at "desk.background" answers false to the hook "ticket.close"
      When the agent closes the ticket
      Then the action is stopped with Desk's general message
      And the ticket's "status" is "Open"

    @HOOK-01 @HOOK-02
    Scenario: The extension rejects its promise, and the agent reads its reason
      Given I keep "The order is unpaid" as "reason"
      And the extension "crm" at "desk.background" rejects the hook "ticket.close" with "${reason}"
      When the agent closes the ticket
      Then the action is stopped with "${reason}"
      And the ticket's "status" is "Open"

    @HOOK-02
    Scenario: The reason is shown letter by letter
      Given the extension "crm" at "desk.background" rejects the hook "ticket.close" with ' Order "A-17": 20 % <b>unpaid</b> '
      When the agent closes the ticket
      Then the action is stopped with ' Order "A-17": 20 % <b>unpaid</b> '

    @HOOK-02 @Q-39
    Scenario: The extension gives no reason, and the agent reads a general message
      Given the extension "crm" at "desk.background" rejects the hook "ticket.close" without a reason
      When the agent closes the ticket
      Then the action is stopped with "An extension stopped this action."
      And the ticket's "status" is "Open"

    @Q-21
    Scenario: A promise that is resolved with false stops, as false does
      Given the extension "crm" at "desk.background" resolves the hook "ticket.close" with
        """json
        false
        """
      When the agent closes the ticket
      Then the action is stopped with Desk's general message
      And the ticket's "status" is "Open"

  Rule: An answer that nobody documents is judged all the same, and reported

    @HOOK-09 @Q-14
    Scenario: A handler that throws stops the action
      Given the extension "crm" at "desk.background" throws "no connection" in the hook "ticket.close"
      When the agent closes the ticket
      Then the action is stopped with Desk's general message
      And the ticket's "status" is "Open"
      And the extension "crm" is reported for "threw: no connection"

    @HOOK-09 @Q-14
    Scenario: A handler that returns nothing lets the action go on
      Given the extension "crm" at "desk.background" answers undefined to the hook "ticket.close"
      When the agent closes the ticket
      Then the ticket's "status" is "Closed"
      And the agent reads no message
      And the extension "crm" is reported for "answered undefined, which is neither a boolean nor a promise"

    @Q-21
    Scenario: A popup's "no" is an object, and so lets the action go on
      Given the extension "crm" at "desk.background" resolves the hook "ticket.close" with
        """json
        {"result": false}
        """
      When the agent closes the ticket
      Then the ticket's "status" is "Closed"
      And the extension "crm" is reported for "the action goes on all the same"
