Feature: What an extension brings into the portal

  Rule: Fields are the portal's, from the first installation to the last uninstallation

    @RES-01 @RES-02
    Scenario: They come with the first installation, serve the second, and go with the last
      When the administrator installs the extension "tracker" from "extensions/tracker"
      Then the portal has the field "Bug count"
      And the portal has the field "Bug key"
      When the administrator installs the extension "tracker of the north" from "extensions/tracker"
      Then the portal has the field "Bug count"
      When the administrator uninstalls the extension "tracker"
      Then the portal has the field "Bug count"
      When the administrator uninstalls the extension "tracker of the north"
      Then the portal does not have the field "Bug count"
      And the portal does not have the field "Bug key"

    @RES-02
    Scenario: They are in the default layouts of the chosen departments
      Given the extension "tracker" from "extensions/tracker"
      Then the field "Bug count" is in the layout of the department "26811000000006912"
      When the administrator chooses the department "26811000000006907" for the extension "tracker"
      Then the field "Bug count" is in the layout of the department "26811000000006907"
      But the field "Bug count" is not in the layout of the department "26811000000006912"

    @RES-02
    Scenario: Ten are allowed
      Given the extension "crm" at "desk.background"
      And the extension "crm" declares the resources of "life/ten-fields"
      Then the portal has the field "Field 10"

  Rule: A webhook tells what becomes of tickets

    Background:
      Given the ticket "26811000000760569" as in "tickets/charging-port"
      And the extension "tracker" from "extensions/tracker"
      And the agent has the ticket "26811000000760569" open

    @RES-03
    Scenario: It comes with the authorisation, and goes with the uninstallation
      Then the extension "tracker" has no webhook
      When the agent comments privately "Ask the workshop"
      Then the webhook of "tracker" is not told "Ticket_Comment_Add"
      When the administrator authorises the extension "tracker" in Desk
      Then the extension "tracker" has a webhook
      When the agent closes the ticket
      Then the webhook of "tracker" is told "Ticket_Update"
      When the administrator uninstalls the extension "tracker"
      And the agent reopens the ticket
      Then the webhook of "tracker" is not told "Ticket_Update"

    @RES-04
    Scenario: Where it goes
      Given the administrator authorises the extension "tracker" in Desk
      When the agent closes the ticket
      Then the webhook of "tracker" is called at "https://tracker.example/events"

    @RES-04
    Scenario: A ticket is changed: as it is, and as it was
      Given the administrator authorises the extension "tracker" in Desk
      When the agent closes the ticket
      Then the webhook of "tracker" is told "Ticket_Update" with "life/update"

    @RES-04
    Scenario: Without includePrevState a change says nothing of before
      Given the extension "crm" at "desk.background"
      And the extension "crm" declares a manifest with
        """json
        {"zohoAuthorisation": {"scope": ["Desk.events.ALL"]}}
        """
      And the extension "crm" declares the resources of "life/plain-webhook"
      And the administrator authorises the extension "crm" in Desk
      When the agent closes the ticket
      Then the webhook of "crm" is told "Ticket_Update" with "life/plain-update"
      When the agent comments privately "Ask the workshop"
      Then the webhook of "crm" is not told "Ticket_Comment_Add"

    @RES-04
    Scenario: Comments and threads
      Given the administrator authorises the extension "tracker" in Desk
      When the agent comments privately "Ask the workshop"
      Then the webhook of "tracker" is told "Ticket_Comment_Add" with "life/comment"
      And the webhook of "tracker" is not told "Ticket_Update"
      When the agent edits the comment "Ask the workshop" to "The workshop waits for a part"
      Then the webhook of "tracker" is told "Ticket_Comment_Update"
      When the agent replies "It is on its way"
      Then the webhook of "tracker" is told "Ticket_Thread_Add"
      And the webhook of "tracker" is not told "Ticket_Update"

    @RES-04
    Scenario: What comes through a channel
      Given the extension "chat" has a channel
      And the administrator authorises the extension "tracker" in Desk
      And the channel of "chat" answers the pull with "sync/first-message"
      When 4 minutes pass
      Then the webhook of "tracker" is told "Ticket_Add"
      And the webhook of "tracker" is told "Ticket_Thread_Add"

    @RES-04
    Scenario: What comes through the API, but for the client that is ignored
      Given the administrator authorises the extension "tracker" in Desk
      When the ticket is marked as spam through the API
      Then the webhook of "tracker" is told "Ticket_Update"
      Given the client of the API is "2df92c1a-973a-48f5-95b7-5792c68b9c36"
      When the comment "Paid on Monday" is added through the API
      Then the webhook of "tracker" is not told "Ticket_Comment_Add"
      When the agent comments privately "Ask the workshop"
      Then the webhook of "tracker" is told "Ticket_Comment_Add"

    @RES-04
    Scenario: Only of the chosen departments, whatever departmentIds says
      Given the administrator authorises the extension "tracker" in Desk
      And the department "26811000000006912" with
        | name | Returns |
      And the administrator chooses the department "26811000000006912" for the extension "tracker"
      When the agent closes the ticket
      Then the webhook of "tracker" is not told "Ticket_Update"
      When the administrator chooses the department "26811000000006907" for the extension "tracker"
      And the agent reopens the ticket
      Then the webhook of "tracker" is told "Ticket_Update"

    @RES-07
    Scenario: Nobody has it go elsewhere
      Given the administrator authorises the extension "tracker" in Desk
      When the administrator changes the URL of the webhook of "tracker" to "https://elsewhere.example/events"
      Then the action changes nothing
      When the agent closes the ticket
      Then the webhook of "tracker" is called at "https://tracker.example/events"

    @LOC-10
    Scenario: Each installation has its own
      Given the extension "tracker of the north" from "extensions/tracker"
      When the administrator authorises the extension "tracker of the north" in Desk
      Then the extension "tracker of the north" has a webhook
      But the extension "tracker" has no webhook
      When the agent closes the ticket
      Then the webhook of "tracker of the north" is told "Ticket_Update"
      And the webhook of "tracker" is not told "Ticket_Update"

  Rule: Permissions belong to an installation

    @RES-05
    Scenario: They begin as they are declared, and administrators set them
      Given the extension "tracker" from "extensions/tracker"
      Then the agent has the permission "createBug" of the extension "tracker"
      But the agent does not have the permission "deleteBug" of the extension "tracker"
      When the administrator gives the profile "Agent" the permission "deleteBug" of the extension "tracker"
      And the administrator takes the permission "createBug" of the extension "tracker" from the profile "Agent"
      Then the agent has the permission "deleteBug" of the extension "tracker"
      But the agent does not have the permission "createBug" of the extension "tracker"

    @RES-05
    Scenario: An update adds permissions, and what was set is set still
      Given the extension "tracker" from "extensions/tracker"
      And the administrator gives the profile "Agent" the permission "deleteBug" of the extension "tracker"
      When the administrator updates the extension "tracker" to "extensions/next/tracker"
      Then the agent has the permission "moveBug" of the extension "tracker"
      And the agent has the permission "deleteBug" of the extension "tracker"

    @RES-05
    Scenario: Permissions of an extension without a package
      Given the extension "crm" at "desk.background"
      And the extension "crm" declares resources with
        """json
        {"permissions": [{"apiName": "export", "displayName": "Export", "defaultState": false}]}
        """
      Then the agent does not have the permission "export" of the extension "crm"

    @RES-05
    Scenario: What one profile has, another has not
      Given the extension "tracker" from "extensions/tracker"
      When the administrator gives the profile "Light Agent" the permission "deleteBug" of the extension "tracker"
      Then the agent does not have the permission "deleteBug" of the extension "tracker"
      Given the agent's profile is "Light Agent"
      Then the agent has the permission "deleteBug" of the extension "tracker"

    @RES-05
    Scenario: An agent sets none, an administrator does
      Given the extension "tracker" from "extensions/tracker"
      When the agent gives the profile "Agent" the permission "deleteBug" of the extension "tracker"
      Then the action changes nothing
      And the agent does not have the permission "deleteBug" of the extension "tracker"
      Given the agent's profile is "Support Administrator"
      When the agent gives the profile "Support Administrator" the permission "deleteBug" of the extension "tracker"
      Then the agent has the permission "deleteBug" of the extension "tracker"

    @LOC-10 @RES-05
    Scenario: Each installation has its own, and they go with it
      Given the extension "tracker" from "extensions/tracker"
      And the extension "tracker of the north" from "extensions/tracker"
      When the administrator gives the profile "Agent" the permission "deleteBug" of the extension "tracker of the north"
      Then the agent has the permission "deleteBug" of the extension "tracker of the north"
      But the agent does not have the permission "deleteBug" of the extension "tracker"
      When the administrator uninstalls the extension "tracker of the north"
      And the administrator installs the extension "tracker of the north" from "extensions/tracker"
      Then the agent does not have the permission "deleteBug" of the extension "tracker of the north"

    @LOC-10
    Scenario: Each installation has its own channel
      Given the extension "chat" has a channel
      And the extension "chat of the north" has a channel
      When the administrator uninstalls the extension "chat"
      And 4 minutes pass
      Then the channel of "chat of the north" has been pulled 1 time

  Rule: What breaks a rule cannot be installed

    @RES-01
    Scenario: Two resources of one name, and one without
      Then the package "extensions/unreadable/tracker-two-of-one-name" is refused with "of another resource"
      And the package "extensions/unreadable/tracker-webhook-without-a-name" is refused with "no \"resourceName\""

    @RES-02
    Scenario: Eleven fields, and a field with a layout
      Then the package "extensions/unreadable/tracker-eleven-fields" is refused with "11 fields, and 10 at most"
      And the package "extensions/unreadable/tracker-field-with-a-layout" is refused with "layoutId"

    @RES-03 @RES-04
    Scenario: A webhook that may not be, and one for another event
      Then the package "extensions/unreadable/tracker-webhook-without-the-scope" is refused with "Desk.events.ALL"
      And the package "extensions/unreadable/tracker-webhook-without-a-name" is refused with "no UUID"
      And the package "extensions/unreadable/tracker-webhook-for-another-event" is refused with "Ticket_Delete"

    @RES-05
    Scenario: Permissions with faults
      Then the package "extensions/unreadable/tracker-permission-as-text" is refused with "neither true nor false"
      And the package "extensions/unreadable/tracker-permission-as-text" is refused with "of another permission"
      And the package "extensions/unreadable/tracker-permission-as-text" is refused with "not alphanumeric"

    @RES-06
    Scenario: A logo that is too large, one that is no picture, and a channel without push
      Then the package "extensions/unreadable/helpline-logo-too-large" is refused with "512001 bytes, more than 512000"
      And the package "extensions/unreadable/helpline-logo-is-no-picture" is refused with "no png and no jpg"
      And the package "extensions/unreadable/helpline-no-push" is refused with "channel.sync.push: missing"
