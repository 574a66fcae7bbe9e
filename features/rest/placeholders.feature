Feature: Placeholders in what an extension's server has Desk call

  Background:
    Given the extension "chat" has the secret "my_secret_key_238392"
    And the extension "chat" has a channel
    And the extension "chat" has the optional param "domain"
    And the extension "chat" has the secure param "apikey"
    And the agent sets the param "domain" of the extension "chat" to "chat.example"
    And the agent sets the param "apikey" of the extension "chat" to "4711"

  @REST-04
  Scenario: A config param in the URL, the query and the headers, a secure one too
    Given the service "https://chat.example/messages" answers 200
    When the server of "chat" invokes "GET https://{{domain}}/messages" with
      """json
      {"queryParams": {"key": "{{apikey}}"}, "headers": {"X-Key": "key {{apikey}} of {{domain}}"}}
      """
    Then the service gets "GET https://chat.example/messages?key=4711" with
      """json
      {"headers": {"X-Key": "key 4711 of chat.example"}}
      """

  @REST-04
  Scenario: A value is put in as it is: neither JSON nor another placeholder comes of it
    Given the service "https://chat.example/messages" answers 200
    And the agent sets the param "apikey" of the extension "chat" to "\"{{domain}}\""
    When the server of "chat" invokes "GET https://chat.example/messages" with
      """json
      {"headers": {"X-Key": "{{apikey}}"}}
      """
    Then the service gets "GET https://chat.example/messages" with
      """json
      {"headers": {"X-Key": "\"{{domain}}\""}}
      """

  @REST-04
  Scenario: A param without a value is empty
    Given the service "https://chat.example/messages" answers 200
    When the server of "chat" invokes "GET https://chat.example/messages{{channelState}}"
    Then the service gets "GET https://chat.example/messages"

  @REST-04
  Scenario Outline: What stands for nothing, in <where>
    When the server of "chat" invokes "GET <url>" with
      """json
      <fields>
      """
    Then Desk refuses the call with 422 and says "{{<name>}} stands for nothing, write one of {{installationId}}, {{channelState}}, {{domain}}, {{apikey}}<end>"
    And no service gets anything

    Examples:
      | where       | url                        | fields                                     | name            | end                         |
      | requestURL  | https://{{domian}}/users   | {}                                         | domian          | . Did you mean {{domain}}?  |
      | queryParams | https://chat.example/users | {"queryParams": {"a": "{{number}}"}}       | number          | .                           |
      | headers     | https://chat.example/users | {"headers": {"X-Key": "{{ApiKey}}"}}       | ApiKey          | . Did you mean {{apikey}}?  |
      | postBody    | https://chat.example/users | {"postBody": {"a": "{{fields.likes.id}}"}} | fields.likes.id | .                           |

  @REST-04
  Scenario: What fields and webhooks are called, in the body too
    Given the extension "chat" declares a manifest with
      """json
      {"zohoAuthorisation": {"scope": ["Desk.events.ALL"]}}
      """
    And the extension "chat" declares resources with
      """json
      {
        "fields": [{"resourceName": "field1", "module": "tickets", "displayLabel": "Number of Likes", "type": "Text"}],
        "webhook": {
          "resourceName": "webhook1", "url": "https://chat.example/hook", "name": "Chat", "subscriptions": {"Ticket_Add": null},
          "ignoreSourceId": "2df92c1a-973a-48f5-95b7-5792c68b9c36"
        }
      }
      """
    And the service "https://chat.example/messages" answers 200
    When the administrator authorises the extension "chat" in Desk
    And the server of "chat" invokes "POST https://chat.example/messages" with
      """json
      {
        "headers": {"X-Webhook": "{{webhook.webhook1.id}}"},
        "postBody": {"cf": {"{{fields.field1.apiName}}": "3"}, "id": "{{fields.field1.id}}", "webhook": "{{webhook.webhook1.id}}"}
      }
      """
    Then the service gets "POST https://chat.example/messages" with
      """json
      {"headers": {"X-Webhook": "#id"}, "body": {"cf": {"cf_number_of_likes": "3"}, "id": "#id", "webhook": "#id"}}
      """

  @REST-04 @Q-65
  Scenario: A config param in the body stays as it is, and a secret does not leave with it
    Given the service "https://chat.example/messages" answers 200
    When the server of "chat" invokes "POST https://chat.example/messages" with
      """json
      {"postBody": {"key": "{{apikey}}", "text": "{{ticket.id}}"}}
      """
    Then the service gets "POST https://chat.example/messages" with
      """json
      {"body": {"key": "{{apikey}}", "text": "{{ticket.id}}"}}
      """

  @REST-13
  Scenario: The server names its own installation by a placeholder, and no other one by its id
    Given the extension "chat" has the connection "desk" with
      | Desk.extensions.CREATE |
      | Desk.extensions.READ   |
    And the extension "forum" has a channel
    When the server of "chat" stores "rest/likes"
    Then Desk answers 200 with "rest/likes"
    When the server of "chat" invokes "GET https://desk.zoho.com/api/v1/installedExtensions/26811000000800003/storage" with
      """json
      {"connectionLinkName": "desk", "headers": {"orgId": 60001280952}}
      """
    Then Desk answers 403 and says "This is not the installation's own id, write {{installationId}} and call through invoke."
