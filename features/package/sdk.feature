Feature: What a widget reads with the client SDK
  The package "reader" has a page at three locations from which a ticket is read, and one at two from which it is not.

  Background:
    Given the ticket "26811000000760569" as in "tickets/complete"
    And the extension "reader" from "extensions/reader"

  Rule: The page gets its App when it has loaded

    @SDK-01
    Scenario: The background's page, at once
      Then "reader" at "desk.background" is alive
      And the extension "reader" notifies "Waits at desk.background"

    @SDK-01
    Scenario: A panel's page, when it is picked
      When the agent opens the ticket "26811000000760569"
      And the agent picks "reader" at "desk.ticket.detail.subtab"
      Then the extension "reader" notifies "Reads at desk.ticket.detail.subtab"

  Rule: The ticket is read from its right panel, sub-tab and left tab

    @SDK-02
    Scenario Outline: <property> is read
      When the agent opens the ticket "26811000000760569"
      And the agent picks "reader" at "desk.ticket.detail.rightpanel"
      Then the extension "reader" logs '{"status":"success","ticket.<property>":<value>}'

      Examples:
        | property       | value                                                                                          |
        | departmentId   | "12345678901234567"                                                                            |
        | email          | "customer@example.com"                                                                         |
        | subject        | "Faulty phone charging port"                                                                   |
        | description    | "Product replacement"                                                                          |
        | status         | "Open"                                                                                         |
        | dueDate        | "21/02/2026 12:00 PM"                                                                          |
        | threadCount    | "1"                                                                                            |
        | isSpam         | "false"                                                                                        |
        | createdTime    | "29/01/2026 11:55 PM"                                                                          |
        | modifiedTime   | "30/01/2026 09:10 AM"                                                                          |
        | assignee       | {"id":"26811000000000001","name":"Robin Agent","teamid":"26811000000000042","team":"Workshop"} |
        | owner          | "Robin Agent"                                                                                  |
        | id             | "26811000000760569"                                                                            |
        | accountName    | "Zylker"                                                                                       |
        | phone          | "9874563210"                                                                                   |
        | productName    | "Phone 7"                                                                                      |
        | commentCount   | "2"                                                                                            |
        | priority       | "High"                                                                                         |
        | channel        | "Email"                                                                                        |
        | classification | "Problem"                                                                                      |
        | category       | "Hardware"                                                                                     |
        | subCategory    | "Charging"                                                                                     |
        | contactName    | "Casey Customer"                                                                               |
        | cf             | {"cf_environment":"Production"}                                                                |
        | contactId      | "271540000000358001"                                                                           |
        | number         | "104"                                                                                          |

    @SDK-02
    Scenario Outline: The ticket is read from <location>
      When the agent opens the ticket "26811000000760569"
      And the agent picks "reader" at "<location>"
      Then the extension "reader" logs '{"status":"success","ticket.subject":"Faulty phone charging port"}'
      And the extension "reader" logs "whole: Faulty phone charging port"

      Examples:
        | location                      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.lefttab    |

  Rule: What cannot be read is refused, with a reason

    @SDK-06
    Scenario: From the background
      When the agent opens the ticket "26811000000760569"
      Then the extension "reader" logs "refused: ticket.subject cannot be read from desk.background."
      And the extension "reader" is reported for "ticket.subject cannot be read from desk.background."

    @SDK-06
    Scenario: From the menu of more actions
      When the agent opens the ticket "26811000000760569"
      And the agent picks "reader" at "desk.ticket.detail.moreaction"
      Then the extension "reader" logs "refused: ticket.subject cannot be read from desk.ticket.detail.moreaction."

    @SDK-06
    Scenario: A property that there is not
      When the agent opens the ticket "26811000000760569"
      And the agent picks "reader" at "desk.ticket.detail.rightpanel"
      Then the extension "reader" logs "refused: ticket.subjekt is not a property that can be read."
      And the extension "reader" is reported for "Did you mean ticket.subject?"
