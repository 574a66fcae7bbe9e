Feature: An extension's timers and promises run on the scenario's clock
  The package "patience" refuses to close a ticket after as many milliseconds as the ticket's field says.

  Background:
    Given it is "2026-01-05T09:00:00Z"
    And the extension "patience" from "extensions/patience"

  @HOOK-02
  Scenario: A timer is exact to the millisecond
    Given the ticket "26811000000760569" with
      | cf_patience | 12345 |
    And the agent has the ticket "26811000000760569" open
    And the agent picks "patience" at "desk.ticket.detail.rightpanel"
    When the agent closes the ticket
    And 12.344 seconds pass
    Then the action waits for "patience"
    When 1 millisecond passes
    Then the action is stopped with "Waited 12345 ms, until 2026-01-05T09:00:12.345Z"
    And nothing is reported of the extension "patience"

  @HOOK-04 @Q-20
  Scenario Outline: A promise that is rejected after <patience> ms counts
    Given the ticket "26811000000760569" with
      | cf_patience | <patience> |
    And the agent has the ticket "26811000000760569" open
    And the agent picks "patience" at "desk.ticket.detail.rightpanel"
    When the agent closes the ticket
    And 1 minute passes
    Then the action is stopped with "Waited <patience> ms, until <time>"

    Examples:
      | patience | time                     |
      | 29999    | 2026-01-05T09:00:29.999Z |
      | 30000    | 2026-01-05T09:00:30.000Z |

  @HOOK-04
  Scenario: A promise that is rejected after 30001 ms comes too late
    Given the ticket "26811000000760569" with
      | cf_patience | 30001 |
    And the agent has the ticket "26811000000760569" open
    And the agent picks "patience" at "desk.ticket.detail.rightpanel"
    When the agent closes the ticket
    And 1 minute passes
    Then the action is done
    And the agent reads no message

  Scenario: The page's Date answers in the portal's time zone
    Given the portal's time zone is "Asia/Kolkata"
    And the ticket "26811000000760569" with
      | cf_patience | 0 |
    And the agent has the ticket "26811000000760569" open
    And the agent picks "patience" at "desk.ticket.detail.rightpanel"
    When the agent closes the ticket
    Then the extension "patience" logs "asked at 14:30 by the portal's clock"

  Scenario: A day passes in no time
    Given the ticket "26811000000760569" with
      | cf_patience | 1000 |
    And the agent has the ticket "26811000000760569" open
    And the agent picks "patience" at "desk.ticket.detail.rightpanel"
    When 3 days pass
    And the agent closes the ticket
    And 1 second passes
    Then the action is stopped with "Waited 1000 ms, until 2026-01-08T09:00:01.000Z"

  @LOC-06
  Scenario: A widget that is gone does not answer any more
    Given the ticket "26811000000760569" with
      | cf_patience | 5000 |
    And the agent has the ticket "26811000000760569" open
    And the agent picks "patience" at "desk.ticket.detail.rightpanel"
    When the agent closes the ticket
    And the agent goes to the list of tickets
    And 29.999 seconds pass
    Then the "status" of the ticket "26811000000760569" is "Open"
    When 1 millisecond passes
    Then the "status" of the ticket "26811000000760569" is "Closed"
