Feature: Story 7: a ticket goes from hand to hand
  A ticket goes from an agent to a team, then to an agent of that team, then to nobody: the four shapes of the assignee payload.

  @HOOK-13 @EVT-06
  Scenario: An agent, a team, an agent of that team, nobody
    Given the agent "Kim Lee" with
      | id    | 26811000000000012 |
      | email | kim@zylker.example |
    And the team "Workshop" with
      | id           | 26811000000000042 |
      | description  | Mends phones      |
      | departmentId | 26811000000006912 |
    And the agent "Kim Lee" belongs to the team "Workshop"
    And the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
    And the extension "crm" at "desk.background" allows the hook "ticket_assignee.change"
    And the agent has the ticket "26811000000760569" open

    When the agent assigns the ticket to "Kim Lee"
    Then "crm" at "desk.background" is asked "ticket_assignee.change" with "payloads/ticket_assignee.change.agent"
    And "crm" at "desk.background" receives "ticket_assignee.changed" with "payloads/ticket.owner.agent"

    When the agent assigns the ticket to the team "Workshop"
    Then "crm" at "desk.background" is asked "ticket_assignee.change" with "payloads/ticket_assignee.change.team"
    And "crm" at "desk.background" receives "ticket_assignee.changed" with "payloads/ticket.owner.team"

    When the agent assigns the ticket to "Kim Lee" of the team "Workshop"
    Then "crm" at "desk.background" is asked "ticket_assignee.change" with "payloads/ticket_assignee.change.team-agent"
    And "crm" at "desk.background" receives "ticket_assignee.changed" with "payloads/ticket.owner.team-agent"

    When the agent assigns the ticket to nobody
    Then "crm" at "desk.background" is asked "ticket_assignee.change" with "payloads/ticket_assignee.change.nobody"
    And "crm" at "desk.background" receives "ticket_assignee.changed" with "payloads/ticket.owner.nobody"
    And the ticket's "owner" is "null"
