# exit 1
Feature: A sentence that is Freshdesk's alone

  Scenario: What is wrong stands here
    When a ticket is created with
      | subject | Faulty phone |

  Scenario: Another scenario goes on
    Given the help desk is Freshdesk
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Close"
