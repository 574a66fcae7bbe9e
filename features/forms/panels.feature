Feature: The panels of the forms for new records

  Rule: A panel lives on the form of its own module, from when it is picked until the form is left

    @LOC-06 @LOC-08
    Scenario Outline: The panel of the form for a new <module>
      Given the extension "crm" at "desk.<module>.form.rightpanel"
      When the agent goes to the form for a new <module>
      Then "crm" at "desk.<module>.form.rightpanel" is not alive
      When the agent picks "crm" at "desk.<module>.form.rightpanel"
      Then "crm" at "desk.<module>.form.rightpanel" is alive
      When the agent goes to the form for a new <other>
      Then "crm" at "desk.<module>.form.rightpanel" is not alive
      When the agent goes to the form for a new <module>
      Then "crm" at "desk.<module>.form.rightpanel" is not alive
      And the agent is on the form for a new <module>

      Examples:
        | module  | other   |
        | ticket  | contact |
        | contact | account |
        | account | ticket  |

    @LOC-06
    Scenario Outline: The form for a new <module> that is open already is no other page, and keeps what was typed
      Given the extension "crm" at "desk.<module>.form.rightpanel"
      When the agent goes to the form for a new <module>
      And the agent picks "crm" at "desk.<module>.form.rightpanel"
      And the agent types "kim@zylker.example" into the field "email"
      And the agent goes to the form for a new <module>
      Then "crm" at "desk.<module>.form.rightpanel" is alive
      And the form's "email" is "kim@zylker.example"

      Examples:
        | module  |
        | ticket  |
        | contact |
        | account |

  Rule: Neither the events nor the hooks of other pages reach the forms for contacts and accounts

    @EVT-29
    Scenario Outline: <event> does not
      Given the extension "crm" at "desk.contact.form.rightpanel" listens to the event "<event>"
      And the extension "crm" at "desk.account.form.rightpanel" listens to the event "<event>"
      When the agent goes to the form for a new contact
      And the agent picks "crm" at "desk.contact.form.rightpanel"
      Then the extension "crm" is reported for "<event> never reaches desk.contact.form.rightpanel"
      When the agent goes to the form for a new account
      And the agent picks "crm" at "desk.account.form.rightpanel"
      Then the extension "crm" is reported for "<event> never reaches desk.account.form.rightpanel"

      Examples:
        | event                              |
        | call.answered                      |
        | call.completed                     |
        | call.ringing                       |
        | click2Call                         |
        | community.topic.loaded             |
        | pageChange                         |
        | task_Completed                     |
        | ticket_Shift                       |
        | ticket_assignee.changed            |
        | ticket_assist.click                |
        | ticket_classification.changed      |
        | ticket_comment.add                 |
        | ticket_customFields.changed        |
        | ticket_dueDate.changed             |
        | ticket_isSpam.changed              |
        | ticket_owner.changed               |
        | ticket_phone.changed               |
        | ticket_priority.changed            |
        | ticket_productName.changed         |
        | ticket_replyEditor.opened          |
        | ticket_replyEditor_template.loaded |
        | ticket_status.changed              |

      @dialect:2018
      Examples: of the older page
        | event                           |
        | ticket_cf_single_line_1.changed |

    @HOOK-06 @HOOK-25
    Scenario Outline: <hook> does not
      Given the extension "crm" at "desk.contact.form.rightpanel" rejects the hook "<hook>" with "Not today"
      And the extension "crm" at "desk.account.form.rightpanel" rejects the hook "<hook>" with "Not today"
      When the agent goes to the form for a new contact
      And the agent picks "crm" at "desk.contact.form.rightpanel"
      Then the extension "crm" is reported for "<hook> never reaches desk.contact.form.rightpanel"
      When the agent goes to the form for a new account
      And the agent picks "crm" at "desk.account.form.rightpanel"
      Then the extension "crm" is reported for "<hook> never reaches desk.account.form.rightpanel"

      Examples:
        | hook                   |
        | agent.channelStatus    |
        | ticket.close           |
        | ticket.comment.edit    |
        | ticket.comment         |
        | ticket.merge           |
        | ticket.reOpen          |
        | ticket.reply           |
        | ticket.replyAndClose   |
        | ticket.status          |
        | ticket_assignee.change |
