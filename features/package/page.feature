Feature: The page of a real package, as the agent uses it

  Background:
    Given it is "2026-01-05T09:00:00Z"
    And the ticket "26811000000760569"
    And the extension "survey" from "extensions/survey"
    And the agent has the ticket "26811000000760569" open
    And the agent picks "survey" at "desk.ticket.detail.rightpanel"

  Scenario: A form is filled in and sent
    Given the service "POST https://survey.example.com/answers" answers 201 with
      """json
      {"number": 17}
      """
    When the agent types "Ann" into "#name" in the extension "survey"
    And the agent chooses "bad" in "#mood" in the extension "survey"
    And the agent types "too slow" into "#why" in the extension "survey"
    And the agent clicks "#again" in the extension "survey"
    And the agent clicks "#send" in the extension "survey"
    Then the extension "survey" requests "POST https://survey.example.com/answers?lang=en" with "survey/bad"
    And the page of the extension "survey" shows "Sent" in "#status"
    And the page of the extension "survey" shows "17: Ann" in "#sent li"
    And the page of the extension "survey" shows "on" in "#again"

  Scenario: A slow service answers while the agent waits
    Given the service "https://survey.example.com/answers" answers 503 after 2 seconds
    When the agent types "Ann" into "#name" in the extension "survey"
    And the agent clicks "#send" in the extension "survey"
    Then the page of the extension "survey" shows "Sending" in "#status"
    When 2 seconds pass
    Then the page of the extension "survey" shows "The survey is not taken (503)" in "#status"

  Scenario: A service that is not there is told to the page
    When the agent types "Ann" into "#name" in the extension "survey"
    And the agent clicks "#send" in the extension "survey"
    Then the page of the extension "survey" shows "Failed to fetch"

  Scenario: A form that is not complete is not sent
    When the agent clicks "#send" in the extension "survey"
    Then the page of the extension "survey" shows "Please give your name" in "#status"
    And the extension "survey" does not request "POST https://survey.example.com/answers?lang=en"

  Scenario: A form is emptied again
    When the agent types "Ann" into "#name" in the extension "survey"
    And the agent clicks "label[for=mood]" in the extension "survey"
    And the agent clicks "#clear" in the extension "survey"
    Then the page of the extension "survey" shows "" in "#name"

  Scenario: A hint is shown when the agent asks for it
    Then the page of the extension "survey" does not show "All answers are kept for a year"
    When the agent clicks "#help" in the extension "survey"
    Then the page of the extension "survey" shows "All answers are kept for a year" in "#hint"
