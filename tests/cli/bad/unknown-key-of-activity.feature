# exit 1
Feature: No such key

  Scenario: What is wrong stands here
    Given the activity "26811000000500001" with
      | contactid | 26811000000760569 |

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
