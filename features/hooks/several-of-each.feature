Feature: Whatever a hook guards, all who are asked must allow it

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: One refusal among several stops the action

    @HOOK-03 @HOOK-10
    Scenario: Reopening
      Given the agent closes the ticket
      And the extension "crm" at "desk.background" allows the hook "ticket.reOpen"
      And the extension "audit" at "desk.background" rejects the hook "ticket.reOpen" with "It is settled"
      When the agent reopens the ticket
      Then the action is stopped with "It is settled"
      And the ticket's "status" is "Closed"

    @HOOK-03 @HOOK-12
    Scenario: A change of status
      Given the extension "crm" at "desk.background" allows the hook "ticket.status"
      And the extension "audit" at "desk.background" rejects the hook "ticket.status" with "Ask the customer first"
      When the agent sets the status to "On Hold"
      Then the action is stopped with "Ask the customer first"
      And the ticket's "status" is "Open"

    @HOOK-03 @HOOK-13
    Scenario: An assignment
      Given the agent "Kim Lee"
      And the extension "crm" at "desk.background" allows the hook "ticket_assignee.change"
      And the extension "audit" at "desk.background" rejects the hook "ticket_assignee.change" with "Kim Lee is on leave"
      When the agent assigns the ticket to "Kim Lee"
      Then the action is stopped with "Kim Lee is on leave"
      And no event is broadcast

    @HOOK-03 @HOOK-14
    Scenario: A comment
      Given the extension "crm" at "desk.background" allows the hook "ticket.comment"
      And the extension "audit" at "desk.background" rejects the hook "ticket.comment" with "No names in comments"
      When the agent comments publicly "Ask Lee"
      Then the action is stopped with "No names in comments"
      And the ticket has 0 comments

    @HOOK-03 @HOOK-20
    Scenario: A field of the left panel
      Given the extension "crm" at "desk.background" allows the hook "ticket.update"
      And the extension "audit" at "desk.background" rejects the hook "ticket.update" with "The priority is the customer's"
      When the agent sets the field "priority" to "High"
      Then the action is stopped with "The priority is the customer's"
      And no event is broadcast

    @HOOK-03 @HOOK-18
    Scenario: The agent's availability
      Given the extension "crm" at "desk.background" allows the hook "agent.channelStatus"
      And the extension "audit" at "desk.background" rejects the hook "agent.channelStatus" with "The queue is full"
      When the agent sets the chat status to offline
      Then the action is stopped with "The queue is full"
      And the agent's chat status is online

    @HOOK-03 @HOOK-19
    Scenario: A new ticket
      Given the extension "crm" at "desk.background" allows the hook "ticket.add"
      And the extension "audit" at "desk.background" rejects the hook "ticket.add" with "A subject is missing"
      When the agent goes to the form for a new ticket
      And the agent submits the form
      Then the action is stopped with "A subject is missing"
      And no ticket is created

    @HOOK-03 @HOOK-22
    Scenario: The way to the new ticket's page
      Given the extension "crm" at "desk.background" allows the hook "ticket.createAfter"
      And the extension "audit" at "desk.background" rejects the hook "ticket.createAfter" with "Tell the workshop first"
      When the agent goes to the form for a new ticket
      And the agent submits the form
      Then the action is stopped with "Tell the workshop first"
      And a ticket is created
      And the agent is on the form for a new ticket

  Rule: Whoever stays silent for thirty seconds loses control

    @HOOK-04 @HOOK-13
    Scenario: An assignment
      Given the agent "Kim Lee"
      And the extension "crm" at "desk.background" never answers the hook "ticket_assignee.change"
      When the agent assigns the ticket to "Kim Lee"
      And 30 seconds pass
      Then the ticket's "owner" is "Kim Lee"

    @HOOK-04 @HOOK-20
    Scenario: A field of the left panel
      Given the extension "crm" at "desk.background" never answers the hook "ticket.update"
      When the agent sets the field "priority" to "High"
      And 29.999 seconds pass
      Then the action waits for "crm"
      When 1 millisecond passes
      Then the ticket's "priority" is "High"
