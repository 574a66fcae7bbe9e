Feature: Story 20: closing is refused while the order is unpaid
  The same story on Desk, where a hook guards the button, and on Freshdesk, where an interceptor does.

  @HOOK-08 @FD-15
  Scenario Outline: On <help desk>, the ticket stays open, and the agent reads why
    Given the help desk is <help desk>
    And the ticket "1" with
      | subject | Where is my order? |
      | status  | Open               |
    And the extension "orders" at "<place>" rejects the hook "<hook>" with "The order A-7 is not paid yet"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the action is stopped with "The order A-7 is not paid yet"
    And the ticket's "status" is "Open"
    And no event is broadcast

    Examples:
      | help desk | place             | hook                    |
      | Desk      | desk.background   | ticket.close            |
      | Freshdesk | ticket_background | ticket.closeTicketClick |

  @HOOK-01 @FD-15
  Scenario Outline: On <help desk>, a paid order stands in nobody's way
    Given the help desk is <help desk>
    And the ticket "1" with
      | subject | Where is my order? |
      | status  | Open               |
    And the extension "orders" at "<place>" allows the hook "<hook>"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the action is done
    And the ticket's "status" is "<closed>"
    And the event "<event>" is broadcast

    Examples:
      | help desk | place             | hook                    | closed | event                 |
      | Desk      | desk.background   | ticket.close            | Closed | ticket_status.changed |
      | Freshdesk | ticket_background | ticket.closeTicketClick | Close  | onTicketUpdate        |

  @HOOK-02 @FD-15
  Scenario Outline: On <help desk>, the vendor's real package keeps the ticket open
    Given the help desk is <help desk>
    And the ticket "1" with
      | subject | Where is my order? |
      | status  | Open               |
    And the extension "orders" from "<package>"
    And the service "https://orders.example.com/tickets/1" answers 200 with
      """json
      {"number": "A-7", "paid": false}
      """
    And the agent has the ticket "1" open
    And the agent picks "orders" at "<place>"
    When the agent closes the ticket
    Then the extension "orders" requests "GET https://orders.example.com/tickets/1"
    And the action is stopped with "The order A-7 is not paid yet"
    And the ticket's "status" is "Open"
    And no event is broadcast

    Examples:
      | help desk | package           | place                         |
      | Desk      | extensions/orders | desk.ticket.detail.rightpanel |
      | Freshdesk | apps/orders       | ticket_sidebar                |

  @HOOK-01 @FD-15
  Scenario Outline: On <help desk>, the vendor's real package lets go where the shop is down
    Given the help desk is <help desk>
    And the ticket "1" with
      | subject | Where is my order? |
      | status  | Open               |
    And the extension "orders" from "<package>"
    And the service "https://orders.example.com/tickets/1" answers 503
    And the agent has the ticket "1" open
    And the agent picks "orders" at "<place>"
    When the agent closes the ticket
    Then the action is done
    And the extension "orders" notifies "The orders cannot be reached: nothing was checked"

    Examples:
      | help desk | package           | place                         |
      | Desk      | extensions/orders | desk.ticket.detail.rightpanel |
      | Freshdesk | apps/orders       | ticket_sidebar                |
