Feature: The pages of contacts and accounts have widgets of their own

  Background:
    Given the contact "26811000000480001" as in "contacts/lee"
    And the contact "26811000000480003" with
      | lastName | Smith          |
      | mobile   | 1 646 555 0100 |
      | isSpam   | true           |
    And the account "26811000000490001" as in "accounts/zylker"
    And the account "26811000000490003" with
      | website    | https://www.zylker.example/two |
      | cf_insured | true                           |

  Rule: They load when the agent picks them, on a page of their own

    @LOC-08
    Scenario Outline: <location> loads when it is picked on a contact's page
      Given the extension "crm" at "<location>"
      Then "crm" at "<location>" is not alive
      When the agent opens the contact "26811000000480001"
      Then "crm" at "<location>" is not alive
      When the agent picks "crm" at "<location>"
      Then "crm" at "<location>" is alive

      Examples:
        | location                       |
        | desk.contact.detail.rightpanel |
        | desk.contact.detail.subtab     |
        | desk.contact.detail.lefttab    |
        | desk.contact.detail.moreaction |

    @LOC-08
    Scenario Outline: <location> loads when it is picked on an account's page
      Given the extension "crm" at "<location>"
      Then "crm" at "<location>" is not alive
      When the agent opens the account "26811000000490001"
      Then "crm" at "<location>" is not alive
      When the agent picks "crm" at "<location>"
      Then "crm" at "<location>" is alive

      Examples:
        | location                       |
        | desk.account.detail.rightpanel |
        | desk.account.detail.subtab     |
        | desk.account.detail.lefttab    |
        | desk.account.detail.moreaction |

  Rule: They live as long as their page

    @LOC-06
    Scenario Outline: <location> is gone when the agent opens another contact
      Given the extension "crm" at "<location>"
      When the agent opens the contact "26811000000480001"
      And the agent picks "crm" at "<location>"
      And the agent opens the contact "26811000000480003"
      Then "crm" at "<location>" is not alive
      When the agent picks "crm" at "<location>"
      Then "crm" at "<location>" is alive
      When the agent opens the contact "26811000000480003"
      Then "crm" at "<location>" is alive
      When the agent opens the account "26811000000490001"
      Then "crm" at "<location>" is not alive

      Examples:
        | location                       |
        | desk.contact.detail.rightpanel |
        | desk.contact.detail.subtab     |
        | desk.contact.detail.lefttab    |
        | desk.contact.detail.moreaction |

    @LOC-06
    Scenario Outline: <location> is gone when the agent opens another account
      Given the extension "crm" at "<location>"
      When the agent opens the account "26811000000490001"
      And the agent picks "crm" at "<location>"
      And the agent opens the account "26811000000490003"
      Then "crm" at "<location>" is not alive
      When the agent picks "crm" at "<location>"
      Then "crm" at "<location>" is alive
      When the agent goes to the list of tickets
      Then "crm" at "<location>" is not alive

      Examples:
        | location                       |
        | desk.account.detail.rightpanel |
        | desk.account.detail.subtab     |
        | desk.account.detail.lefttab    |
        | desk.account.detail.moreaction |

    @LOC-06
    Scenario: A ticket's panel is gone on a contact's page, what lives on every page is not
      Given the ticket "26811000000760569"
      And the extension "crm" at "desk.ticket.detail.rightpanel"
      And the extension "phone" at "desk.bottomband"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      And the agent picks "phone" at "desk.bottomband"
      And the agent opens the contact "26811000000480001"
      Then "crm" at "desk.ticket.detail.rightpanel" is not alive
      But "phone" at "desk.bottomband" is alive

    @LOC-06
    Scenario: A contact and an account with the same number are two pages
      Given the contact "26811000000480005"
      And the account "26811000000480005"
      And the extension "crm" at "desk.contact.detail.rightpanel"
      When the agent opens the contact "26811000000480005"
      And the agent picks "crm" at "desk.contact.detail.rightpanel"
      And the agent opens the account "26811000000480005"
      Then "crm" at "desk.contact.detail.rightpanel" is not alive

  Rule: Two locations are known for the events of calls and for agent.channelStatus alone

    @LOC-07
    Scenario Outline: An extension may listen to <event> at <location>, which the table of locations lacks
      Given the extension "crm" at "<location>" listens to the event "<event>"
      When the agent opens the <page>
      And the agent picks "crm" at "<location>"
      Then "crm" at "<location>" is alive
      And nothing is reported of the extension "crm"

      Examples:
        | event          | location                       | page                        |
        | call.ringing   | desk.contact.detail.moreaction | contact "26811000000480001" |
        | call.answered  | desk.contact.detail.moreaction | contact "26811000000480001" |
        | call.completed | desk.contact.detail.moreaction | contact "26811000000480001" |
        | click2Call     | desk.contact.detail.moreaction | contact "26811000000480001" |
        | call.ringing   | desk.account.detail.moreaction | account "26811000000490001" |
        | call.answered  | desk.account.detail.moreaction | account "26811000000490001" |
        | call.completed | desk.account.detail.moreaction | account "26811000000490001" |
        | click2Call     | desk.account.detail.moreaction | account "26811000000490001" |

    @LOC-07
    Scenario Outline: An extension may answer agent.channelStatus at <location>
      Given the extension "crm" at "<location>" allows the hook "agent.channelStatus"
      When the agent opens the <page>
      And the agent picks "crm" at "<location>"
      Then "crm" at "<location>" is alive
      And nothing is reported of the extension "crm"

      Examples:
        | location                       | page                        |
        | desk.contact.detail.moreaction | contact "26811000000480001" |
        | desk.account.detail.moreaction | account "26811000000490001" |

    @LOC-07
    Scenario Outline: What reaches any other live widget does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "user_preference.changed"
      And the extension "audit" at "<panel>" listens to the event "user_preference.changed"
      When the agent opens the <page>
      And the agent picks "crm" at "<location>"
      And the agent picks "audit" at "<panel>"
      And Desk broadcasts the event "user_preference.changed" with
        """yaml
        theme: yellow
        """
      Then "audit" at "<panel>" receives "user_preference.changed"
      But "crm" at "<location>" does not receive "user_preference.changed"
      And the extension "crm" is reported for "user_preference.changed never reaches <location>"

      Examples:
        | location                       | panel                          | page                        |
        | desk.contact.detail.moreaction | desk.contact.detail.rightpanel | contact "26811000000480001" |
        | desk.account.detail.moreaction | desk.account.detail.rightpanel | account "26811000000490001" |
