# exit 1
Feature: The ID of a response template is a string of digits

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the response template "Parcel label" with
      | id      | label              |
      | content | The label is below |

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
