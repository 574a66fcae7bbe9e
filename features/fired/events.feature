Feature: Desk broadcasts an event by hand
  An extension can be tried with every event that the pages document, with or without an action of an agent's before it.

  Rule: It reaches whoever hears the event

    @EVT-29
    Scenario: Listeners at the event's locations, and nobody else
      Given the extension "crm" at "desk.background" listens to the event "task_Completed"
      And the extension "files" at "desk.topband" listens to the event "task_Completed"
      And the extension "billing" at "desk.background" listens to the event "ticket_Shift"
      When the agent picks "files" at "desk.topband"
      And Desk broadcasts the event "task_Completed" with "payloads/task_Completed"
      Then the event "task_Completed" is broadcast
      And "crm" at "desk.background" receives "task_Completed" with "payloads/task_Completed"
      And "files" at "desk.topband" receives nothing
      And "billing" at "desk.background" receives nothing

    @EVT-29
    Scenario: Nobody whose widget is not there
      Given the extension "crm" at "desk.bottomband" listens to the event "task_Completed"
      When Desk broadcasts the event "task_Completed" with "payloads/task_Completed"
      Then "crm" at "desk.bottomband" receives nothing
      When the agent picks "crm" at "desk.bottomband"
      And Desk broadcasts the event "task_Completed" with "payloads/task_Completed"
      Then "crm" at "desk.bottomband" receives "task_Completed"

    @EVT-29
    Scenario: A field of a form, at the panel of that form alone
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticketForm_email.changed"
      And the extension "audit" at "desk.background" listens to the event "ticketForm_email.changed"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      And Desk broadcasts the event "ticketForm_email.changed" with
        """json
        {"ticketForm.email": {"oldValue": "lee@zylker.co", "newValue": "lee@zylker.com"}}
        """
      Then "crm" at "desk.ticket.form.rightpanel" receives "ticketForm_email.changed" with
        """json
        {"ticketForm.email": {"oldValue": "lee@zylker.co", "newValue": "lee@zylker.com"}}
        """
      And "audit" at "desk.background" does not receive "ticketForm_email.changed"

    @EVT-29 @dialect:2018
    Scenario: A custom field under its own name, as the older page has it
      Given the extension "crm" at "desk.background" listens to the event "ticket_cf_region.changed"
      When Desk broadcasts the event "ticket_cf_region.changed" with
        """yaml
        ticket.Region:
          oldValue: North
          newValue: South
        """
      Then "crm" at "desk.background" receives "ticket_cf_region.changed"

    @EVT-29
    Scenario: An event without a payload
      Given the extension "crm" at "desk.background" listens to the event "modal.closed"
      When Desk broadcasts the event "modal.closed"
      Then "crm" at "desk.background" receives "modal.closed"

    @EVT-28
    Scenario: In the order in which they are broadcast
      Given the extension "crm" at "desk.background"
      When Desk broadcasts the event "ticket_Shift" with
        """json
        {"ticket_shifted": true}
        """
      And Desk broadcasts the event "task_Completed" with "payloads/task_Completed"
      Then "crm" at "desk.background" has received in all
        | ticket_Shift   |
        | task_Completed |

  Rule: Nothing changes before it

    @EVT-17
    Scenario: The event of a change of status leaves the status as it is
      Given the ticket "26811000000760569" as in "tickets/charging-port"
      And the extension "crm" at "desk.background" listens to the event "ticket_status.changed"
      And the agent has the ticket "26811000000760569" open
      When Desk broadcasts the event "ticket_status.changed" with "payloads/ticket_status.changed.closed"
      Then "crm" at "desk.background" receives "ticket_status.changed" with "payloads/ticket_status.changed.closed"
      And the ticket's "status" is "Open"
