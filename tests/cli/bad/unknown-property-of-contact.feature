# exit 1
Feature: No such property of a contact's, and a value of another type

  Scenario: What is wrong stands here
    Given the contact "26811000000480001" with
      | lastNam | Lee |
      | isSpam  | yes |

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
