# exit 1
Feature: Another spelling of an extension

  Scenario: What is wrong stands here
    Given the extension "crm" declares the callback onInstall
    When the administrator installs the extension "crm"
    Then the callback onInstall of "crn" is called once

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
