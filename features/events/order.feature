Feature: Extensions hear of changes in the order in which they happened

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  @EVT-28
  Scenario: One after the other
    Given the extension "crm" at "desk.background"
    When the agent comments publicly "We are done"
    Then "crm" at "desk.background" receives in this order
      | ticket_comment.add |
    When the agent closes the ticket
    Then "crm" at "desk.background" receives in this order
      | ticket_status.changed |
    And "crm" at "desk.background" has received in all
      | ticket_comment.add    |
      | ticket_status.changed |

  @EVT-28
  Scenario: What was begun first may happen last
    Given the extension "crm" at "desk.background" allows the hook "ticket.comment" after 5 seconds
    When the agent comments publicly "We are done"
    And the agent closes the ticket
    And 5 seconds pass
    Then "crm" at "desk.background" receives in this order
      | ticket_status.changed |
      | ticket_comment.add    |

  @EVT-28
  Scenario: What happens at one instant keeps the agent's order
    Given the extension "crm" at "desk.background" allows the hook "ticket.comment" after 5 seconds
    And the extension "crm" at "desk.background" allows the hook "ticket.close" after 5 seconds
    When the agent comments publicly "We are done"
    And the agent closes the ticket
    And 5 seconds pass
    Then "crm" at "desk.background" receives in this order
      | ticket_comment.add    |
      | ticket_status.changed |

  @EVT-28
  Scenario: A listener that throws keeps no other from the event
    Given the extension "crm" at "desk.background" throws "no memory" on the event "ticket_status.changed"
    And the extension "billing" at "desk.background" listens to the event "ticket_status.changed"
    When the agent closes the ticket
    Then "crm" at "desk.background" receives "ticket_status.changed"
    And "billing" at "desk.background" receives "ticket_status.changed" with "payloads/ticket_status.changed.closed"
    And the extension "crm" is reported for "threw: no memory"
