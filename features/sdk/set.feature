Feature: What widgets set

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: A ticket that a widget changes is a ticket that an agent changes

    @SDK-13
    Scenario: A field, with its event
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      And the extension "audit" at "desk.background"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      When "crm" at "desk.ticket.detail.rightpanel" calls "set ticket.priority" with
        """json
        {"value": "Low"}
        """
      Then "crm" at "desk.ticket.detail.rightpanel" is answered with
        """json
        {"status": "success"}
        """
      And the ticket's "priority" is "Low"
      And "crm" at "desk.ticket.detail.rightpanel" receives "ticket_priority.changed" with
        """json
        {"ticket.priority": "Low"}
        """

    @SDK-13
    Scenario Outline: <property>
      Given the extension "crm" at "desk.ticket.detail.subtab"
      And the agent picks "crm" at "desk.ticket.detail.subtab"
      When "crm" at "desk.ticket.detail.subtab" calls "set ticket.<property>" with
        """json
        {"value": <value>}
        """
      Then the ticket's "<property>" is "<held>"

      Examples:
        | property     | value                  | held                |
        | status       | "On Hold"              | On Hold             |
        | subject      | "Loose port"           | Loose port          |
        | isSpam       | "true"                 | true                |
        | dueDate      | "21/02/2026 12:00 PM"  | 21/02/2026 12:00 PM |
        | cf_shelf     | "row 7"                | row 7               |

    @SDK-13
    Scenario: A hook guards it
      Given the extension "crm" at "desk.ticket.detail.lefttab"
      And the extension "guard" at "desk.background" rejects the hook "ticket.status" with "Issue 7 is not resolved yet"
      And the agent picks "crm" at "desk.ticket.detail.lefttab"
      When "crm" at "desk.ticket.detail.lefttab" calls "set ticket.status" with
        """json
        {"value": "Closed"}
        """
      Then the action is stopped with "Issue 7 is not resolved yet"
      And the ticket's "status" is "Open"

    @SDK-13
    Scenario: To an agent
      Given the agent "Kim Doe" with
        | id | 26811000000139001 |
      And the extension "crm" at "desk.ticket.detail.rightpanel"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      When "crm" at "desk.ticket.detail.rightpanel" calls "set ticket.assignee" with
        """json
        {"value": {"id": "26811000000139001", "name": "Kim Doe", "teamid": null, "team": null}}
        """
      Then the ticket's "owner" is "Kim Doe"

    @SDK-13
    Scenario Outline: A comment from <location>
      Given the extension "crm" at "<location>"
      And the extension "audit" at "desk.background"
      And the agent picks "crm" at "<location>"
      When "crm" at "<location>" calls "set ticket.comment" with
        """json
        {"<key>": "Issue 7 is resolved"<more>}
        """
      Then "audit" at "desk.background" receives "ticket_comment.add" with
        """json
        {
          "comment": "<div>Issue 7 is resolved</div>",
          "commentId": "#id",
          "displayName": "#string",
          "displayTime": "#string",
          "isPublicComment": <public>
        }
        """

      Examples:
        | location                      | key     | more               | public |
        | desk.ticket.detail.rightpanel | comment |                    | false  |
        | desk.ticket.detail.subtab     | content | , "isPublic": true | true   |
        | desk.ticket.detail.lefttab    | comment |                    | false  |

    @SDK-13
    Scenario Outline: What cannot be set: <what>
      Given the extension "crm" at "<location>"
      And the agent picks "crm" at "<location>"
      When "crm" at "<location>" calls "<call>" with
        """json
        <value>
        """
      Then "crm" at "<location>" is refused with '<reason>'

      Examples:
        | what                | location                      | call                | value                     | reason                                                                                                          |
        | what Desk gives     | desk.ticket.detail.rightpanel | set ticket.number   | {"value": "7"}            | set ticket.number does nothing, because no widget sets that.                                                    |
        | no property         | desk.ticket.detail.rightpanel | set ticket.priorty  | {"value": "Low"}          | set ticket.priorty does nothing, because no widget sets that. Did you mean ticket.priority?                     |
        | another type        | desk.ticket.detail.rightpanel | set ticket.priority | {"value": 1}              | set ticket.priority does nothing, $: the number 1, where the documents have a string; did you mean "1"?.        |
        | no value            | desk.ticket.detail.rightpanel | set ticket.priority | "Low"                     | set ticket.priority does nothing, $: the string "Low", where the documents have an object.                      |
        | no date             | desk.ticket.detail.rightpanel | set ticket.dueDate  | {"value": "next week"}    | set ticket.dueDate does nothing, $.value: no date and time as the ticket has it, such as 21/02/2018 12:00 PM.    |
        | no comment          | desk.ticket.detail.rightpanel | set ticket.comment  | {}                        | set ticket.comment does nothing, neither comment nor content is given.                                          |
        | from somewhere else | desk.topband                  | set ticket.priority | {"value": "Low"}          | set ticket.priority cannot be called from desk.topband.                                                         |
        | a comment elsewhere | desk.topband                  | set ticket.comment  | {"comment": "x"}          | set ticket.comment cannot be called from desk.topband.                                                          |
        | readers elsewhere   | desk.topband                  | set ticket.replyEditorRecipients | {"to": "x"}  | set ticket.replyEditorRecipients cannot be called from desk.topband.                                            |

  Rule: Who reads the reply that is being written

    @SDK-13
    Scenario: What is named is set, the rest stays
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      And the customer wrote "The port is loose" to the ticket "26811000000760569"
      When the agent opens the reply editor
      And "crm" at "desk.ticket.detail.rightpanel" calls "set ticket.replyEditorRecipients" with
        """json
        {"to": "lee@customer.example", "bcc": "audit@zylker.example"}
        """
      And "crm" at "desk.ticket.detail.rightpanel" calls "set ticket.replyEditorRecipients" with
        """json
        {"cc": "kim@customer.example"}
        """
      Then the reply goes to "lee@customer.example" with copies to "kim@customer.example" and "audit@zylker.example"
      When "crm" at "desk.ticket.detail.rightpanel" reads "ticket.replyEditorRecipients"
      Then "crm" at "desk.ticket.detail.rightpanel" is told "ticket.replyEditorRecipients" with
        """json
        {"to": "lee@customer.example", "cc": "kim@customer.example", "bcc": "audit@zylker.example"}
        """
      When "crm" at "desk.ticket.detail.rightpanel" calls "invoke INSERT ticket.replyEditor" with
        """json
        {"value": "Dear Lee"}
        """
      And the agent sends the reply
      Then a mail leaves as in "mails/readers-set-by-a-widget"

    @SDK-13
    Scenario Outline: From <location>, too
      Given the extension "crm" at "<location>"
      And the agent picks "crm" at "<location>"
      And the customer wrote "The port is loose" to the ticket "26811000000760569"
      When the agent opens the reply editor
      And "crm" at "<location>" calls "set ticket.replyEditorRecipients" with
        """json
        {"to": "lee@customer.example"}
        """
      Then the reply goes to "lee@customer.example" with copies to "" and ""

      Examples:
        | location                   |
        | desk.ticket.detail.subtab  |
        | desk.ticket.detail.lefttab |

    @SDK-13
    Scenario: No reply is being written
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      When "crm" at "desk.ticket.detail.rightpanel" calls "set ticket.replyEditorRecipients" with
        """json
        {"to": "lee@customer.example"}
        """
      Then "crm" at "desk.ticket.detail.rightpanel" is refused with "set ticket.replyEditorRecipients does nothing, because there is no open reply editor."

  Rule: A field of the form in which a ticket is added or edited

    @SDK-13
    Scenario Outline: Filled in from <location>, and heard of
      Given the extension "crm" at "<location>"
      And the extension "audit" at "desk.ticket.form.rightpanel"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "<location>"
      And the agent picks "audit" at "desk.ticket.form.rightpanel"
      And "crm" at "<location>" calls "set ticketForm.subject" with
        """json
        {"value": "Loose port"}
        """
      Then "crm" at "<location>" is answered with
        """json
        {"status": "success", "ticketForm.subject": "Loose port"}
        """
      And the form's "subject" is "Loose port"
      And "audit" at "desk.ticket.form.rightpanel" receives "ticketForm_subject.changed" with
        """json
        {"ticketForm.subject": {"oldValue": "", "newValue": "Loose port"}}
        """

      Examples:
        | location                    |
        | desk.ticket.form.rightpanel |
        | desk.topband                |
        | desk.bottomband             |
        | desk.extension.telephony    |

    @SDK-13
    Scenario: A custom field, from the background
      Given the extension "crm" at "desk.background"
      When the agent goes to the form for a new ticket
      And "crm" at "desk.background" calls "set ticketForm.cf_shelf" with
        """json
        {"value": "row 7"}
        """
      Then the form's "cf_shelf" is "row 7"

    @SDK-13
    Scenario Outline: What a form does not take: <what>
      Given the extension "crm" at "desk.background"
      When the agent goes to the form for a new <module>
      And "crm" at "desk.background" calls "set ticketForm.<field>" with
        """json
        {"value": <value>}
        """
      Then "crm" at "desk.background" is refused with '<reason>'

      Examples:
        | what           | module  | field   | value | reason                                                                                                    |
        | another field  | ticket  | subjekt | "x"   | set ticketForm.subjekt does nothing, because no widget sets that. Did you mean ticketForm.subject?         |
        | another type   | ticket  | subject | 7     | set ticketForm.subject does nothing, $: the number 7, where the documents have a string; did you mean "7"?. |
        | another form   | contact | subject | "x"   | set ticketForm.subject does nothing, because there is no open form of a ticket.                           |

    @SDK-13
    Scenario: A widget of a ticket's page fills in no form
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      When "crm" at "desk.ticket.detail.rightpanel" calls "set ticketForm.subject" with
        """json
        {"value": "Loose port"}
        """
      Then "crm" at "desk.ticket.detail.rightpanel" is refused with "set ticketForm.subject cannot be called from desk.ticket.detail.rightpanel."

  Rule: A config param of its installation

    @SDK-07 @SDK-19
    Scenario: A declared param has another value
      Given the extension "crm" at "desk.background"
      And the extension "crm" has the optional param "color"
      When "crm" at "desk.background" calls "set extension.config" with
        """json
        {"name": "color", "value": "red"}
        """
      Then "crm" at "desk.background" is answered with
        """json
        {
          "status": "success",
          "extension.config": {
            "data": [
              {"name": "color", "value": "red", "userDefined": false, "options": "[]", "secure": false, "mandatory": false, "varId": "#id"}
            ]
          }
        }
        """
      When "crm" at "desk.background" reads "extension.config"
      Then "crm" at "desk.background" is told "extension.config" with
        """json
        [{"name": "color", "mandatory": false, "type": "text", "value": "red", "userdefined": false, "secure": false, "default": "#present"}]
        """

    @SDK-07 @Q-45
    Scenario: An undeclared param stays undeclared
      Given the extension "crm" at "desk.background"
      And the extension "crm" has the optional param "color"
      When "crm" at "desk.background" calls "set extension.config" with
        """json
        {"name": "colour", "value": "red"}
        """
      Then "crm" at "desk.background" is refused with "The manifest declares no config param colour. Did you mean color?"
      When "crm" at "desk.background" reads "extension.config"
      Then "crm" at "desk.background" is told "extension.config" with
        """json
        [{"name": "color", "mandatory": false, "type": "text", "value": null, "userdefined": false, "secure": false, "default": "#present"}]
        """
