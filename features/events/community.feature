Feature: Extensions hear that a forum topic is opened

  Background:
    Given the forum topic "How to reset a phone" with the ID "50138000520495421"
    And the forum topic "Which chargers fit"
    And the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: An agent opens a topic in the community

    @EVT-05
    Scenario: The event tells the topic's ID
      Given the extension "crm" at "desk.background" listens to the event "community.topic.loaded"
      When the agent opens the forum topic "How to reset a phone"
      Then "crm" at "desk.background" receives "community.topic.loaded" with
        """json
        {"topicId": "50138000520495421"}
        """

    @EVT-05
    Scenario: Each topic has an ID of its own
      Given the extension "crm" at "desk.background" listens to the event "community.topic.loaded"
      When the agent opens the forum topic "How to reset a phone"
      And the agent opens the forum topic "Which chargers fit"
      Then "crm" at "desk.background" receives "community.topic.loaded" with
        """json
        {"topicId": "#regex 268[0-9]{14}"}
        """

    @EVT-05 @EVT-27
    Scenario: A topic that is open already is not loaded again
      Given the extension "crm" at "desk.background" listens to the event "community.topic.loaded"
      And the agent opens the forum topic "How to reset a phone"
      When the agent opens the forum topic "How to reset a phone"
      Then the action changes nothing
      And no event is broadcast
      When the agent opens the ticket "26811000000760569"
      And the agent opens the forum topic "How to reset a phone"
      Then "crm" at "desk.background" receives "community.topic.loaded"

    @EVT-05 @LOC-06
    Scenario: The ticket's page is left behind
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      And the extension "steward" from "extensions/steward"
      When the agent opens the forum topic "How to reset a phone"
      Then "crm" at "desk.ticket.detail.rightpanel" is not alive
      And the extension "steward" logs "topic 50138000520495421"

  Rule: It reaches the three locations of its list, and no others

    @EVT-29 @EVT-05
    Scenario: community.topic.loaded reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "community.topic.loaded"
      When the agent opens the forum topic "How to reset a phone"
      Then "crm" at "desk.background" receives "community.topic.loaded"

    @EVT-29
    Scenario Outline: community.topic.loaded reaches <location>
      Given the extension "crm" at "<location>" listens to the event "community.topic.loaded"
      And the agent picks "crm" at "<location>"
      When the agent opens the forum topic "How to reset a phone"
      Then "crm" at "<location>" receives "community.topic.loaded"
      And nothing is reported of the extension "crm"

      Examples:
        | location                 |
        | desk.bottomband          |
        | desk.extension.telephony |

    @EVT-29
    Scenario Outline: community.topic.loaded does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "community.topic.loaded"
      And the agent picks "crm" at "<location>"
      When the agent opens the forum topic "How to reset a phone"
      Then the event "community.topic.loaded" is broadcast
      And "crm" at "<location>" does not receive "community.topic.loaded"
      But the extension "crm" is reported for "community.topic.loaded never reaches <location>"

      Examples:
        | location                      |
        | desk.topband                  |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @EVT-29
    Scenario: community.topic.loaded does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "community.topic.loaded"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "community.topic.loaded never reaches desk.ticket.form.rightpanel"
