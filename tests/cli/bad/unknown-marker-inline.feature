# exit 3
Feature: No such marker, in a doc string

  Scenario: What is wrong stands here
    Given the ticket "26811000000760569"
    And the extension "crm" at "desk.background"
    When the agent opens the ticket "26811000000760569"
    And the agent closes the ticket
    Then "crm" at "desk.background" receives "ticket_status.changed" with
      """json
      {"ticket.status": "#strin"}
      """

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
