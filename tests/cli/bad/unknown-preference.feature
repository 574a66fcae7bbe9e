# exit 1
Feature: A preference that no agent has

  Scenario: What is wrong stands here
    When the agent sets the preferences with
      | fontfamily | Lato |

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
