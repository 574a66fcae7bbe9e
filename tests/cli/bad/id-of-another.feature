# exit 1
Feature: Two colleagues have one ID

  Scenario: What is wrong stands here
    Given the agent "Kim Lee" with
      | id | 26811000000000012 |
    And the team "Workshop" with
      | id | 26811000000000012 |

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
