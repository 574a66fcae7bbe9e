Feature: Story 18: an urgent ticket on Freshdesk
  A Freshdesk ticket is created urgent: the app's handler gets the documented payload, and creates a note through the request API.

  Background:
    Given the help desk is Freshdesk
    And it is "2026-01-05T09:00:00Z"
    And the contact "5483" with
      | name  | Rachel               |
      | email | rachel@freshdesk.com |
    And the extension "escalate" from "apps/escalate"
    And the extension "escalate" is configured with
      | domain  | sample.freshdesk.com |
      | api_key | 4711-0815            |
    And the service "POST https://sample.freshdesk.com/api/v2/tickets/1/notes" answers 201 with
      """json
      {"id": 77}
      """

  @FD-04 @FD-12
  Scenario: The app's handler gets the documented payload
    When a ticket is created with
      | requester_id | 5483                                     |
      | subject      | Support Needed...                        |
      | description  | <div>Some details on the issue ..</div> |
      | priority     | Urgent                                   |
      | type         | Question                                 |
    Then "escalate" at "server" receives "onTicketCreate" with "freshdesk/payloads/urgent"

  @FD-16
  Scenario: The app writes a note on the ticket
    When a ticket is created with
      | requester_id | 5483              |
      | subject      | Support Needed... |
      | priority     | Urgent            |
    Then the service gets "POST https://sample.freshdesk.com/api/v2/tickets/1/notes" with
      """json
      {
        "headers": {"Authorization": "Basic NDcxMS0wODE1Olg=", "Content-Type": "application/json"},
        "body": {"body": "Urgent: Support Needed...", "private": true}
      }
      """
    And nothing is reported of the extension "escalate"

  @FD-12 @FD-16
  Scenario: A ticket that can wait gets no note
    When a ticket is created with
      | requester_id | 5483              |
      | subject      | Support Needed... |
      | priority     | Low               |
    Then "escalate" at "server" receives "onTicketCreate"
    And no service gets anything
