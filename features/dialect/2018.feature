@dialect:2018
Feature: An extension that was written for the platform page of 2018

  The tag `@dialect:2018` has Desk speak as that page does; `--dialect 2018` does so for a whole run.

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  Rule: What both pages know, each says in its own words

    @HOOK-12 @Q-02
    Scenario: A change of status is told as the old value and the new one
      Given the extension "crm" at "desk.background" allows the hook "ticket.status"
      When the agent sets the status to "On Hold"
      Then "crm" at "desk.background" is asked "ticket.status" with
        """yaml
        oldValue: Open
        newValue: On Hold
        """
      And the ticket's "status" is "On Hold"

    @EVT-03b @Q-03
    Scenario: A custom field has an event of its own, with both values under its label
      Given the custom field "cf_single_line_1" has the label "Custom Field 1"
      And the extension "crm" at "desk.background" listens to the event "ticket_cf_single_line_1.changed"
      When the agent sets the field "cf_single_line_1" to "new valu"
      And the agent sets the field "cf_single_line_1" to "new value"
      Then "crm" at "desk.background" receives "ticket_cf_single_line_1.changed" with
        """yaml
        ticket.Custom Field 1:
          oldValue: new valu
          newValue: new value
        """

    @EVT-03b
    Scenario: A field that nobody has given a label is called by its name
      Given the extension "crm" at "desk.background" listens to the event "ticket_cf_shelf_number.changed"
      When the agent sets the field "cf_shelf_number" to "12"
      Then "crm" at "desk.background" receives "ticket_cf_shelf_number.changed" with
        """yaml
        ticket.Shelf Number:
          oldValue: null
          newValue: "12"
        """

    @EVT-03b
    Scenario: An event for each field: who listens to one does not hear the other
      Given the extension "crm" at "desk.background" listens to the event "ticket_cf_shelf.changed"
      When the agent sets the field "cf_box" to "7"
      Then "crm" at "desk.background" receives nothing

  Rule: The older page's event of a custom field reaches the locations of its list, and no others

    @EVT-29
    Scenario: It reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "ticket_cf_shelf.changed"
      When the agent sets the field "cf_shelf" to "A 7"
      Then "crm" at "desk.background" receives "ticket_cf_shelf.changed"

    @EVT-29
    Scenario Outline: It reaches <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_cf_shelf.changed"
      And the agent picks "crm" at "<location>"
      When the agent sets the field "cf_shelf" to "A 7"
      Then "crm" at "<location>" receives "ticket_cf_shelf.changed"
      And nothing is reported of the extension "crm"

      Examples:
        | location                      |
        | desk.bottomband               |
        | desk.extension.telephony      |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @EVT-29
    Scenario Outline: It does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "ticket_cf_shelf.changed"
      And the agent picks "crm" at "<location>"
      When the agent sets the field "cf_shelf" to "A 7"
      Then the event "ticket_cf_shelf.changed" is broadcast
      And "crm" at "<location>" does not receive "ticket_cf_shelf.changed"
      But the extension "crm" is reported for "ticket_cf_shelf.changed never reaches <location>"

      Examples:
        | location                   |
        | desk.topband               |
        | desk.ticket.detail.lefttab |

    @EVT-29
    Scenario: It does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "ticket_cf_shelf.changed"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "ticket_cf_shelf.changed never reaches desk.ticket.form.rightpanel"

    @HOOK-15 @Q-19
    Scenario: An edited comment is told without saying whether it is public
      Given the extension "crm" at "desk.background" allows the hook "ticket.comment.edit"
      When the agent comments publicly "We are on it"
      And the agent edits the comment "We are on it" to "It is mended"
      Then "crm" at "desk.background" is asked "ticket.comment.edit" with
        """yaml
        ticketId: "26811000000760569"
        commentId: "#id"
        oldContent: <div>We are on it</div>
        newContent: <div>It is mended</div>
        """

  Rule: What the older page does not know does not happen

    @HOOK-30
    Scenario: A reply and an assignment: the hook of the one is asked, that of the other is not known yet
      Given the agent "Sam Technician"
      And the extension "crm" at "desk.background" rejects the hook "ticket_assignee.change" with "Not now"
      And the extension "crm" at "desk.background" rejects the hook "ticket.reply" with "Not now"
      When the agent assigns the ticket to "Sam Technician"
      Then "crm" at "desk.background" is not asked "ticket_assignee.change"
      And the ticket's "owner" is "Sam Technician"
      When the agent replies "On its way"
      Then the action is stopped with "Not now"

    @HOOK-30
    Scenario: Of the two events of an assignment there is the older one alone
      Given the agent "Sam Technician"
      And the extension "crm" at "desk.background"
      When the agent assigns the ticket to "Sam Technician"
      Then "crm" at "desk.background" receives in this order
        | ticket_owner.changed |

    @HOOK-30 @Q-03
    Scenario: The newer page's map of custom fields is not sent
      Given the extension "crm" at "desk.background" listens to the event "ticket_customFields.changed"
      When the agent sets the field "cf_insured" to "true"
      Then "crm" at "desk.background" receives nothing

    @HOOK-30 @HOOK-21
    Scenario: Drafts of replies have no hook yet
      Given the customer wrote "It does not charge" to the ticket "26811000000760569"
      And the extension "crm" at "desk.background" answers false to the hook "ticket_reply.draft"
      When the agent opens the reply editor
      And the agent saves the draft "Please send it in"
      Then "crm" at "desk.background" is not asked "ticket_reply.draft"
      And the ticket has the draft "<div>Please send it in</div>"

    @HOOK-30 @HOOK-20
    Scenario: Fields of the left panel have no hook yet
      Given the extension "crm" at "desk.background" answers false to the hook "ticket.update"
      When the agent sets the field "priority" to "High"
      Then "crm" at "desk.background" is not asked "ticket.update"
      And the ticket's "priority" is "High"

    @HOOK-30 @HOOK-21
    Scenario: Drafts have no hook yet
      Given the extension "crm" at "desk.background" answers false to the hook "ticket_reply.draft"
      And the customer wrote "Where is it?" to the ticket "26811000000760569"
      When the agent opens the reply editor
      And the agent saves the draft "On its way"
      Then "crm" at "desk.background" is not asked "ticket_reply.draft"
      And the ticket has the draft "<div>On its way</div>"

    @HOOK-30 @HOOK-23
    Scenario: Merges have no hook yet
      Given the ticket "26811000000760577"
      And the extension "crm" at "desk.background" answers false to the hook "ticket.merge"
      When the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      Then "crm" at "desk.background" is not asked "ticket.merge"
      And the ticket "26811000000760577" is merged into the ticket "26811000000760569"

    @HOOK-30 @EVT-21
    Scenario: Preferences have no event yet
      Given the extension "crm" at "desk.background" listens to the event "user_preference.changed"
      When the agent sets the preferences with
        | theme | yellow |
      Then the action is done
      And "crm" at "desk.background" receives nothing

  Rule: A scenario may speak otherwise than its feature

    @dialect:current @Q-02
    Scenario: The nearest tag counts
      Given the extension "crm" at "desk.background" allows the hook "ticket.status"
      When the agent sets the status to "On Hold"
      Then "crm" at "desk.background" is asked "ticket.status" with "payloads/ticket.status.on-hold"

    @dialect:current @HOOK-30 @Q-03
    Scenario: The newer page has one event for all custom fields
      Given the extension "old" at "desk.background" listens to the event "ticket_cf_shelf.changed"
      And the extension "new" at "desk.background" listens to the event "ticket_customFields.changed"
      When the agent sets the field "cf_shelf" to "A 7"
      Then "new" at "desk.background" receives "ticket_customFields.changed"
      And "old" at "desk.background" receives nothing
