Feature: Tickets are closed with a resolution

  Background:
    Given the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
      | email   | customer@example.com       |
    And the extension "guard" from "extensions/guard"
    And the agent has the ticket "26811000000760569" open
    And the agent picks "guard" at "desk.ticket.detail.rightpanel"

  Scenario: The service says that the order is unpaid
    Given the service "https://shop.example.com/orders" answers 200 with
      """json
      {"unpaid": 2}
      """
    When the agent closes the ticket
    Then the action is stopped with "2 orders are unpaid"
    And the ticket's "status" is "Open"
    And no event is broadcast

  Scenario: Everything is paid
    Given the service "https://shop.example.com/orders" answers 200 with
      """json
      {"unpaid": 0}
      """
    And the extension "crm" at "desk.background"
    When the agent closes the ticket
    Then the ticket's "status" is "Closed"
    And "crm" at "desk.background" receives "ticket_status.changed" with "payloads/closed"

  Scenario: The service is slow, and Desk does not wait for it for ever
    Given the service "https://shop.example.com/orders" never answers
    When the agent closes the ticket
    And 29.999 seconds pass
    Then the action waits for "guard"
    When 1 millisecond passes
    Then the ticket's "status" is "Closed"
