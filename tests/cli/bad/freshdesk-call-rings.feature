# exit 1
Feature: Telephony is Desk's alone

  Scenario: What is wrong stands here
    Given the help desk is Freshdesk
    When a call from "555-0100" rings

  Scenario: Another scenario goes on
    Given the help desk is Freshdesk
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Close"
