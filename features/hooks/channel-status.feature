Feature: A change of the agent's availability asks agent.channelStatus

  Rule: The hook tells how the agent would be reached

    @HOOK-18 @Q-08
    Scenario: Offline in one channel, and online all the same
      Given the extension "crm" at "desk.background" allows the hook "agent.channelStatus"
      When the agent sets the chat status to offline
      Then "crm" at "desk.background" is asked "agent.channelStatus" with
        """yaml
        isOnline: true
        chatStatus: OFFLINE
        mailStatus: ONLINE
        phoneStatus: ONLINE
        """
      And the action is done
      And the agent's chat status is offline
      And the agent's mail status is online
      And the agent's phone status is online

    @dialect:2018 @HOOK-18 @Q-08
    Scenario: The older page has true and false for the channels, too
      Given the extension "crm" at "desk.background" allows the hook "agent.channelStatus"
      When the agent sets the chat status to offline
      Then "crm" at "desk.background" is asked "agent.channelStatus" with
        """yaml
        isOnline: true
        chatStatus: false
        mailStatus: true
        phoneStatus: true
        """
      And the agent's chat status is offline

    @HOOK-18
    Scenario: Offline in the last channel is offline
      Given the extension "crm" at "desk.background" allows the hook "agent.channelStatus"
      And the agent sets the chat status to offline
      And the agent sets the mail status to offline
      When the agent sets the phone status to offline
      Then "crm" at "desk.background" is asked "agent.channelStatus" with
        """yaml
        isOnline: false
        chatStatus: OFFLINE
        mailStatus: OFFLINE
        phoneStatus: OFFLINE
        """
      When the agent sets the mail status to online
      Then "crm" at "desk.background" is asked "agent.channelStatus" with
        """yaml
        isOnline: true
        chatStatus: OFFLINE
        mailStatus: ONLINE
        phoneStatus: OFFLINE
        """
      And the agent's mail status is online

    @HOOK-18 @EVT-27
    Scenario: What is so already asks nobody
      Given the extension "crm" at "desk.background" answers false to the hook "agent.channelStatus"
      When the agent sets the mail status to online
      Then the action changes nothing
      And "crm" at "desk.background" is not asked "agent.channelStatus"

    @HOOK-18 @HOOK-07
    Scenario: Without a subscriber it changes at once
      When the agent sets the phone status to offline
      Then the action is done
      And the agent's phone status is offline
      And no event is broadcast

  Rule: A refused change leaves the agent's availability as it was

    @HOOK-18 @HOOK-08
    Scenario: With a reason
      Given the extension "crm" at "desk.background" rejects the hook "agent.channelStatus" with "Three customers wait in the chat"
      When the agent sets the chat status to offline
      Then the action is stopped with "Three customers wait in the chat"
      And the agent's chat status is online
      And no event is broadcast

    @HOOK-18
    Scenario: Without a reason
      Given the agent sets the phone status to offline
      And the extension "crm" at "desk.background" answers false to the hook "agent.channelStatus"
      When the agent sets the phone status to online
      Then the action is stopped with Desk's general message
      And the agent's phone status is offline

    @HOOK-18 @HOOK-04
    Scenario: Nobody waits for an extension for ever
      Given the extension "crm" at "desk.background" never answers the hook "agent.channelStatus"
      When the agent sets the mail status to offline
      And 29.999 seconds pass
      Then the agent's mail status is online
      When 1 millisecond passes
      Then the agent's mail status is offline

  Rule: It asks sixteen locations, and no others

    Background:
      Given the ticket "26811000000760569"
      And the contact "26811000000480001"
      And the account "26811000000490001"

    @HOOK-25
    Scenario: agent.channelStatus asks desk.background
      Given the extension "crm" at "desk.background" rejects the hook "agent.channelStatus" with "Not today"
      When the agent sets the chat status to offline
      Then "crm" at "desk.background" is asked "agent.channelStatus"
      And the action is stopped with "Not today"

    @HOOK-25 @LOC-07
    Scenario Outline: agent.channelStatus asks <location>
      Given the extension "crm" at "<location>" rejects the hook "agent.channelStatus" with "Not today"
      And the agent opens the <page>
      And the agent picks "crm" at "<location>"
      When the agent sets the chat status to offline
      Then "crm" at "<location>" is asked "agent.channelStatus"
      And the action is stopped with "Not today"
      And nothing is reported of the extension "crm"

      Examples: on every page
        | location                 | page                       |
        | desk.bottomband          | ticket "26811000000760569" |
        | desk.extension.telephony | ticket "26811000000760569" |

      Examples: on a ticket's page
        | location                      | page                       |
        | desk.ticket.detail.rightpanel | ticket "26811000000760569" |
        | desk.ticket.detail.subtab     | ticket "26811000000760569" |
        | desk.ticket.detail.lefttab    | ticket "26811000000760569" |
        | desk.ticket.detail.moreaction | ticket "26811000000760569" |
        | desk.ticket.thread.moreaction | ticket "26811000000760569" |

      Examples: on a contact's page
        | location                       | page                        |
        | desk.contact.detail.rightpanel | contact "26811000000480001" |
        | desk.contact.detail.subtab     | contact "26811000000480001" |
        | desk.contact.detail.lefttab    | contact "26811000000480001" |
        | desk.contact.detail.moreaction | contact "26811000000480001" |

      Examples: on an account's page
        | location                       | page                        |
        | desk.account.detail.rightpanel | account "26811000000490001" |
        | desk.account.detail.subtab     | account "26811000000490001" |
        | desk.account.detail.lefttab    | account "26811000000490001" |
        | desk.account.detail.moreaction | account "26811000000490001" |

    @HOOK-06 @HOOK-25
    Scenario Outline: agent.channelStatus does not ask <location>
      Given the extension "crm" at "<location>" rejects the hook "agent.channelStatus" with "Not today"
      And the agent goes to the form for a new ticket
      And the agent picks "crm" at "<location>"
      When the agent sets the chat status to offline
      Then "crm" at "<location>" is not asked "agent.channelStatus"
      And the action is done
      But the extension "crm" is reported for "agent.channelStatus never reaches <location>"

      Examples:
        | location                    |
        | desk.topband                |
        | desk.ticket.form.rightpanel |
