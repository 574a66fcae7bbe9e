Feature: Tickets and threads that an extension's server hands to Desk

  Background:
    Given the extension "chat" has the secret "my_secret_key_238392"
    And the extension "chat" has the connection "desk"

  @REST-10
  Scenario: What it hands over is there at once, and its state is kept
    Given the extension "chat" has a channel without pulls
    When the server of "chat" imports "sync/first-message"
    Then Desk answers 200
    And Desk has a ticket of the channel "chat" with the external ID "c-7"
    And the channel state of "chat" is "message 1"
    When the server of "chat" imports "sync/second-message"
    Then Desk has 1 ticket
    When the agent opens the ticket "c-7" of the channel "chat"
    Then the ticket's "threadCount" is "2"

  @REST-10
  Scenario: What a pull brought before is not doubled
    Given the extension "chat" has a channel
    And the channel of "chat" answers the pull with "sync/first-message"
    When 4 minutes pass
    And the server of "chat" imports "sync/first-message"
    Then Desk has 1 ticket

  @REST-10 @CH-03
  Scenario: More than a thousand threads: nothing is imported
    Given the extension "chat" has a channel without pulls
    When the server of "chat" imports 1 ticket and 1001 threads like "sync/first-message"
    Then Desk answers 422 and says "The request counts for nothing, $.data.threads: 1001 elements, where the documents have at most 1000 (channel.sync.threads)."
    And Desk has 0 tickets
    And the channel state of "chat" is ""

  @REST-10
  Scenario: An extension without a channel
    When the server of "chat" imports "sync/first-message"
    Then Desk answers 404 and says "The extension has no channel, declare one in resources.json."
    And Desk has 0 tickets

  @REST-15
  Scenario: An import names the portal and the installation
    Given the extension "chat" has a channel without pulls
    When the server of "chat" invokes "POST https://desk.zoho.com/api/v1/channels/{{installationId}}/import" with
      """json
      {"connectionLinkName": "desk", "postBody": {"data": {}}}
      """
    Then Desk answers 422 and says "The request counts for nothing, $.securityContext: missing: the documents have a string here."
    When the server of "chat" invokes "POST https://desk.zoho.com/api/v1/channels/{{installationId}}/import" with
      """json
      {
        "connectionLinkName": "desk",
        "queryParams": {"orgId": "60001280952", "securityContext": "made-up"},
        "postBody": {"data": {}}
      }
      """
    Then Desk answers 401 and says "No installation of this portal has this securityContext, send the one that came with a callback or a pull."
