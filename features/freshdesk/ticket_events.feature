Feature: Product events of tickets

  Background:
    Given the help desk is Freshdesk
    And it is "2026-01-05T09:00:00Z"
    And the extension "notify" at "server"

  @FD-04 @FD-13
  Scenario: A new ticket is told with what the page documents
    When a ticket is created with
      | subject | Support Needed... |
    Then "notify" at "server" receives "onTicketCreate" containing "freshdesk/payloads/new-ticket"

  @FD-01
  Scenario: The envelope names the account, and has the installation parameters of each app
    Given the account with
      | account_id | 129                    |
      | domain     | fdm71.freshpacket.com |
    And the extension "notify" is configured with
      | channel | #support |
    When a ticket is created with
      | subject | Support Needed... |
    Then "notify" at "server" receives "onTicketCreate" containing "freshdesk/payloads/envelope"

  @FD-12
  Scenario Outline: <name> is a number in payloads
    Given the ticket "1" with
      | priority | Low  |
      | status   | Open |
    And the agent has the ticket "1" open
    When the agent sets the field "<field>" to "<name>"
    Then "notify" at "server" receives "onTicketUpdate" containing "freshdesk/payloads/coded-<field>-<number>"

    Examples:
      | field    | name    | number |
      | priority | Urgent  | 4      |
      | status   | Close   | 5      |
      | source   | Phone   | 3      |

  @FD-05
  Scenario: One update tells of all that changed
    Given the ticket "1" with
      | source   | Portal |
      | priority | Low    |
    And the agent has the ticket "1" open
    When the agent updates the ticket with
      | source   | Phone  |
      | priority | Medium |
    Then "notify" at "server" receives "onTicketUpdate" containing "freshdesk/payloads/two-changes"
    And "notify" at "server" has received in all
      | onTicketUpdate |

  @FD-05
  Scenario: A group and an agent are updates
    Given the group "Billing" with the ID 351
    And the agent "Ada Agent" with
      | id | 7 |
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent assigns the ticket to the group "Billing"
    Then "notify" at "server" receives "onTicketUpdate" containing "freshdesk/payloads/group-changed"
    When the agent assigns the ticket to "Ada Agent"
    Then "notify" at "server" receives "onTicketUpdate" containing "freshdesk/payloads/agent-changed"
    When the agent assigns the ticket to nobody
    Then "notify" at "server" receives "onTicketUpdate"

  @FD-05
  Scenario: Spam and its end are updates
    Given the ticket "1"
    And the agent has the ticket "1" open
    When the agent marks the ticket as spam
    Then "notify" at "server" receives "onTicketUpdate"
    When the agent marks the ticket as no spam
    Then "notify" at "server" receives "onTicketUpdate"

  @FD-05
  Scenario: What has that value already is no update
    Given the ticket "1" with
      | priority | Urgent |
    And the agent has the ticket "1" open
    When the agent sets the field "priority" to "Urgent"
    Then no event is broadcast
    And the action changes nothing

  @FD-05
  Scenario: A ticket that is resolved and opened again
    Given the ticket "1"
    And the agent has the ticket "1" open
    When the agent resolves the ticket
    Then the ticket's "status" is "Resolved"
    When the agent reopens the ticket
    Then "notify" at "server" receives "onTicketUpdate"
    And the ticket's "status" is "Open"

  @FD-07
  Scenario: A deletion is an update, whose changes say so
    Given the ticket "1"
    And the agent has the ticket "1" open
    When the agent deletes the ticket
    Then "notify" at "server" receives "onTicketUpdate" containing "freshdesk/payloads/deleted"

  @FD-06
  Scenario: Replies and notes are no updates of the ticket
    Given the ticket "1"
    And the agent has the ticket "1" open
    When the agent replies "We are on it"
    Then "notify" at "server" does not receive "onTicketUpdate"
    When the agent comments privately "An angry one"
    Then "notify" at "server" does not receive "onTicketUpdate"

  @FD-05
  Scenario: A ticket that is late is escalated
    Given the ticket "1" with
      | due_by | 2026-01-05T10:00:00Z |
    When 1 hour passes
    Then "notify" at "server" receives "onTicketUpdate" containing "freshdesk/payloads/escalated"

  @FD-05
  Scenario: A ticket that is resolved in time is not escalated
    Given the ticket "1" with
      | due_by | 2026-01-05T10:00:00Z |
    And the agent has the ticket "1" open
    When the agent resolves the ticket
    And 2 hours pass
    Then "notify" at "server" has received in all
      | onTicketUpdate |

  @FD-07
  Scenario: A ticket that is taken out of the bin is told so
    Given the ticket "1"
    And the agent has the ticket "1" open
    And the agent deletes the ticket
    When the agent restores the ticket
    Then "notify" at "server" receives "onTicketUpdate" containing "freshdesk/payloads/restored"

  @FD-01
  Scenario: Installation parameters may be said before the app
    Given the extension "billing" is configured with
      | channel | support |
    And the extension "billing" at "server"
    When a ticket is created with
      | subject | Support Needed... |
    Then "billing" at "server" receives "onTicketCreate" containing "freshdesk/payloads/configured"
