Feature: The bug tracker's panel stands beside the ticket

  Background:
    Given the ticket "26811000000760569" with
      | subject        | Faulty phone charging port |
      | cf_environment | Production                 |
    And the extension "bugtracker" from "extensions/bugtracker"
    And the service "GET https://bugs.example.com/issues/7" answers 200 with "services/issue-open"
    And the agent has the ticket "26811000000760569" open

  @SDK-02
  Scenario: It reads the ticket, and shows it on its page
    When the agent picks "bugtracker" at "desk.ticket.detail.rightpanel"
    Then the extension "bugtracker" logs "shows Faulty phone charging port (Production)"
    And the extension "bugtracker" notifies "This ticket waits for issue 7"
    And nothing is reported of the extension "bugtracker"

  @SDK-02
  Scenario: It reads the ticket that is open now
    Given the ticket "26811000000760577" with
      | subject | Refund for a broken screen |
    When the agent picks "bugtracker" at "desk.ticket.detail.rightpanel"
    And the agent opens the ticket "26811000000760577"
    And the agent picks "bugtracker" at "desk.ticket.detail.rightpanel"
    Then the extension "bugtracker" logs "shows Refund for a broken screen (not given)"

  Scenario: It looks at the issue every minute
    When the agent picks "bugtracker" at "desk.ticket.detail.rightpanel"
    Then the extension "bugtracker" requests "GET https://bugs.example.com/issues/7"
    And the extension "bugtracker" logs "issue 7 is open"
    Given the service "GET https://bugs.example.com/issues/7" answers 200 with
      """json
      {"state": "resolved"}
      """
    When the agent comments privately "Any news?"
    And 59.999 seconds pass
    Then the extension "bugtracker" does not request "GET https://bugs.example.com/issues/7"
    When 1 millisecond passes
    Then the extension "bugtracker" requests "GET https://bugs.example.com/issues/7"
    And the extension "bugtracker" logs "issue 7 is resolved"

  @LOC-06
  Scenario: It looks no more when the agent has left the ticket
    When the agent picks "bugtracker" at "desk.ticket.detail.rightpanel"
    And the agent goes to the list of tickets
    And 1 hour passes
    Then the extension "bugtracker" does not request "GET https://bugs.example.com/issues/7"

  @LOC-06
  Scenario: It begins anew when it is picked again
    When the agent picks "bugtracker" at "desk.ticket.detail.rightpanel"
    And the agent goes to the list of tickets
    And the agent opens the ticket "26811000000760569"
    And the agent picks "bugtracker" at "desk.ticket.detail.rightpanel"
    Then the extension "bugtracker" notifies "This ticket waits for issue 7"
    And the extension "bugtracker" requests "GET https://bugs.example.com/issues/7"
