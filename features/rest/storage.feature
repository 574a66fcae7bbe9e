Feature: What an extension's server stores in Desk

  Background:
    Given the extension "chat" has the secret "my_secret_key_238392"
    And the extension "chat" has the connection "desk" with
      | Desk.extensions.CREATE |
      | Desk.extensions.READ   |
      | Desk.extensions.DELETE |

  @REST-06
  Scenario: An object is stored, and answered
    When the server of "chat" stores "rest/likes"
    Then Desk answers 200 with "rest/likes"
    When the server of "chat" stores "rest/settings"
    And the server of "chat" stores "rest/stars"
    Then the storage of "chat" holds "rest/three-objects"
    When the server of "chat" reads the storage
    Then Desk answers 200 with
      """json
      {
        "data": [
          {"key": "likes", "queriableValue": "chats", "value": {"of": "c-7", "likes": 3}},
          {"key": "settings", "queriableValue": "setup", "value": {}},
          {"key": "stars", "queriableValue": "chats", "value": {"of": "c-8"}}
        ]
      }
      """

  @REST-06
  Scenario Outline: Objects are found by <what>
    Given the server of "chat" stores "rest/likes"
    And the server of "chat" stores "rest/settings"
    And the server of "chat" stores "rest/stars"
    When the server of "chat" reads the storage with
      | <name> | <value> |
      | <with> | <this>  |
    Then Desk answers 200 with
      """json
      {"data": [{"key": "stars", "queriableValue": "chats", "value": {"of": "c-8"}}]}
      """

    Examples:
      | what             | name           | value | with           | this  |
      | key              | key            | stars | limit          | 2     |
      | group, from two  | queriableValue | chats | from           | 2     |
      | key and group    | key            | stars | queriableValue | chats |
      | place and number | from           | 3     | limit          | 1     |

  @REST-06
  Scenario: No more than asked for
    Given the server of "chat" stores "rest/stars"
    And the server of "chat" stores "rest/likes"
    When the server of "chat" reads the storage with
      | queriableValue | chats |
      | limit          | 1     |
    Then Desk answers 200 with
      """json
      {"data": [{"key": "stars", "queriableValue": "chats", "value": {"of": "c-8"}}]}
      """

  @REST-06
  Scenario: An object is deleted by its key
    Given the server of "chat" stores "rest/likes"
    And the server of "chat" stores "rest/settings"
    When the server of "chat" deletes "likes" from the storage
    Then Desk answers 200
    And the storage of "chat" holds "rest/only-settings"

  @REST-06 @Q-66
  Scenario: Another object under the same key takes its place
    Given the server of "chat" stores "rest/likes"
    When the server of "chat" stores "rest/likes-again"
    Then Desk answers 200 with "rest/likes-again"
    And the storage of "chat" holds "rest/likes-of-today"

  @REST-06
  Scenario: A value that is no object
    When the server of "chat" invokes "POST https://desk.zoho.com/api/v1/installedExtensions/{{installationId}}/storage" with
      """json
      {"connectionLinkName": "desk", "headers": {"orgId": 60001280952}, "postBody": {"key": "likes", "queriableValue": "chats", "value": 3}}
      """
    Then Desk answers 422 and says "The request counts for nothing, $.value: the number 3, where the documents have an object."
    And the storage of "chat" has 0 objects

  @REST-06
  Scenario: No installation sees another's
    Given the extension "forum" has the secret "another_secret"
    And the extension "forum" has the connection "desk" with
      | Desk.extensions.ALL |
    And the server of "chat" stores "rest/likes"
    When the server of "forum" reads the storage
    Then Desk answers 200 with
      """json
      {"data": []}
      """
    When the server of "forum" invokes "GET https://desk.zoho.com/api/v1/installedExtensions/26811000000800001/storage" with
      """json
      {"connectionLinkName": "desk", "headers": {"orgId": 60001280952}}
      """
    Then Desk answers 403 and says "This is not the installation's own id, write {{installationId}} and call through invoke."

  @REST-06 @Q-13
  Scenario: The address that the table of placeholders has is none of Desk's
    When the server of "chat" invokes "POST https://desk.zoho.com/api/v1/installations/{{installationId}}/storage" with
      """json
      {"connectionLinkName": "desk", "headers": {"orgId": 60001280952}, "postBody": {"key": "likes", "queriableValue": "chats", "value": {}}}
      """
    Then Desk answers 404 and says "Desk has no POST /api/v1/installations/{{installationId}}/storage. Did you mean /api/v1/installedExtensions/{{installationId}}/storage?"
    And the storage of "chat" has 0 objects
    When a server calls "GET /api/v1/installations/26811000000800001/storage"
    Then Desk refuses the call with 404 and says "Desk has no GET /api/v1/installations/{{installationId}}/storage. Did you mean /api/v1/installedExtensions/{{installationId}}/storage?"
