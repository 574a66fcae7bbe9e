Feature: A portal has at most one active telephony extension

  Background:
    Given the extension "ringer" at "desk.extension.telephony"
    And the extension "dialler" at "desk.extension.telephony"
    And the extension "dialler" at "desk.background"

  @LOC-03
  Scenario: The first one is active, the second one is installed and waits
    Then the extension "ringer" is active
    But the extension "dialler" is not active
    And "dialler" at "desk.background" is not alive
    When the agent picks "ringer" at "desk.extension.telephony"
    Then "ringer" at "desk.extension.telephony" is alive

  @LOC-03
  Scenario: Activating a second one is refused
    Given the agent picks "ringer" at "desk.extension.telephony"
    When the agent activates the extension "dialler"
    Then the action is stopped with "A portal has one telephony extension at a time, and ringer is active."
    And the extension "dialler" is not active
    And the extension "ringer" is active
    And "ringer" at "desk.extension.telephony" is alive

  @LOC-03
  Scenario: It takes the place of the first one when that is free
    Given the agent picks "ringer" at "desk.extension.telephony"
    When the agent deactivates the extension "ringer"
    Then the action is done
    And "ringer" at "desk.extension.telephony" is not alive
    When the agent activates the extension "dialler"
    Then the action is done
    And the agent reads no message
    And the extension "dialler" is active
    And "dialler" at "desk.background" is alive
    When the agent picks "dialler" at "desk.extension.telephony"
    And a call from "+1 888 900 9646" rings
    Then "dialler" at "desk.extension.telephony" receives "call.ringing"
    And "dialler" at "desk.background" receives "call.ringing"
    But "ringer" at "desk.extension.telephony" does not receive "call.ringing"

  @LOC-03
  Scenario: What is active already stays so
    When the agent activates the extension "ringer"
    Then the action changes nothing
    And the agent reads no message

  @LOC-03
  Scenario: Extensions that are no telephony extensions are active beside it
    Given the extension "crm" at "desk.bottomband"
    And the extension "billing" at "desk.bottomband"
    Then the extension "crm" is active
    And the extension "billing" is active

  @LOC-03
  Scenario: An extension with several widgets is one telephony extension
    Given the extension "ringer" at "desk.bottomband"
    And the extension "ringer" at "desk.background"
    Then the extension "ringer" is active
    And "ringer" at "desk.background" is alive
