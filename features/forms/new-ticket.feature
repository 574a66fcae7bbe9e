Feature: A new ticket asks ticket.add before it is there, and ticket.createAfter when it is

  Rule: ticket.add is asked before the ticket is there

    @HOOK-19 @Q-34
    Scenario: The hook tells the ticket as it would be: it has no ID yet, what is absent is null
      Given the extension "crm" at "desk.background" allows the hook "ticket.add"
      When the agent goes to the form for a new ticket
      And the agent fills in the form with
        | subject | Faulty phone charging port |
        | email   | customer@example.com       |
      And the agent submits the form
      Then "crm" at "desk.background" is asked "ticket.add" with "payloads/ticket.add.short"
      And a ticket is created

    @HOOK-19 @HOOK-27
    Scenario: Nothing of the ticket is left out, custom fields have keys of their own
      Given the agent "Kim Lee" with
        | id | 26811000000000012 |
      And the team "Workshop" with
        | id | 26811000000000042 |
      And the agent "Kim Lee" belongs to the team "Workshop"
      And the extension "crm" at "desk.background" allows the hook "ticket.add"
      When the agent goes to the form for a new ticket
      And the agent fills in the form as in "tickets/form"
      And the agent submits the form
      Then "crm" at "desk.background" is asked "ticket.add" with "payloads/ticket.add.full"

    @Q-06 @Q-33
    Scenario: The due date stands under dueDate, and the description is text
      Given the extension "crm" at "desk.background" allows the hook "ticket.add"
      When the agent goes to the form for a new ticket
      And the agent fills in the form with
        | dueDate     | 2026-02-21 12:05  |
        | description | The port is loose |
      And the agent submits the form
      Then "crm" at "desk.background" is asked "ticket.add" with "payloads/ticket.add.due"

    @HOOK-19
    Scenario: Whoever refuses keeps the ticket out, and the agent on the form with all that was typed
      Given the extension "crm" at "desk.background" rejects the hook "ticket.add" with "Ask for the serial number"
      When the agent goes to the form for a new ticket
      And the agent types "Faulty phone" into the field "subject"
      And the agent submits the form
      Then the action is stopped with "Ask for the serial number"
      And no ticket is created
      And no event is broadcast
      And the agent is on the form for a new ticket
      And the form's "subject" is "Faulty phone"

    @HOOK-19
    Scenario: Whoever stays silent for 30 seconds keeps nothing out
      Given the extension "crm" at "desk.background" never answers the hook "ticket.add"
      When the agent goes to the form for a new ticket
      And the agent submits the form
      And 29.999 seconds pass
      Then the action waits for "crm"
      And no ticket is created
      When 1 millisecond passes
      Then a ticket is created
      And the agent is on the page of the new ticket

    @HOOK-19
    Scenario: An agent who leaves the form creates nothing
      Given the extension "crm" at "desk.background" allows the hook "ticket.add" after 2 seconds
      When the agent goes to the form for a new ticket
      And the agent types "Faulty phone" into the field "subject"
      And the agent goes to the list of tickets
      Then "crm" at "desk.background" is not asked "ticket.add"
      When the agent goes to the form for a new ticket
      Then the form's "subject" is ""
      When the agent submits the form
      And the agent goes to the list of tickets
      And 2 seconds pass
      Then no ticket is created

    @HOOK-19
    Scenario: Fired by hand, the hook is asked with an ID as the page's table has it
      Given the extension "crm" at "desk.background" allows the hook "ticket.add"
      When Desk asks the hook "ticket.add" with
        """yaml
        id: "9049400045147"
        accountId: "9049400008165"
        contactId: "9049400010919"
        assigneeId: "9049400024290"
        teamId: null
        departmentId: "9049400000067"
        email: john@zylker.example
        phone: 646 81234
        subject: Sample Ticket
        description: null
        status: Open
        secondaryContacts: []
        resolution: null
        dueDate: null
        priority: null
        channel: Phone
        language: null
        classification: Problem
        layoutId: "9049400000911"
        """
      Then "crm" at "desk.background" is asked "ticket.add"

  Rule: ticket.createAfter is asked when the ticket is there, and before its page

    @HOOK-22 @Q-34
    Scenario: The hook tells the whole ticket with its ID and its address
      Given the agent "Kim Lee" with
        | id | 26811000000000012 |
      And the team "Workshop" with
        | id | 26811000000000042 |
      And the agent "Kim Lee" belongs to the team "Workshop"
      And the extension "crm" at "desk.background" allows the hook "ticket.createAfter"
      When the agent goes to the form for a new ticket
      And the agent fills in the form as in "tickets/form"
      And the agent submits the form
      Then "crm" at "desk.background" is asked "ticket.createAfter" with "payloads/ticket.createAfter.full"
      And a ticket is created
      And the agent is on the page of the new ticket

    @HOOK-22 @Q-18
    Scenario: Whoever refuses keeps the agent on the form, and the ticket is there all the same
      Given the extension "crm" at "desk.background" rejects the hook "ticket.createAfter" with "Link the order first"
      When the agent goes to the form for a new ticket
      And the agent types "Faulty phone" into the field "subject"
      And the agent submits the form
      Then the action is stopped with "Link the order first"
      And a ticket is created
      And the new ticket's "subject" is "Faulty phone"
      And the agent is on the form for a new ticket
      And no event is broadcast

    @HOOK-22 @Q-18
    Scenario: While it waits, the ticket is there and the page stays on the form
      Given the extension "crm" at "desk.background" allows the hook "ticket.createAfter" after 5 seconds
      When the agent goes to the form for a new ticket
      And the agent submits the form
      Then a ticket is created
      And the action waits for "crm"
      And the agent is on the form for a new ticket
      When 5 seconds pass
      Then the action is done
      And the agent is on the page of the new ticket

    @HOOK-28
    Scenario: After 30 seconds of silence the agent goes on to the ticket's page
      Given the extension "crm" at "desk.background" never answers the hook "ticket.createAfter"
      When the agent goes to the form for a new ticket
      And the agent submits the form
      And 29.999 seconds pass
      Then the agent is on the form for a new ticket
      When 1 millisecond passes
      Then the action is done
      And the agent is on the page of the new ticket

    @HOOK-04 @HOOK-28
    Scenario: Each of the two hooks has 30 seconds of its own
      Given the extension "crm" at "desk.background" allows the hook "ticket.add" after 10 seconds
      And the extension "crm" at "desk.background" rejects the hook "ticket.createAfter" with "Link the order first" after 29 seconds
      When the agent goes to the form for a new ticket
      And the agent submits the form
      And 38.999 seconds pass
      Then the action waits for "crm"
      And a ticket is created
      When 1 millisecond passes
      Then the action is stopped with "Link the order first"
      And the agent is on the form for a new ticket

    @HOOK-28
    Scenario: A ticket that comes otherwise asks nobody
      Given the extension "crm" at "desk.background" answers false to the hook "ticket.createAfter"
      And the ticket "26811000000760569"
      Then "crm" at "desk.background" is not asked "ticket.createAfter"
      When the agent opens the ticket "26811000000760569"
      And the agent closes the ticket
      Then "crm" at "desk.background" is not asked "ticket.createAfter"

    @HOOK-22
    Scenario: An agent who has left the form meanwhile stays elsewhere
      Given the ticket "26811000000760569"
      And the extension "crm" at "desk.background" allows the hook "ticket.createAfter" after 2 seconds
      When the agent goes to the form for a new ticket
      And the agent submits the form
      And the agent opens the ticket "26811000000760569"
      And 2 seconds pass
      Then the agent is on the page of the ticket "26811000000760569"

    @HOOK-22
    Scenario: What ticket.add stops asks nobody after it
      Given the extension "crm" at "desk.background" answers false to the hook "ticket.add"
      And the extension "audit" at "desk.background" allows the hook "ticket.createAfter"
      When the agent goes to the form for a new ticket
      And the agent submits the form
      Then the action is stopped with Desk's general message
      And "audit" at "desk.background" is not asked "ticket.createAfter"
      And no ticket is created

  Rule: The pages list no locations for both: a panel of the form is asked, too

    @HOOK-25 @Q-22
    Scenario Outline: <hook> asks a widget at <location>
      Given the extension "crm" at "<location>" answers false to the hook "<hook>"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "<location>"
      And the agent submits the form
      Then "crm" at "<location>" is asked "<hook>"
      And the action is stopped with Desk's general message

      Examples:
        | hook               | location                    |
        | ticket.add         | desk.ticket.form.rightpanel |
        | ticket.add         | desk.topband                |
        | ticket.createAfter | desk.ticket.form.rightpanel |
        | ticket.createAfter | desk.bottomband             |

  Rule: The new ticket is a ticket like any other

    @HOOK-22
    Scenario: It has a number and the time at which it came, and the agent can work on it
      Given it is "2026-01-05T09:00:00Z"
      And the ticket "26811000000760569"
      When the agent goes to the form for a new ticket
      And the agent types "Faulty phone" into the field "subject"
      And the agent submits the form
      Then the new ticket contains "tickets/created"
      When the agent closes the ticket
      Then the ticket's "status" is "Closed"
      And the "status" of the ticket "26811000000760569" is "Open"

    @HOOK-22
    Scenario: It is assigned as the form has it
      Given the agent "Kim Lee"
      And the team "Workshop"
      And the agent "Kim Lee" belongs to the team "Workshop"
      When the agent goes to the form for a new ticket
      And the agent picks "Kim Lee" in the field "assigneeId"
      And the agent picks "Workshop" in the field "teamId"
      And the agent submits the form
      Then the new ticket's "owner" is "Kim Lee"

  Rule: A contact and an account ask nobody

    @HOOK-19
    Scenario Outline: A new <module>
      Given the extension "crm" at "desk.background" answers false to the hook "ticket.add"
      When the agent goes to the form for a new <module>
      And the agent types "kim@zylker.example" into the field "email"
      And the agent goes to the list of tickets
      Then no <module> is created
      When the agent goes to the form for a new <module>
      And the agent types "lee@zylker.example" into the field "email"
      And the agent types "A 7" into the field "cf_shelf"
      And the agent submits the form
      Then <one> is created
      And no ticket is created
      And the new <module>'s "email" is "lee@zylker.example"
      And the new <module>'s "cf_shelf" is "A 7"
      And the agent is on the page of the new <module>
      And "crm" at "desk.background" is not asked "ticket.add"

      Examples:
        | module  | one        |
        | contact | a contact  |
        | account | an account |

  Rule: A real package

    @HOOK-19
    Scenario: Nothing to answer to
      Given the extension "intake" from "extensions/intake"
      When the agent goes to the form for a new ticket
      And the agent types "Faulty phone" into the field "subject"
      And the agent submits the form
      Then the action is stopped with "Ask the customer for an address or a number"
      And no ticket is created

    @HOOK-22
    Scenario: Created, and not yet let go
      Given the extension "intake" from "extensions/intake"
      When the agent goes to the form for a new ticket
      And the agent fills in the form with
        | phone    | 646 81234 |
        | priority | High      |
      And the agent submits the form
      Then the action is stopped with "Call the customer before you go on"
      And a ticket is created
      And the agent is on the form for a new ticket
