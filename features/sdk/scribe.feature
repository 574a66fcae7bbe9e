Feature: A real extension that writes for the agent
  It does what comments ask for.

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the customer wrote "The port is loose" to the ticket "26811000000760569"
    And the extension "scribe" from "extensions/scribe"
    And the agent has the ticket "26811000000760569" open
    And the agent picks "scribe" at "desk.ticket.detail.rightpanel"

  @SDK-13
  Scenario: Into the ticket
    When the agent comments privately "urgent"
    Then the ticket's "priority" is "High"
    And the extension "scribe" logs 'urgent: {"status":"success"}'
    And nothing is reported of the extension "scribe"

  @SDK-13 @SDK-10
  Scenario: Into the reply
    When the agent opens the reply editor
    And the agent comments privately "readers"
    And the agent comments privately "draft"
    Then the reply goes to "lee@customer.example" with copies to "kim@customer.example" and ""
    And the reply editor holds "<p>Dear Lee</p>"
    And nothing is reported of the extension "scribe"

  @SDK-10
  Scenario: To where the agent works
    When the agent comments privately "history"
    Then the ticket's sub-tab "history" is in front
    When the agent comments privately "edit"
    Then the agent is on the edit form of the ticket "26811000000760569"
    And nothing is reported of the extension "scribe"

  @SDK-10 @SDK-22
  Scenario: Out of the way
    When the agent comments privately "smaller"
    Then "scribe" at "desk.ticket.detail.rightpanel" is "40%" wide and "50%" high
    When the agent comments privately "away"
    Then "scribe" at "desk.ticket.detail.rightpanel" is hidden
    And nothing is reported of the extension "scribe"

  @SDK-07 @SDK-15
  Scenario: Into its own settings, which its requests carry
    Given the service "https://shop.example/colors" answers 200 with
      """json
      {"known": true}
      """
    When the agent comments privately "red"
    Then the extension "scribe" logs '"name":"color","value":"red","userDefined":true,"options":"[red, green]"'
    When the agent comments privately "ask"
    Then the service gets "POST https://shop.example/colors" with
      """json
      {"headers": {"X-Color": "red", "Authorization": "#regex ^Zoho-oauthtoken [0-9a-f]{64}$"}, "body": {"color": "red"}}
      """
    And the extension "scribe" logs '"statusMessage":{"known":true}'
    And nothing is reported of the extension "scribe"
