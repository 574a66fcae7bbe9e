Feature: Product events of replies and notes

  Background:
    Given the help desk is Freshdesk
    And the extension "notify" at "server"
    And the ticket "1"
    And the agent has the ticket "1" open

  @FD-08
  Scenario: A reply
    When the agent replies "We are on it"
    Then "notify" at "server" receives "onConversationCreate" containing "freshdesk/payloads/reply"

  @FD-08
  Scenario: A private note
    When the agent comments privately "An angry one"
    Then "notify" at "server" receives "onConversationCreate" containing "freshdesk/payloads/private-note"

  @FD-08
  Scenario: A public note
    When the agent comments publicly "We are on it"
    Then "notify" at "server" receives "onConversationCreate" containing "freshdesk/payloads/public-note"

  @FD-08
  Scenario: The customer answers
    When the customer replies "Still angry" to the ticket "1"
    Then "notify" at "server" receives "onConversationCreate" containing "freshdesk/payloads/incoming"
