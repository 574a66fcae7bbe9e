Feature: The config params of a real package, over HTTP

  @REST-07 @Q-44
  Scenario: What the manifest says of each is told, in the words of the call
    Given the extension "tracker" from "extensions/tracker"
    And the agent sets the param "token" of the extension "tracker" to "4711"
    When the server of "tracker" reads the config params
    Then Desk answers 200 with
      """json
      {
        "data": [
          {"name": "domain", "value": null, "defaultValue": null, "userDefined": false, "options": null,
           "secure": false, "type": "text", "mandatory": true, "varId": "#id"},
          {"name": "token", "value": "4711", "defaultValue": null, "userDefined": false, "options": null,
           "secure": true, "type": "text", "mandatory": true, "varId": "#id"},
          {"name": "severity", "value": "minor", "defaultValue": "minor", "userDefined": true, "options": "[minor, major]",
           "secure": false, "type": "picklist", "mandatory": false, "varId": "#id"}
        ]
      }
      """

  @REST-07
  Scenario: Another value leaves the default as the manifest has it
    Given the extension "tracker" from "extensions/tracker"
    When the server of "tracker" sets the config params with
      | severity | major |
    And the server of "tracker" reads the config params
    Then Desk answers 200 with
      """json
      {
        "data": [
          {"name": "domain", "value": null, "defaultValue": null, "userDefined": false, "options": null,
           "secure": false, "type": "text", "mandatory": true, "varId": "#id"},
          {"name": "token", "value": null, "defaultValue": null, "userDefined": false, "options": null,
           "secure": true, "type": "text", "mandatory": true, "varId": "#id"},
          {"name": "severity", "value": "major", "defaultValue": "minor", "userDefined": true, "options": "[minor, major]",
           "secure": false, "type": "picklist", "mandatory": false, "varId": "#id"}
        ]
      }
      """
