Feature: The authorisation that Desk adds to what it calls

  Background:
    Given the extension "chat" has the secret "my_secret_key_238392"

  Rule: A connection is one of the manifest's connectors

    @REST-05
    Scenario: Its authorisation goes with the request, whatever the headers say
      Given the extension "chat" has the connection "chatservice"
      And the service "https://chat.example/users" answers 200
      When the server of "chat" invokes "GET https://chat.example/users" with
        """json
        {"connectionLinkName": "chatservice", "headers": {"authorization": "none", "X-Room": "7"}}
        """
      Then the service gets "GET https://chat.example/users" with
        """json
        {"headers": {"Authorization": "#regex ^Zoho-oauthtoken [0-9a-f]{64}$", "authorization": "#notpresent", "X-Room": "7"}}
        """

    @REST-05
    Scenario: Without a connection, nothing is added
      Given the service "https://chat.example/users" answers 200
      When the server of "chat" invokes "GET https://chat.example/users"
      Then the service gets "GET https://chat.example/users" with
        """json
        {"headers": {"Authorization": "#notpresent"}}
        """

    @REST-05
    Scenario: A connection that the manifest does not have
      Given the extension "chat" has the connection "chatservice"
      When the server of "chat" invokes "GET https://chat.example/users" with
        """json
        {"connectionLinkName": "chatServices"}
        """
      Then Desk refuses the call with 422 and says "The manifest's connectors have no connectionLinkName \"chatServices\", add it there. Did you mean chatservice?"
      And no service gets anything

    @REST-05 @Q-40
    Scenario: The connection is named in the query
      Given the extension "chat" has the connection "chatservice"
      And the service "https://chat.example/users" answers 200
      When the server of "chat" invokes "GET https://chat.example/users" with the connection "chatservice" in the query
      Then the service gets "GET https://chat.example/users" with
        """json
        {"headers": {"Authorization": "#regex ^Zoho-oauthtoken [0-9a-f]{64}$"}}
        """

  Rule: What Desk keeps needs an authorisation with the scope of the call

    @REST-12
    Scenario Outline: <what> needs <scope>
      Given the extension "chat" has the connection "desk" with
        | <other> |
      When the server of "chat" <what>
      Then Desk answers 403 and says "The connection \"desk\" lacks a scope, add \"<scope>\" to its scope in plugin-manifest.json."
      And the storage of "chat" has 0 objects

      Examples:
        | what                                | scope                  | other                  |
        | stores "rest/likes"                 | Desk.extensions.CREATE | Desk.extensions.READ   |
        | reads the storage                   | Desk.extensions.READ   | Desk.extensions.CREATE |
        | deletes "likes" from the storage    | Desk.extensions.DELETE | Desk.tickets.ALL       |
        | reads the config params             | Desk.extensions.READ   | Desk.extensions.DELETE |
        | writes 1 log under the reference "" | Desk.extensions.CREATE | Desk.extensions.READ   |
        | asks for the agent's permissions    | Desk.extensions.READ   | Desk.extensions.CREATE |

    @REST-12
    Scenario: The scope that stands for all of them
      Given the extension "chat" has the connection "desk" with
        | Desk.extensions.ALL |
      When the server of "chat" stores "rest/likes"
      Then Desk answers 200

    @REST-12
    Scenario: Through invoke, without a connection
      When the server of "chat" stores "rest/likes"
      Then Desk answers 401 and says "Authorization is missing or unknown, call through invoke and name a connection in connectionLinkName."
      And the storage of "chat" has 0 objects

    @REST-12
    Scenario: Without invoke, and without an authorisation
      When a server calls "POST /api/v1/installedExtensions/26811000000800001/storage" with
        """json
        {"headers": {"orgId": "60001280952"}, "body": {"key": "likes", "queriableValue": "chats", "value": {}}}
        """
      Then Desk refuses the call with 401 and says "Authorization is missing or unknown, call through invoke and name a connection in connectionLinkName."
      And the storage of "chat" has 0 objects

    @REST-12
    Scenario: Without invoke, with the authorisation of a connection that has the scope
      Given the extension "chat" has the connection "desk" with
        | Desk.extensions.CREATE |
      When the server of "chat" calls "POST /api/v1/installedExtensions/26811000000800001/storage" under the authorisation of the connection "desk" with
        """json
        {"headers": {"orgId": "60001280952"}, "body": {"key": "likes", "queriableValue": "chats", "value": {"of": "c-7", "likes": 3}}}
        """
      Then Desk answers 200 with "rest/likes"
      And the storage of "chat" has 1 object

    @REST-12
    Scenario: Without invoke, with the authorisation of a connection that lacks the scope
      Given the extension "chat" has the connection "desk" with
        | Desk.extensions.READ |
      When the server of "chat" calls "POST /api/v1/extensionLogs" under the authorisation of the connection "desk" with
        """json
        {"headers": {"orgId": "60001280952"}, "body": {"title": "sync", "description": "done"}}
        """
      Then Desk refuses the call with 403 and says "The connection \"desk\" lacks a scope, add \"Desk.extensions.CREATE\" to its scope in plugin-manifest.json."

    @REST-12
    Scenario: Without orgId
      Given the extension "chat" has the connection "desk" with
        | Desk.extensions.READ |
      When the server of "chat" invokes "GET https://desk.zoho.com/api/v1/installedExtensions/{{installationId}}/storage" with
        """json
        {"connectionLinkName": "desk"}
        """
      Then Desk answers 422 and says "The request counts for nothing, $.orgId: missing: the documents have a string of digits here."

    @REST-12 @REST-15
    Scenario: With the orgId of another portal
      Given the extension "chat" has the connection "desk" with
        | Desk.extensions.READ |
      When the server of "chat" invokes "GET https://desk.zoho.com/api/v1/installedExtensions/{{installationId}}/storage" with
        """json
        {"connectionLinkName": "desk", "headers": {"orgId": 28732}}
        """
      Then Desk answers 403 and says "orgId is not this portal's, send the one that came with the securityContext."
