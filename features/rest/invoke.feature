Feature: An extension's server has Desk call somebody

  Background:
    Given the extension "chat" has the secret "my_secret_key_238392"
    And the service "https://chat.example/users" answers 200 with
      """json
      {"users": ["Ada"]}
      """

  Rule: Desk makes the request and tells its outcome

    @REST-01 @Q-42
    Scenario: The status as a number, the body and the headers as text
      When the server of "chat" invokes "GET https://chat.example/users"
      Then the service gets "GET https://chat.example/users"
      And Desk answers invoke with
        """json
        {"statusCode": 200, "response": "{\"users\":[\"Ada\"]}", "responseHeaders": "{}"}
        """

    @REST-01 @Q-41
    Scenario: Query, headers and body
      Given the service "POST https://chat.example/messages" answers 201
      When the server of "chat" invokes "POST https://chat.example/messages" with
        """json
        {"queryParams": {"room": "a b", "page": 2}, "headers": {"X-Room": 7}, "postBody": {"text": "Hello"}}
        """
      Then the service gets "POST https://chat.example/messages?room=a%20b&page=2" with
        """json
        {"headers": {"X-Room": "7"}, "body": {"text": "Hello"}}
        """
      And Desk answers 201

    @REST-01
    Scenario: What the service refuses is passed on
      Given the service "https://chat.example/users" answers 404
      When the server of "chat" invokes "GET https://chat.example/users"
      Then Desk answers 404

    @REST-01
    Scenario: Nobody is there
      When the server of "chat" invokes "GET https://chat.example/rooms"
      Then Desk refuses the call with 502 and says "The requestURL could not be reached, no service answers GET https://chat.example/rooms."

    @REST-01
    Scenario: What is no form
      When the server of "chat" invokes "GET https://chat.example/users" as JSON
      Then Desk refuses the call with 400 and says "The body is no form, send it as application/x-www-form-urlencoded."
      And no service gets anything

    @REST-01
    Scenario: An address that is none
      When the server of "chat" invokes "GET chat.example/users"
      Then Desk refuses the call with 422 and says "The request counts for nothing, $.requestURL: \"chat.example/users\" is no URL: begin it with https://."

    @REST-01
    Scenario: Headers that are no JSON
      When the server of "chat" invokes "GET https://chat.example/users" with
        """json
        {"headers": "X-Room: 7"}
        """
      Then Desk refuses the call with 422 and says "The request counts for nothing, $.headers: not the JSON text of an object, such as {\"orgId\": \"1\"}."

    @REST-01
    Scenario: A path that Desk does not have
      When a server calls "POST /api/v1/invok"
      Then Desk refuses the call with 404 and says "Desk has no POST /api/v1/invok. Did you mean /api/v1/invoke?"

    @REST-01
    Scenario: Another method
      When a server calls "GET /api/v1/invoke"
      Then Desk refuses the call with 405 and says "/api/v1/invoke takes POST, not GET."

    @REST-15
    Scenario Outline: Every documented method
      Given the service "<method> https://chat.example/messages/7" answers 204
      When the server of "chat" invokes "<method> https://chat.example/messages/7"
      Then the service gets "<method> https://chat.example/messages/7"
      And Desk answers 204

      Examples:
        | method |
        | GET    |
        | POST   |
        | PATCH  |
        | PUT    |
        | DELETE |

    @REST-15
    Scenario: A method that is not documented
      When the server of "chat" invokes "FETCH https://chat.example/users"
      Then Desk refuses the call with 422 and says "The request counts for nothing, $.requestType: \"FETCH\" is none of GET, POST, PATCH, PUT, DELETE."
      And no service gets anything

  Rule: HASH proves that the call is the vendor's

    @REST-02 @Q-43
    Scenario: Another secret
      When the server of "chat" invokes "GET https://chat.example/users" with the secret "guessed"
      Then Desk refuses the call with 401 and says "HASH is missing or wrong, send the hexadecimal HMAC-SHA-256 of requestURL, requestType under the manifest's secret."
      And no service gets anything

    @REST-02
    Scenario: No HASH
      When the server of "chat" invokes "GET https://chat.example/users" without a HASH
      Then Desk refuses the call with 401 and says "HASH is missing or wrong, send the hexadecimal HMAC-SHA-256 of requestURL, requestType under the manifest's secret."
      And no service gets anything

    @REST-02
    Scenario: A manifest without a secret
      Given the extension "forum" has the connection "forumservice"
      When the server of "forum" invokes "GET https://chat.example/users" with the secret ""
      Then Desk refuses the call with 401 and says "The manifest has no secret to compare HASH with, write one into plugin-manifest.json."

    @REST-14 @Q-43
    Scenario: The page's own sample, with the HASH that openssl makes of it
      Given the extension "chat" has the connection "myConnectionLinkName"
      And the service "https://api.google.com/test" answers 200
      When the server of "chat" invokes "POST https://api.google.com/test" under the HASH "a1df625d33b77472c264beb06579875b88951ba12736dcb2cb416034928c2c42" with
        """json
        {"queryParams": "{}", "postBody": "{}", "headers": "{\"orgId\":376723}", "connectionLinkName": "myConnectionLinkName"}
        """
      Then Desk answers 200
      And the service gets "POST https://api.google.com/test"

  Rule: securityContext and orgId name the installation

    @REST-03
    Scenario: A securityContext that was made up, or is of another portal
      When the server of "chat" invokes "GET https://chat.example/users" with the securityContext "2398deio3qwnx3c9xwi3nc3njkh9jfico"
      Then Desk refuses the call with 401 and says "No installation of this portal has this securityContext, send the one that came with a callback or a pull."
      And no service gets anything

    @REST-03 @REST-02
    Scenario: An installation, and the secret of another extension
      Given the extension "forum" has the secret "another_secret"
      When the server of "forum" invokes "GET https://chat.example/users" with the secret "my_secret_key_238392"
      Then Desk refuses the call with 401 and says "HASH is missing or wrong, send the hexadecimal HMAC-SHA-256 of requestURL, requestType under the manifest's secret."

    @REST-03 @Q-40
    Scenario: The securityContext in the query
      When the server of "chat" invokes "GET https://chat.example/users" with its securityContext in the query
      Then Desk answers 200
      And the service gets "GET https://chat.example/users"

    @REST-15
    Scenario: Another organisation
      When the server of "chat" invokes "GET https://chat.example/users" for the organisation "28732"
      Then Desk refuses the call with 403 and says "orgId is not this portal's, send the one that came with the securityContext."
      And no service gets anything
