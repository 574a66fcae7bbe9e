Feature: An assignment asks ticket_assignee.change

  Background:
    Given the agent "Kim Lee" with
      | id    | 26811000000000012 |
      | email | kim@zylker.example |
    And the team "Workshop" with
      | id          | 26811000000000042 |
      | description | Mends phones      |
    And the agent "Kim Lee" belongs to the team "Workshop"
    And the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: The hook tells whom the ticket would be assigned to

    @HOOK-13 @Q-07
    Scenario: An agent: the type is "agent", without a capital
      Given the extension "crm" at "desk.background" allows the hook "ticket_assignee.change"
      When the agent assigns the ticket to "Kim Lee"
      Then "crm" at "desk.background" is asked "ticket_assignee.change" with
        """yaml
        type: agent
        agent:
          id: "26811000000000012"
          firstName: Kim
          lastName: Lee
          fullName: Kim Lee
          email: kim@zylker.example
        """
      And the ticket's "assigneeId" is "26811000000000012"
      And the ticket's "teamId" is "null"

    @HOOK-13 @Q-16
    Scenario: A team: the hook has its ID and name, under keys of its own
      Given the extension "crm" at "desk.background" allows the hook "ticket_assignee.change"
      When the agent assigns the ticket to the team "Workshop"
      Then "crm" at "desk.background" is asked "ticket_assignee.change" with
        """yaml
        type: team
        team:
          teamId: "26811000000000042"
          team: Workshop
        """
      And the ticket's "assigneeId" is "null"
      And the ticket's "teamId" is "26811000000000042"

    @HOOK-13 @Q-16
    Scenario: An agent of a team
      Given the extension "crm" at "desk.background" allows the hook "ticket_assignee.change"
      When the agent assigns the ticket to "Kim Lee" of the team "Workshop"
      Then "crm" at "desk.background" is asked "ticket_assignee.change" with
        """yaml
        type: teamAgent
        agent:
          id: "26811000000000012"
          firstName: Kim
          lastName: Lee
          fullName: Kim Lee
          email: kim@zylker.example
        team:
          teamId: "26811000000000042"
          team: Workshop
        """
      And the ticket's "assigneeId" is "26811000000000012"
      And the ticket's "teamId" is "26811000000000042"

    @HOOK-13
    Scenario: Nobody
      Given the ticket "26811000000760577" as in "tickets/assigned"
      And the extension "crm" at "desk.background" allows the hook "ticket_assignee.change"
      And the agent opens the ticket "26811000000760577"
      When the agent assigns the ticket to nobody
      Then "crm" at "desk.background" is asked "ticket_assignee.change" with
        """yaml
        type: Unassigned
        """
      And the ticket's "assigneeId" is "null"
      And the ticket's "teamId" is "null"

    @HOOK-13
    Scenario: The agent at the desk takes the ticket
      Given the agent is "Kim Lee"
      And the extension "crm" at "desk.background" allows the hook "ticket_assignee.change"
      When the agent assigns the ticket to "Kim Lee"
      Then "crm" at "desk.background" is asked "ticket_assignee.change"
      And the ticket's "assigneeId" is "26811000000000012"

  Rule: A refused assignment leaves the ticket with whom it was, and the agent is notified

    @HOOK-13 @HOOK-29
    Scenario: With a reason
      Given the extension "crm" at "desk.background" rejects the hook "ticket_assignee.change" with "Please assign to a team"
      When the agent assigns the ticket to "Kim Lee"
      Then the action is stopped with "Please assign to a team"
      And the ticket's "assigneeId" is "null"
      And no event is broadcast

    @HOOK-29
    Scenario: Without a reason
      Given the ticket "26811000000760577" as in "tickets/assigned"
      And the extension "crm" at "desk.background" answers false to the hook "ticket_assignee.change"
      And the agent opens the ticket "26811000000760577"
      When the agent assigns the ticket to nobody
      Then the action is stopped with Desk's general message
      And the ticket's "assigneeId" is "26811000000000012"

  Rule: An assignment asks its own hook, and the hook ticket.update tells what has become of it

    @HOOK-20
    Scenario: The next change of a field tells the new assignee
      Given the extension "crm" at "desk.background" allows the hook "ticket.update"
      When the agent assigns the ticket to "Kim Lee" of the team "Workshop"
      Then "crm" at "desk.background" is not asked "ticket.update"
      When the agent sets the field "priority" to "High"
      Then "crm" at "desk.background" is asked "ticket.update" with "payloads/ticket.update.assigned"
