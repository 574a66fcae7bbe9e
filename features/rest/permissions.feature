Feature: The agent's custom permissions, read by an extension's server

  @REST-09
  Scenario: Each permission that the extension brings, and whether the agent has it
    Given the extension "chat" has the secret "my_secret_key_238392"
    And the extension "chat" declares resources with
      """json
      {
        "permissions": [
          {"apiName": "createResolution", "displayName": "create Resolution", "defaultState": true},
          {"apiName": "deleteResolution", "displayName": "delete Resolution", "defaultState": false}
        ]
      }
      """
    And the extension "chat" has the connection "desk" with
      | Desk.extensions.READ |
    When the server of "chat" asks for the agent's permissions
    Then Desk answers 200 with
      """json
      {"data": [{"apiName": "createResolution", "isEnabled": true}, {"apiName": "deleteResolution", "isEnabled": false}]}
      """
