Feature: What is done to tickets asks nobody on the pages of contacts and accounts

  Background:
    Given the contact "26811000000480001"
    And the account "26811000000490001"

  @HOOK-06 @HOOK-25
  Scenario Outline: <hook> asks no widget of a contact's or an account's page
    Given the extension "crm" at "desk.contact.detail.rightpanel" answers false to the hook "<hook>"
    And the extension "crm" at "desk.contact.detail.subtab" answers false to the hook "<hook>"
    And the extension "crm" at "desk.contact.detail.lefttab" answers false to the hook "<hook>"
    And the extension "crm" at "desk.account.detail.rightpanel" answers false to the hook "<hook>"
    And the extension "crm" at "desk.account.detail.subtab" answers false to the hook "<hook>"
    And the extension "crm" at "desk.account.detail.lefttab" answers false to the hook "<hook>"
    When the agent opens the contact "26811000000480001"
    And the agent picks "crm" at "desk.contact.detail.rightpanel"
    And the agent picks "crm" at "desk.contact.detail.subtab"
    And the agent picks "crm" at "desk.contact.detail.lefttab"
    And the agent opens the account "26811000000490001"
    And the agent picks "crm" at "desk.account.detail.rightpanel"
    And the agent picks "crm" at "desk.account.detail.subtab"
    And the agent picks "crm" at "desk.account.detail.lefttab"
    Then the extension "crm" is reported for "<hook> never reaches desk.contact.detail.rightpanel"
    And the extension "crm" is reported for "<hook> never reaches desk.contact.detail.subtab"
    And the extension "crm" is reported for "<hook> never reaches desk.contact.detail.lefttab"
    And the extension "crm" is reported for "<hook> never reaches desk.account.detail.rightpanel"
    And the extension "crm" is reported for "<hook> never reaches desk.account.detail.subtab"
    And the extension "crm" is reported for "<hook> never reaches desk.account.detail.lefttab"

    Examples:
      | hook                   |
      | ticket.reOpen          |
      | ticket.close           |
      | ticket.status          |
      | ticket_assignee.change |
      | ticket.comment         |
      | ticket.comment.edit    |
      | ticket.reply           |
      | ticket.replyAndClose   |
      | ticket.merge           |
