# exit 1
Feature: An agent has no such key

  Scenario: What is wrong stands here
    Given the agent "Kim Lee" with
      | emial | kim@zylker.example |

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
