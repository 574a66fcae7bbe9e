# exit 1
Feature: A key of a channel's configuration is misspelt

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel with
      | acceptAttachment | true |

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
