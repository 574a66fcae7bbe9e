# exit 1
Feature: Resources that are no object

  Scenario: What is wrong stands here
    Given the extension "chat" declares resources with
      """json
      ["fields"]
      """

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
