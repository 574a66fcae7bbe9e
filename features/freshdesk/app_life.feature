Feature: The life of an app, and what may stop it

  Background:
    Given the help desk is Freshdesk

  @FD-15
  Scenario: A server that refuses keeps its app from being installed
    Given the extension "notify" at "server" rejects the hook "onAppInstall" with "The key is wrong"
    And the administrator uninstalls the extension "notify"
    When the administrator installs the extension "notify" at "server"
    Then the action is stopped with "The key is wrong"
    And "notify" at "server" is asked "onAppInstall" with
      """json
      {"account_id": 13, "domain": "sample.freshdesk.com", "event": "onAppInstall", "iparams": null}
      """

  @FD-15
  Scenario: A server that refuses keeps its app
    Given the extension "notify" at "server" rejects the hook "onAppUninstall" with "Orders are open"
    When the administrator uninstalls the extension "notify"
    Then the action is stopped with "Orders are open"
    And "notify" at "server" is asked "onAppUninstall" with
      """json
      {"account_id": 13, "domain": "sample.freshdesk.com", "event": "onAppUninstall", "iparams": null}
      """
    And "notify" at "server" is alive

  @FD-15
  Scenario: A server that agrees lets it go
    Given the extension "notify" at "server" allows the hook "onAppUninstall"
    When the administrator uninstalls the extension "notify"
    Then the action is done
    And "notify" at "server" is not alive

  @FD-15
  Scenario: A third party reaches the app
    Given the extension "notify" at "server"
    When a third party calls the target URL of "notify" with
      """json
      {"action": "opened"}
      """
    Then "notify" at "server" receives "onExternalEvent" with
      """json
      {
        "account_id": 13,
        "domain": "sample.freshdesk.com",
        "event": "onExternalEvent",
        "data": {"action": "opened"},
        "headers": {"Content-Type": "application/json"},
        "options": "freshdesk.onExternalEvent",
        "iparams": null
      }
      """

  @FD-15
  Scenario: What the app has scheduled comes back with its data
    Given it is "2026-01-05T09:00:00Z"
    And the extension "notify" at "server"
    When "notify" at "server" calls "$schedule.create" with
      """json
      [{"name": "reminder", "data": {"ticket": 1}, "schedule_at": "2026-01-05T10:00:00Z"}]
      """
    And 1 hour passes
    Then "notify" at "server" receives "onScheduledEvent" with
      """json
      {
        "account_id": 13,
        "domain": "sample.freshdesk.com",
        "event": "onScheduledEvent",
        "data": {"ticket": 1},
        "iparams": null
      }
      """

  @FD-15
  Scenario: The next version hears of it
    Given the extension "notify" at "server"
    When the administrator updates the extension "notify"
    Then "notify" at "server" receives "afterAppUpdate" with
      """json
      {"account_id": 13, "domain": "sample.freshdesk.com", "event": "afterAppUpdate", "iparams": null}
      """

  @FD-15
  Scenario Outline: An interceptor may stop <what>
    Given the ticket "1"
    And the extension "orders" at "ticket_background" rejects the hook "<hook>" with "Not yet"
    And the agent has the ticket "1" open
    When the agent <does>
    Then the action is stopped with "Not yet"
    And no event is broadcast
    And "orders" at "ticket_background" is asked "<hook>"

    Examples:
      | what      | hook                     | does                                     |
      | a close   | ticket.closeTicketClick  | closes the ticket                        |
      | a reply   | ticket.sendReply         | replies "We are on it"                   |
      | an update | ticket.propertiesUpdated | sets the field "priority" to "Urgent" |
      | a deletion | ticket.deleteTicketClick | deletes the ticket                       |

  @FD-15
  Scenario: An interceptor that stays silent keeps the agent waiting
    Given the ticket "1"
    And the extension "orders" at "ticket_background" never answers the hook "ticket.closeTicketClick"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    And 1 hour passes
    Then the action waits for "orders"

  @FD-14
  Scenario: The server lives from its installation on
    Given the extension "orders" at "server"
    Then "orders" at "server" is alive

  @FD-14
  Scenario Outline: A page on a ticket comes alive with it: <place>
    Given the ticket "1"
    And the extension "orders" at "<place>"
    Then "orders" at "<place>" is not alive
    When the agent opens the ticket "1"
    Then "orders" at "<place>" is alive

    Examples:
      | place                 |
      | ticket_sidebar        |
      | ticket_requester_info |
      | ticket_background     |
      | time_entry_background |

  @FD-14
  Scenario Outline: A page behind a click lives once the agent has picked it: <place>
    Given the ticket "1"
    And the extension "orders" at "<place>"
    When the agent opens the ticket "1"
    Then "orders" at "<place>" is not alive
    When the agent picks "orders" at "<place>"
    Then "orders" at "<place>" is alive

    Examples:
      | place                      |
      | ticket_top_navigation      |
      | ticket_attachment          |
      | ticket_conversation_editor |

  @FD-14
  Scenario Outline: A page of every page lives once the agent has picked it, whatever is open: <place>
    Given the extension "orders" at "<place>"
    Then "orders" at "<place>" is not alive
    When the agent picks "orders" at "<place>"
    Then "orders" at "<place>" is alive

    Examples:
      | place              |
      | full_page_app      |
      | cti_global_sidebar |
