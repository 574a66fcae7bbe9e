Feature: Extensions hear whom a ticket is assigned to

  Background:
    Given the agent "Kim Lee" with
      | id    | 26811000000000012 |
      | email | kim@zylker.example |
    And the team "Workshop" with
      | id           | 26811000000000042 |
      | description  | Mends phones      |
      | departmentId | 26811000000006912 |
    And the agent "Kim Lee" belongs to the team "Workshop"
    And the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: Two events tell the same

    @EVT-06 @EVT-07
    Scenario: ticket_owner.changed still follows ticket_assignee.changed
      Given the extension "crm" at "desk.background"
      When the agent assigns the ticket to "Kim Lee"
      Then "crm" at "desk.background" receives in this order
        | ticket_assignee.changed |
        | ticket_owner.changed    |

    @EVT-06
    Scenario: A new assignee
      Given the extension "crm" at "desk.background" listens to the event "ticket_assignee.changed"
      When the agent assigns the ticket to "Kim Lee"
      Then "crm" at "desk.background" receives "ticket_assignee.changed" with "payloads/ticket.owner.agent"

    @EVT-07
    Scenario: A new owner
      Given the extension "crm" at "desk.background" listens to the event "ticket_owner.changed"
      When the agent assigns the ticket to "Kim Lee"
      Then "crm" at "desk.background" receives "ticket_owner.changed" with "payloads/ticket.owner.agent"

    @EVT-06 @Q-16
    Scenario: A team has all that the events' pages have of it
      Given the extension "crm" at "desk.background"
      When the agent assigns the ticket to the team "Workshop"
      Then "crm" at "desk.background" receives "ticket_assignee.changed" with "payloads/ticket.owner.team"
      And "crm" at "desk.background" receives "ticket_owner.changed" with "payloads/ticket.owner.team"

    @EVT-06 @EVT-07
    Scenario: An agent of a team
      Given the extension "crm" at "desk.background"
      When the agent assigns the ticket to "Kim Lee" of the team "Workshop"
      Then "crm" at "desk.background" receives "ticket_assignee.changed" with "payloads/ticket.owner.team-agent"
      And "crm" at "desk.background" receives "ticket_owner.changed" with "payloads/ticket.owner.team-agent"

    @EVT-06 @EVT-07
    Scenario: Nobody
      Given the extension "crm" at "desk.background"
      And the agent assigns the ticket to "Kim Lee"
      When the agent assigns the ticket to nobody
      Then "crm" at "desk.background" receives "ticket_assignee.changed" with
        """yaml
        ticket.owner:
          type: Unassigned
        """
      And "crm" at "desk.background" receives "ticket_owner.changed" with
        """yaml
        ticket.owner:
          type: Unassigned
        """

    @EVT-06
    Scenario: An agent and a team of whom the feature says no more than the name
      Given the agent "Sam"
      And the team "Counter"
      And the agent "Sam" belongs to the team "Counter"
      And the extension "crm" at "desk.background"
      When the agent assigns the ticket to "Sam" of the team "Counter"
      Then "crm" at "desk.background" receives "ticket_assignee.changed" with
        """yaml
        ticket.owner:
          type: teamAgent
          agent:
            id: "#id"
            firstName: Sam
            lastName: ""
            fullName: Sam
            email: sam@zylker.example
          team:
            id: "#id"
            name: Counter
            description: ""
            departmentId: "#id"
        """

  Rule: Whoever has the ticket already is no new assignee

    @EVT-27 @EVT-06
    Scenario: The same agent
      Given the extension "crm" at "desk.background" answers false to the hook "ticket_assignee.change"
      And the ticket "26811000000760577" with
        | assigneeId | 26811000000000012 |
      And the agent opens the ticket "26811000000760577"
      When the agent assigns the ticket to "Kim Lee"
      Then the action changes nothing
      And "crm" at "desk.background" is not asked "ticket_assignee.change"
      And no event is broadcast

    @EVT-27
    Scenario: Nobody, where nobody has it
      When the agent assigns the ticket to nobody
      Then the action changes nothing
      And no event is broadcast

    @EVT-27
    Scenario: The same agent, now as one of a team, is a change
      Given the agent assigns the ticket to "Kim Lee"
      When the agent assigns the ticket to "Kim Lee" of the team "Workshop"
      Then the action is done
      And the event "ticket_assignee.changed" is broadcast
      When the agent assigns the ticket to "Kim Lee" of the team "Workshop"
      Then the action changes nothing
      And no event is broadcast

    @EVT-27
    Scenario: The ticket's property "assignee" says who has it, too
      Given the ticket "26811000000760577" with
        | assignee | {"id": "26811000000000012", "name": "Kim Lee", "teamid": null, "team": null} |
      And the agent opens the ticket "26811000000760577"
      When the agent assigns the ticket to "Kim Lee"
      Then the action changes nothing

  Rule: The ticket's assignee and owner follow, each in its own shape

    @Q-25 @SDK-17
    Scenario Outline: A widget reads ticket.<property> after an assignment to an agent of a team
      Given the extension "reader" from "extensions/reader"
      When the agent assigns the ticket to "Kim Lee" of the team "Workshop"
      And the agent picks "reader" at "desk.ticket.detail.rightpanel"
      Then the extension "reader" logs '{"status":"success","ticket.<property>":<value>}'

      Examples:
        | property | value                                                                                      |
        | assignee | {"id":"26811000000000012","name":"Kim Lee","teamid":"26811000000000042","team":"Workshop"} |
        | owner    | "Kim Lee"                                                                                  |

    @Q-25 @SDK-17
    Scenario Outline: A widget reads ticket.<property> after an assignment to a team
      Given the extension "reader" from "extensions/reader"
      When the agent assigns the ticket to the team "Workshop"
      And the agent picks "reader" at "desk.ticket.detail.rightpanel"
      Then the extension "reader" logs '{"status":"success","ticket.<property>":<value>}'

      Examples:
        | property | value                                                                      |
        | assignee | {"id":null,"name":null,"teamid":"26811000000000042","team":"Workshop"}     |
        | owner    | "Workshop"                                                                 |

  Rule: A ticket that comes with the ID of its assignee alone has a name, too

    @Q-25 @SDK-17
    Scenario Outline: Of an agent, a widget reads ticket.<property>
      Given the ticket "26811000000760577" with
        | assigneeId | 26811000000000012 |
      And the extension "reader" from "extensions/reader"
      When the agent opens the ticket "26811000000760577"
      And the agent picks "reader" at "desk.ticket.detail.rightpanel"
      Then the extension "reader" logs '{"status":"success","ticket.<property>":<value>}'

      Examples:
        | property | value                                                                      |
        | assignee | {"id":"26811000000000012","name":"Kim Lee","teamid":null,"team":null}      |
        | owner    | "Kim Lee"                                                                  |

    @Q-25 @SDK-17
    Scenario Outline: Of an agent of a team, a widget reads ticket.<property>
      Given the ticket "26811000000760577" as in "tickets/assigned"
      And the extension "reader" from "extensions/reader"
      When the agent opens the ticket "26811000000760577"
      And the agent picks "reader" at "desk.ticket.detail.rightpanel"
      Then the extension "reader" logs '{"status":"success","ticket.<property>":<value>}'

      Examples:
        | property | value                                                                                      |
        | assignee | {"id":"26811000000000012","name":"Kim Lee","teamid":"26811000000000042","team":"Workshop"} |
        | owner    | "Kim Lee"                                                                                  |

    @Q-25
    Scenario: An agent whom the feature names later
      Given the ticket "26811000000760577" with
        | assigneeId | 26811000000000019 |
      And the agent "Sam Park" with
        | id | 26811000000000019 |
      Then the "owner" of the ticket "26811000000760577" is "Sam Park"
      When the agent opens the ticket "26811000000760577"
      And the agent assigns the ticket to nobody
      Then the ticket's "owner" is "null"

    @Q-25
    Scenario: A ticket that says itself whose it is keeps that
      Given the ticket "26811000000760577" with
        | assigneeId | 26811000000000012 |
        | owner      | Kim from upstairs |
      Then the "owner" of the ticket "26811000000760577" is "Kim from upstairs"
