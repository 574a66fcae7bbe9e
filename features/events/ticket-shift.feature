Feature: Extensions hear when the agent goes from one ticket to another
  Beside an open ticket lies the list of all tickets. A click on another ticket there is a shift; a ticket that is opened otherwise is not.

  Background:
    Given the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
    And the ticket "26811000000760577" with
      | subject | Refund for a broken screen |
    And the agent has the ticket "26811000000760569" open

  Rule: A shift is told, and then the page is another one

    @EVT-10 @EVT-31
    Scenario: A click on a different ticket in the All Tickets list
      Given the extension "crm" at "desk.background"
      When the agent moves to the ticket "26811000000760577" in the All Tickets list
      Then the action is done
      And "crm" at "desk.background" receives in this order
        | ticket_Shift |
        | pageChange   |
      And "crm" at "desk.background" receives "ticket_Shift" with "payloads/ticket_Shift"

    @EVT-10
    Scenario: What the agent does then is done to the other ticket
      Given the extension "crm" at "desk.background"
      When the agent moves to the ticket "26811000000760577" in the All Tickets list
      And the agent closes the ticket
      Then the "status" of the ticket "26811000000760577" is "Closed"
      And the "status" of the ticket "26811000000760569" is "Open"

    @EVT-10 @LOC-06
    Scenario: A widget of the ticket that is left hears it, and is gone
      Given the extension "notes" at "desk.ticket.detail.rightpanel"
      When the agent picks "notes" at "desk.ticket.detail.rightpanel"
      And the agent moves to the ticket "26811000000760577" in the All Tickets list
      Then "notes" at "desk.ticket.detail.rightpanel" receives "ticket_Shift"
      And "notes" at "desk.ticket.detail.rightpanel" is not alive

  Rule: Nothing else is a shift

    @EVT-31 @EVT-10
    Scenario: A ticket that is opened otherwise
      Given the extension "crm" at "desk.background"
      When the agent opens the ticket "26811000000760577"
      Then "crm" at "desk.background" receives in this order
        | pageChange |

    @EVT-10 @EVT-27
    Scenario: The ticket that is open already
      Given the extension "crm" at "desk.background"
      When the agent moves to the ticket "26811000000760569" in the All Tickets list
      Then the action changes nothing
      And no event is broadcast
      And "crm" at "desk.background" receives nothing

  Rule: It reaches the locations of list A and the sub-tab

    @EVT-29
    Scenario: ticket_Shift reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_Shift"
      When the agent moves to the ticket "26811000000760577" in the All Tickets list
      Then "crm" at "desk.background" receives "ticket_Shift"

    @EVT-29
    Scenario Outline: ticket_Shift reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_Shift"
      When the agent picks "crm" at "<location>"
      And the agent moves to the ticket "26811000000760577" in the All Tickets list
      Then "crm" at "<location>" receives "ticket_Shift"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @EVT-29
    Scenario: ticket_Shift does not reach desk.topband
      Given the extension "crm" at "desk.topband" listens to the event "ticket_Shift"
      When the agent picks "crm" at "desk.topband"
      And the agent moves to the ticket "26811000000760577" in the All Tickets list
      Then the event "ticket_Shift" is broadcast
      And "crm" at "desk.topband" does not receive "ticket_Shift"
      But the extension "crm" is reported for "ticket_Shift never reaches desk.topband"

    @EVT-29
    Scenario Outline: ticket_Shift does not reach a customer's page: <location>
      Given the contact "271540000000358001"
      And the account "271540000000359001"
      And the extension "crm" at "<location>" listens to the event "ticket_Shift"
      When the agent opens the <record>
      And the agent picks "crm" at "<location>"
      Then the extension "crm" is reported for "ticket_Shift never reaches <location>"

      Examples:
        | location                       | record                       |
        | desk.contact.detail.rightpanel | contact "271540000000358001" |
        | desk.contact.detail.subtab     | contact "271540000000358001" |
        | desk.contact.detail.lefttab    | contact "271540000000358001" |
        | desk.account.detail.rightpanel | account "271540000000359001" |
        | desk.account.detail.subtab     | account "271540000000359001" |
        | desk.account.detail.lefttab    | account "271540000000359001" |

    @EVT-29
    Scenario: ticket_Shift does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticket_Shift"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_Shift never reaches desk.ticket.form.rightpanel"
