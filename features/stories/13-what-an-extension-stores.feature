Feature: Story 13: what one widget stores, another one finds the next day
  The bug tracker extension stores what it knows under a key; the next day another widget of the same extension finds it; another extension does not.

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  @SDK-15
  Scenario: A real extension
    Given the extension "ledger" from "extensions/ledger"
    When the agent comments privately "waits for the supplier"
    Then the extension "ledger" logs "wrote issue-7"
    When 1 day passes
    And the agent picks "ledger" at "desk.ticket.detail.rightpanel"
    Then the extension "ledger" notifies "Of issue 7 is known: <div>waits for the supplier</div>"
    Given the extension "rival" from "extensions/ledger"
    When the agent picks "rival" at "desk.ticket.detail.rightpanel"
    Then the extension "rival" notifies "Nothing is known of issue 7"
    And nothing is reported of the extension "ledger"

  @SDK-15
  Scenario: Told by the feature
    Given the extension "bugtracker" at "desk.background"
    And the extension "bugtracker" at "desk.ticket.detail.rightpanel"
    And the extension "crm" at "desk.background"
    When "bugtracker" at "desk.background" calls "set database" with
      """json
      {"key": "issue-7", "queriableValue": "issues", "value": {"state": "open"}}
      """
    And 1 day passes
    And the agent picks "bugtracker" at "desk.ticket.detail.rightpanel"
    And "bugtracker" at "desk.ticket.detail.rightpanel" calls "get database" with
      """json
      {"key": "issue-7"}
      """
    Then "bugtracker" at "desk.ticket.detail.rightpanel" is answered with
      """json
      {
        "status": "success",
        "database.get": {"data": [{"key": "issue-7", "queriableValue": "issues", "value": {"state": "open"}}]}
      }
      """
    When "crm" at "desk.background" calls "get database" with
      """json
      {"key": "issue-7"}
      """
    Then "crm" at "desk.background" is answered with
      """json
      {"status": "success", "database.get": {"data": []}}
      """
