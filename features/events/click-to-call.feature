Feature: Extensions hear from where an agent calls

  Background:
    Given the contact "26811000000480001" as in "contacts/lee"
    And the account "26811000000490001" as in "accounts/zylker"
    And the ticket "26811000000760569" with
      | contactId | 26811000000480001 |
    And the extension "crm" at "desk.background" listens to the event "click2Call"

  @EVT-25 @Q-11
  Scenario: From a ticket, with its contact
    Given the agent opens the ticket "26811000000760569"
    When the agent calls from the ticket
    Then "crm" at "desk.background" receives "click2Call" with
      """yaml
      context: ticket.detail.view
      contactId: "26811000000480001"
      caseId: "26811000000760569"
      """

  @EVT-25
  Scenario: From a ticket that has a phone number and no contact
    Given the ticket "26811000000760577" with
      | phone | 1 646 555 0100 |
    And the agent opens the ticket "26811000000760577"
    When the agent calls from the ticket
    Then "crm" at "desk.background" receives "click2Call" with
      """yaml
      context: ticket.detail.view
      caseId: "26811000000760577"
      """

  @EVT-25
  Scenario: From a contact
    Given the agent opens the contact "26811000000480001"
    When the agent calls from the contact
    Then "crm" at "desk.background" receives "click2Call" with
      """yaml
      context: contact.detail.view
      contactId: "26811000000480001"
      """

  @EVT-25 @Q-31
  Scenario: From an account, of which the page has neither a context nor an ID
    Given the agent opens the account "26811000000490001"
    When the agent calls from the account
    Then "crm" at "desk.background" receives "click2Call" with
      """yaml
      context: account.detail.view
      """

  @EVT-25
  Scenario: From an activity, with all that it is about
    Given the activity "26811000000500001" with
      | contactId | 26811000000480001 |
      | caseId    | 26811000000760569 |
    And the agent opens the activity "26811000000500001"
    When the agent calls from the activity
    Then "crm" at "desk.background" receives "click2Call" with
      """yaml
      context: activity.detail.view
      contactId: "26811000000480001"
      caseId: "26811000000760569"
      activityId: "26811000000500001"
      """

  @EVT-25
  Scenario: From the reminder of an activity, on any page
    Given the activity "26811000000500001" with
      | contactId | 26811000000480001 |
    And the agent opens the ticket "26811000000760569"
    When the agent calls from the reminder of the activity "26811000000500001"
    Then "crm" at "desk.background" receives "click2Call" with
      """yaml
      context: reminder.popUp
      contactId: "26811000000480001"
      activityId: "26811000000500001"
      """

  @EVT-25
  Scenario: From the dial pad, where a number belongs to nothing
    Given the agent opens the ticket "26811000000760569"
    When the agent calls "+1 888 900 9646" from the dial pad
    Then "crm" at "desk.background" receives "click2Call" with
      """yaml
      context: dial.pad
      """

  @EVT-25
  Scenario: The number that is called is the one that rings
    Given the extension "phone" at "desk.background" listens to the event "call.ringing"
    And the agent opens the account "26811000000490001"
    When the agent calls from the account
    And the call rings at the other end
    Then "phone" at "desk.background" receives "call.ringing" with
      """yaml
      callType: outbound
      number: 044 - 67447070
      entityName: ""
      callState: ringing
      ctinumber: ""
      isCallAssociated: false
      ztiCallId: "#id"
      """
