Feature: Extensions hear of calls

  Background:
    Given the contact "26811000000480001" as in "contacts/lee"
    And the ticket "26811000000760569" with
      | number    | 193                        |
      | subject   | Faulty phone charging port |
      | contactId | 26811000000480001          |
      | phone     | +1 888 900 9646            |

  Rule: A call that comes in rings, is answered and ends

    @EVT-22 @Q-30
    Scenario: It rings for a contact whom the portal knows
      Given the extension "crm" at "desk.background" listens to the event "call.ringing"
      When a call from "+1 888 900 9646" rings
      Then "crm" at "desk.background" receives "call.ringing" with "payloads/call.ringing.inbound"

    @EVT-22
    Scenario Outline: A contact's number is known however it is written: <number>
      Given the contact "26811000000480003" with
        | lastName | Smith          |
        | mobile   | 1 646 555 0100 |
      And the extension "crm" at "desk.background"
      When a call from "<number>" rings
      Then "crm" at "desk.background" receives "call.ringing" with
        """yaml
        contactId: "26811000000480003"
        callType: inbound
        number: "<number>"
        entityName: Smith
        callState: ringing
        ctinumber: ""
        isCallAssociated: false
        ztiCallId: "#id"
        """

      Examples:
        | number            |
        | 16465550100       |
        | +1 (646) 555-0100 |

    @EVT-22
    Scenario: Nobody is known by a number that is only part of theirs
      Given the contact "26811000000480003"
      And the extension "crm" at "desk.background"
      When a call from "900 9646" rings
      Then "crm" at "desk.background" receives "call.ringing" with
        """yaml
        callType: inbound
        number: 900 9646
        entityName: ""
        callState: ringing
        ctinumber: ""
        isCallAssociated: false
        ztiCallId: "#id"
        """

    @EVT-23 @Q-30
    Scenario: From the answer on it is an activity
      Given the extension "crm" at "desk.background" listens to the event "call.answered"
      And a call from "+1 888 900 9646" rings
      When the agent answers the call
      Then "crm" at "desk.background" receives "call.answered" with "payloads/call.answered.inbound"

    @EVT-24 @Q-10
    Scenario: Its end says that it is completed
      Given the extension "crm" at "desk.background" listens to the event "call.completed"
      And a call from "+1 888 900 9646" rings
      And the agent answers the call
      When the agent completes the call
      Then "crm" at "desk.background" receives "call.completed" with "payloads/call.completed.inbound"

    @EVT-24
    Scenario: The next call is another one
      Given the extension "crm" at "desk.background"
      When a call from "+1 888 900 9646" rings
      And the agent answers the call
      And the agent completes the call
      And a call from "+1 888 900 9646" rings
      And the agent answers the call
      And the agent completes the call
      Then "crm" at "desk.background" has received in all
        | call.ringing   |
        | call.answered  |
        | call.completed |
        | call.ringing   |
        | call.answered  |
        | call.completed |

    @EVT-23 @EVT-24
    Scenario: One call has one number of its own, and one activity, to its end
      Given the extension "crm" at "desk.background"
      And a call from "+1 888 900 9646" rings
      And I keep "ztiCallId" of the event "call.ringing" that "crm" at "desk.background" received as "call"
      When the agent answers the call
      Then "crm" at "desk.background" receives "call.answered" with
        """yaml
        activityId: "#id"
        contactId: "26811000000480001"
        callType: inbound
        number: +1 888 900 9646
        entityName: Kim Lee
        callState: proceedanswer
        ctinumber: ""
        isCallAssociated: false
        ztiCallId: "${call}"
        """
      When I keep "activityId" of the event "call.answered" that "crm" at "desk.background" received as "activity"
      And the agent completes the call
      Then "crm" at "desk.background" receives "call.completed" with
        """yaml
        activityId: "${activity}"
        contactId: "26811000000480001"
        callType: inbound
        number: +1 888 900 9646
        entityName: Kim Lee
        callState: completed
        ctinumber: ""
        isCallAssociated: false
        ztiCallId: "${call}"
        """

    @EVT-23
    Scenario: Whom the portal does not know stays unknown when the agent answers
      Given the extension "crm" at "desk.background"
      And a call from "+1 646 555 0100" rings
      When the agent answers the call
      Then "crm" at "desk.background" receives "call.answered" with "payloads/call.answered.unknown"

    @EVT-23 @EVT-24
    Scenario: Whom the agent makes a contact during the call is known from then on
      Given the extension "crm" at "desk.background"
      And a call from "+1 646 555 0100" rings
      And the agent answers the call
      And the contact "26811000000480003" with
        | firstName | Robin           |
        | phone     | +1 646 555 0100 |
      When the agent completes the call
      Then "crm" at "desk.background" receives "call.completed" with
        """yaml
        activityId: "#id"
        contactId: "26811000000480003"
        callType: inbound
        number: +1 646 555 0100
        entityName: Robin
        callState: completed
        ctinumber: ""
        isCallAssociated: false
        ztiCallId: "#id"
        """

  Rule: A call that the agent makes rings at the other end

    @EVT-22 @Q-30
    Scenario: From a ticket's page it is about the ticket
      Given the extension "crm" at "desk.background"
      When the agent opens the ticket "26811000000760569"
      And the agent calls from the ticket
      And the call rings at the other end
      Then "crm" at "desk.background" receives "call.ringing" with "payloads/call.ringing.outbound"

    @EVT-23 @EVT-24
    Scenario: It is answered and ends as any other
      Given the extension "crm" at "desk.background"
      And the agent opens the ticket "26811000000760569"
      And the agent calls from the ticket
      And the call rings at the other end
      When the customer answers the call
      Then "crm" at "desk.background" receives "call.answered" with "payloads/call.answered.outbound"
      When the agent completes the call
      Then "crm" at "desk.background" receives "call.completed" with "payloads/call.completed.outbound"

    @EVT-22
    Scenario: Of two contacts with one number, the one from whose page it was dialled
      Given the contact "26811000000480003" with
        | lastName | Smith           |
        | phone    | +1 888 900 9646 |
      And the extension "crm" at "desk.background"
      And the agent opens the contact "26811000000480003"
      And the agent calls from the contact
      When the call rings at the other end
      Then "crm" at "desk.background" receives "call.ringing" with
        """yaml
        contactId: "26811000000480003"
        callType: outbound
        number: +1 888 900 9646
        entityName: Smith
        callState: ringing
        ctinumber: ""
        isCallAssociated: false
        ztiCallId: "#id"
        """

  Rule: A call belongs to a ticket once the agent says so

    @EVT-23
    Scenario: While it rings
      Given the extension "crm" at "desk.background"
      And a call from "+1 888 900 9646" rings
      When the agent associates the call with the ticket "26811000000760569"
      Then no event is broadcast
      When the agent answers the call
      Then "crm" at "desk.background" receives "call.answered" with
        """yaml
        caseId: "26811000000760569"
        activityId: "#id"
        contactId: "26811000000480001"
        callType: inbound
        number: +1 888 900 9646
        entityName: Kim Lee
        callState: proceedanswer
        ctinumber: ""
        caseNumber: "193"
        isCallAssociated: true
        ztiCallId: "#id"
        """

    @EVT-24
    Scenario: During the conversation
      Given the extension "crm" at "desk.background"
      And a call from "+1 646 555 0100" rings
      And the agent answers the call
      And the agent associates the call with the ticket "26811000000760569"
      When the agent completes the call
      Then "crm" at "desk.background" receives "call.completed" with
        """yaml
        caseId: "26811000000760569"
        activityId: "#id"
        callType: inbound
        number: +1 646 555 0100
        entityName: ""
        callState: completed
        ctinumber: ""
        caseNumber: "193"
        isCallAssociated: true
        ztiCallId: "#id"
        """

    @EVT-27
    Scenario: It belongs to it already
      Given a call from "+1 888 900 9646" rings
      And the agent associates the call with the ticket "26811000000760569"
      When the agent associates the call with the ticket "26811000000760569"
      Then the action changes nothing

  Rule: Nobody hears of a call that is missed

    @EVT-22 @EVT-27
    Scenario: It rang, and that was all
      Given the extension "crm" at "desk.background"
      When a call from "+1 888 900 9646" rings
      And nobody answers the call
      Then no event is broadcast
      And "crm" at "desk.background" has received in all
        | call.ringing |

    @EVT-22
    Scenario: The line is free for the next call
      Given the extension "crm" at "desk.background"
      And a call from "+1 888 900 9646" rings
      And nobody answers the call
      When a call from "+1 646 555 0100" rings
      Then "crm" at "desk.background" receives "call.ringing"

    @EVT-22
    Scenario: A call of the agent's that the customer does not answer
      Given the extension "crm" at "desk.background"
      When the agent calls "+1 888 900 9646" from the dial pad
      And the call rings at the other end
      And nobody answers the call
      Then "crm" at "desk.background" has received in all
        | click2Call   |
        | call.ringing |
