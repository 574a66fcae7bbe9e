Feature: Where widgets live, and when they are alive

  Background:
    Given the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
    And the ticket "26811000000760577" with
      | subject | Refund for a broken screen |

  Rule: There are nineteen locations

    @LOC-01
    Scenario Outline: An extension may live at <location>
      Given the extension "crm" at "<location>"
      When the agent goes to the list of tickets
      Then nothing is reported of the extension "crm"

      Examples:
        | location                       |
        | desk.topband                   |
        | desk.bottomband                |
        | desk.extension.telephony       |
        | desk.background                |
        | desk.extension.preference      |
        | desk.ticket.detail.rightpanel  |
        | desk.ticket.detail.subtab      |
        | desk.ticket.detail.lefttab     |
        | desk.ticket.detail.moreaction  |
        | desk.ticket.thread.moreaction  |
        | desk.ticket.form.rightpanel    |
        | desk.contact.detail.rightpanel |
        | desk.contact.detail.subtab     |
        | desk.contact.detail.lefttab    |
        | desk.contact.form.rightpanel   |
        | desk.account.detail.rightpanel |
        | desk.account.detail.subtab     |
        | desk.account.detail.lefttab    |
        | desk.account.form.rightpanel   |

  Rule: The background is always alive

    @LOC-04
    Scenario: It lives through every page
      Given the extension "crm" at "desk.background"
      Then "crm" at "desk.background" is alive
      When the agent opens the ticket "26811000000760569"
      Then "crm" at "desk.background" is alive
      When the agent opens the ticket "26811000000760577"
      Then "crm" at "desk.background" is alive
      When the agent goes to the form for a new ticket
      Then "crm" at "desk.background" is alive
      When the agent goes to the list of tickets
      Then "crm" at "desk.background" is alive

    @LOC-04
    Scenario: It hears of what happens to any ticket
      Given the extension "crm" at "desk.background"
      When the agent opens the ticket "26811000000760569"
      And the agent closes the ticket
      And the agent opens the ticket "26811000000760577"
      And the agent comments privately "The same customer"
      Then "crm" at "desk.background" has received in all
        | pageChange            |
        | ticket_status.changed |
        | pageChange            |
        | ticket_comment.add    |

    @LOC-04
    Scenario: It answers on every page
      Given the extension "crm" at "desk.background" allows the hook "ticket.close"
      When the agent opens the ticket "26811000000760569"
      And the agent closes the ticket
      Then "crm" at "desk.background" is asked "ticket.close"
      And the action is done

  Rule: What is visible loads when the agent picks it

    @LOC-08
    Scenario Outline: <location> loads when it is picked
      Given the extension "crm" at "<location>"
      When the agent opens the ticket "26811000000760569"
      Then "crm" at "<location>" is not alive
      When the agent picks "crm" at "<location>"
      Then "crm" at "<location>" is alive

      Examples: on every page
        | location                 |
        | desk.topband             |
        | desk.bottomband          |
        | desk.extension.telephony |

      Examples: on a ticket's page
        | location                      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @LOC-08
    Scenario Outline: <location> does not load by itself
      Given the extension "crm" at "<location>"
      Then "crm" at "<location>" is not alive
      When the agent opens the ticket "26811000000760569"
      Then "crm" at "<location>" is not alive
      When the agent goes to the form for a new ticket
      Then "crm" at "<location>" is not alive

      Examples:
        | location                       |
        | desk.ticket.detail.rightpanel  |
        | desk.ticket.detail.subtab      |
        | desk.ticket.detail.lefttab     |
        | desk.ticket.detail.moreaction  |
        | desk.ticket.thread.moreaction  |
        | desk.ticket.form.rightpanel    |
        | desk.contact.detail.rightpanel |
        | desk.contact.detail.subtab     |
        | desk.contact.detail.lefttab    |
        | desk.contact.form.rightpanel   |
        | desk.account.detail.rightpanel |
        | desk.account.detail.subtab     |
        | desk.account.detail.lefttab    |
        | desk.account.form.rightpanel   |

    @LOC-08
    Scenario: The form's panel loads when it is picked
      Given the extension "crm" at "desk.ticket.form.rightpanel"
      When the agent goes to the form for a new ticket
      Then "crm" at "desk.ticket.form.rightpanel" is not alive
      When the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then "crm" at "desk.ticket.form.rightpanel" is alive

    @LOC-08
    Scenario: Picking one extension loads no other
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      And the extension "billing" at "desk.ticket.detail.rightpanel"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      Then "crm" at "desk.ticket.detail.rightpanel" is alive
      But "billing" at "desk.ticket.detail.rightpanel" is not alive

  Rule: A widget lives as long as its page

    @LOC-06
    Scenario Outline: <location> is gone when the agent opens another ticket
      Given the extension "crm" at "<location>"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "crm" at "<location>"
      And the agent opens the ticket "26811000000760577"
      Then "crm" at "<location>" is not alive
      When the agent opens the ticket "26811000000760569"
      Then "crm" at "<location>" is not alive
      When the agent picks "crm" at "<location>"
      Then "crm" at "<location>" is alive
      When the agent goes to the list of tickets
      Then "crm" at "<location>" is not alive

      Examples:
        | location                      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @LOC-06
    Scenario Outline: <location>, once picked, lives through every page
      Given the extension "crm" at "<location>"
      When the agent picks "crm" at "<location>"
      And the agent opens the ticket "26811000000760569"
      Then "crm" at "<location>" is alive
      When the agent goes to the form for a new ticket
      Then "crm" at "<location>" is alive
      When the agent goes to the list of tickets
      Then "crm" at "<location>" is alive

      Examples:
        | location                 |
        | desk.topband             |
        | desk.bottomband          |
        | desk.extension.telephony |

    @LOC-06
    Scenario: What lives on every page answers on every page
      Given the extension "crm" at "desk.bottomband" allows the hook "ticket.close"
      When the agent picks "crm" at "desk.bottomband"
      And the agent opens the ticket "26811000000760569"
      And the agent closes the ticket
      Then "crm" at "desk.bottomband" is asked "ticket.close"
      And the action is done

    @LOC-06
    Scenario: The form's panel is gone with the form
      Given the extension "crm" at "desk.ticket.form.rightpanel"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      And the agent opens the ticket "26811000000760569"
      Then "crm" at "desk.ticket.form.rightpanel" is not alive

    @LOC-06
    Scenario: The ticket that is open already is no other page
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      And the agent opens the ticket "26811000000760569"
      Then "crm" at "desk.ticket.detail.rightpanel" is alive

  Rule: One extension may have several widgets, each its own

    @LOC-02
    Scenario: Each is picked, and hears, for itself
      * the extension "crm" at "desk.background"
      * the extension "crm" at "desk.ticket.detail.rightpanel"
      * the extension "crm" at "desk.ticket.detail.moreaction"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      And the agent closes the ticket
      Then "crm" at "desk.background" receives "ticket_status.changed"
      And "crm" at "desk.ticket.detail.rightpanel" receives "ticket_status.changed"
      But "crm" at "desk.ticket.detail.moreaction" does not receive "ticket_status.changed"

    @LOC-02
    Scenario: The widgets of a real package
      Given the extension "bugtracker" from "extensions/bugtracker"
      When the agent opens the ticket "26811000000760569"
      Then "bugtracker" at "desk.background" is alive
      But "bugtracker" at "desk.ticket.detail.rightpanel" is not alive
      When the agent picks "bugtracker" at "desk.ticket.detail.rightpanel"
      Then "bugtracker" at "desk.ticket.detail.rightpanel" is alive
