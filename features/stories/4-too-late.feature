Feature: Story 4: a refusal comes too late
  A refusal that comes after 31 seconds changes nothing, and the report shows that it came too late.

  @HOOK-04
  Scenario: The ticket is closed, and stays closed
    Given the ticket "26811000000760569"
    And the extension "crm" at "desk.background" rejects the hook "ticket.close" with "The order is unpaid" after 31 seconds
    And the agent has the ticket "26811000000760569" open
    When the agent closes the ticket
    And 30 seconds pass
    Then the action is done
    And the ticket's "status" is "Closed"
    When 1 second passes
    Then the answer of "crm" comes too late
    And the action is done
    And the agent reads no message
    And the ticket's "status" is "Closed"
    And "crm" at "desk.background" receives "ticket_status.changed" with "payloads/ticket_status.changed.closed"

  @HOOK-04
  Scenario: A real extension that thinks too long
    Given the ticket "26811000000760569"
    And the service "https://bugs.example.com/issues/7" answers 200 with "services/issue-open"
    And the extension "bugtracker" from "extensions/broken/answers-too-late"
    And the agent has the ticket "26811000000760569" open
    When the agent closes the ticket
    And 30 seconds pass
    Then the action is done
    When 1 second passes
    Then the extension "bugtracker" requests "GET https://bugs.example.com/issues/7"
    And the agent reads no message
    And the ticket's "status" is "Closed"
