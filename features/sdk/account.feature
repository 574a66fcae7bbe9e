Feature: What a widget reads of an account

  Background:
    Given the account "26811000000490001" as in "accounts/complete"

  Rule: Each property has a name of its own

    @SDK-04 @SDK-16
    Scenario Outline: <property>
      Given the extension "crm" at "desk.account.detail.rightpanel"
      When the agent opens the account "26811000000490001"
      And the agent picks "crm" at "desk.account.detail.rightpanel"
      And "crm" at "desk.account.detail.rightpanel" reads "<property>"
      Then "crm" at "desk.account.detail.rightpanel" is told that "<property>" is '<value>'

      Examples:
        | property              | value                                                                                     |
        | account.annualrevenue | 1200000.0                                                                                 |
        | account.cf            | {"cf_latitude":"0"}                                                                       |
        | account.city          | Pleasanton                                                                                |
        | account.code          | 94588                                                                                     |
        | account.country       | United States                                                                             |
        | account.createdTime   | 2018-04-19T06:22:28.000Z                                                                  |
        | account.description   | Customer Support Account                                                                  |
        | account.email         | support@zohodesk.com                                                                      |
        | account.fax           | 044 67447172                                                                              |
        | account.id            | 26811000000490001                                                                         |
        | account.industry      | Large Enterprise                                                                          |
        | account.isDeleted     | true                                                                                      |
        | account.isFollowing   | true                                                                                      |
        | account.isTrashed     | true                                                                                      |
        | account.lastName      | Lawrence                                                                                  |
        | account.layoutDetails | {"id":"271540000000074009","layoutName":"marketplacedemo"}                                |
        | account.layoutId      | 271540000000074009                                                                        |
        | account.link          | https://desk.zylker.example/support/zylker/ShowHomePage.do#Accounts/dv/271540000000083214 |
        | account.modifiedTime  | 2020-03-12T10:44:38.000Z                                                                  |
        | account.ownerId       | 271540000000103011                                                                        |
        | account.phone         | 1 888 900 9646                                                                            |
        | account.state         | CA                                                                                        |
        | account.street        | Hacienda Drive                                                                            |
        | account.website       | https://www.zoho.com/                                                                     |

    @SDK-17
    Scenario Outline: <property> is no text
      Given the extension "crm" at "desk.background"
      When the agent opens the account "26811000000490001"
      And "crm" at "desk.background" reads "<property>"
      Then "crm" at "desk.background" is told "<property>" with
        """json
        <value>
        """

      Examples:
        | property              | value                                                      |
        | account.cf            | {"cf_latitude":"0"}                                        |
        | account.isDeleted     | true                                                       |
        | account.isFollowing   | true                                                       |
        | account.isTrashed     | true                                                       |
        | account.layoutDetails | {"id":"271540000000074009","layoutName":"marketplacedemo"} |

    @Q-54
    Scenario Outline: <property> stands under its own object and its own name
      Given the extension "crm" at "desk.background"
      When the agent opens the account "26811000000490001"
      And "crm" at "desk.background" reads "<property>"
      Then "crm" at "desk.background" is told that "<property>" is '<value>'

      Examples:
        | property         | value              |
        | account.layoutId | 271540000000074009 |

  Rule: From its own page, and from what is on every page

    @SDK-04
    Scenario Outline: From <location>, with the page of the account open
      Given the extension "crm" at "<location>"
      When the agent opens the account "26811000000490001"
      And the agent picks "crm" at "<location>"
      And "crm" at "<location>" reads "account.email"
      Then "crm" at "<location>" is told that "account.email" is "support@zohodesk.com"

      Examples:
        | location                       |
        | desk.account.detail.rightpanel |
        | desk.account.detail.subtab     |
        | desk.account.detail.lefttab    |
        | desk.topband                   |
        | desk.bottomband                |
        | desk.extension.telephony       |

    @SDK-04
    Scenario: From the background, with the page of the account open
      Given the extension "crm" at "desk.background"
      When the agent opens the account "26811000000490001"
      And "crm" at "desk.background" reads "account.email"
      Then "crm" at "desk.background" is told that "account.email" is "support@zohodesk.com"

    @SDK-04
    Scenario: From the extension's own page, where no account is open
      Given the extension "crm" at "desk.extension.preference"
      When the agent opens the page of the extension "crm"
      And the agent picks "crm" at "desk.extension.preference"
      And "crm" at "desk.extension.preference" reads "account.email"
      Then "crm" at "desk.extension.preference" is refused "account.email" with "account.email cannot be read, because there is no open account."

    @SDK-06
    Scenario Outline: Not from <location>
      Given the ticket "26811000000760569"
      And the contact "26811000000470001"
      And the extension "crm" at "<location>"
      When the agent <goes>
      And the agent picks "crm" at "<location>"
      And "crm" at "<location>" reads "account.email"
      Then "crm" at "<location>" is refused "account.email" with "account.email cannot be read from <location>."
      And the extension "crm" is reported for "cannot be read from <location>"

      Examples:
        | location                       | goes                                  |
        | desk.ticket.detail.rightpanel  | opens the ticket "26811000000760569"  |
        | desk.contact.detail.rightpanel | opens the contact "26811000000470001" |
        | desk.account.form.rightpanel   | goes to the form for a new account    |
        | desk.account.detail.moreaction | opens the account "26811000000490001" |

    @SDK-06
    Scenario: Not while another page is open
      Given the extension "crm" at "desk.background"
      When the agent goes to the list of tickets
      And "crm" at "desk.background" reads "account.email"
      Then "crm" at "desk.background" is refused "account.email" with "account.email cannot be read, because there is no open account."
      And nothing is reported of the extension "crm"

    @SDK-06
    Scenario: Not under a name that there is not
      Given the extension "crm" at "desk.background"
      When the agent opens the account "26811000000490001"
      And "crm" at "desk.background" reads "account.emial"
      Then "crm" at "desk.background" is refused "account.emial" with "account.emial is not a property that can be read. Did you mean account.email?"

  Rule: The whole of it is one object

    @SDK-04 @SDK-17
    Scenario: Every property under its own name
      Given the extension "crm" at "desk.account.detail.subtab"
      When the agent opens the account "26811000000490001"
      And the agent picks "crm" at "desk.account.detail.subtab"
      And "crm" at "desk.account.detail.subtab" reads "account"
      Then "crm" at "desk.account.detail.subtab" is told "account" as in "reads/account"

    @SDK-04
    Scenario: What nobody said
      Given it is "2026-01-05T09:00:00Z"
      And the account "26811000000470003"
      And the extension "crm" at "desk.background"
      When the agent opens the account "26811000000470003"
      And "crm" at "desk.background" reads "account"
      Then "crm" at "desk.background" is told "account" as in "reads/plain-account"

    @SDK-04
    Scenario: A package reads it
      Given the extension "registry" from "extensions/registry"
      When the agent opens the account "26811000000490001"
      And the agent picks "registry" at "desk.account.detail.rightpanel"
      Then the extension "registry" logs "account: Lawrence, marketplacedemo"
