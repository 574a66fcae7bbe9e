Feature: What comes through Desk's API broadcasts nothing

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the extension "crm" at "desk.background"
    And the agent has the ticket "26811000000760569" open

  @EVT-30
  Scenario: A comment that is added through the API
    When the comment "Paid on Monday" is added through the API
    Then the ticket's last comment is private: "<div>Paid on Monday</div>"
    And the ticket's "commentCount" is "1"
    And no event is broadcast
    And "crm" at "desk.background" receives nothing

  @EVT-30
  Scenario: The same comment of the agent's
    When the agent comments privately "Paid on Monday"
    Then the ticket's last comment is private: "<div>Paid on Monday</div>"
    And "crm" at "desk.background" receives "ticket_comment.add"

  @EVT-30
  Scenario: A ticket that is marked as spam through the API
    When the ticket is marked as spam through the API
    Then the ticket's "isSpam" is "true"
    And no event is broadcast
    When the agent marks the ticket as no spam
    Then "crm" at "desk.background" receives "ticket_isSpam.changed"

  @EVT-30
  Scenario: Hooks guard the user interface: nobody is asked
    Given the extension "billing" at "desk.background" answers false to the hook "ticket.comment"
    When the comment "Paid on Monday" is added through the API
    Then "billing" at "desk.background" is not asked "ticket.comment"
    And the ticket has 1 comment
