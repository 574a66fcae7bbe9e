Feature: Who reaches an extension, and its configuration

  Rule: The configuration tab belongs to the extension's own page

    @LOC-05 @LOC-08
    Scenario: It loads when the agent picks it
      Given the extension "crm" at "desk.extension.preference"
      Then "crm" at "desk.extension.preference" is not alive
      When the agent opens the page of the extension "crm"
      Then "crm" at "desk.extension.preference" is not alive
      When the agent picks "crm" at "desk.extension.preference"
      Then "crm" at "desk.extension.preference" is alive

    @LOC-05 @LOC-06
    Scenario: It is on no other page
      Given the extension "crm" at "desk.extension.preference"
      And the extension "billing" at "desk.extension.preference"
      Then the agent cannot pick "crm" at "desk.extension.preference"
      When the agent opens the page of the extension "billing"
      Then the agent cannot pick "crm" at "desk.extension.preference"
      When the agent picks "billing" at "desk.extension.preference"
      And the agent opens the page of the extension "crm"
      Then "billing" at "desk.extension.preference" is not alive

  Rule: It is enabled once all mandatory params are set

    @LOC-05
    Scenario: Mandatory params
      Given the extension "crm" at "desk.extension.preference"
      And the extension "crm" has the mandatory param "domain"
      And the extension "crm" has the mandatory param "apikey"
      And the agent opens the page of the extension "crm"
      When the agent sets the param "domain" of the extension "crm" to "crm.example.com"
      Then the agent cannot pick "crm" at "desk.extension.preference"
      When the agent sets the param "apikey" of the extension "crm" to "4711"
      And the agent picks "crm" at "desk.extension.preference"
      Then "crm" at "desk.extension.preference" is alive

    @LOC-05
    Scenario: A value that is taken away again
      Given the extension "crm" at "desk.extension.preference"
      And the extension "crm" has the mandatory param "apikey"
      And the agent opens the page of the extension "crm"
      When the agent sets the param "apikey" of the extension "crm" to "4711"
      And the agent sets the param "apikey" of the extension "crm" to ""
      Then the agent cannot pick "crm" at "desk.extension.preference"

    @LOC-05
    Scenario: An optional param may stay empty
      Given the extension "crm" at "desk.extension.preference"
      And the extension "crm" has the optional param "nickname"
      When the agent opens the page of the extension "crm"
      And the agent picks "crm" at "desk.extension.preference"
      Then "crm" at "desk.extension.preference" is alive

    @LOC-05
    Scenario: The params of a real package, of which one has a default
      Given the extension "steward" from "extensions/steward"
      When the agent opens the page of the extension "steward"
      Then the agent cannot pick "steward" at "desk.extension.preference"
      When the agent sets the param "warehouse" of the extension "steward" to "North"
      And the agent picks "steward" at "desk.extension.preference"
      Then the extension "steward" logs "settings at desk.extension.preference"

    @LOC-05
    Scenario: Other widgets wait for no param
      Given the extension "crm" at "desk.bottomband"
      And the extension "crm" has the mandatory param "apikey"
      When the agent picks "crm" at "desk.bottomband"
      Then "crm" at "desk.bottomband" is alive

  Rule: It is open to Support Administrators whoever sees the extension

    @LOC-05
    Scenario: A Support Administrator, to whom the extension is not visible
      Given the agent's profile is "Support Administrator"
      And the extension "crm" at "desk.extension.preference"
      And the extension "crm" at "desk.bottomband"
      And the extension "crm" is visible to the profile "Light Agent"
      When the agent opens the page of the extension "crm"
      And the agent picks "crm" at "desk.extension.preference"
      Then "crm" at "desk.extension.preference" is alive
      But the agent cannot pick "crm" at "desk.bottomband"

    @LOC-05
    Scenario: A Support Administrator waits for the configuration, too
      Given the agent's profile is "Support Administrator"
      And the extension "crm" at "desk.extension.preference"
      And the extension "crm" has the mandatory param "apikey"
      And the extension "crm" is visible to the profile "Light Agent"
      When the agent opens the page of the extension "crm"
      Then the agent cannot pick "crm" at "desk.extension.preference"

    @LOC-05
    Scenario: An agent to whom the extension is not visible
      Given the extension "crm" at "desk.extension.preference"
      And the extension "crm" is visible to the profile "Light Agent"
      When the agent opens the page of the extension "crm"
      Then the agent cannot pick "crm" at "desk.extension.preference"

    @LOC-05
    Scenario: An agent to whom the extension is not visible on a thread
      Given the ticket "26811000000760569"
      And the customer wrote "Where is it?" to the ticket "26811000000760569"
      And the extension "crm" at "desk.ticket.thread.moreaction"
      And the extension "crm" is visible to the profile "Light Agent"
      When the agent opens the ticket "26811000000760569"
      Then the agent cannot pick "crm" at "desk.ticket.thread.moreaction"

    @LOC-05
    Scenario: An agent to whom the extension is visible, as to others
      Given the agent's profile is "Light Agent"
      And the extension "crm" at "desk.extension.preference"
      And the extension "crm" is visible to the profile "Light Agent"
      And the extension "crm" is visible to the profile "Agent"
      When the agent opens the page of the extension "crm"
      And the agent picks "crm" at "desk.extension.preference"
      Then "crm" at "desk.extension.preference" is alive

    @LOC-04 @LOC-05
    Scenario: A background widget, which nobody sees, is there for all
      Given the extension "crm" at "desk.background"
      And the extension "crm" is visible to the profile "Light Agent"
      Then "crm" at "desk.background" is alive

  Rule: An extension may be installed several times, and each installation is its own

    @LOC-10
    Scenario: Each has its own widgets
      Given the extension "steward" from "extensions/steward"
      And the extension "steward of the north" from "extensions/steward"
      And the agent sets the param "warehouse" of the extension "steward" to "South"
      And the agent sets the param "warehouse" of the extension "steward of the north" to "North"
      When the agent opens the page of the extension "steward of the north"
      And the agent picks "steward of the north" at "desk.extension.preference"
      Then "steward of the north" at "desk.extension.preference" is alive
      But "steward" at "desk.extension.preference" is not alive
      And "steward" at "desk.background" is alive
      And "steward of the north" at "desk.background" is alive

    @LOC-10
    Scenario: Each is asked, and hears
      Given the extension "steward" from "extensions/steward"
      And the extension "steward of the north" from "extensions/steward"
      And the forum topic "How to reset a phone" with the ID "50138000520495421"
      When the agent opens the forum topic "How to reset a phone"
      Then "steward" at "desk.background" receives "community.topic.loaded"
      And "steward of the north" at "desk.background" receives "community.topic.loaded"
      And the extension "steward of the north" logs "topic 50138000520495421"

    @LOC-10
    Scenario: Each has its own params
      Given the extension "steward" from "extensions/steward"
      And the extension "steward of the north" from "extensions/steward"
      When the agent sets the param "warehouse" of the extension "steward of the north" to "North"
      And the agent opens the page of the extension "steward"
      Then the agent cannot pick "steward" at "desk.extension.preference"

    @LOC-10
    Scenario: Each is visible to its own profiles
      Given the extension "crm" at "desk.bottomband"
      And the extension "crm of the north" at "desk.bottomband"
      And the extension "crm" is visible to the profile "Light Agent"
      When the agent picks "crm of the north" at "desk.bottomband"
      Then "crm of the north" at "desk.bottomband" is alive
      But the agent cannot pick "crm" at "desk.bottomband"
