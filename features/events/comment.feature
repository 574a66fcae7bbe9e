Feature: Extensions hear that a comment was added

  Background:
    Given it is "2026-01-05T09:00:00Z"
    And the agent is "Asha Agent"
    And the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: The event carries the comment, who wrote it and when

    @EVT-01
    Scenario: A comment for the customer
      Given the extension "crm" at "desk.background" listens to the event "ticket_comment.add"
      When 1 minute passes
      And the agent comments publicly "We are on it"
      Then "crm" at "desk.background" receives "ticket_comment.add" with "payloads/ticket_comment.add.public"
      And I keep "commentId" of the event "ticket_comment.add" that "crm" at "desk.background" received as "comment"
      And the ticket contains "tickets/commented"

    @EVT-01
    Scenario: A comment for agents
      Given the extension "crm" at "desk.background" listens to the event "ticket_comment.add"
      When 1 minute passes
      And the agent comments privately "Ask the workshop"
      Then "crm" at "desk.background" receives "ticket_comment.add" with "payloads/ticket_comment.add.private"

    @EVT-01
    Scenario: The time is the portal's
      Given the portal's time zone is "Asia/Kolkata"
      And the extension "crm" at "desk.background" listens to the event "ticket_comment.add"
      When the agent comments publicly "We are on it"
      Then "crm" at "desk.background" receives "ticket_comment.add" with
        """json
        {
          "comment": "<div>We are on it</div>",
          "commentId": "#id",
          "displayName": "Asha Agent",
          "displayTime": "05 Jan 2026 02:30 PM",
          "isPublicComment": true
        }
        """

    @EVT-01
    Scenario: Two listeners hear of one and the same comment
      Given the extension "crm" at "desk.background" listens to the event "ticket_comment.add"
      And the extension "billing" at "desk.background" listens to the event "ticket_comment.add"
      When the agent comments publicly "We are on it"
      And I keep "commentId" of the event "ticket_comment.add" that "crm" at "desk.background" received as "comment"
      Then "billing" at "desk.background" receives "ticket_comment.add" with
        """yaml
        comment: "#html"
        commentId: ${comment}
        displayName: Asha Agent
        displayTime: "#desk-time"
        isPublicComment: true
        """

  Rule: An event follows only a change that really happened

    @EVT-30
    Scenario: What comes to Desk without an agent
      Given the extension "crm" at "desk.background"
      And the ticket "26811000000760569" with
        | status | Closed |
      Then the ticket's "status" is "Closed"
      And no event is broadcast
      And "crm" at "desk.background" receives nothing

    @EVT-27
    Scenario: A comment that was stopped
      Given the extension "crm" at "desk.background" rejects the hook "ticket.comment" with "No names, please"
      When the agent comments publicly "Ask Casey"
      Then the action is stopped with "No names, please"
      And no event is broadcast
      And "crm" at "desk.background" receives nothing

  Rule: The event reaches the locations of list A, and no other

    @EVT-29
    Scenario: It reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_comment.add"
      When the agent comments publicly "We are on it"
      Then "crm" at "desk.background" receives "ticket_comment.add"

    @EVT-29
    Scenario Outline: It reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_comment.add"
      And the agent picks "crm" at "<location>"
      When the agent comments publicly "We are on it"
      Then "crm" at "<location>" receives "ticket_comment.add"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @EVT-29
    Scenario Outline: It does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_comment.add"
      And the agent picks "crm" at "<location>"
      When the agent comments publicly "We are on it"
      Then the event "ticket_comment.add" is broadcast
      And "crm" at "<location>" does not receive "ticket_comment.add"
      But the extension "crm" is reported for "ticket_comment.add never reaches <location>"

      Examples:
        | location                  |
        | desk.topband              |
        | desk.ticket.detail.subtab |

    @EVT-29
    Scenario: It does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel"
      And the extension "billing" at "desk.background" never answers the hook "ticket.comment"
      When the agent comments publicly "We are on it"
      # while Desk waits for billing, the agent begins a new ticket
      And the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      And 30 seconds pass
      Then the event "ticket_comment.add" is broadcast
      And "crm" at "desk.ticket.form.rightpanel" does not receive "ticket_comment.add"

    @EVT-29
    Scenario: It does not reach a panel that the agent has not picked
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      When the agent comments publicly "We are on it"
      Then the event "ticket_comment.add" is broadcast
      And "crm" at "desk.ticket.detail.rightpanel" does not receive "ticket_comment.add"

    @EVT-29
    Scenario: It does not reach whoever listens to something else
      Given the extension "crm" at "desk.background" listens to the event "ticket_status.changed"
      When the agent comments publicly "We are on it"
      Then "crm" at "desk.background" receives nothing
