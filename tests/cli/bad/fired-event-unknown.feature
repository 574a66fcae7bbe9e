# exit 1
Feature: No such event to broadcast

  Scenario: What is wrong stands here
    When Desk broadcasts the event "contactForm_phone.change" with
      """json
      {"contactForm.phone": {"oldValue": "", "newValue": "6"}}
      """

  Scenario: Another scenario goes on
    Given the ticket "1"
    When the agent opens the ticket "1"
    And the agent closes the ticket
    Then the ticket's "status" is "Closed"
