# exit 1
Feature: No message has this key

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the customer wrote "It does not charge" to the ticket "1" with
      | form | customer@example.com |

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
