Feature: What a widget reads of a contact

  Background:
    Given the contact "26811000000480001" as in "contacts/complete"

  Rule: Each property has a name of its own

    @SDK-03 @SDK-16
    Scenario Outline: <property>
      Given the extension "crm" at "desk.contact.detail.rightpanel"
      When the agent opens the contact "26811000000480001"
      And the agent picks "crm" at "desk.contact.detail.rightpanel"
      And "crm" at "desk.contact.detail.rightpanel" reads "<property>"
      Then "crm" at "desk.contact.detail.rightpanel" is told that "<property>" is '<value>'

      Examples:
        | property                  | value                                                                                     |
        | contact.accountId         | 12345678901234567                                                                         |
        | contact.cf                | {"cf_longitude":"0"}                                                                      |
        | contact.city              | Chennai                                                                                   |
        | contact.country           | India                                                                                     |
        | contact.createdTime       | 2018-05-17T08:32:19.000Z                                                                  |
        | contact.customerHappiness | {"badPercentage":"10","okPercentage":"20","goodPercentage":"70"}                          |
        | contact.description       | Customer Support Lead                                                                     |
        | contact.email             | support@zohodesk.com                                                                      |
        | contact.facebook          | lawrence.fb                                                                               |
        | contact.modifiedTime      | 2020-03-12T10:44:38.000Z                                                                  |
        | contact.firstName         | Lawrence                                                                                  |
        | contact.id                | 26811000000480001                                                                         |
        | contact.isAnonymous       | true                                                                                      |
        | contact.isDeleted         | true                                                                                      |
        | contact.isEndUser         | true                                                                                      |
        | contact.isFollowing       | true                                                                                      |
        | contact.isSpam            | true                                                                                      |
        | contact.isTrashed         | true                                                                                      |
        | contact.lastName          | Lee                                                                                       |
        | contact.layoutDetails     | {"id":"271540000000074005","layoutName":"marketplacedemo"}                                |
        | contact.layoutId          | 271540000000074005                                                                        |
        | contact.link              | https://desk.zylker.example/support/zylker/ShowHomePage.do#Contacts/dv/271540000000144009 |
        | contact.mobile            | 044 - 67447071                                                                            |
        | contact.ownerId           | 271540000000103011                                                                        |
        | contact.phone             | 044 - 67447070                                                                            |
        | contact.photoURL          | https://desk.zylker.example/photos/lee.png                                                |
        | contact.secondaryEmail    | lee@zylker.example                                                                        |
        | contact.state             | Tamil Nadu                                                                                |
        | contact.street            | GST Road                                                                                  |
        | contact.title             | Head of support                                                                           |
        | contact.twitter           | lawrence_lee                                                                              |
        | contact.type              | Paid User                                                                                 |
        | contact.zip               | 603202                                                                                    |

    @SDK-17
    Scenario Outline: <property> is no text
      Given the extension "crm" at "desk.background"
      When the agent opens the contact "26811000000480001"
      And "crm" at "desk.background" reads "<property>"
      Then "crm" at "desk.background" is told "<property>" with
        """json
        <value>
        """

      Examples:
        | property                  | value                                                            |
        | contact.cf                | {"cf_longitude":"0"}                                             |
        | contact.customerHappiness | {"badPercentage":"10","okPercentage":"20","goodPercentage":"70"} |
        | contact.isAnonymous       | true                                                             |
        | contact.isDeleted         | true                                                             |
        | contact.isEndUser         | true                                                             |
        | contact.isFollowing       | true                                                             |
        | contact.isSpam            | true                                                             |
        | contact.isTrashed         | true                                                             |
        | contact.layoutDetails     | {"id":"271540000000074005","layoutName":"marketplacedemo"}       |

    @Q-54
    Scenario Outline: <property> stands under its own object and its own name
      Given the extension "crm" at "desk.background"
      When the agent opens the contact "26811000000480001"
      And "crm" at "desk.background" reads "<property>"
      Then "crm" at "desk.background" is told that "<property>" is '<value>'

      Examples:
        | property            | value                 |
        | contact.description | Customer Support Lead |
        | contact.ownerId     | 271540000000103011    |

    @Q-24
    Scenario: It was changed at a time in ISO notation
      Given it is "2026-01-05T09:00:00Z"
      And the contact "26811000000470003"
      And the extension "crm" at "desk.background"
      When the agent opens the contact "26811000000470003"
      And "crm" at "desk.background" reads "contact.modifiedTime"
      Then "crm" at "desk.background" is told that "contact.modifiedTime" is "2026-01-05T09:00:00.000Z"

  Rule: From its own page, and from what is on every page

    @SDK-03
    Scenario Outline: From <location>, with the page of the contact open
      Given the extension "crm" at "<location>"
      When the agent opens the contact "26811000000480001"
      And the agent picks "crm" at "<location>"
      And "crm" at "<location>" reads "contact.email"
      Then "crm" at "<location>" is told that "contact.email" is "support@zohodesk.com"

      Examples:
        | location                       |
        | desk.contact.detail.rightpanel |
        | desk.contact.detail.subtab     |
        | desk.contact.detail.lefttab    |
        | desk.topband                   |
        | desk.bottomband                |
        | desk.extension.telephony       |

    @SDK-03
    Scenario: From the background, with the page of the contact open
      Given the extension "crm" at "desk.background"
      When the agent opens the contact "26811000000480001"
      And "crm" at "desk.background" reads "contact.email"
      Then "crm" at "desk.background" is told that "contact.email" is "support@zohodesk.com"

    @SDK-03
    Scenario: From the extension's own page, where no contact is open
      Given the extension "crm" at "desk.extension.preference"
      When the agent opens the page of the extension "crm"
      And the agent picks "crm" at "desk.extension.preference"
      And "crm" at "desk.extension.preference" reads "contact.email"
      Then "crm" at "desk.extension.preference" is refused "contact.email" with "contact.email cannot be read, because there is no open contact."

    @SDK-06
    Scenario Outline: Not from <location>
      Given the ticket "26811000000760569"
      And the account "26811000000470001"
      And the extension "crm" at "<location>"
      When the agent <goes>
      And the agent picks "crm" at "<location>"
      And "crm" at "<location>" reads "contact.email"
      Then "crm" at "<location>" is refused "contact.email" with "contact.email cannot be read from <location>."
      And the extension "crm" is reported for "cannot be read from <location>"

      Examples:
        | location                       | goes                                  |
        | desk.ticket.detail.rightpanel  | opens the ticket "26811000000760569"  |
        | desk.account.detail.rightpanel | opens the account "26811000000470001" |
        | desk.contact.form.rightpanel   | goes to the form for a new contact    |
        | desk.contact.detail.moreaction | opens the contact "26811000000480001" |

    @SDK-06
    Scenario: Not while another page is open
      Given the extension "crm" at "desk.background"
      When the agent goes to the list of tickets
      And "crm" at "desk.background" reads "contact.email"
      Then "crm" at "desk.background" is refused "contact.email" with "contact.email cannot be read, because there is no open contact."
      And nothing is reported of the extension "crm"

    @SDK-06
    Scenario: Not under a name that there is not
      Given the extension "crm" at "desk.background"
      When the agent opens the contact "26811000000480001"
      And "crm" at "desk.background" reads "contact.emial"
      Then "crm" at "desk.background" is refused "contact.emial" with "contact.emial is not a property that can be read. Did you mean contact.email?"

  Rule: The whole of it is one object

    @SDK-03 @SDK-17
    Scenario: Every property under its own name
      Given the extension "crm" at "desk.contact.detail.subtab"
      When the agent opens the contact "26811000000480001"
      And the agent picks "crm" at "desk.contact.detail.subtab"
      And "crm" at "desk.contact.detail.subtab" reads "contact"
      Then "crm" at "desk.contact.detail.subtab" is told "contact" as in "reads/contact"

    @SDK-03
    Scenario: What nobody said
      Given it is "2026-01-05T09:00:00Z"
      And the contact "26811000000470003"
      And the extension "crm" at "desk.background"
      When the agent opens the contact "26811000000470003"
      And "crm" at "desk.background" reads "contact"
      Then "crm" at "desk.background" is told "contact" as in "reads/plain-contact"

    @SDK-03
    Scenario: A package reads it
      Given the extension "registry" from "extensions/registry"
      When the agent opens the contact "26811000000480001"
      And the agent picks "registry" at "desk.contact.detail.rightpanel"
      Then the extension "registry" logs "contact: Lee, marketplacedemo, spam"

    @SDK-06
    Scenario: A package that asks for the account there
      Given the extension "registry" from "extensions/broken/registry-asks-for-the-other-object"
      When the agent opens the contact "26811000000480001"
      And the agent picks "registry" at "desk.contact.detail.rightpanel"
      Then the extension "registry" logs "refused: account.email cannot be read from desk.contact.detail.rightpanel."
      And the extension "registry" is reported for "account.email cannot be read"
