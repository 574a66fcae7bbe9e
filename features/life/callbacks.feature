Feature: What an extension's server is told of its installation

  Rule: Eight callbacks, each after its one thing

    @PCB-01 @PCB-05
    Scenario: What a callback carries
      When the administrator installs the extension "tracker" from "extensions/tracker"
      Then the callback onInstall of "tracker" carries "life/callback"

    @PCB-05 @REST-15
    Scenario: What a callback brings is good for invoke, and for import
      Given the extension "chat" declares the callback onInstall
      And the extension "chat" declares a manifest with
        """json
        {"secret": "my_secret_key_238392", "connectors": [{"connectionLinkName": "desk", "scope": ["Desk.extensions.ALL"]}]}
        """
      And the service "https://chat.example/users" answers 200
      When the administrator installs the extension "chat"
      And the extension "chat" has a channel without pulls
      And the server of "chat" invokes "GET https://chat.example/users" with what the callback onInstall brought
      Then Desk answers 200
      And the service gets "GET https://chat.example/users"
      When the server of "chat" imports "sync/first-message" with what the callback onInstall brought
      Then Desk answers 200
      And Desk has a ticket of the channel "chat" with the external ID "c-7"

    @REST-11
    Scenario: Callbacks are signed with the manifest's secret, other calls are not
      Given the extension "crm" has a channel
      And the extension "crm" declares the callback onZohoAuthorise
      And the extension "crm" has the secret "another secret"
      When the administrator authorises the extension "crm" in Desk
      Then the callback onZohoAuthorise of "crm" is signed with the secret "another secret"
      When 4 minutes pass
      Then the pull of "crm" carries no HASH

    @REST-11
    Scenario: A webhook is not signed
      Given the ticket "26811000000760569"
      And the extension "tracker" from "extensions/tracker"
      And the administrator authorises the extension "tracker" in Desk
      And the agent has the ticket "26811000000760569" open
      When the agent closes the ticket
      Then the webhook of "tracker" carries no HASH

    @PCB-04
    Scenario: Installed, with no other callback
      When the administrator installs the extension "tracker" from "extensions/tracker"
      Then the callback onInstall of "tracker" is called once
      And the callbacks of "tracker" come in this order
        | onInstall |

    @PCB-04
    Scenario: An extension without a widget
      Given the extension "crm" declares the callback onInstall
      When the administrator installs the extension "crm"
      Then the callback onInstall of "crm" is called once

    @PCB-04
    Scenario: Authorised in Desk, once
      Given the extension "tracker" from "extensions/tracker"
      When the administrator authorises the extension "tracker" in Desk
      Then the callback onZohoAuthorise of "tracker" is called once
      When the administrator authorises the extension "tracker" in Desk
      Then the action changes nothing
      And the callback onZohoAuthorise of "tracker" is not called

    @PCB-04
    Scenario: Authorised in the other service, revoked, and authorised again
      Given the extension "tracker" from "extensions/tracker"
      When the administrator revokes the other service of the extension "tracker"
      Then the callback onTPARevoke of "tracker" is not called
      When the administrator authorises the other service of the extension "tracker"
      Then the callback onTPAAuthorise of "tracker" is called once
      When the administrator authorises the other service of the extension "tracker"
      Then the callback onTPAAuthorise of "tracker" is not called
      When the administrator revokes the other service of the extension "tracker"
      Then the callback onTPARevoke of "tracker" is called once
      And the callback onTPAAuthorise of "tracker" is not called
      When the administrator authorises the other service of the extension "tracker"
      Then the callback onTPAAuthorise of "tracker" is called once

    @PCB-04
    Scenario: Params are set, and deleted
      Given the extension "tracker" from "extensions/tracker"
      When the agent sets the param "domain" of the extension "tracker" to "bugs.example.com"
      Then the callback onConfigParamAdd of "tracker" is called once
      And the callback onConfigParamDelete of "tracker" is not called
      When the agent sets the param "domain" of the extension "tracker" to "bugs.example.com"
      Then the callback onConfigParamAdd of "tracker" is not called
      When the administrator deletes the param "domain" of the extension "tracker"
      Then the callback onConfigParamDelete of "tracker" is called once
      And the callback onConfigParamAdd of "tracker" is not called
      When the administrator deletes the param "domain" of the extension "tracker"
      Then the callback onConfigParamDelete of "tracker" is not called

    @PCB-04
    Scenario: Updated: what was set is set still, and the new version's widgets are there
      Given the extension "tracker" from "extensions/tracker"
      And the agent sets the param "token" of the extension "tracker" to "4711"
      When the administrator updates the extension "tracker" to "extensions/next/tracker"
      Then the callback onUpdate of "tracker" is called once
      And the extension "tracker" logs "tracker, version 2"
      And "tracker" at "desk.background" is alive
      And the portal has the field "Bug state"
      When the administrator deletes the param "token" of the extension "tracker"
      Then the callback onConfigParamDelete of "tracker" is called once

    @PCB-04
    Scenario: Uninstalled: nothing of it is left
      Given the extension "tracker" from "extensions/tracker"
      And the administrator authorises the extension "tracker" in Desk
      When the administrator uninstalls the extension "tracker"
      Then the callback onUninstall of "tracker" is called once
      And the extension "tracker" has no webhook
      When the administrator installs the extension "tracker" from "extensions/tracker"
      Then the callback onInstall of "tracker" is called once
      And the extension "tracker" has no webhook
      When the agent sets the param "domain" of the extension "tracker" to "bugs.example.com"
      Then the callback onConfigParamAdd of "tracker" is called once

    @PCB-04 @REST-03
    Scenario: Uninstalled: what it stored is gone, and its securityContext stands for nobody
      Given the extension "tracker" from "extensions/tracker"
      And the service "https://bugs.example.com/bugs" answers 200
      And the administrator authorises the extension "tracker" in Desk
      And the server of "tracker" stores "rest/likes"
      Then the storage of "tracker" has 1 object
      When the administrator uninstalls the extension "tracker"
      And the administrator installs the extension "tracker" from "extensions/tracker"
      Then the storage of "tracker" has 0 objects
      When the server of "tracker" invokes "GET https://bugs.example.com/bugs" with what the callback onZohoAuthorise brought
      Then Desk refuses the call with 401 and says "No installation of this portal has this securityContext, send the one that came with a callback or a pull."
      And no service gets anything
      When the server of "tracker" invokes "GET https://bugs.example.com/bugs" with what the callback onInstall brought
      Then Desk answers 200

    @PCB-04
    Scenario: Uninstalled: its widgets neither stop nor hear anything
      Given the ticket "26811000000760569"
      And the extension "crm" at "desk.background" rejects the hook "ticket.close" with "Not today"
      And the agent has the ticket "26811000000760569" open
      When the agent closes the ticket
      Then the action is stopped with "Not today"
      When the administrator uninstalls the extension "crm"
      And the agent closes the ticket
      Then the ticket's "status" is "Closed"

    @PCB-04
    Scenario: Uninstalled: its channel is not pulled any more, and what waits ends
      Given the extension "chat" has a channel
      And the channel of "chat" never answers the pull
      When 4 minutes pass
      Then the channel of "chat" has been pulled 1 time
      When the administrator uninstalls the extension "chat"
      And 3 days pass
      And the administrator installs the extension "chat" at "desk.background"
      And the extension "chat" has a channel
      Then the channel of "chat" has been pulled 1 time
      And the pull of "chat" fails with "The extension was uninstalled."

  Rule: A server that fails undoes nothing

    @PCB-03
    Scenario: A server that fails
      Given the extension "crm" declares the callback onInstall
      And the server of "crm" answers the callback onInstall with the status 503
      When the administrator installs the extension "crm" at "desk.background"
      Then the callback onInstall of "crm" has failed with "The extension's server answered 503."
      And "crm" at "desk.background" is alive

    @PCB-03
    Scenario: A server that is slow, and one that is silent
      Given the extension "tracker" from "extensions/tracker"
      And the server of "tracker" answers the callback onZohoAuthorise after 31 seconds
      And the server of "tracker" never answers the callback onUninstall
      When the administrator authorises the extension "tracker" in Desk
      Then the extension "tracker" has a webhook
      When 29.999 seconds pass
      And 1 millisecond passes
      Then the callback onZohoAuthorise of "tracker" has failed with "The extension's server has not answered for 30 seconds."
      When 1 second passes
      Then the extension "tracker" has a webhook
      When the administrator uninstalls the extension "tracker"
      And 30 seconds pass
      Then the callback onUninstall of "tracker" has failed with "The extension's server has not answered for 30 seconds."
      And the extension "tracker" has no webhook
