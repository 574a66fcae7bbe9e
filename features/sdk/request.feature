Feature: What widgets ask of third parties

  @SDK-15
  Scenario: Config params are filled in wherever they stand
    Given the extension "crm" at "desk.background"
    And the extension "crm" has the optional param "domain"
    And the extension "crm" has the secure param "token"
    And the agent sets the param "domain" of the extension "crm" to "shop"
    And the agent sets the param "token" of the extension "crm" to "4711-0815"
    And the service "https://shop.example/orders?of=shop&page=2" answers 201
    When "crm" at "desk.background" calls "request" with
      """json
      {
        "url": "https://{{domain}}.example/orders",
        "type": "post",
        "headers": {"X-Key": "{{token}}", "Accept": "application/json"},
        "data": {"of": "{{domain}}", "page": 2},
        "postBody": {"key": "{{token}}", "items": ["{{domain}}", 7]}
      }
      """
    Then the service gets "POST https://shop.example/orders?of=shop&page=2" with
      """json
      {"headers": {"X-Key": "4711-0815", "Accept": "application/json"}, "body": {"key": "4711-0815", "items": ["shop", 7]}}
      """

  @SDK-15
  Scenario: A query may have a part without a name
    Given the extension "crm" at "desk.background"
    And the service "https://shop.example/orders?=7" answers 200
    When "crm" at "desk.background" calls "request" with
      """json
      {"url": "https://shop.example/orders", "data": {"": 7}}
      """
    Then the service gets "GET https://shop.example/orders?=7" with
      """json
      {"headers": {}}
      """

  @SDK-15 @REST-04
  Scenario: A placeholder that stands for nothing
    Given the extension "crm" at "desk.background"
    And the extension "crm" has the optional param "domain"
    When "crm" at "desk.background" calls "request" with
      """json
      {"url": "https://{{domian}}.example/orders"}
      """
    Then "crm" at "desk.background" is refused with "{{domian}} stands for nothing, write one of {{installationId}}, {{domain}}. Did you mean {{domain}}?"
    And no service gets anything

  @SDK-15 @REST-05
  Scenario: A connection brings its authorisation
    Given the extension "crm" has the secret "my_secret_key_238392"
    And the extension "crm" has the connection "shop"
    And the extension "crm" at "desk.background"
    And the service "https://shop.example/orders" answers 200
    When "crm" at "desk.background" calls "request" with
      """json
      {"url": "https://shop.example/orders", "headers": {"authorization": "none"}, "connectionLinkName": "shop"}
      """
    Then the service gets "GET https://shop.example/orders" with
      """json
      {"headers": {"Authorization": "#regex ^Zoho-oauthtoken [0-9a-f]{64}$", "authorization": "#notpresent"}}
      """

  @SDK-15 @REST-05
  Scenario: A connection that the manifest does not have
    Given the extension "crm" has the secret "my_secret_key_238392"
    And the extension "crm" has the connection "shop"
    And the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "request" with
      """json
      {"url": "https://shop.example/orders", "connectionLinkName": "shops"}
      """
    Then "crm" at "desk.background" is refused with "The manifest's connectors have no connectionLinkName \"shops\", add it there. Did you mean shop?"
    And no service gets anything

  @SDK-15
  Scenario: Files go along as a form's parts
    Given the extension "crm" at "desk.background"
    And the service "https://shop.example/files" answers 200
    When "crm" at "desk.background" calls "request" with
      """json
      {
        "url": "https://shop.example/files",
        "type": "POST",
        "postBody": "{\"of\": \"order-7\"}",
        "fileObj": {"fileName": "bill.pdf", "fileType": "application/pdf", "content": "JVBERi0=", "key": "bill"}
      }
      """
    Then the service gets "POST https://shop.example/files" with
      """json
      {
        "headers": {"Content-Type": "multipart/form-data; boundary=----deskspec"},
        "body": "------deskspec\r\nContent-Disposition: form-data; name=\"of\"\r\n\r\norder-7\r\n------deskspec\r\nContent-Disposition: form-data; name=\"bill\"; filename=\"bill.pdf\"\r\nContent-Type: application/pdf\r\n\r\nJVBERi0=\r\n------deskspec--\r\n"
      }
      """

  @SDK-15
  Scenario: A body without keys does not go along with files
    Given the extension "crm" at "desk.background"
    And the service "https://shop.example/files" answers 200
    When "crm" at "desk.background" calls "request" with
      """json
      {
        "url": "https://shop.example/files",
        "type": "POST",
        "headers": {"content-type": "application/json"},
        "postBody": "order 7",
        "fileObj": [{"fileName": "note.txt", "content": "paid", "key": "note"}]
      }
      """
    Then the service gets "POST https://shop.example/files" with
      """json
      {
        "headers": {"Content-Type": "#present", "content-type": "#notpresent"},
        "body": "------deskspec\r\nContent-Disposition: form-data; name=\"note\"; filename=\"note.txt\"\r\nContent-Type: application/octet-stream\r\n\r\npaid\r\n------deskspec--\r\n"
      }
      """

  @SDK-15
  Scenario: An answer that is read already
    Given the extension "crm" at "desk.background"
    And the service "https://shop.example/orders/7" answers 404 with
      """json
      {"error": "no such order"}
      """
    When "crm" at "desk.background" calls "request" with
      """json
      {"url": "https://shop.example/orders/7", "responseType": "json"}
      """
    Then "crm" at "desk.background" is answered with
      """json
      {"data": {"statusCode": 404, "statusMessage": {"error": "no such order"}}}
      """

  @SDK-15
  Scenario: An answer as a text in a text
    Given the extension "crm" at "desk.background"
    And the service "https://shop.example/orders/7" answers 404 with
      """json
      {"error": "no such order"}
      """
    When "crm" at "desk.background" calls "request" with
      """json
      {"url": "https://shop.example/orders/7"}
      """
    Then "crm" at "desk.background" is answered with
      """text
      {"response":"{\"statusCode\":404,\"statusMessage\":{\"error\":\"no such order\"}}"}
      """

  @SDK-15
  Scenario: Without an address
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "request" with
      """json
      {"type": "GET"}
      """
    Then "crm" at "desk.background" is refused with "request does nothing, $.url: missing: the documents have a string here."

  @SDK-15
  Scenario: An address of Desk's own is answered by Desk
    Given the extension "chat" has the secret "my_secret_key_238392"
    And the extension "chat" has the connection "desk" with
      | Desk.extensions.CREATE |
      | Desk.extensions.READ   |
    And the extension "chat" at "desk.background"
    When the server of "chat" stores "rest/likes"
    And "chat" at "desk.background" calls "request" with
      """json
      {
        "url": "https://desk.zoho.com/api/v1/installedExtensions/{{installationId}}/storage",
        "data": {"key": "likes"},
        "headers": {"orgId": "60001280952"},
        "connectionLinkName": "desk",
        "responseType": "json"
      }
      """
    Then "chat" at "desk.background" is answered with
      """json
      {
        "data": {
          "statusCode": 200,
          "statusMessage": {"data": [{"key": "likes", "queriableValue": "chats", "value": {"of": "c-7", "likes": 3}}]}
        }
      }
      """
    And no service gets anything
