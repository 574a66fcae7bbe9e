Feature: What a page has of its own package, and keeps

  Background:
    Given the ticket "26811000000760569"
    And the extension "notepad" from "extensions/notepad"
    And the agent has the ticket "26811000000760569" open
    And the agent picks "notepad" at "desk.ticket.detail.rightpanel"

  Scenario: It fetches files of its package, and hears which are not there
    Then the page of the extension "notepad" shows "What is to be remembered?" in "#greeting"
    And nothing is reported of the extension "notepad"

  Scenario: It shows the picture that its package has
    When 1 millisecond passes
    Then the page of the extension "notepad" shows "the logo logo.svg" in "#logo"

  Scenario: What it keeps outlives it, and what is of its session does not
    Then the page of the extension "notepad" shows "Kept: nothing" in "#kept"
    When the agent types "call Ann back" into "#note" in the extension "notepad"
    And the agent clicks "#save" in the extension "notepad"
    Then the page of the extension "notepad" shows "Kept: call Ann back" in "#kept"
    And the page of the extension "notepad" shows "Drafts: 1" in "#drafts"
    When the agent goes to the list of tickets
    And the agent opens the ticket "26811000000760569"
    And the agent picks "notepad" at "desk.ticket.detail.rightpanel"
    Then the page of the extension "notepad" shows "Kept: call Ann back" in "#kept"
    And the page of the extension "notepad" shows "Drafts: 0" in "#drafts"

  @SDK-10
  Scenario: It sends the agent to another widget of its own, which reads what it keeps
    When the agent types "call Ann back" into "#note" in the extension "notepad"
    And the agent clicks "#save" in the extension "notepad"
    And the agent clicks "#reader" in the extension "notepad"
    Then "notepad" at "desk.ticket.detail.subtab" is alive
    And the page of the extension "notepad" shows "Reads: call Ann back" in "#text"
