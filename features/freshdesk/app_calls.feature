Feature: What an app asks of its host

  Background:
    Given the help desk is Freshdesk
    And it is "2026-01-05T09:00:00Z"
    And the extension "notify" at "server"

  @FD-16
  Scenario: What is stored is found again
    When "notify" at "server" calls "$db.set" with
      """json
      ["ticket:1", {"told": true}]
      """
    Then the data store of "notify" holds "ticket:1" with
      """json
      {"told": true}
      """
    When "notify" at "server" calls "$db.delete" with
      """json
      ["ticket:1"]
      """
    Then the data store of "notify" does not hold "ticket:1"

  @FD-16
  Scenario: A schedule comes when it is due
    When "notify" at "server" calls "$schedule.create" with
      """json
      [{"name": "reminder", "data": {"ticket": 1}, "schedule_at": "2026-01-05T10:00:00Z"}]
      """
    Then "notify" has scheduled "reminder" for "2026-01-05T10:00:00Z"
    When 59 minutes pass
    Then "notify" at "server" receives nothing
    When 1 minute passes
    Then "notify" at "server" receives "onScheduledEvent"
    And "notify" has scheduled nothing

  @FD-16
  Scenario: A request goes to a service
    Given the service "https://shop.example/orders/7" answers 200 with
      """json
      {"state": "paid"}
      """
    When "notify" at "server" calls "$request.get" with
      """json
      ["https://shop.example/orders/7", {"headers": {"X-Key": "4711"}}]
      """
    Then the service gets "GET https://shop.example/orders/7" with
      """json
      {"headers": {"X-Key": "4711"}}
      """

  @FD-02 @FD-14
  Scenario Outline: A handler that is declared in <where>
    Given the extension "told" from "apps/<app>"
    When the product event "onTicketCreate" comes with
      """json
      {"event": "onTicketCreate", "data": {"ticket": {"id": 7}}}
      """
    Then "told" at "server" receives "onTicketCreate"
    And nothing is reported of the extension "told"

    Examples:
      | where              | app             |
      | exports.events     | exported-events |
      | manifest's product | product-events  |
      | manifest's modules | module-events   |

  @FD-01
  Scenario: A recorded payload reaches the app as it is
    When the product event "onTicketCreate" comes with the payload "freshdesk/onTicketCreate"
    Then "notify" at "server" receives "onTicketCreate" with "freshdesk/onTicketCreate"

  @FD-01
  Scenario: A recorded payload that departs from its page is its author's
    When the product event "onContactUpdate" comes with the payload "freshdesk/onContactUpdate"
    Then "notify" at "server" receives "onContactUpdate" with "freshdesk/onContactUpdate"

  @FD-01
  Scenario: A secure installation parameter is in the payload, and in no report
    Given the extension "notify" has the secure installation parameter "api_key" of "s3cret"
    When a ticket is created with
      | subject | Support Needed... |
    Then "notify" at "server" receives "onTicketCreate" containing "freshdesk/payloads/secure"

  @FD-01
  Scenario: The runtime adds an app's installation parameters to a recorded payload
    Given the extension "notify" is configured with
      """json
      {"channel": "support", "every": 5}
      """
    When the product event "onTicketCreate" comes with
      """json
      {"event": "onTicketCreate", "data": {"ticket": {"id": 7}}}
      """
    Then "notify" at "server" receives "onTicketCreate" with
      """json
      {"event": "onTicketCreate", "data": {"ticket": {"id": 7}}, "iparams": {"channel": "support", "every": 5}}
      """

  @FD-15
  Scenario: A recorded payload of an installation asks the app's server
    Given the extension "notify" is configured with
      | key | 4711 |
    And the extension "notify" at "server" rejects the hook "onAppInstall" with "The key is wrong"
    When the product event "onAppInstall" comes with
      """json
      {"event": "onAppInstall", "account_id": 13}
      """
    Then the action is stopped with "The key is wrong"
    And "notify" at "server" is asked "onAppInstall" with
      """json
      {"event": "onAppInstall", "account_id": 13, "iparams": {"key": "4711"}}
      """

  @FD-16
  Scenario: A request template reads what the app's vendor has set
    Given the extension "orders" from "apps/app-settings"
    And the extension "orders" has the app setting "host" of "shop.example"
    And the service "https://shop.example/orders/7" answers 200 with
      """json
      {"state": "paid"}
      """
    When the product event "onTicketCreate" comes with
      """json
      {"event": "onTicketCreate", "data": {"ticket": {"id": 7}}}
      """
    Then the extension "orders" logs "the order is paid"
