Feature: Product events of contacts

  Background:
    Given the help desk is Freshdesk
    And it is "2026-01-05T09:00:00Z"
    And the extension "notify" at "server"

  @FD-09
  Scenario: A new contact
    When a contact is created with
      | name  | Sherlock Holmes        |
      | email | superman@freshdesk.com |
    Then "notify" at "server" receives "onContactCreate" containing "freshdesk/payloads/new-contact"

  Rule: The contact is there

    Background:
      Given the contact "2" with
        | name  | Sherlock Holmes |
        | phone | 98765315        |

    @FD-10
    Scenario: A detail changes
      When the agent updates the contact "Sherlock Holmes" with
        | phone | 987653151 |
      Then "notify" at "server" receives "onContactUpdate" containing "freshdesk/payloads/phone-changed"

    @FD-10
    Scenario: Tags are details
      When the agent updates the contact "Sherlock Holmes" with
        | tags | ["vip"] |
      Then "notify" at "server" receives "onContactUpdate"

    @FD-10
    Scenario: A deletion
      When the agent deletes the contact "Sherlock Holmes"
      Then "notify" at "server" receives "onContactUpdate" containing "freshdesk/payloads/contact-deleted"

    @FD-10
    Scenario: Blocking, whitelisting and activation
      When the agent blocks the contact "Sherlock Holmes"
      Then "notify" at "server" receives "onContactUpdate"
      When the agent whitelists the contact "Sherlock Holmes"
      Then "notify" at "server" receives "onContactUpdate"
      When the contact "Sherlock Holmes" is activated
      Then "notify" at "server" receives "onContactUpdate"

    @FD-10
    Scenario: Becoming an agent is no update
      When the agent makes the contact "Sherlock Holmes" an agent
      Then no event is broadcast
