# exit 1
Feature: Bad input

  Scenario: What is wrong stands here
    Given the department "26811000000006912" with
      | nmae     | Returns |
      | isActive | yes     |

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
