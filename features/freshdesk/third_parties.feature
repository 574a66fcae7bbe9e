Feature: What third parties send to an app

  Background:
    Given the help desk is Freshdesk
    And it is "2026-01-05T09:00:00Z"
    And the extension "notify" at "server"

  @FD-16
  Scenario: An app's target URL is its own
    When "notify" at "server" calls "generateTargetUrl"
    Then "notify" at "server" is answered with
      """json
      "https://sample.freshdesk.com/apps/notify/external"
      """

  @FD-15
  Scenario: 250 calls a minute are let through, and no more
    When a third party calls the target URL of "notify" 250 times with
      """json
      {"action": "opened"}
      """
    Then "notify" at "server" receives "onExternalEvent"
    When a third party calls the target URL of "notify" with
      """json
      {"action": "opened"}
      """
    Then "notify" at "server" receives nothing

  @FD-15
  Scenario: A minute later the next 250 are
    Given a third party calls the target URL of "notify" 250 times with
      """json
      {"action": "opened"}
      """
    When 59.999 seconds pass
    And a third party calls the target URL of "notify" with
      """json
      {"action": "opened"}
      """
    Then "notify" at "server" receives nothing
    When 1 millisecond passes
    And a third party calls the target URL of "notify" with
      """json
      {"action": "opened"}
      """
    Then "notify" at "server" receives "onExternalEvent"

  @FD-15
  Scenario: 100 KB are let through
    When a third party calls the target URL of "notify" with "freshdesk/third-party/just-fits"
    Then "notify" at "server" receives "onExternalEvent"

  @FD-15
  Scenario: A byte more is not
    When a third party calls the target URL of "notify" with "freshdesk/third-party/too-large"
    Then "notify" at "server" receives nothing

  @FD-15
  Scenario: Only the app whose target URL it is hears of it, with its own installation parameters
    Given the extension "billing" at "server"
    And the extension "notify" is configured with
      | channel | support |
    When a third party calls the target URL of "notify" with
      """json
      {"action": "opened"}
      """
    Then "billing" at "server" receives nothing
    And "notify" at "server" receives "onExternalEvent" with
      """json
      {
        "account_id": 13,
        "domain": "sample.freshdesk.com",
        "event": "onExternalEvent",
        "data": {"action": "opened"},
        "headers": {"Content-Type": "application/json"},
        "options": "freshdesk.onExternalEvent",
        "iparams": {"channel": "support"}
      }
      """

  @FD-15
  Scenario: An app that is not installed hears nothing
    Given the extension "notify" at "server" allows the hook "onAppUninstall"
    And the administrator uninstalls the extension "notify"
    When a third party calls the target URL of "notify" with
      """json
      {"action": "opened"}
      """
    Then the action changes nothing
