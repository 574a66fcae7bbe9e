Feature: Where Freshdesk's pages contradict themselves

  Each scenario plays the reading that deskspec plays; `deskspec explain` tells the other ones.

  Background:
    Given the help desk is Freshdesk
    And it is "2026-01-05T09:00:00Z"
    And the extension "notify" at "server"

  @Q-17
  Scenario: Keys are spelt as the envelope and most samples spell them, and times are in UTC
    When a contact is created with
      | name      | Sherlock Holmes |
      | job_title | Detective       |
    Then "notify" at "server" receives "onContactCreate" containing "freshdesk/quirks/spelling"

  @Q-59
  Scenario: The domain is bare, and conversations have it, too
    Given the ticket "1"
    And the agent has the ticket "1" open
    When the agent replies "We are on it"
    Then "notify" at "server" receives "onConversationCreate" containing "freshdesk/quirks/envelope"

  @Q-59
  Scenario: An update has its envelope
    Given the ticket "1"
    And the agent has the ticket "1" open
    When the agent resolves the ticket
    Then "notify" at "server" receives "onTicketUpdate" containing "freshdesk/quirks/envelope"

  @Q-58
  Scenario: A ticket's deletion stands among its changes alone
    Given the ticket "1"
    And the agent has the ticket "1" open
    When the agent deletes the ticket
    Then "notify" at "server" receives "onTicketUpdate" containing "freshdesk/quirks/deleted-ticket"

  @Q-58
  Scenario: A contact's deletion stands among its changes
    Given the contact "2" with
      | name | Sherlock Holmes |
    When the agent deletes the contact "Sherlock Holmes"
    Then "notify" at "server" receives "onContactUpdate" containing "freshdesk/quirks/deleted-contact"

  @Q-60
  Scenario: A ticket's attachment has a file_size
    When a ticket is created as in "freshdesk/tickets/with-a-file"
    Then "notify" at "server" receives "onTicketCreate" containing "freshdesk/quirks/attachment"

  @Q-61
  Scenario Outline: A <kind> note comes from <where>
    Given the ticket "1"
    And the agent has the ticket "1" open
    When the agent comments <how> "An angry one"
    Then "notify" at "server" receives "onConversationCreate" containing "freshdesk/quirks/<kind>-note"

    Examples:
      | kind    | how       | where   |
      | private | privately | outside |
      | public  | publicly  | inside  |

  @Q-62
  Scenario Outline: A <field> that has no name is a number
    Given the ticket "1"
    And the agent has the ticket "1" open
    When the agent sets the field "<field>" to "6"
    Then "notify" at "server" receives "onTicketUpdate" containing "freshdesk/quirks/<field>-6"

    Examples:
      | field  |
      | source |
      | status |

  @Q-67
  Scenario Outline: A changed <field> is none of the ten causes
    Given the ticket "1"
    And the agent has the ticket "1" open
    When the agent sets the field "<field>" to "<value>"
    Then no event is broadcast
    And the ticket's "<field>" is "<value>"

    Examples:
      | field   | value                |
      | subject | Another subject      |
      | due_by  | 2026-01-05T12:00:00Z |
