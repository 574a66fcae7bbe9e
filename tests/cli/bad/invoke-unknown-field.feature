# exit 1
Feature: A field that invoke does not have

  Scenario: What is wrong stands here
    Given the extension "chat" has the secret "4711"
    When the server of "chat" invokes "GET https://chat.example/users" with
      """json
      {"postbody": {"text": "Hello"}}
      """

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
