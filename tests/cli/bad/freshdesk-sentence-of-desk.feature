# exit 1
Feature: A sentence that is Desk's alone

  Scenario: What is wrong stands here
    Given the help desk is Freshdesk
    And the portal with
      | orgId | 60001280952 |

  Scenario: Another scenario goes on
    Given the help desk is Freshdesk
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Close"
