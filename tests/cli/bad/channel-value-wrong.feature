# exit 1
Feature: A value of a channel's configuration cannot be

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel with
      | contentTypes | text/plain, text/htm |

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
