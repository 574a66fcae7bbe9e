Feature: Logs of an extension's server

  Background:
    Given the extension "chat" has the secret "my_secret_key_238392"
    And the extension "chat" has the connection "desk" with
      | Desk.extensions.CREATE |

  @REST-08 @Q-46
  Scenario: A log without a reference is its own parent
    When the server of "chat" writes a log with
      | title       | Import    |
      | description | 3 tickets |
    Then Desk answers 200 with
      """json
      {
        "logId": "26811000000900001",
        "parentLogId": "26811000000900001",
        "extensionName": "chat",
        "description": "3 tickets",
        "installationId": "26811000000800001",
        "title": "Import",
        "logTime": "2026-01-05T09:00:00.000Z"
      }
      """
    And "chat" has 1 log

  @REST-08
  Scenario: One reference groups logs under the first of them
    Given the server of "chat" writes 2 logs under the reference "monday"
    When the server of "chat" writes a log with
      | reference   | monday    |
      | title       | Import    |
      | description | 3 tickets |
    Then Desk answers 200 with
      """json
      {
        "logId": "26811000000900005",
        "parentLogId": "26811000000900001",
        "extensionName": "chat",
        "description": "3 tickets",
        "installationId": "#id",
        "title": "Import",
        "logTime": "#present"
      }
      """

  @REST-08 @Q-66
  Scenario: Ten of a group, and no eleventh
    When the server of "chat" writes 10 logs under the reference "monday"
    Then Desk answers 200
    When the server of "chat" writes 1 log under the reference "monday"
    Then Desk answers 422 and says "The reference \"monday\" groups 10 logs already, use another one."
    And "chat" has 10 logs
    When the server of "chat" writes 1 log under the reference "tuesday"
    Then Desk answers 200
    And "chat" has 11 logs

  @REST-08
  Scenario: After three days a log is gone, and its group has room again
    Given the server of "chat" writes 10 logs under the reference "monday"
    When 259199999 milliseconds pass
    Then "chat" has 10 logs
    When 1 millisecond passes
    Then "chat" has 0 logs
    When the server of "chat" writes 1 log under the reference "monday"
    Then Desk answers 200
    And "chat" has 1 log

  @REST-08
  Scenario: A log without a description
    When the server of "chat" writes a log with
      | title | Import |
    Then Desk answers 422 and says "The request counts for nothing, $.description: missing: the documents have a string here."
    And "chat" has 0 logs
