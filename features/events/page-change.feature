Feature: Extensions hear when the agent goes to another page

  Background:
    Given the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
    And the ticket "26811000000760577" with
      | subject | Refund for a broken screen |
    And the contact "271540000000358001"
    And the account "271540000000359001"
    And the agent goes to the list of tickets

  Rule: The event tells the page that was left and the page that is open now

    @EVT-08
    Scenario: From the list of tickets to a ticket, and back
      Given the extension "crm" at "desk.background" listens to the event "pageChange"
      When the agent opens the ticket "26811000000760569"
      Then the event "pageChange" is broadcast
      And "crm" at "desk.background" receives "pageChange" with "payloads/pageChange.list-to-detail"
      When the agent goes to the list of tickets
      Then "crm" at "desk.background" receives "pageChange" with "payloads/pageChange.detail-to-list"

    @EVT-08
    Scenario: Each move tells where the one before it led
      Given the extension "crm" at "desk.background" listens to the event "pageChange"
      When the agent goes to the form for a new ticket
      And the agent goes to the page "detail" of the module "contact" with the record "271540000000358001"
      Then "crm" at "desk.background" receives "pageChange" with
        """json
        {"previousView": {"module": "ticket", "page": "addForm"}, "currentView": {"module": "contact", "page": "detail"}}
        """
      When the agent goes to the page "editForm" of the module "contact" with the record "271540000000358001"
      Then "crm" at "desk.background" receives "pageChange" with
        """json
        {"previousView": {"module": "contact", "page": "detail"}, "currentView": {"module": "contact", "page": "editForm"}}
        """

    @EVT-08
    Scenario: Another record is another page of the same type
      Given the extension "crm" at "desk.background" listens to the event "pageChange"
      And the agent has the ticket "26811000000760569" open
      When the agent opens the ticket "26811000000760577"
      Then "crm" at "desk.background" receives "pageChange" with
        """json
        {"previousView": {"module": "ticket", "page": "detail"}, "currentView": {"module": "ticket", "page": "detail"}}
        """

    @EVT-08 @EVT-27
    Scenario: The page where the agent is already is no move
      Given the extension "crm" at "desk.background" listens to the event "pageChange"
      When the agent opens the ticket "26811000000760569"
      And the agent opens the ticket "26811000000760569"
      Then no event is broadcast
      And "crm" at "desk.background" receives nothing

    @EVT-08
    Scenario: A real package hears it
      Given the extension "guide" from "extensions/guide"
      When the agent opens the ticket "26811000000760569"
      Then the extension "guide" logs "from ticket list to ticket detail"
      When the agent goes to the page "postDetail" of the module "community" with the record "26811000000810001"
      Then the extension "guide" logs "from ticket detail to community postDetail"

  Rule: There are sixteen modules and eight types of page

    @EVT-32
    Scenario Outline: The module <module>
      Given the extension "crm" at "desk.background" listens to the event "pageChange"
      When the agent goes to the page "dashboard" of the module "<module>"
      Then "crm" at "desk.background" receives "pageChange" with
        """json
        {"previousView": {"module": "ticket", "page": "list"}, "currentView": {"module": "<module>", "page": "dashboard"}}
        """

      Examples:
        | module    |
        | ticket    |
        | contact   |
        | kb        |
        | dashboard |
        | social    |
        | chat      |
        | extension |
        | setup     |
        | community |
        | report    |
        | task      |
        | activity  |
        | call      |
        | event     |
        | teamFeed  |
        | account   |

    @EVT-32 @Q-27
    Scenario Outline: The page <page>
      Given the extension "crm" at "desk.background" listens to the event "pageChange"
      When the agent goes to the page "<page>" of the module "community"
      Then "crm" at "desk.background" receives "pageChange" with
        """json
        {"previousView": {"module": "ticket", "page": "list"}, "currentView": {"module": "community", "page": "<page>"}}
        """

      Examples:
        | page       |
        | addForm    |
        | detail     |
        | editForm   |
        | list       |
        | dashboard  |
        | postDetail |
        | forum      |
        | manage     |

    @Q-27 @dialect:2018
    Scenario Outline: The older page knows lists and details: <page>
      Given the extension "crm" at "desk.background" listens to the event "pageChange"
      When the agent goes to the page "<page>" of the module "community"
      Then "crm" at "desk.background" receives "pageChange" with
        """json
        {"previousView": {"module": "ticket", "page": "list"}, "currentView": {"module": "community", "page": "<told>"}}
        """

      Examples:
        | page       | told   |
        | list       | list   |
        | forum      | list   |
        | postDetail | detail |
        | addForm    | detail |

  Rule: It reaches three locations

    @EVT-29
    Scenario: pageChange reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "pageChange"
      When the agent opens the ticket "26811000000760569"
      Then "crm" at "desk.background" receives "pageChange"

    @EVT-29
    Scenario Outline: pageChange reaches <location>
      Given the extension "crm" at "<location>" listens to the event "pageChange"
      When the agent picks "crm" at "<location>"
      And the agent opens the ticket "26811000000760569"
      Then "crm" at "<location>" receives "pageChange"
      And nothing is reported of the extension "crm"

      Examples:
        | location                 |
        | desk.bottomband          |
        | desk.extension.telephony |

    @EVT-29
    Scenario Outline: pageChange does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "pageChange"
      And the agent has the ticket "26811000000760569" open
      When the agent picks "crm" at "<location>"
      And the agent goes to the list of tickets
      Then the event "pageChange" is broadcast
      And "crm" at "<location>" does not receive "pageChange"
      But the extension "crm" is reported for "pageChange never reaches <location>"

      Examples:
        | location                      |
        | desk.topband                  |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @EVT-29
    Scenario Outline: pageChange does not reach a customer's page: <location>
      Given the extension "crm" at "<location>" listens to the event "pageChange"
      When the agent opens the <record>
      And the agent picks "crm" at "<location>"
      Then the extension "crm" is reported for "pageChange never reaches <location>"

      Examples:
        | location                       | record                       |
        | desk.contact.detail.rightpanel | contact "271540000000358001" |
        | desk.contact.detail.subtab     | contact "271540000000358001" |
        | desk.contact.detail.lefttab    | contact "271540000000358001" |
        | desk.account.detail.rightpanel | account "271540000000359001" |
        | desk.account.detail.subtab     | account "271540000000359001" |
        | desk.account.detail.lefttab    | account "271540000000359001" |

    @EVT-29
    Scenario: pageChange does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "pageChange"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "pageChange never reaches desk.ticket.form.rightpanel"
