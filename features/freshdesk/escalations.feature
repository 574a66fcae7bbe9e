Feature: Tickets that are late

  A ticket is late where its first response or its resolution is due and has not come. It is escalated then, on the virtual clock.

  Background:
    Given the help desk is Freshdesk
    And it is "2026-01-05T09:00:00Z"
    And the extension "notify" at "server"
    And the ticket "1" with
      | fr_due_by | 2026-01-05T10:00:00Z |
      | due_by    | 2026-01-05T12:00:00Z |
    And the agent has the ticket "1" open

  @FD-05
  Scenario: The first response is late, and then the resolution adds nothing
    When 59 minutes pass
    Then "notify" at "server" receives nothing
    When 1 minute passes
    Then "notify" at "server" receives "onTicketUpdate" containing "freshdesk/payloads/response-late"
    When 2 hours pass
    Then "notify" at "server" has received in all
      | onTicketUpdate |

  @FD-05
  Scenario: A response in time is not late, a resolution later is
    When the agent replies "We are on it"
    And 2.9 hours pass
    Then "notify" at "server" does not receive "onTicketUpdate"
    When 0.1 hours pass
    Then "notify" at "server" receives "onTicketUpdate" containing "freshdesk/payloads/escalated"

  @FD-05
  Scenario: A private note is no response
    When the agent comments privately "An angry one"
    And 1 hour passes
    Then "notify" at "server" receives "onTicketUpdate" containing "freshdesk/payloads/response-late"

  @FD-05
  Scenario Outline: A ticket that is <what> is not late any more
    When the agent <does>
    And 4 hours pass
    Then "notify" at "server" has received in all
      | onTicketUpdate |

    Examples:
      | what    | does                     |
      | solved  | resolves the ticket      |
      | closed  | closes the ticket        |
      | deleted | deletes the ticket       |
      | spam    | marks the ticket as spam |

  @FD-05
  Scenario: What is put off is late later
    When the agent updates the ticket with
      | fr_due_by | 2026-01-05T11:00:00Z |
    And 1 hour passes
    Then "notify" at "server" receives nothing
    When 1 hour passes
    Then "notify" at "server" receives "onTicketUpdate" containing "freshdesk/payloads/response-late"
