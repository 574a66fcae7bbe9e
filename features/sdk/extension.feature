Feature: What a widget reads of its own installation

  Rule: Config params

    Background:
      Given the extension "settings" from "extensions/settings"

    @SDK-07 @SDK-19
    Scenario: Production hides those that are secure
      When the agent sets the param "project" of the extension "settings" to "PHONES"
      And the agent opens the page of the extension "settings"
      And the agent picks "settings" at "desk.extension.preference"
      Then "settings" at "desk.extension.preference" is told "extension.config" with
        """json
        [
          {
            "name": "project",
            "mandatory": true,
            "type": "text",
            "value": "PHONES",
            "userdefined": true,
            "secure": false,
            "default": null
          },
          {
            "name": "days",
            "mandatory": false,
            "type": "number",
            "value": "14",
            "userdefined": false,
            "secure": false,
            "default": "14"
          }
        ]
        """

    @SDK-07
    Scenario: Development shows all
      Given the extension "settings" is in development
      When the agent sets the param "project" of the extension "settings" to "PHONES"
      And the agent opens the page of the extension "settings"
      And the agent picks "settings" at "desk.extension.preference"
      Then the extension "settings" logs "project, apikey, days"
      And the extension "settings" logs "departments: Support"
      And the extension "settings" logs "profiles: Agent, Support Administrator"
      And the extension "settings" logs "users: 26811000000000001"

    @SDK-07
    Scenario: A package that needs in production what production hides
      Given the extension "needy" from "extensions/broken/settings-need-a-secret"
      When the agent sets the param "project" of the extension "needy" to "PHONES"
      And the agent opens the page of the extension "needy"
      And the agent picks "needy" at "desk.extension.preference"
      Then the extension "needy" is reported for "cannot read property 'value' of undefined"

    @SDK-07
    Scenario: Another extension's params are its own
      Given the extension "crm" at "desk.background"
      And the extension "crm" has the optional param "nickname"
      When the agent sets the param "nickname" of the extension "crm" to "Bo"
      And "crm" at "desk.background" reads "extension.config"
      Then "crm" at "desk.background" is told "extension.config" with
        """json
        [
          {
            "name": "nickname",
            "mandatory": false,
            "type": "text",
            "value": "Bo",
            "userdefined": false,
            "secure": false,
            "default": null
          }
        ]
        """

    @Q-44
    Scenario: The keys are spelt as this page spells them
      Given the extension "crm" at "desk.background"
      And the extension "crm" has the optional param "nickname"
      When "crm" at "desk.background" reads "extension.config"
      Then "crm" at "desk.background" is told "extension.config" with
        """json
        [
          {
            "name": "nickname",
            "mandatory": false,
            "type": "text",
            "value": null,
            "userdefined": false,
            "secure": false,
            "default": null
          }
        ]
        """

    @SDK-07 @Q-45
    Scenario: What its server added over HTTP is there
      Given the extension "chat" at "desk.background"
      And the extension "chat" has the secret "my_secret_key_238392"
      And the extension "chat" has the connection "desk" with
        | Desk.extensions.CREATE |
      When the server of "chat" sets the config params with
        | domain | chat.example |
      And "chat" at "desk.background" reads "extension.config"
      Then "chat" at "desk.background" is told "extension.config" with
        """json
        [
          {
            "name": "domain",
            "mandatory": false,
            "type": "text",
            "value": "chat.example",
            "userdefined": false,
            "secure": false,
            "default": null
          }
        ]
        """

  Rule: What it is configured for

    Background:
      Given the agent "Kim Lee" with
        | id | 26811000000000012 |
      And the department "26811000000006912" with
        | name | Returns |
      And the extension "crm" at "desk.background"

    @SDK-08 @SDK-20
    Scenario: The chosen departments
      Given the administrator chooses the department "26811000000006912" for the extension "crm"
      When "crm" at "desk.background" reads "extension.departments"
      Then "crm" at "desk.background" is told "extension.departments" with
        """json
        [{"name": "Returns", "id": "26811000000006912"}]
        """

    @SDK-08
    Scenario: All departments, until one is chosen
      When "crm" at "desk.background" reads "extension.departments"
      Then "crm" at "desk.background" is told "extension.departments" with
        """json
        [{"name": "Support", "id": "26811000000006907"}, {"name": "Returns", "id": "26811000000006912"}]
        """

    @SDK-08 @SDK-20
    Scenario: The profiles that see it
      Given the extension "crm" is visible to the profile "Light Agent"
      When "crm" at "desk.background" reads "extension.profiles"
      Then "crm" at "desk.background" is told "extension.profiles" with
        """json
        [{"name": "Light Agent", "id": "#id"}]
        """

    @SDK-08
    Scenario: All profiles, until one is chosen
      Given the agent's profile is "Light Agent"
      When "crm" at "desk.background" reads "extension.profiles"
      Then "crm" at "desk.background" is told "extension.profiles" with
        """json
        [{"name": "Light Agent", "id": "#id"}, {"name": "Support Administrator", "id": "#id"}]
        """

    @SDK-08 @SDK-20
    Scenario: The users
      Given the extension "crm" is configured for the user "Kim Lee"
      When "crm" at "desk.background" reads "extension.users"
      Then "crm" at "desk.background" is told "extension.users" with
        """json
        ["26811000000000012"]
        """

    @SDK-08
    Scenario: All users, until one is chosen
      When "crm" at "desk.background" reads "extension.users"
      Then "crm" at "desk.background" is told "extension.users" with
        """json
        ["26811000000000001", "26811000000000012"]
        """

  Rule: What it brings

    Background:
      Given the ticket "26811000000760569" with
        | subject    | Faulty phone charging port |
        | cf_repairs | 3                          |
      And the extension "crm" at "desk.background"

    @SDK-09 @SDK-21
    Scenario: A field's ID and API name
      Given the extension "crm" declares resources with
        """json
        {"fields": [{"resourceName": "score", "module": "tickets", "displayLabel": "Score", "type": "Text"}]}
        """
      When "crm" at "desk.background" reads "extension.resource" with
        | resourceName | score  |
        | resourceType | fields |
      Then "crm" at "desk.background" is told "extension.resource" with
        """json
        {"resourceName": "score", "id": "#id", "resourceType": "fields", "apiName": "cf_score"}
        """

    @SDK-09 @SDK-21
    Scenario: A webhook's ID; it has no API name
      Given the extension "crm" declares a manifest with
        """json
        {"zohoAuthorisation": {"scope": ["Desk.events.ALL"]}}
        """
      And the extension "crm" declares the resources of "life/plain-webhook"
      And the administrator authorises the extension "crm" in Desk
      When "crm" at "desk.background" reads "extension.resource" with
        | resourceName | events  |
        | resourceType | webhook |
      Then "crm" at "desk.background" is told "extension.resource" with
        """json
        {"resourceName": "events", "id": "#id", "resourceType": "webhook"}
        """

    @SDK-09
    Scenario: What the extension does not bring
      When "crm" at "desk.background" reads "extension.resource" with
        | resourceName | score  |
        | resourceType | fields |
      Then "crm" at "desk.background" is refused "extension.resource" with "The extension brings no fields with the resourceName score."

    @SDK-09 @SDK-21
    Scenario: The agent's permissions
      Given the extension "crm" declares resources with
        """json
        {
          "permissions": [
            {"apiName": "export", "displayName": "Export", "defaultState": true},
            {"apiName": "import", "displayName": "Import", "defaultState": false}
          ]
        }
        """
      When "crm" at "desk.background" reads "extension.permissions"
      Then "crm" at "desk.background" is told "extension.permissions" with
        """json
        [{"apiName": "export", "isEnabled": true}, {"apiName": "import", "isEnabled": false}]
        """
      When the administrator takes the permission "export" of the extension "crm" from the profile "Agent"
      And the administrator gives the profile "Agent" the permission "import" of the extension "crm"
      And "crm" at "desk.background" reads "extension.permissions"
      Then "crm" at "desk.background" is told "extension.permissions" with
        """json
        [{"apiName": "export", "isEnabled": false}, {"apiName": "import", "isEnabled": true}]
        """

    @SDK-09
    Scenario: No permissions
      When "crm" at "desk.background" reads "extension.permissions"
      Then "crm" at "desk.background" is refused "extension.permissions" with "The extension brings no permissions."

    @SDK-09
    Scenario: A package finds its own field on the ticket
      Given the extension "workshop" from "extensions/workshop"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "workshop" at "desk.ticket.detail.rightpanel"
      Then the extension "workshop" logs "the field cf_repairs has an ID of 17 digits"
      And the extension "workshop" logs "repairs: 3"
      And the extension "workshop" logs "may orderParts"
      And the extension "workshop" logs "may not scrapDevice"
      And the extension "workshop" logs "Robin Agent works in Support of zylker"

    @SDK-09
    Scenario: A package that misspells its field
      Given the extension "workshop" from "extensions/broken/workshop-misspells-its-field"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "workshop" at "desk.ticket.detail.rightpanel"
      Then the extension "workshop" logs "refused: The extension brings no fields with the resourceName repair."
      And the extension "workshop" is reported for "no fields with the resourceName repair"
