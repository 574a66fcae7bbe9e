Feature: What widgets have Desk do with invoke

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: A route leads to a sub-tab of the open ticket, or to a record's form

    @SDK-10
    Scenario Outline: The sub-tab <tab>
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      When "crm" at "desk.ticket.detail.rightpanel" calls "invoke ROUTE_TO ticket.<tab>"
      Then "crm" at "desk.ticket.detail.rightpanel" is answered with
        """json
        {"status": "success"}
        """
      And the ticket's sub-tab "<tab>" is in front

      Examples:
        | tab               |
        | suggestedArticles |
        | timeline          |
        | attachments       |
        | history           |
        | resolution        |
        | approval          |
        | task              |
        | timeEntry         |
        | conversation      |
        | thread            |

    @SDK-10
    Scenario: A sub-tab that a ticket does not have
      Given the extension "crm" at "desk.background"
      When "crm" at "desk.background" calls "invoke ROUTE_TO ticket.attachment"
      Then "crm" at "desk.background" is refused with 'invoke ROUTE_TO ticket.attachment does nothing, $: "ticket.attachment" is none of ticket.suggestedArticles, ticket.timeline, ticket.attachments, ticket.history, ticket.resolution, ticket.approval, ticket.task, ticket.timeEntry, ticket.conversation, ticket.thread; did you mean "ticket.attachments"?.'

    @SDK-10
    Scenario: The list of tickets has no sub-tabs
      Given the extension "crm" at "desk.background"
      When the agent goes to the list of tickets
      And "crm" at "desk.background" calls "invoke ROUTE_TO ticket.history"
      Then "crm" at "desk.background" is refused with "invoke ROUTE_TO ticket.history does nothing, because there is no open ticket."

    @SDK-10 @Q-55
    Scenario: The edit form of a ticket
      Given the extension "crm" at "desk.background"
      When "crm" at "desk.background" calls "invoke ROUTE_TO" with
        """json
        {"entity": "ticket", "page": "edit", "id": "26811000000760569"}
        """
      Then the agent is on the edit form of the ticket "26811000000760569"
      And "crm" at "desk.background" receives "pageChange"

    @SDK-10
    Scenario Outline: The form for a new <entity>
      Given the extension "crm" at "desk.background"
      When "crm" at "desk.background" calls "invoke ROUTE_TO" with
        """json
        {"entity": "<entity>", "page": "add"}
        """
      Then the agent is on the form for a new <entity>

      Examples:
        | entity  |
        | ticket  |
        | contact |
        | account |

    @SDK-10
    Scenario Outline: The edit form of another record: <entity>
      Given the contact "26811000000760571" with
        | lastName | Lee |
      And the account "26811000000760572" with
        | lastName | Lawrence |
      And the extension "crm" at "desk.background"
      When "crm" at "desk.background" calls "invoke ROUTE_TO" with
        """json
        {"entity": "<entity>", "page": "edit", "id": "<id>"}
        """
      Then the agent is on the edit form of the <entity> "<id>"

      Examples:
        | entity  | id                |
        | contact | 26811000000760571 |
        | account | 26811000000760572 |
        | task    | 26811000000760573 |
        | event   | 26811000000760574 |

    @SDK-10
    Scenario Outline: A route that leads nowhere: <what>
      Given the extension "crm" at "desk.background"
      When "crm" at "desk.background" calls "invoke ROUTE_TO" with
        """json
        <route>
        """
      Then "crm" at "desk.background" is refused with '<reason>'
      And the agent is on the page of the ticket "26811000000760569"

      Examples:
        | what           | route                                                    | reason                                                                                                            |
        | another entity | {"entity": "tickets", "page": "add"}                     | invoke ROUTE_TO does nothing, $.entity: "tickets" is none of ticket, contact, account, call, task, event, extension; did you mean "ticket"?. |
        | no record      | {"entity": "ticket", "page": "edit", "id": "1"}          | invoke ROUTE_TO does nothing, because there is no ticket 1.                                                       |
        | no id          | {"entity": "ticket", "page": "edit"}                     | invoke ROUTE_TO does nothing, $.id: missing: the documents have a string of digits here.                          |
        | an id too many | {"entity": "ticket", "page": "add", "id": "1"}           | invoke ROUTE_TO does nothing, $.id: not documented here: it goes with "page" edit only.                           |

    @SDK-10
    Scenario: Another widget of the extension
      Given the extension "notepad" from "extensions/notepad"
      And the agent picks "notepad" at "desk.ticket.detail.rightpanel"
      When the agent clicks "#reader" in the extension "notepad"
      Then "notepad" at "desk.ticket.detail.subtab" is alive
      And the page of the extension "notepad" shows "Reads: nothing" in "#text"

    @SDK-10
    Scenario Outline: A widget that does not come to the front: <what>
      Given the extension "notepad" from "extensions/notepad"
      And the extension "crm" at "desk.background"
      And the extension "crm" at "desk.ticket.detail.subtab"
      When the agent goes to the list of tickets
      And "crm" at "desk.background" calls "invoke ROUTE_TO" with
        """json
        <route>
        """
      Then "crm" at "desk.background" is refused with '<reason>'
      And "notepad" at "desk.ticket.detail.subtab" is not alive

      Examples:
        | what                 | route                                                                                       | reason                                                                                                            |
        | another extension's  | {"entity": "extension", "location": "desk.ticket.detail.subtab", "name": "Reader"}          | invoke ROUTE_TO does nothing, because there is no widget "Reader" of this extension at desk.ticket.detail.subtab. |
        | on another page      | {"entity": "extension", "location": "desk.ticket.detail.subtab", "name": "crm"}             | desk.ticket.detail.subtab is not on the page ticket list |
        | without its location | {"entity": "extension", "name": "crm"}                                                      | invoke ROUTE_TO does nothing, $.location: missing: the documents have a string here.                              |
        | with a form          | {"entity": "extension", "location": "desk.background", "name": "crm", "page": "add"}        | invoke ROUTE_TO does nothing, $.page: not documented here: it goes with "entity" ticket or contact or account or call or task or event only. |

    @Q-55
    Scenario: The detail view is no page of the table
      Given the extension "crm" at "desk.background"
      When "crm" at "desk.background" calls "invoke ROUTE_TO" with
        """json
        {"entity": "ticket", "page": "detail", "id": "26811000000760569"}
        """
      Then "crm" at "desk.background" is refused with 'invoke ROUTE_TO does nothing, $.page: "detail" is none of add, edit.'

  Rule: A widget may be smaller, larger or hidden

    @SDK-10 @SDK-22
    Scenario: Percentages, as texts
      Given the extension "crm" at "desk.ticket.detail.subtab"
      And the agent picks "crm" at "desk.ticket.detail.subtab"
      When "crm" at "desk.ticket.detail.subtab" calls "invoke RESIZE" with
        """json
        {"width": "40%", "height": "50.5%"}
        """
      Then "crm" at "desk.ticket.detail.subtab" is answered with
        """json
        {"status": "success"}
        """
      And "crm" at "desk.ticket.detail.subtab" is "40%" wide and "50.5%" high
      When "crm" at "desk.ticket.detail.subtab" calls "invoke RESIZE"
      Then "crm" at "desk.ticket.detail.subtab" is as large as its document

    @SDK-10 @SDK-22
    Scenario Outline: A size that is none: <size>
      Given the extension "crm" at "desk.background"
      When "crm" at "desk.background" calls "invoke RESIZE" with
        """json
        <size>
        """
      Then "crm" at "desk.background" is refused with '<reason>'
      And "crm" at "desk.background" is as large as its document

      Examples:
        | size              | reason                                                                                                         |
        | {"width": 40}     | invoke RESIZE does nothing, $.width: the number 40, where the documents have a string; did you mean "40"?.     |
        | {"height": "40"}  | invoke RESIZE does nothing, $.height: the string "40", where the documents have what ^[0-9]+([.][0-9]+)?%$ matches. |

    @SDK-10
    Scenario: Hidden until the agent picks it again
      Given the extension "crm" at "desk.ticket.detail.subtab"
      And the agent picks "crm" at "desk.ticket.detail.subtab"
      And "crm" at "desk.ticket.detail.subtab" is not hidden
      When "crm" at "desk.ticket.detail.subtab" calls "invoke HIDE"
      Then "crm" at "desk.ticket.detail.subtab" is hidden
      And "crm" at "desk.ticket.detail.subtab" is alive
      When the agent picks "crm" at "desk.ticket.detail.subtab"
      Then "crm" at "desk.ticket.detail.subtab" is not hidden

  Rule: A widget may write into the reply editor

    @SDK-10
    Scenario: In the place of what it held, and behind it
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      And the customer wrote "The port is loose" to the ticket "26811000000760569"
      When the agent opens the reply editor
      And "crm" at "desk.ticket.detail.rightpanel" calls "invoke INSERT ticket.replyEditor" with
        """json
        {"value": "<p>Dear Lee</p>", "type": "replace"}
        """
      Then the reply editor holds "<p>Dear Lee</p>"
      When "crm" at "desk.ticket.detail.rightpanel" calls "invoke INSERT ticket.replyEditor" with
        """json
        {"value": "<p>Regards</p>"}
        """
      Then the reply editor holds "<p>Dear Lee</p><p>Regards</p>"
      When "crm" at "desk.ticket.detail.rightpanel" calls "invoke INSERT ticket.replyEditor" with
        """json
        {"value": "Hello", "type": "replace"}
        """
      Then the reply editor holds "<div>Hello</div>"

    @SDK-10
    Scenario: No reply is being written
      Given the extension "crm" at "desk.background"
      When "crm" at "desk.background" calls "invoke INSERT ticket.replyEditor" with
        """json
        {"value": "Hello"}
        """
      Then "crm" at "desk.background" is refused with "invoke INSERT ticket.replyEditor does nothing, because there is no open reply editor."

  @SDK-10
  Scenario: A modal box is closed by its extension
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" opens the modal box "Order 7000123"
    And "crm" at "desk.background" calls "invoke MODAL_CLOSE"
    Then "crm" at "desk.background" is answered with
      """json
      {"status": "success"}
      """
    And no modal box is open
    When "crm" at "desk.background" calls "invoke MODAL_CLOSE"
    Then "crm" at "desk.background" is refused with "invoke MODAL_CLOSE does nothing, because there is no open modal box of this extension."

  @SDK-10
  Scenario: A verb that Desk does not have
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "invoke OPEN_TICKET"
    Then "crm" at "desk.background" is refused with "Desk has no invoke OPEN_TICKET. The verbs are ROUTE_TO, MODAL_CLOSE, RESIZE, INSERT, HIDE."
    When "crm" at "desk.background" calls "invoke RESISE"
    Then "crm" at "desk.background" is refused with "Desk has no invoke RESISE. Did you mean invoke RESIZE?"
