Feature: Long texts are cut in payloads

  Background:
    Given the help desk is Freshdesk
    And the extension "notify" at "server"

  @FD-11
  Scenario: What has 10,240 bytes is told whole
    When a ticket is created as in "freshdesk/tickets/just-fits"
    Then "notify" at "server" receives "onTicketCreate" containing "freshdesk/payloads/just-fits"

  @FD-11
  Scenario: What has a byte more is cut, never inside of a character, and its flag says so
    When a ticket is created as in "freshdesk/tickets/long"
    Then "notify" at "server" receives "onTicketCreate" containing "freshdesk/payloads/cut"
