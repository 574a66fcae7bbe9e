# exit 1
Feature: A param that the extension does not have, to be deleted

  Scenario: What is wrong stands here
    Given the extension "chat" has a channel
    And the extension "chat" has the optional param "domain"
    When the administrator deletes the param "domian" of the extension "chat"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
