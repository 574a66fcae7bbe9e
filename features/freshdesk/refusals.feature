Feature: An app that keeps itself from being installed or uninstalled

  Background:
    Given the help desk is Freshdesk
    And it is "2026-01-05T09:00:00Z"

  @FD-15
  Scenario: A refusal may have 60 characters
    Given the extension "notify" at "server" rejects the hook "onAppUninstall" with "Orders are open: close them before you uninstall the app now"
    When the administrator uninstalls the extension "notify"
    Then the action is stopped with "Orders are open: close them before you uninstall the app now"
    And nothing is reported of the extension "notify"

  @FD-15
  Scenario: A longer one refuses too, and the app is reported for it
    Given the extension "notify" at "server" rejects the hook "onAppUninstall" with "Orders are open: close them before you uninstall the app, now"
    When the administrator uninstalls the extension "notify"
    Then the action is stopped with "Orders are open: close them before you uninstall the app, now"
    And the extension "notify" is reported for "the message of renderData has 61 characters: Freshdesk takes 60"

  @FD-15
  Scenario: A refusal to go without a reason has Freshdesk's
    Given the extension "notify" at "server" rejects the hook "onAppUninstall" without a reason
    When the administrator uninstalls the extension "notify"
    Then the action is stopped with "The app could not be uninstalled."

  @FD-15
  Scenario: A refusal to come without a reason has Freshdesk's
    Given the extension "notify" at "server" rejects the hook "onAppInstall" without a reason
    And the administrator uninstalls the extension "notify"
    When the administrator installs the extension "notify" at "server"
    Then the action is stopped with "The app could not be installed."
    And "notify" at "server" is not alive

  @FD-15
  Scenario: An agent who is stopped without a reason reads Freshdesk's
    Given the ticket "1"
    And the extension "orders" at "ticket_background" rejects the hook "ticket.closeTicketClick" without a reason
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the action is stopped with "An app stopped this action."

  @FD-16
  Scenario: A handler has 20 seconds
    Given the extension "notify" at "server" allows the hook "onAppUninstall" after 19.999 seconds
    When the administrator uninstalls the extension "notify"
    And 20 seconds pass
    Then the action is done

  @FD-16
  Scenario: Who takes longer has not agreed
    Given the extension "notify" at "server" never answers the hook "onAppUninstall"
    When the administrator uninstalls the extension "notify"
    And 19.999 seconds pass
    Then the action waits for "notify"
    When 1 millisecond passes
    Then the action is stopped with "The app could not be uninstalled."
    And "notify" at "server" is alive

  @FD-15
  Scenario: An app that fails has not agreed
    Given the extension "notify" at "server" throws "no such order" in the hook "onAppUninstall"
    When the administrator uninstalls the extension "notify"
    Then the action is stopped with "The app could not be uninstalled."

  @FD-15
  Scenario: An app without a handler comes and goes
    When the administrator installs the extension "notify" at "server"
    Then the action is done
    And "notify" at "server" is not asked "onAppInstall"
    And "notify" at "server" is alive
    When the administrator uninstalls the extension "notify"
    Then the action is done
    And "notify" at "server" is not alive

  @FD-15
  Scenario: What the administrator fills in is in the question
    Given the extension "notify" at "server" allows the hook "onAppUninstall"
    And the extension "notify" is configured with
      | domain | shop.example |
    When the administrator uninstalls the extension "notify"
    Then "notify" at "server" is asked "onAppUninstall" with
      """json
      {"account_id": 13, "domain": "sample.freshdesk.com", "event": "onAppUninstall", "iparams": {"domain": "shop.example"}}
      """

  @FD-16
  Scenario: Where nothing waits for it, renderData does nothing, and the app is reported for it
    Given the extension "notify" at "server"
    When "notify" at "server" calls "renderData" with
      """json
      [{"message": "Orders are open"}, {"orders": 3}]
      """
    Then "notify" at "server" is answered with
      """json
      null
      """
    And the extension "notify" is reported for "renderData is called where nothing waits for it: it does nothing"

  @FD-15 @FD-16
  Scenario: A real app that never says renderData keeps itself from being installed
    When the administrator installs the extension "silent" from "apps/silent"
    And 20 seconds pass
    Then the action is stopped with "The app could not be installed."
    And the extension "silent" is reported for "waited past the 20 s that a handler has, and was cut: renderData() has not been called"
