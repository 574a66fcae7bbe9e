Feature: What a widget reads of the call on the agent's line

  Background:
    Given the contact "26811000000480001" as in "contacts/lee"
    And the extension "crm" at "desk.extension.telephony"
    And the agent picks "crm" at "desk.extension.telephony"

  @SDK-05
  Scenario: The contact whose number it is, from the first ringing on
    When a call from "+1 888 900 9646" rings
    And "crm" at "desk.extension.telephony" reads "currentCall.contactId"
    Then "crm" at "desk.extension.telephony" is told that "currentCall.contactId" is "26811000000480001"
    When "crm" at "desk.extension.telephony" reads "currentCall.number"
    Then "crm" at "desk.extension.telephony" is told that "currentCall.number" is "+1 888 900 9646"

  @SDK-05
  Scenario: A number that the portal does not know
    When a call from "+1 646 555 0199" rings
    And the agent answers the call
    And "crm" at "desk.extension.telephony" reads "currentCall"
    Then "crm" at "desk.extension.telephony" is told "currentCall" with
      """json
      {"contactId": null, "number": "+1 646 555 0199"}
      """

  @SDK-06
  Scenario: No call
    When a call from "+1 888 900 9646" rings
    And nobody answers the call
    And "crm" at "desk.extension.telephony" reads "currentCall.number"
    Then "crm" at "desk.extension.telephony" is refused "currentCall.number" with "currentCall.number cannot be read, because there is no call on the agent's line."
