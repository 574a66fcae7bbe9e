Feature: What an app stores

  An app keeps objects under keys, for its own installation. What does not fit is refused, and the app can read why.

  Background:
    Given the help desk is Freshdesk
    And it is "2026-01-05T09:00:00Z"
    And the extension "notify" at "server"

  @FD-16
  Scenario: A key may have 60 characters
    When "notify" at "server" calls "$db.set" with
      """json
      ["a-key-of-sixty-characters-in-all-0123456789-0123456789-01234", {"told": true}]
      """
    Then "notify" at "server" is answered with
      """json
      {"Created": true}
      """

  @FD-16
  Scenario Outline: Nothing is <done> under a key of 61 characters
    When "notify" at "server" calls "<call>" with
      """json
      ["a-key-of-sixty-one-characters-in-all-0123456789-0123456789-01"<more>]
      """
    Then "notify" at "server" is refused with "<call> does nothing: 61 characters, where the documents have at most 60 (db.key) at key."

    Examples:
      | done    | call       | more                      |
      | stored  | $db.set    | , {"told": true}          |
      | read    | $db.get    |                           |
      | changed | $db.update | , "set", {"told": true}   |
      | deleted | $db.delete |                           |

  @FD-16
  Scenario: A key and its value may have 40 KB together
    When "notify" at "server" calls "$db.set" with "freshdesk/calls/stored-just-fits"
    Then "notify" at "server" is answered with
      """json
      {"Created": true}
      """

  @FD-16
  Scenario: A byte more is too much
    When "notify" at "server" calls "$db.set" with "freshdesk/calls/stored-too-large"
    Then "notify" at "server" is refused with "k and its value have 40961 bytes, where 40960 are allowed."
    And the data store of "notify" does not hold "k"

  @FD-16
  Scenario: What is changed may not outgrow it
    Given "notify" at "server" calls "$db.set" with "freshdesk/calls/stored-just-fits"
    When "notify" at "server" calls "$db.update" with
      """json
      ["k", "set", {"more": true}]
      """
    Then "notify" at "server" is refused with "k and its value have 40972 bytes, where 40960 are allowed."

  @FD-16
  Scenario Outline: <what> is not stored
    When "notify" at "server" calls "$db.set" with
      """json
      <given>
      """
    Then "notify" at "server" is refused with "<reason>"

    Examples:
      | what                          | given                           | reason                                                                     |
      | An empty object               | ["order:7", {}]                 | The value of order:7 is empty: {} cannot be stored.                        |
      | An object under a blank key   | [" ", {"told": true}]           | The key is blank.                                                          |
      | A text                        | ["order:7", "told"]             | $db.set does nothing: the string \"told\", where the documents have an object at value. |

  @FD-16
  Scenario: A number that is a key stands for its digits
    When "notify" at "server" calls "$db.set" with
      """json
      [7, {"told": true}]
      """
    Then the data store of "notify" holds "7" with
      """json
      {"told": true}
      """
    When "notify" at "server" calls "$db.get" with
      """json
      ["7"]
      """
    Then "notify" at "server" is answered with
      """json
      {"told": true}
      """

  @FD-16
  Scenario: What is stored for a while is gone then
    When "notify" at "server" calls "$db.set" with
      """json
      ["order:7", {"told": true}, {"ttl": 60}]
      """
    And 59.999 seconds pass
    Then the data store of "notify" holds "order:7" with
      """json
      {"told": true}
      """
    When 1 millisecond passes
    Then the data store of "notify" does not hold "order:7"

  @FD-16
  Scenario: What must be new is refused where it is not
    Given "notify" at "server" calls "$db.set" with
      """json
      ["order:7", {"told": true}, {"setIf": "not_exist"}]
      """
    When "notify" at "server" calls "$db.set" with
      """json
      ["order:7", {"told": false}, {"setIf": "not_exist"}]
      """
    Then "notify" at "server" is refused with
      """json
      {"status": 400, "message": "The setIf conditional request failed"}
      """
    And the data store of "notify" holds "order:7" with
      """json
      {"told": true}
      """

  @FD-16
  Scenario: What must be there already is refused where it is not
    When "notify" at "server" calls "$db.update" with
      """json
      ["order:7", "set", {"told": true}, {"setIf": "exist"}]
      """
    Then "notify" at "server" is refused with "The setIf conditional request failed"
    When "notify" at "server" calls "$db.set" with
      """json
      ["order:7", {"told": true}]
      """
    And "notify" at "server" calls "$db.set" with
      """json
      ["order:7", {"told": false}, {"setIf": "exist"}]
      """
    Then the data store of "notify" holds "order:7" with
      """json
      {"told": false}
      """

  @FD-16
  Scenario Outline: <action> changes what is stored
    Given "notify" at "server" calls "$db.set" with
      """json
      ["order:7", {"state": "paid", "times": 1, "notes": [1]}]
      """
    When "notify" at "server" calls "$db.update" with
      """json
      ["order:7", "<action>", <given>]
      """
    Then "notify" at "server" is answered with
      """json
      {"Updated": true}
      """
    And the data store of "notify" holds "order:7" with
      """json
      <result>
      """

    Examples:
      | action    | given                     | result                                                |
      | set       | {"state": "sent", "by": 4} | {"state": "sent", "times": 1, "notes": [1], "by": 4} |
      | increment | {"times": 2}              | {"state": "paid", "times": 3, "notes": [1]}           |
      | append    | {"notes": [2, 3]}         | {"state": "paid", "times": 1, "notes": [1, 2, 3]}     |
      | remove    | ["times", "notes"]        | {"state": "paid"}                                     |

  @FD-16
  Scenario: A change that does not fit changes nothing
    Given "notify" at "server" calls "$db.set" with
      """json
      ["order:7", {"state": "paid"}]
      """
    When "notify" at "server" calls "$db.update" with
      """json
      ["order:7", "increment", {"state": 1}]
      """
    Then "notify" at "server" is refused with "increment does not fit what is stored under the key."
    And the data store of "notify" holds "order:7" with
      """json
      {"state": "paid"}
      """

  @FD-16
  Scenario: What is deleted is not found
    Given "notify" at "server" calls "$db.set" with
      """json
      ["order:7", {"told": true}]
      """
    When "notify" at "server" calls "$db.delete" with
      """json
      ["order:7"]
      """
    Then "notify" at "server" is answered with
      """json
      {"Deleted": true}
      """
    When "notify" at "server" calls "$db.get" with
      """json
      ["order:7"]
      """
    Then "notify" at "server" is refused with
      """json
      {"status": 404, "message": "Record not found"}
      """

  @FD-16
  Scenario: Each app has a data store of its own
    Given the extension "billing" at "server"
    When "notify" at "server" calls "$db.set" with
      """json
      ["order:7", {"told": true}]
      """
    And "billing" at "server" calls "$db.get" with
      """json
      ["order:7"]
      """
    Then "billing" at "server" is refused with "Record not found"

  @FD-16
  Scenario Outline: What an app's server calls is not there for its pages: <call>
    Given the extension "orders" at "ticket_background"
    And the ticket "1"
    And the agent has the ticket "1" open
    When "orders" at "ticket_background" calls "<call>" with
      """json
      [<given>]
      """
    Then "orders" at "ticket_background" is refused with "<call> is no call that ticket_background has."

    Examples:
      | call                    | given                                                               |
      | $db.get                 | "order:7"                                                           |
      | $db.set                 | "order:7", {"told": true}                                           |
      | $db.update              | "order:7", "set", {"told": true}                                    |
      | $db.delete              | "order:7"                                                           |
      | $schedule.create        | {"name": "reminder", "schedule_at": "2026-01-05T10:00:00Z"}         |
      | $schedule.fetch         | {"name": "reminder"}                                                |
      | $schedule.update        | {"name": "reminder"}                                                |
      | $schedule.delete        | {"name": "reminder"}                                                |
      | generateTargetUrl       |                                                                     |
      | renderData              |                                                                     |
      | $request.invokeTemplate | "getOrder"                                                          |
      | $request.get            | "https://shop.example/orders"                                       |
      | $request.post           | "https://shop.example/orders"                                       |
      | $request.put            | "https://shop.example/orders"                                       |
      | $request.patch          | "https://shop.example/orders"                                       |
      | $request.delete         | "https://shop.example/orders"                                       |
