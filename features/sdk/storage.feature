Feature: What widgets keep in the storage of their extension

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  @SDK-15
  Scenario: What is stored is answered, and is there
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "set database" with
      """json
      {"key": "order-7", "queriableValue": "orders", "value": {"state": "paid", "items": [1, 2]}}
      """
    Then "crm" at "desk.background" is answered with
      """json
      {
        "status": "success",
        "database.set": {"data": [{"key": "order-7", "queriableValue": "orders", "value": {"state": "paid", "items": [1, 2]}}]}
      }
      """
    And the storage of "crm" has 1 object

  @SDK-15 @Q-66
  Scenario: Another object under the same key takes its place
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "set database" with
      """json
      [
        {"key": "order-7", "queriableValue": "orders", "value": {"state": "open"}},
        {"key": "order-7", "queriableValue": "done", "value": {"state": "paid"}}
      ]
      """
    And "crm" at "desk.background" calls "get database" with
      """json
      {"key": "order-7"}
      """
    Then "crm" at "desk.background" is answered with
      """json
      {
        "status": "success",
        "database.get": {"data": [{"key": "order-7", "queriableValue": "done", "value": {"state": "paid"}}]}
      }
      """

  @SDK-15
  Scenario Outline: Objects are found by <what>
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "set database" with
      """json
      [
        {"key": "order-1", "queriableValue": "orders", "value": {}},
        {"key": "bill-2", "queriableValue": "bills", "value": {}},
        {"key": "order-3", "queriableValue": "orders", "value": {}}
      ]
      """
    And "crm" at "desk.background" calls "get database" with
      """json
      <wanted>
      """
    Then "crm" at "desk.background" is answered with
      """json
      {
        "status": "success",
        "database.get": {"data": [{"key": "<found>", "queriableValue": "<group>", "value": {}}]}
      }
      """

    Examples:
      | what             | wanted                                     | found   | group  |
      | key              | {"key": "bill-2"}                          | bill-2  | bills  |
      | group            | {"queriableValue": "bills"}                | bill-2  | bills  |
      | group, from two  | {"queriableValue": "orders", "from": 2}    | order-3 | orders |
      | group, only one  | {"queriableValue": "orders", "limit": 1}   | order-1 | orders |
      | place and number | {"from": 2, "limit": 1}                    | bill-2  | bills  |

  @SDK-15
  Scenario: What is deleted is gone
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "set database" with
      """json
      [
        {"key": "order-1", "queriableValue": "orders", "value": {}},
        {"key": "bill-2", "queriableValue": "bills", "value": {"sum": 12}},
        {"key": "order-3", "queriableValue": "orders", "value": {}}
      ]
      """
    And "crm" at "desk.background" calls "delete database" with
      """json
      {"key": "bill-2"}
      """
    Then "crm" at "desk.background" is answered with
      """json
      {
        "status": "success",
        "database.delete": {"data": [{"key": "bill-2", "queriableValue": "bills", "value": {"sum": 12}}]}
      }
      """
    And the storage of "crm" has 2 objects
    When "crm" at "desk.background" calls "delete database" with
      """json
      [{"key": "order-1"}, {"queriableValue": "orders"}]
      """
    Then the storage of "crm" has 0 objects

  @SDK-15
  Scenario Outline: What cannot be done is refused: <what>
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "<call>" with
      """json
      <value>
      """
    Then "crm" at "desk.background" is refused with '<reason>'
    And the storage of "crm" has 0 objects

    Examples:
      | what             | call            | value               | reason                                                                                                    |
      | no key           | set database    | {"value": {}}       | set database does nothing, $.key: missing: the documents have a string here.                  |
      | no object        | set database    | "order-7"           | set database does nothing, $: the string "order-7", where the documents have an object.       |
      | nothing is named | delete database | {}                  | delete database does nothing, neither key nor queriableValue is given.                        |
      | another name     | set databse     | {"key": "order-7"}  | Desk does not know set databse. Did you mean set database? |

  @SDK-15
  Scenario: The extension's server and its widgets have one storage
    Given the extension "chat" has the secret "my_secret_key_238392"
    And the extension "chat" has the connection "desk" with
      | Desk.extensions.CREATE |
      | Desk.extensions.READ   |
    And the extension "chat" at "desk.background"
    When the server of "chat" stores "rest/likes"
    And "chat" at "desk.background" calls "get database" with
      """json
      {"key": "likes"}
      """
    Then "chat" at "desk.background" is answered with
      """json
      {
        "status": "success",
        "database.get": {"data": [{"key": "likes", "queriableValue": "chats", "value": {"of": "c-7", "likes": 3}}]}
      }
      """

  @SDK-15
  Scenario: A real extension writes, reads and deletes
    Given the extension "ledger" from "extensions/ledger"
    When the agent comments privately "waits for the supplier"
    Then the extension "ledger" logs "knew 0 issues"
    When the agent comments privately "forget it"
    Then the extension "ledger" logs "knew 1 issues"
    And the extension "ledger" logs "forgot 1"
    And the storage of "ledger" has 0 objects
    And nothing is reported of the extension "ledger"

  @SDK-15
  Scenario: A manifest without a storage
    Given the extension "ledger" from "extensions/broken/ledger-without-storage"
    When the agent comments privately "waits for the supplier"
    Then the extension "ledger" notifies "Storage not enabled in plugin-manifest.json."
    And the storage of "ledger" has 0 objects
    And the extension "ledger" is reported for "Storage not enabled"
    And the extension "ledger" is reported for "rejected"

  @SDK-15
  Scenario Outline: Only so many <what> a minute: the <number>th is refused
    Given the extension "gauge" from "extensions/gauge"
    When the agent comments privately "<call> <number>"
    Then the extension "gauge" notifies "<call> <number>: <most> done, 1 refused <reason>"
    And the extension "gauge" is reported for "was called"
    When 59.999 seconds pass
    And the agent comments privately "<call> 1"
    Then the extension "gauge" notifies "<call> 1: 0 done, 1 refused <reason>"
    When 1 millisecond passes
    And the agent comments privately "<call> 1"
    Then the extension "gauge" notifies "<call> 1: 1 done, 0 refused "

    Examples:
      | what      | call   | number | most | reason                                                                                        |
      | writes    | write  | 51     | 50   | set database was called 50 times within 60 seconds, wait before the next one.     |
      | reads     | read   | 251    | 250  | get database was called 250 times within 60 seconds, wait before the next one.    |
      | deletions | delete | 51     | 50   | delete database was called 50 times within 60 seconds, wait before the next one.  |

  @SDK-15
  Scenario Outline: <what> is stored up to a size
    Given the extension "gauge" from "extensions/gauge"
    When the agent comments privately "<word> <most>"
    Then the extension "gauge" notifies "<word> <most>: 1 done, 0 refused "
    When the agent comments privately "<word> <more>"
    Then the extension "gauge" notifies "<word> <more>: 0 done, 1 refused <reason>"
    And the extension "gauge" is reported for "set database"

    Examples:
      | what          | word  | most | more | reason                                                                                                           |
      | A key         | key   | 50   | 51   | set database does nothing, $.key: 51 characters, where the documents have at most 50 (storage.key).   |
      | A value       | value | 5222 | 5223 | set database does nothing, $.value: 5223 bytes, where the documents have at most 5222 (storage.value). |
      | A list        | batch | 10   | 11   | set database takes 10 objects at once, not 11.                                                      |
