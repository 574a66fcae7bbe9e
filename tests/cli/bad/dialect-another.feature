# exit 1
Feature: A payload in another dialect

  Scenario: The older page's words, where the newer page's are spoken
    Given the ticket "1"
    And the agent has the ticket "1" open
    And the extension "crm" at "desk.background" allows the hook "ticket.status"
    When the agent sets the status to "On Hold"
    Then "crm" at "desk.background" is asked "ticket.status" with
      """yaml
      oldValue: Open
      newValue: On Hold
      """

  Scenario: Another one goes on
    Given the ticket "1"
