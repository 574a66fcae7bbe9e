# exit 1
Feature: Yes is no value of a channel's configuration

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel with
      | updateRecords | yes |

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
