Feature: A real telephony extension

  Background:
    Given the contact "26811000000480001" as in "contacts/lee"
    And the extension "switchboard" from "extensions/switchboard"

  @EVT-22
  Scenario Outline: The agent sees who calls: <who>
    When a call from "<number>" rings
    Then the extension "switchboard" notifies "<who> calls"
    And the extension "switchboard" logs "desk.background: inbound <number>, <who>"
    And nothing is reported of the extension "switchboard"

    Examples:
      | number          | who            |
      | +1 888 900 9646 | Kim Lee        |
      | +1 646 555 0100 | unknown caller |

  @HOOK-18
  Scenario: Whoever talks stays online on the phone
    When a call from "+1 888 900 9646" rings
    And the agent answers the call
    And the agent sets the phone status to offline
    Then the action is stopped with "You are in a call"
    And the agent's phone status is online
    When the agent completes the call
    And the agent sets the phone status to offline
    Then the action is done
    And the agent's phone status is offline

  @EVT-25 @LOC-07
  Scenario: On a contact's page, at the location that the table lacks
    When the agent opens the contact "26811000000480001"
    And the agent picks "switchboard" at "desk.contact.detail.moreaction"
    And the agent calls from the contact
    And the call rings at the other end
    Then the extension "switchboard" logs "desk.contact.detail.moreaction: dialled from contact.detail.view"
    And the extension "switchboard" logs "desk.contact.detail.moreaction: outbound +1 888 900 9646, Kim Lee"
    And nothing is reported of the extension "switchboard"

  @LOC-03
  Scenario: Where another telephony extension is active, no widget of it comes alive
    Given the extension "ringer" at "desk.extension.telephony"
    And the agent deactivates the extension "switchboard"
    And the agent activates the extension "ringer"
    When the agent activates the extension "switchboard"
    Then the action is stopped with "A portal has one telephony extension at a time, and ringer is active."
    And "switchboard" at "desk.background" is not alive
    When a call from "+1 888 900 9646" rings
    Then the extension "switchboard" is not active

  @LOC-03
  Scenario: What is installed as the second one does not begin at all
    Given the extension "second" from "extensions/switchboard"
    When a call from "+1 888 900 9646" rings
    Then "second" at "desk.background" is not alive
    And the extension "switchboard" notifies "Kim Lee calls"
    And "second" at "desk.background" receives nothing
