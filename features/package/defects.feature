Feature: A vendor reads what is wrong with the extension
  Each package below "extensions/broken" has one fault. The run goes on, and says what to mend.

  Background:
    Given the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
    And the service "https://bugs.example.com/issues/7" answers 200 with "services/issue-open"

  Rule: A handler that does not come to an end is cut, and counts as silent

    @HOOK-04
    Scenario Outline: The handler <does>
      Given the extension "bugtracker" from "extensions/broken/<fault>"
      And the agent has the ticket "26811000000760569" open
      When the agent closes the ticket
      Then the extension "bugtracker" is reported for "<report>"
      And the action waits for "bugtracker"
      When 30 seconds pass
      Then the ticket's "status" is "Closed"

      Examples:
        | does                          | fault             | report                 |
        | spins                         | spins             | ran past its budget    |
        | spins from promise to promise | spins-in-promises | promise jobs in one go |
        | keeps more and more           | allocates         | KiB of memory          |

    @HOOK-05
    Scenario: One that is cut does not harm the others
      Given the extension "bugtracker" from "extensions/broken/spins"
      And the extension "crm" at "desk.background" rejects the hook "ticket.close" with "The order is unpaid"
      And the agent has the ticket "26811000000760569" open
      When the agent closes the ticket
      Then the action is stopped with "The order is unpaid"
      And the extension "bugtracker" is reported for "ran past its budget"

  Rule: A handler that throws is reported, with what it threw

    @HOOK-09
    Scenario Outline: The handler <does>
      Given the extension "bugtracker" from "extensions/broken/<fault>"
      And the agent has the ticket "26811000000760569" open
      When the agent closes the ticket
      Then the action is stopped with Desk's general message
      And the extension "bugtracker" is reported for "<report>"

      Examples:
        | does                              | fault             | report                          |
        | reads what is not there           | throws-in-handler | threw TypeError                 |
        | recurses without end              | recurses          | recursed past the stack's limit |
        | calls what the page does not have | missing-api       | caches is not supported         |

  Rule: An answer that means something else than the vendor thinks is reported

    @HOOK-09
    Scenario: The handler forgets to return its promise
      Given the extension "bugtracker" from "extensions/broken/returns-undefined"
      And the agent has the ticket "26811000000760569" open
      When the agent closes the ticket
      Then the ticket's "status" is "Closed"
      And the extension "bugtracker" is reported for "answered undefined"
      And the extension "bugtracker" is reported for "a promise was rejected and nobody caught it"

    @Q-21
    Scenario: The handler resolves with a popup's answer
      Given the extension "bugtracker" from "extensions/broken/resolves-with-popup-result"
      And the agent has the ticket "26811000000760569" open
      When the agent closes the ticket
      Then the ticket's "status" is "Closed"
      And the extension "bugtracker" is reported for 'resolved with {"result":false}'

    @HOOK-02 @Q-39
    Scenario: The handler rejects with a text instead of a msg
      Given the extension "bugtracker" from "extensions/broken/rejects-without-msg"
      And the agent has the ticket "26811000000760569" open
      When the agent closes the ticket
      Then the action is stopped with Desk's general message
      And the extension "bugtracker" is reported for "which has no msg"

  Rule: An extension that Desk never asks is reported

    @SDK-01
    Scenario: The page never asks for its App
      Given the extension "bugtracker" from "extensions/broken/not-registered"
      And the agent has the ticket "26811000000760569" open
      When the agent closes the ticket
      Then the ticket's "status" is "Closed"
      And the extension "bugtracker" is reported for "never called ZOHODESK.extension.onload()"

    @SDK-01
    Scenario: The page throws before it subscribes
      Given the extension "bugtracker" from "extensions/broken/throws-in-onload"
      And the agent has the ticket "26811000000760569" open
      When the agent closes the ticket
      Then "bugtracker" at "desk.background" is not asked "ticket.close"
      And the ticket's "status" is "Closed"
      And the extension "bugtracker" is reported for "a promise was rejected and nobody caught it: TypeError"

    @HOOK-11
    Scenario: The page subscribes to a hook that there is not
      Given the extension "bugtracker" from "extensions/broken/wrong-hook-name"
      And the agent has the ticket "26811000000760569" open
      When the agent closes the ticket
      Then the ticket's "status" is "Closed"
      And the extension "bugtracker" is reported for "no hook or event is called ticket.closed"

    @HOOK-06
    Scenario: The widget is where the hook does not ask
      Given the extension "bugtracker" from "extensions/broken/wrong-location"
      And the agent has the ticket "26811000000760569" open
      When the agent picks "bugtracker" at "desk.topband"
      And the agent closes the ticket
      Then "bugtracker" at "desk.topband" is not asked "ticket.close"
      And the ticket's "status" is "Closed"
      And the extension "bugtracker" is reported for "ticket.close never reaches desk.topband"
