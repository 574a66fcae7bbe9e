Feature: What a widget reads of a ticket, whatever it holds

  @SDK-02 @SDK-17
  Scenario Outline: <property> is of the documented type
    Given the ticket "26811000000760569" as in "tickets/complete"
    And the extension "crm" at "desk.ticket.detail.rightpanel"
    When the agent opens the ticket "26811000000760569"
    And the agent picks "crm" at "desk.ticket.detail.rightpanel"
    And "crm" at "desk.ticket.detail.rightpanel" reads "<property>"
    Then "crm" at "desk.ticket.detail.rightpanel" is told "<property>" with
      """json
      <value>
      """

    Examples:
      | property            | value                                                                                                  |
      | ticket.number       | "104"                                                                                                  |
      | ticket.threadCount  | "1"                                                                                                    |
      | ticket.commentCount | "2"                                                                                                    |
      | ticket.isSpam       | "false"                                                                                                |
      | ticket.cf           | {"cf_environment": "Production"}                                                                       |
      | ticket.assignee     | {"id": "26811000000000001", "name": "Robin Agent", "teamid": "26811000000000042", "team": "Workshop"} |

  @SDK-02
  Scenario: The whole ticket, of which nobody said anything
    Given it is "2026-01-05T09:00:00Z"
    And the ticket "26811000000760569"
    And the extension "crm" at "desk.ticket.detail.lefttab"
    When the agent opens the ticket "26811000000760569"
    And the agent picks "crm" at "desk.ticket.detail.lefttab"
    And "crm" at "desk.ticket.detail.lefttab" reads "ticket"
    Then "crm" at "desk.ticket.detail.lefttab" is told "ticket" as in "reads/plain-ticket"

  @Q-25
  Scenario: The owner is a name, and the assignee has all four keys whoever has the ticket
    Given the ticket "26811000000760569"
    And the extension "crm" at "desk.ticket.detail.subtab"
    And the agent opens the ticket "26811000000760569"
    And the agent picks "crm" at "desk.ticket.detail.subtab"
    When "crm" at "desk.ticket.detail.subtab" reads "ticket.assignee"
    Then "crm" at "desk.ticket.detail.subtab" is told "ticket.assignee" with
      """json
      {"id": null, "name": null, "teamid": null, "team": null}
      """
    When the agent assigns the ticket to "Robin Agent"
    And "crm" at "desk.ticket.detail.subtab" reads "ticket.owner"
    Then "crm" at "desk.ticket.detail.subtab" is told that "ticket.owner" is "Robin Agent"
    When "crm" at "desk.ticket.detail.subtab" reads "ticket.assignee"
    Then "crm" at "desk.ticket.detail.subtab" is told "ticket.assignee" with
      """json
      {"id": "26811000000000001", "name": "Robin Agent", "teamid": null, "team": null}
      """

  @Q-24
  Scenario: The day stands before the month, and in an event behind it
    Given the ticket "26811000000760569"
    And the extension "crm" at "desk.ticket.detail.subtab"
    And the agent opens the ticket "26811000000760569"
    And the agent picks "crm" at "desk.ticket.detail.subtab"
    When the agent sets the due date to "2026-02-21 12:05"
    Then "crm" at "desk.ticket.detail.subtab" receives "ticket_dueDate.changed" with
      """yaml
      ticket.dueDate: 02/21/2026 12:05 PM
      """
    When "crm" at "desk.ticket.detail.subtab" reads "ticket.dueDate"
    Then "crm" at "desk.ticket.detail.subtab" is told that "ticket.dueDate" is "21/02/2026 12:05 PM"

  @SDK-06
  Scenario: Desk refuses what there is not, whoever asks
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" reads "contacts"
    Then "crm" at "desk.background" is refused "contacts" with "contacts is not a property that can be read. Did you mean contact?"
    And the extension "crm" is reported for "not a property"
