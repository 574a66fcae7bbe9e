# exit 1
Feature: An extension that is not active

  Scenario: What is wrong stands here
    Given the extension "ringer" at "desk.extension.telephony"
    And the extension "dialler" at "desk.extension.telephony"
    When the agent picks "dialler" at "desk.extension.telephony"

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
