Feature: Config params, read and set by an extension's server

  Background:
    Given the extension "chat" has the secret "my_secret_key_238392"
    And the extension "chat" has a channel
    And the extension "chat" has the secure param "apikey"
    And the extension "chat" has the connection "desk" with
      | Desk.extensions.CREATE |
      | Desk.extensions.READ   |

  @REST-07 @Q-44
  Scenario: All are told, a secure one with its value
    Given the agent sets the param "apikey" of the extension "chat" to "4711"
    When the server of "chat" reads the config params
    Then Desk answers 200 with
      """json
      {
        "data": [
          {"name": "channelState", "value": null, "defaultValue": null, "userDefined": false, "options": null,
           "secure": false, "type": "text", "mandatory": false, "varId": "#id"},
          {"name": "apikey", "value": "4711", "defaultValue": null, "userDefined": false, "options": null,
           "secure": true, "type": "text", "mandatory": false, "varId": "#id"}
        ]
      }
      """

  @REST-07 @Q-45
  Scenario: One gets another value, and one that was not there is added
    When the server of "chat" sets the config params with
      | channelState | page 2       |
      | domain       | chat.example |
    Then Desk answers 200 with
      """json
      {
        "data": [
          {"name": "channelState", "value": "page 2", "defaultValue": null, "userDefined": false, "options": null,
           "secure": false, "type": "text", "mandatory": false, "varId": "#id"},
          {"name": "apikey", "value": null, "defaultValue": null, "userDefined": false, "options": null,
           "secure": true, "type": "text", "mandatory": false, "varId": "#id"},
          {"name": "domain", "value": "chat.example", "defaultValue": null, "userDefined": false, "options": null,
           "secure": false, "type": "text", "mandatory": false, "varId": "#id"}
        ]
      }
      """
    And the channel state of "chat" is "page 2"
    When 4 minutes pass
    Then the channel of "chat" is pulled with
      """json
      {"channelState": "page 2", "domain": "chat.example"}
      """

  @REST-07
  Scenario: A value that is no text: nothing is set
    When the server of "chat" invokes "POST https://desk.zoho.com/api/v1/installedExtensions/{{installationId}}/configParams" with
      """json
      {
        "connectionLinkName": "desk",
        "headers": {"orgId": 60001280952},
        "postBody": {"variables": [{"name": "channelState", "value": "page 2"}, {"name": "likes", "value": 3}]}
      }
      """
    Then Desk answers 422 and says "The request counts for nothing, $.variables[1].value: the number 3, where the documents have a string; did you mean \"3\"?."
    And the channel state of "chat" is ""
