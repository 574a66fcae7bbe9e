Feature: What a widget reads with the client SDK
  The package "reader" reads a ticket from three locations; the package "stranger" tries it from two others, and reads what there is not.

  Background:
    Given the ticket "26811000000760569" as in "tickets/complete"

  Rule: The page gets its App when it has loaded

    @SDK-01
    Scenario: The background's page, at once
      Given the extension "stranger" from "extensions/stranger"
      Then "stranger" at "desk.background" is alive
      And the extension "stranger" notifies "Waits at desk.background"
      And the extension "stranger" is reported for "cannot be read"

    @SDK-01 @LOC-08
    Scenario: A panel's page, when it is picked
      Given the extension "reader" from "extensions/reader"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "reader" at "desk.ticket.detail.subtab"
      Then the extension "reader" notifies "Reads at desk.ticket.detail.subtab"

  Rule: The ticket is read from its right panel, sub-tab and left tab

    @SDK-02
    Scenario Outline: <property> is read
      Given the extension "reader" from "extensions/reader"
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
      Given the extension "reader" from "extensions/reader"
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
      Given the extension "stranger" from "extensions/stranger"
      When the agent opens the ticket "26811000000760569"
      Then the extension "stranger" logs "refused: ticket.subject cannot be read from desk.background."
      And the extension "stranger" is reported for "ticket.subject cannot be read from desk.background."

    @SDK-06
    Scenario: From the menu of more actions
      Given the extension "stranger" from "extensions/stranger"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "stranger" at "desk.ticket.detail.moreaction"
      Then the extension "stranger" logs "refused: ticket.subject cannot be read from desk.ticket.detail.moreaction."
      And the extension "stranger" is reported for "cannot be read"

    @SDK-06
    Scenario: A property that there is not
      Given the extension "stranger" from "extensions/stranger"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "stranger" at "desk.ticket.detail.rightpanel"
      Then the extension "stranger" logs "refused: ticket.subjekt is not a property that can be read."
      And the extension "stranger" is reported for "Did you mean ticket.subject?"
      And the extension "stranger" is reported for "cannot be read"
