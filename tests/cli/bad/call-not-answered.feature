# exit 1
Feature: A call that is not answered yet

  Scenario: What is wrong stands here
    Given a call from "+1 888 900 9646" rings
    When the agent completes the call

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
