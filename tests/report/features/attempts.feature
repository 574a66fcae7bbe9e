Feature: Calls are logged

  Background:
    Given a call of Größe "L"

  Scenario: A call is noted
    When the agent ends the call
    Then the call is noted

  Scenario: A call is noted late
    Then the call is noted

  Scenario: A call is never noted
    When the agent ends the call
    Then the call is noted

  Scenario: A call is taken over
    When the agent takes the call over
    Then another agent hears of it

  Scenario: A call is held
    When the agent holds the call
    Then the call waits

  Scenario: A call begins twice
    When the call begins
    And the call begins again
