# exit 1
Feature: A response template without content

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the response template "Parcel label" with
      | id | 98787662312400000 |

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
