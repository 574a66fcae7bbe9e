# exit 1
Feature: No such attribute of a contact

  Scenario: What is wrong stands here
    Given the help desk is Freshdesk
    When a contact is created with
      | name | Sherlock Holmes        |
      | mail | superman@freshdesk.com |

  Scenario: Another scenario goes on
    Given the help desk is Freshdesk
    And the ticket "1"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the ticket's "status" is "Close"
