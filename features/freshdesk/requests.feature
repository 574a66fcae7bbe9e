Feature: What an app asks of services

  Background:
    Given the help desk is Freshdesk
    And it is "2026-01-05T09:00:00Z"
    And the extension "notify" at "server"
    And the service "https://shop.example/orders/7" answers 200 with
      """json
      {"state": "paid"}
      """

  @FD-16
  Scenario: An answer is a status, headers and a text
    When "notify" at "server" calls "$request.get" with
      """json
      ["https://shop.example/orders/7"]
      """
    Then "notify" at "server" is answered with
      """json
      {"status": 200, "headers": {}, "response": "{\"state\":\"paid\"}"}
      """

  @FD-16
  Scenario Outline: A request goes out as <method>
    Given the service "https://shop.example/orders" answers 200
    When "notify" at "server" calls "$request.<call>" with
      """json
      ["https://shop.example/orders", {"headers": {"X-Key": "4711"}, "json": {"state": "sent"}}]
      """
    Then the service gets "<method> https://shop.example/orders" with
      """json
      {"headers": {"X-Key": "4711"}, "body": {"state": "sent"}}
      """

    Examples:
      | call   | method |
      | post   | POST   |
      | put    | PUT    |
      | patch  | PATCH  |
      | delete | DELETE |

  @FD-16
  Scenario: A status of 399 is an answer
    Given the service "https://shop.example/orders/8" answers 399
    When "notify" at "server" calls "$request.get" with
      """json
      ["https://shop.example/orders/8"]
      """
    Then "notify" at "server" is answered with
      """json
      {"status": 399, "headers": {}, "response": ""}
      """

  @FD-16
  Scenario Outline: A status of <status> is a rejection
    Given the service "https://shop.example/orders/8" answers <status> with
      """json
      {"reason": "gone"}
      """
    When "notify" at "server" calls "$request.get" with
      """json
      ["https://shop.example/orders/8"]
      """
    Then "notify" at "server" is refused with
      """json
      {"status": <status>, "headers": {}, "response": "{\"reason\":\"gone\"}"}
      """

    Examples:
      | status |
      | 400    |
      | 503    |

  @FD-16
  Scenario: A service that nobody plays is out of reach
    When "notify" at "server" calls "$request.get" with
      """json
      ["https://elsewhere.example/"]
      """
    Then "notify" at "server" is refused with
      """json
      {"status": 502, "headers": {}, "response": "no service answers GET https://elsewhere.example/"}
      """

  @FD-16
  Scenario: 50 requests a minute are made
    When "notify" at "server" calls "$request.get" 50 times with
      """json
      ["https://shop.example/orders/7"]
      """
    Then the service gets "GET https://shop.example/orders/7"

  @FD-16
  Scenario Outline: The next one is refused, whatever its method: <call>
    Given "notify" at "server" calls "$request.get" 50 times with
      """json
      ["https://shop.example/orders/7"]
      """
    When "notify" at "server" calls "<call>" with
      """json
      ["https://shop.example/orders/7"]
      """
    Then "notify" at "server" is refused with
      """json
      {"status": 429, "headers": {}, "response": "<call> was made 50 times within 60 seconds."}
      """

    Examples:
      | call                    |
      | $request.get            |
      | $request.post           |
      | $request.put            |
      | $request.patch          |
      | $request.delete         |
      | $request.invokeTemplate |

  @FD-16
  Scenario: A minute later requests are made again
    Given "notify" at "server" calls "$request.get" 50 times with
      """json
      ["https://shop.example/orders/7"]
      """
    When 59.999 seconds pass
    And "notify" at "server" calls "$request.get" with
      """json
      ["https://shop.example/orders/7"]
      """
    Then "notify" at "server" is refused with "$request.get was made 50 times within 60 seconds."
    When 1 millisecond passes
    And "notify" at "server" calls "$request.get" with
      """json
      ["https://shop.example/orders/7"]
      """
    Then the service gets "GET https://shop.example/orders/7"

  Rule: The app declares its requests in templates

    Background:
      Given the extension "notify" is configured with
        | domain | shop.example |
        | key    | k            |
      And the extension "notify" has the request template "addNote" with
        """json
        {
          "method": "POST",
          "host": "<%= iparam.domain %>",
          "path": "/orders/<%= context.id %>/notes",
          "query": {"by": "<%= context.agent %>"},
          "headers": {"Authorization": "Basic <%= encode(iparam.key + ':X') %>"}
        }
        """
      And the service "https://shop.example/orders/7/notes?by=Ada%20Agent" answers 201

    @FD-16
    Scenario: A template gets its values from the call and from the installation
      When "notify" at "server" calls "$request.invokeTemplate" with
        """json
        ["addNote", {"context": {"id": 7, "agent": "Ada Agent"}, "body": "{\"text\": \"Paid\"}"}]
        """
      Then the service gets "POST https://shop.example/orders/7/notes?by=Ada%20Agent" with
        """json
        {"headers": {"Authorization": "Basic azpY"}, "body": {"text": "Paid"}}
        """

    @FD-16
    Scenario: A value that is not given is named, and nothing leaves
      When "notify" at "server" calls "$request.invokeTemplate" with
        """json
        ["addNote", {"context": {"agent": "Ada Agent"}}]
        """
      Then "notify" at "server" is refused with "context.id is not given."

    @FD-16
    Scenario: A template that is not declared has a nearest one
      When "notify" at "server" calls "$request.invokeTemplate" with
        """json
        ["addNotes", {"context": {"id": 7}}]
        """
      Then "notify" at "server" is refused with "There is no request template addNotes. Did you mean addNote?"
