Feature: How large a payload may be

  Background:
    Given the help desk is Freshdesk
    And the extension "notify" at "server"

  @FD-16
  Scenario: 256 KB are told
    When the product event "onTicketCreate" comes with the payload "freshdesk/event-just-fits"
    Then "notify" at "server" receives "onTicketCreate"

  @FD-16
  Scenario: A byte more is not
    When the product event "onTicketCreate" comes with the payload "freshdesk/event-too-large"
    Then "notify" at "server" receives nothing
