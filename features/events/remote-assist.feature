Feature: Extensions hear that Remote Assist is opened

  Background:
    Given the agent "Kim Lee" with
      | id | 26811000000000012 |
    And the team "Workshop" with
      | id | 26811000000000042 |
    And the agent "Kim Lee" belongs to the team "Workshop"
    And the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: The event tells the ticket's status, owner and due date

    @EVT-19 @Q-29
    Scenario: Nobody has the ticket, and it has no due date
      Given the extension "crm" at "desk.background"
      When the agent opens remote assist
      Then "crm" at "desk.background" receives "ticket_assist.click" with
        """yaml
        status: Open
        owner: Unassigned
        dueDate: No Due Date set
        ticketId: "26811000000760569"
        """
      And "crm" at "desk.background" receives in this order
        | ticket_assist.click |

    @EVT-19
    Scenario Outline: The ticket is <assigned>
      Given the extension "crm" at "desk.background"
      And the agent assigns the ticket to <assignee>
      And the agent sets the status to "On Hold"
      When the agent opens remote assist
      Then "crm" at "desk.background" receives "ticket_assist.click" with
        """yaml
        status: On Hold
        owner: <owner>
        dueDate: No Due Date set
        ticketId: "26811000000760569"
        """

      Examples:
        | assigned              | assignee                         | owner    |
        | an agent's            | "Kim Lee"                        | Kim Lee  |
        | a team's              | the team "Workshop"              | Workshop |
        | a team's, by an agent | "Kim Lee" of the team "Workshop" | Workshop |

    @EVT-19
    Scenario: Nobody has the ticket any more
      Given the extension "crm" at "desk.background"
      And the agent assigns the ticket to "Kim Lee"
      And the agent assigns the ticket to nobody
      When the agent opens remote assist
      Then "crm" at "desk.background" receives "ticket_assist.click" containing "payloads/ticket_assist.unassigned"

    @EVT-19 @Q-24
    Scenario: The due date is written as in the event of its change
      Given the extension "crm" at "desk.background"
      And the agent sets the due date to "2026-02-21 12:05"
      When the agent opens remote assist
      Then "crm" at "desk.background" receives "ticket_assist.click" with
        """yaml
        status: Open
        owner: Unassigned
        dueDate: 02/21/2026 12:05 PM
        ticketId: "26811000000760569"
        """

    @EVT-19 @EVT-31
    Scenario: From the detail view of the ticket that is open
      Given the ticket "26811000000760577" with
        | status | Escalated |
      And the extension "steward" from "extensions/steward"
      And the extension "crm" at "desk.background"
      When the agent opens the ticket "26811000000760577"
      And the agent opens remote assist
      Then "crm" at "desk.background" receives "ticket_assist.click" with
        """yaml
        status: Escalated
        owner: Unassigned
        dueDate: No Due Date set
        ticketId: "26811000000760577"
        """
      And the extension "steward" logs "Unassigned assists with 26811000000760577, due: No Due Date set"

    @EVT-19
    Scenario: Every session is told
      Given the extension "crm" at "desk.background"
      And the agent opens remote assist
      When the agent opens remote assist
      Then "crm" at "desk.background" receives "ticket_assist.click"

  Rule: It reaches the locations of its list, and no others

    @EVT-29 @EVT-19
    Scenario: ticket_assist.click reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_assist.click"
      When the agent opens remote assist
      Then "crm" at "desk.background" receives "ticket_assist.click"

    @EVT-29
    Scenario Outline: ticket_assist.click reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_assist.click"
      And the agent picks "crm" at "<location>"
      When the agent opens remote assist
      Then "crm" at "<location>" receives "ticket_assist.click"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @EVT-29
    Scenario Outline: ticket_assist.click does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_assist.click"
      And the agent picks "crm" at "<location>"
      When the agent opens remote assist
      Then the event "ticket_assist.click" is broadcast
      And "crm" at "<location>" does not receive "ticket_assist.click"
      But the extension "crm" is reported for "ticket_assist.click never reaches <location>"

      Examples:
        | location     |
        | desk.topband |

    @EVT-29
    Scenario: ticket_assist.click does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticket_assist.click"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_assist.click never reaches desk.ticket.form.rightpanel"
