# exit 1
Feature: No response template is called so

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the customer wrote "It does not charge" to the ticket "1"
    And the response template "Parcel label" with
      | content | The label is below |
    And the agent has the ticket "1" open
    And the agent opens the reply editor
    When the agent applies the response template "Parcel lable"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
