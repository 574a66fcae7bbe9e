Feature: Story 1: the tracker's issue is still open
  An agent closes a ticket while the tracker's issue is still open: the ticket stays open, and the agent reads why.

  @HOOK-02 @HOOK-08
  Scenario: The agent reads why the ticket stays open
    Given the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
      | status  | Open                       |
    And the extension "bugtracker" from "extensions/bugtracker"
    And the service "https://bugs.example.com/issues/7" answers 200 with "services/issue-open"
    And the extension "crm" at "desk.background"
    And the agent has the ticket "26811000000760569" open
    When the agent closes the ticket
    Then the extension "bugtracker" requests "GET https://bugs.example.com/issues/7"
    And the action is stopped with "Issue 7 is not resolved yet"
    And the ticket's "status" is "Open"
    And "crm" at "desk.background" receives nothing
