Feature: Story 12: a caller whom the portal does not know
  A call rings, is answered, ends: three events; the number is unknown to the portal, so there is no contact in them.

  @EVT-22 @EVT-24
  Scenario: Three events, and no contact in them
    Given the contact "26811000000480001" with
      | lastName | Lee             |
      | phone    | +1 888 900 9646 |
    And the extension "crm" at "desk.background"
    When a call from "+1 646 555 0100" rings
    Then "crm" at "desk.background" receives "call.ringing" with "payloads/call.ringing.unknown"
    When 8 seconds pass
    And the agent answers the call
    Then "crm" at "desk.background" receives "call.answered" with "payloads/call.answered.unknown"
    When 3 minutes pass
    And the agent completes the call
    Then "crm" at "desk.background" receives "call.completed" with "payloads/call.completed.unknown"
    And "crm" at "desk.background" has received in all
      | call.ringing   |
      | call.answered  |
      | call.completed |
