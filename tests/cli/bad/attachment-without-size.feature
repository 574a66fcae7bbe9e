# exit 1
Feature: An attachment has a size that is none

  Scenario: What is wrong stands here
    Given the ticket "1"
    And the agent has the ticket "1" open
    When the agent replies "Hello" with the attachments
      | photo.png | 20 KB |

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
