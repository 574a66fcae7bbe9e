Feature: What happens elsewhere does not reach the pages of contacts and accounts

  Background:
    Given the contact "26811000000480001"
    And the account "26811000000490001"

  @EVT-29
  Scenario Outline: <event> reaches no widget of a contact's or an account's page
    Given the extension "crm" at "desk.contact.detail.rightpanel" listens to the event "<event>"
    And the extension "crm" at "desk.contact.detail.subtab" listens to the event "<event>"
    And the extension "crm" at "desk.contact.detail.lefttab" listens to the event "<event>"
    And the extension "crm" at "desk.account.detail.rightpanel" listens to the event "<event>"
    And the extension "crm" at "desk.account.detail.subtab" listens to the event "<event>"
    And the extension "crm" at "desk.account.detail.lefttab" listens to the event "<event>"
    When the agent opens the contact "26811000000480001"
    And the agent picks "crm" at "desk.contact.detail.rightpanel"
    And the agent picks "crm" at "desk.contact.detail.subtab"
    And the agent picks "crm" at "desk.contact.detail.lefttab"
    And the agent opens the account "26811000000490001"
    And the agent picks "crm" at "desk.account.detail.rightpanel"
    And the agent picks "crm" at "desk.account.detail.subtab"
    And the agent picks "crm" at "desk.account.detail.lefttab"
    Then the extension "crm" is reported for "<event> never reaches desk.contact.detail.rightpanel"
    And the extension "crm" is reported for "<event> never reaches desk.contact.detail.subtab"
    And the extension "crm" is reported for "<event> never reaches desk.contact.detail.lefttab"
    And the extension "crm" is reported for "<event> never reaches desk.account.detail.rightpanel"
    And the extension "crm" is reported for "<event> never reaches desk.account.detail.subtab"
    And the extension "crm" is reported for "<event> never reaches desk.account.detail.lefttab"

    Examples:
      | event                              |
      | ticket_comment.add                 |
      | ticket_replyEditor.opened          |
      | ticket_customFields.changed        |
      | task_Completed                     |
      | community.topic.loaded             |
      | ticket_assignee.changed            |
      | ticket_owner.changed               |
      | pageChange                         |
      | ticket_replyEditor_template.loaded |
      | ticket_Shift                       |
      | ticket_dueDate.changed             |
      | ticket_priority.changed            |
      | ticket_classification.changed      |
      | ticket_productName.changed         |
      | ticket_phone.changed               |
      | ticket_status.changed              |
      | ticket_isSpam.changed              |
      | ticket_assist.click                |

    @dialect:2018
    Examples: an event that the older page alone has
      | event                   |
      | ticket_cf_shelf.changed |
