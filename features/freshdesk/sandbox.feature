Feature: What the sandbox of an app's server does not have

  @FD-03
  Scenario: Nobody waits by a timer
    Given the help desk is Freshdesk
    And the extension "waits" from "apps/waits"
    When the product event "onTicketCreate" comes with
      """json
      {"event": "onTicketCreate", "data": {"ticket": {"id": 7}}}
      """
    Then the extension "waits" is reported for "setTimeout is not there in the Freshworks sandbox"
