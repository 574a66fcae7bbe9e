Feature: What widgets have Desk do with invoke

  @SDK-15
  Scenario: A verb that Desk does not have
    Given the extension "crm" at "desk.background"
    When "crm" at "desk.background" calls "invoke OPEN_TICKET"
    Then "crm" at "desk.background" is refused with "Desk does not know invoke OPEN_TICKET."
