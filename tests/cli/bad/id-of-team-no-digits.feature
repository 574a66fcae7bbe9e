# exit 1
Feature: An ID is no string of digits

  Scenario: What is wrong stands here
    Given the team "Workshop" with
      | id | workshop |

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
