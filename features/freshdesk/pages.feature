Feature: Pages of apps
  What an app shows beside a ticket is a page of its own, which talks with Freshdesk through the client that app.initialized() gives.

  Background:
    Given the help desk is Freshdesk
    And the ticket "1"
    And the extension "orders" from "apps/orders"

  @FD-14
  Scenario: A page lives as long as the ticket is open
    Given "orders" at "ticket_sidebar" is not alive
    When the agent opens the ticket "1"
    Then "orders" at "ticket_sidebar" is alive
    When the agent goes to the list of tickets
    Then "orders" at "ticket_sidebar" is not alive
    And the extension "orders" logs "no longer shows the order of ticket 1"

  @FD-16
  Scenario: A page asks its server, and the server asks a service
    Given the service "https://orders.example.com/tickets/1" answers 200 with
      """json
      {"number": "A-7", "paid": true}
      """
    When the agent opens the ticket "1"
    Then the extension "orders" requests "GET https://orders.example.com/tickets/1"
    And the page of the extension "orders" shows "A-7 is paid" in "#state"

  @FD-16
  Scenario: What the server renders as an error rejects
    Given the service "https://orders.example.com/tickets/1" answers 503
    When the agent opens the ticket "1"
    Then the page of the extension "orders" shows "The orders cannot be reached" in "#state"

  @FD-16
  Scenario: A server that does not answer in 20 seconds is waited for no longer
    Given the service "https://orders.example.com/tickets/1" never answers
    When the agent opens the ticket "1"
    And 19 seconds pass
    Then the page of the extension "orders" shows "…" in "#state"
    When 1 second passes
    Then the page of the extension "orders" shows "orderOf has not answered within 20 seconds." in "#state"
    And the extension "orders" is reported for "waited past the 20 s"

  @FD-14 @FD-16
  Scenario: A modal box is given what its opener knows, tells it what was done, and closes
    Given the service "https://orders.example.com/tickets/1" answers 200 with
      """json
      {"number": "A-7", "paid": false}
      """
    And the agent has the ticket "1" open
    When the agent clicks "#open" in the extension "orders"
    Then the page of the extension "orders" shows "A-7" in "#number"
    When the agent clicks "#done" in the extension "orders"
    Then the page of the extension "orders" shows "A-7 was looked at" in "#state"
    And the page of the extension "orders" does not show "Seen"

  @FD-14 @FD-16
  Scenario: A dialog may be a page that only says something
    Given the service "https://orders.example.com/tickets/1" answers 503
    And the agent has the ticket "1" open
    When the agent clicks "#why" in the extension "orders"
    Then the page of the extension "orders" shows "A ticket stays open until its order is paid."
    And the extension "orders" is reported for "the page never called app.initialized()"

  @FD-16
  Scenario: A function of the server that fails before it answers rejects, and is reported
    Given the extension "careless" from "apps/careless"
    And the service "https://orders.example.com/tickets/1" answers 503
    When the agent opens the ticket "1"
    Then the page of the extension "careless" shows "500: count failed." in "#count"
    And the extension "careless" is reported for "cannot read property 'length' of undefined"
