Feature: Extensions hear how the user interface looks

  Rule: The event tells what changed, and nothing else

    @EVT-21
    Scenario: One preference
      Given the extension "crm" at "desk.background"
      When the agent sets the preferences with
        | theme | yellow |
      Then "crm" at "desk.background" receives "user_preference.changed" with
        """json
        {"theme": "yellow"}
        """
      And "crm" at "desk.background" receives in this order
        | user_preference.changed |

    @EVT-21
    Scenario: All three at once
      Given the extension "crm" at "desk.background"
      When the agent sets the preferences with
        | theme      | yellow |
        | fontFamily | Lato   |
        | appearance | night  |
      Then "crm" at "desk.background" receives "user_preference.changed" with
        """json
        {"theme": "yellow", "fontFamily": "Lato", "appearance": "night"}
        """

    @EVT-21
    Scenario: What is saved along, as it was, is not told
      Given the extension "crm" at "desk.background"
      And the agent sets the preferences with
        | theme      | yellow |
        | appearance | night  |
      When the agent sets the preferences with
        | theme      | yellow |
        | appearance | day    |
        | fontFamily | Lato   |
      Then "crm" at "desk.background" receives "user_preference.changed" with
        """json
        {"appearance": "day", "fontFamily": "Lato"}
        """

    @EVT-21 @EVT-27
    Scenario: Where nothing changes, nothing is told
      Given the extension "crm" at "desk.background"
      And the agent sets the preferences with
        | theme | yellow |
      When the agent sets the preferences with
        | theme | yellow |
      Then the action changes nothing
      And no event is broadcast

    @EVT-21
    Scenario: Each agent has preferences of her own
      Given the agent "Kim Lee"
      And the extension "crm" at "desk.background"
      And the agent sets the preferences with
        | theme | yellow |
      When the agent is "Kim Lee"
      And the agent sets the preferences with
        | theme | yellow |
      Then "crm" at "desk.background" receives "user_preference.changed"

    @EVT-21
    Scenario: A real extension hears it
      Given the extension "steward" from "extensions/steward"
      When the agent sets the preferences with
        | fontFamily | Lato |
      Then the extension "steward" logs "fontFamily is Lato"

  Rule: The documents give no list, so it reaches whoever is there and subscribed

    @EVT-29 @Q-22
    Scenario Outline: user_preference.changed reaches <location>
      Given the ticket "26811000000760569" as in "tickets/charging-port"
      And the extension "crm" at "<location>" listens to the event "user_preference.changed"
      And the agent has the ticket "26811000000760569" open
      And the agent picks "crm" at "<location>"
      When the agent sets the preferences with
        | theme | yellow |
      Then "crm" at "<location>" receives "user_preference.changed"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.topband                  |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @EVT-29 @Q-22
    Scenario: user_preference.changed reaches the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "user_preference.changed"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      And the agent sets the preferences with
        | theme | yellow |
      Then "crm" at "desk.ticket.form.rightpanel" receives "user_preference.changed"

    @EVT-29 @Q-22
    Scenario: user_preference.changed reaches the extension's configuration tab
      Given the extension "crm" at "desk.extension.preference" listens to the event "user_preference.changed"
      When the agent opens the page of the extension "crm"
      And the agent picks "crm" at "desk.extension.preference"
      And the agent sets the preferences with
        | theme | yellow |
      Then "crm" at "desk.extension.preference" receives "user_preference.changed"
