Feature: The panel of a form hears every keystroke

  Rule: Each keystroke that changes a field is told, with what the field held and what it holds

    @EVT-12
    Scenario: Letter by letter
      Given the extension "crm" at "desk.ticket.form.rightpanel"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      And the agent types "k" into the field "email"
      Then "crm" at "desk.ticket.form.rightpanel" receives "ticketForm_email.changed" with
        """yaml
        ticketForm.email:
          oldValue: ""
          newValue: k
        """
      When the agent types "i" into the field "email"
      Then "crm" at "desk.ticket.form.rightpanel" receives "ticketForm_email.changed" with
        """yaml
        ticketForm.email:
          oldValue: k
          newValue: ki
        """
      And the form's "email" is "ki"

    @EVT-12 @EVT-28
    Scenario: Three letters are three keystrokes
      Given the extension "crm" at "desk.ticket.form.rightpanel"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      And the agent types "Kim" into the field "subject"
      Then "crm" at "desk.ticket.form.rightpanel" receives in this order
        | ticketForm_subject.changed |
        | ticketForm_subject.changed |
        | ticketForm_subject.changed |

    @EVT-12
    Scenario: A field that is cleared is one change, a field without a letter is none
      Given the extension "crm" at "desk.ticket.form.rightpanel"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      And the agent types "Kim" into the field "subject"
      And the agent clears the field "subject"
      Then "crm" at "desk.ticket.form.rightpanel" receives "ticketForm_subject.changed" with
        """yaml
        ticketForm.subject:
          oldValue: Kim
          newValue: ""
        """
      When the agent clears the field "subject"
      Then the action changes nothing
      And "crm" at "desk.ticket.form.rightpanel" receives nothing

    @EVT-12 @EVT-27
    Scenario: A pick is one change, the same pick again is none
      Given the extension "crm" at "desk.ticket.form.rightpanel"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      And the agent picks "On Hold" in the field "status"
      Then "crm" at "desk.ticket.form.rightpanel" receives "ticketForm_status.changed" with
        """yaml
        ticketForm.status:
          oldValue: Open
          newValue: On Hold
        """
      When the agent picks "On Hold" in the field "status"
      Then the action changes nothing
      And no event is broadcast

    @EVT-12
    Scenario: A custom field, under its API name
      Given the extension "crm" at "desk.ticket.form.rightpanel"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      And the agent picks "true" in the field "cf_insured"
      Then "crm" at "desk.ticket.form.rightpanel" receives "ticketForm_cf_insured.changed" with
        """yaml
        ticketForm.cf_insured:
          oldValue: ""
          newValue: true
        """

    @EVT-12
    Scenario: Whom the ticket is for, by agent and team; when it is due, from the calendar
      Given the agent "Kim Lee" with
        | id | 26811000000000012 |
      And the extension "crm" at "desk.ticket.form.rightpanel"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      And the agent picks "Kim Lee" in the field "assigneeId"
      Then "crm" at "desk.ticket.form.rightpanel" receives "ticketForm_assigneeId.changed" with
        """yaml
        ticketForm.assigneeId:
          oldValue: null
          newValue: "26811000000000012"
        """
      When the agent picks "2026-02-21 12:05" in the field "dueDate"
      Then "crm" at "desk.ticket.form.rightpanel" receives "ticketForm_dueDate.changed" with
        """yaml
        ticketForm.dueDate:
          oldValue: ""
          newValue: 21/02/2026 12:05 PM
        """

  Rule: The event's key has no ".changed", and old and new value are two

    @Q-28
    Scenario Outline: <field> of the form for a new <module>
      Given the extension "crm" at "desk.<module>.form.rightpanel" listens to the event "<module>Form_<field>.changed"
      When the agent goes to the form for a new <module>
      And the agent picks "crm" at "desk.<module>.form.rightpanel"
      And the agent types "m" into the field "<field>"
      Then "crm" at "desk.<module>.form.rightpanel" receives "<module>Form_<field>.changed" with
        """json
        {"<module>Form.<field>": {"oldValue": "", "newValue": "m"}}
        """

      Examples:
        | module  | field    |
        | ticket  | email    |
        | contact | lastName |
        | account | website  |

    @Q-28 @dialect:2018
    Scenario Outline: The older page has it with ".changed", for the form for a new <module>
      Given the extension "crm" at "desk.<module>.form.rightpanel" listens to the event "<module>Form_email.changed"
      When the agent goes to the form for a new <module>
      And the agent picks "crm" at "desk.<module>.form.rightpanel"
      And the agent types "m" into the field "email"
      Then "crm" at "desk.<module>.form.rightpanel" receives "<module>Form_email.changed" with
        """json
        {"<module>Form.email.changed": {"oldValue": "", "newValue": "m"}}
        """

      Examples:
        | module  |
        | ticket  |
        | contact |
        | account |

    @HOOK-30 @dialect:2018
    Scenario: The older page knows no hook of a ticket's creation: nobody is asked
      Given the extension "crm" at "desk.background" answers false to the hook "ticket.add"
      And the extension "crm" at "desk.background" answers false to the hook "ticket.createAfter"
      When the agent goes to the form for a new ticket
      And the agent submits the form
      Then the action is done
      And a ticket is created
      And the agent is on the page of the new ticket

  Rule: Only the panel of that module's form hears it

    @EVT-12 @EVT-29
    Scenario Outline: The form for a new <module> tells the panel at desk.<module>.form.rightpanel, and no widget of the product
      Given the extension "crm" at "desk.<module>.form.rightpanel" listens to the event "<module>Form_<field>.changed"
      And the extension "crm" at "desk.background" listens to the event "<module>Form_<field>.changed"
      And the extension "crm" at "desk.bottomband" listens to the event "<module>Form_<field>.changed"
      When the agent goes to the form for a new <module>
      And the agent picks "crm" at "desk.<module>.form.rightpanel"
      And the agent picks "crm" at "desk.bottomband"
      And the agent types "m" into the field "<field>"
      Then "crm" at "desk.<module>.form.rightpanel" receives "<module>Form_<field>.changed"
      But "crm" at "desk.background" receives nothing
      And "crm" at "desk.bottomband" receives nothing

      Examples:
        | module  | field |
        | ticket  | email |
        | contact | email |
        | account | email |

    @EVT-29
    Scenario Outline: A panel of the form for a new <other> that listens to a <module>'s fields is told of its mistake
      Given the extension "crm" at "desk.<other>.form.rightpanel" listens to the event "<module>Form_email.changed"
      When the agent goes to the form for a new <other>
      And the agent picks "crm" at "desk.<other>.form.rightpanel"
      And the agent types "m" into the field "email"
      Then "crm" at "desk.<other>.form.rightpanel" receives nothing
      And the extension "crm" is reported for "<module>Form_email.changed never reaches desk.<other>.form.rightpanel"

      Examples:
        | module  | other   |
        | ticket  | contact |
        | contact | account |
        | account | ticket  |

    @EVT-12
    Scenario: The edit form tells nobody of keystrokes
      Given the ticket "26811000000760569" as in "tickets/charging-port"
      And the agent has the ticket "26811000000760569" open
      When the agent goes to the edit form of the ticket
      And the agent types "646 81234" into the field "phone"
      Then the form's "phone" is "646 81234"
      And no event is broadcast

  Rule: A real package counts the letters

    @EVT-12
    Scenario: The panel says when the address is complete
      Given the extension "intake" from "extensions/intake"
      When the agent goes to the form for a new ticket
      And the agent picks "intake" at "desk.ticket.form.rightpanel"
      And the agent types "kim@zylker.example" into the field "email"
      Then the extension "intake" logs "email: 'kim@zylker.exampl' -> 'kim@zylker.example'"
      And the extension "intake" notifies "kim@zylker.example is an address"
