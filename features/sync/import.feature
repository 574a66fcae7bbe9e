Feature: What a channel brings, and what is left out

  Background:
    Given the extension "chat" has a channel

  @CH-05 @CH-09
  Scenario: What the service says of times and directions stands above Desk's own
    Given the channel of "chat" answers the pull with "sync/first-message"
    When 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    Then the ticket's "createdTime" is "05/01/2026 08:59 AM"
    And the ticket contains "sync/ticket-after-the-first-message"
    Given the channel of "chat" answers the pull with "sync/reply-pulled-back"
    When 4 minutes pass
    Then the ticket contains "sync/ticket-with-what-another-agent-wrote"

  @CH-08
  Scenario: A thread without its ticket is left out, and the rest is there
    Given the channel of "chat" answers the pull with "sync/thread-without-ticket"
    When 4 minutes pass
    Then Desk has 1 ticket
    And the channel state of "chat" is "message 9"
    When the agent opens the ticket "c-7" of the channel "chat"
    Then the ticket's "threadCount" is "1"

  @CH-07
  Scenario: The same external ID in another channel is another ticket
    Given the extension "forum" has a channel
    And the channel of "chat" answers the pull with "sync/first-message"
    And the channel of "forum" answers the pull with "sync/first-message"
    When 4 minutes pass
    Then Desk has a ticket of the channel "chat" with the external ID "c-7"
    And Desk has a ticket of the channel "forum" with the external ID "c-7"
    And Desk has 2 tickets
    But Desk has 1 contact

  @CH-07 @CH-04
  Scenario: The same response twice imports nothing twice, and a changed one changes the ticket
    Given the channel of "chat" answers the pull with "sync/first-message"
    When 4 minutes pass
    And 4 minutes pass
    Then Desk has 1 ticket
    And the pull of "chat" brings nothing new
    Given the channel of "chat" answers the pull with "sync/first-message-urgent"
    When 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    Then Desk has 1 ticket
    And the ticket's "priority" is "High"

  @CH-11
  Scenario Outline: Who wrote joins the contact with the same <what>
    Given the contact "26811000000480001" with
      | lastName | Lee     |
      | <what>   | <value> |
    And the channel of "chat" answers the pull with "sync/message-of-a-known-customer"
    When 4 minutes pass
    Then Desk has 1 contact
    When the agent opens the ticket "c-8" of the channel "chat"
    Then the ticket's "contactId" is "26811000000480001"

    Examples:
      | what  | value          |
      | email | lee@example.com |
      | phone | 1 888 900 9646 |

  @CH-11
  Scenario: Whom Desk does not know is a new contact, with the name and the photo that the service shows
    Given the channel of "chat" answers the pull with "sync/first-message-of-ada"
    When 4 minutes pass
    Then the contact "Ada Smith @ada" has the "photoURL" "https://chat.example/photos/ada.png"
    And the contact "Ada Smith @ada" has the "email" "ada@example.com"
    When the agent opens the ticket "c-7" of the channel "chat"
    Then the ticket's "contactName" is "Ada Smith @ada"

  @CH-11 @Q-66
  Scenario: Where e-mail address and phone number are two contacts', the e-mail address decides
    Given the contact "26811000000480001" with
      | lastName | Lee            |
      | phone    | 1 888 900 9646 |
    And the contact "26811000000480003" with
      | lastName | Lee-Jones       |
      | email    | lee@example.com |
    And the channel of "chat" answers the pull with "sync/message-of-a-known-customer"
    When 4 minutes pass
    And the agent opens the ticket "c-8" of the channel "chat"
    Then the ticket's "contactId" is "26811000000480003"
    And Desk has 2 contacts

  @CH-08
  Scenario: A thread that answers another one joins its ticket
    Given the channel of "chat" answers the pull with "sync/first-message"
    And the channel of "chat" then answers the pull with "sync/answer-to-a-message"
    When 8 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    Then the ticket contains "sync/ticket-after-two-messages"
    And Desk has 1 ticket

  @CH-04
  Scenario: Whom the service assigns a ticket to is its owner from then on
    Given the agent "Kim Lee" with
      | id | 26811000000000014 |
    And the channel of "chat" answers the pull with "sync/first-message"
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    And the agent assigns the ticket to "Robin Agent"
    And the channel of "chat" answers the pull with "sync/first-message-assigned"
    When 4 minutes pass
    Then the ticket's "assigneeId" is "26811000000000014"
    And the ticket's "owner" is "Kim Lee"

  @CH-05
  Scenario Outline: What is written in <type>
    Given the channel of "chat" answers the pull with "sync/first-message"
    And the channel of "chat" then answers the pull with
      """json
      {
        "data": {
          "threads": [
            {
              "extId": "m-2",
              "extParentId": "c-7",
              "content": "<b>5 & 6</b>",
              "contentType": "<type>",
              "cc": ["kim@example.com"],
              "bcc": ["ann@example.com", "ben@example.com"],
              "actor": {"extId": "u-12", "name": "Ada Smith", "email": "ada@example.com"}
            }
          ]
        }
      }
      """
    When 8 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    Then the ticket contains "<ticket>"

    Examples:
      | type       | ticket                    |
      | text/plain | sync/ticket-with-text     |
      | text/html  | sync/ticket-with-html     |

  @CH-09
  Scenario: What was changed in the service was changed when the service says
    Given the channel of "chat" answers the pull with "sync/first-message"
    And the channel of "chat" then answers the pull with
      """json
      {
        "data": {
          "threads": [
            {
              "extId": "m-1",
              "extParentId": "c-7",
              "content": "It charges again",
              "modifiedTime": "2026-01-05T09:02:00.000Z",
              "actor": {"extId": "u-12", "name": "Ada Smith", "email": "ada@example.com"}
            }
          ]
        }
      }
      """
    When 8 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    Then the ticket contains "sync/ticket-with-a-changed-message"

  @CH-03
  Scenario: More than a thousand threads: nothing is imported
    Given the channel of "chat" answers the pull with 1 ticket and 1001 threads like "sync/first-message"
    When 4 minutes pass
    Then the pull of "chat" fails with "The answer of the channel's server counts for nothing: $.data.threads: 1001 elements, where the documents have at most 1000 (channel.sync.threads)."
    And Desk has 0 tickets
    And the channel state of "chat" is ""

  @CH-03
  Scenario: More than a thousand tickets: nothing is imported
    Given the channel of "chat" answers the pull with 1001 tickets and 1 thread like "sync/first-message"
    When 4 minutes pass
    Then the pull of "chat" fails with "The answer of the channel's server counts for nothing: $.data.tickets: 1001 elements, where the documents have at most 1000 (channel.sync.tickets)."
    And Desk has 0 tickets

  @CH-03 @CH-04
  Scenario: A thousand of each are there, with a subject as long as one may be
    Given the channel of "chat" answers the pull with 1000 tickets and 1000 threads like "sync/longest-subject"
    When 4 minutes pass
    Then Desk has 1000 tickets
    When the agent opens the ticket "c-7" of the channel "chat"
    Then the ticket's "threadCount" is "1000"

  @CH-04
  Scenario: A subject that is too long: nothing is imported
    Given the channel of "chat" answers the pull with "sync/long-subject"
    When 4 minutes pass
    Then the pull of "chat" fails with "The answer of the channel's server counts for nothing: $.data.tickets[0].subject: 256 characters, where the documents have at most 255 (channel.ticket.subject)."
    And Desk has 0 tickets

  @CH-06 @CH-02
  Scenario: An external ID that cannot be one: nothing is imported, and the state stays
    Given the channel of "chat" answers the pull with "sync/bad-id"
    When 4 minutes pass
    Then the pull of "chat" fails with "The answer of the channel's server counts for nothing: $.data.tickets[1].extId: the string \"c 8\", where the documents have what ^[A-Za-z0-9@$&+:.{}()#_-]+$ matches."
    And Desk has no ticket of the channel "chat" with the external ID "c-7"
    And the channel state of "chat" is ""

  @CH-15 @CH-16
  Scenario: A taken reply needs an ID
    Given the channel of "chat" answers the pull with "sync/first-message"
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    And the channel of "chat" answers the push with
      """json
      {"ok": true}
      """
    And the channel of "chat" then answers the push with
      """json
      {"extId": "m-3", "canReply": true}
      """
    When the agent replies "Please send it in"
    Then the reply has failed with "The answer of the channel's server counts for nothing: $.extId: missing: the documents have a string here."
    When the agent sends the failed reply again
    Then the reply is sent

  @CH-22
  Scenario: Without an address for pulls none is made
    Given the extension "forum" has a channel without pulls
    When 3 days pass
    Then the channel of "forum" has been pulled 0 times

  @CH-20 @CH-21
  Scenario: Params go along with a pull, secrets do not
    Given the extension "chat" has the optional param "domain"
    And the extension "chat" has the secure param "token"
    And the agent sets the param "domain" of the extension "chat" to "chat.example.com"
    And the agent sets the param "token" of the extension "chat" to "4711"
    When 4 minutes pass
    Then the channel of "chat" is pulled with "sync/pull"

  @EVT-30
  Scenario: What comes through the channel is no action of the user interface
    Given the extension "crm" at "desk.background"
    And the channel of "chat" answers the pull with "sync/first-message"
    When 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    Then "crm" at "desk.background" has received in all
      | pageChange |

  @EVT-30
  Scenario: What the channel changes is told on the ticket's page, and nowhere else
    Given the extension "crm" at "desk.background"
    And the channel of "chat" answers the pull with "sync/first-message"
    And the channel of "chat" then answers the pull with "sync/first-message-urgent"
    And the channel of "chat" then answers the pull with "sync/first-message-calm"
    And 8 minutes pass
    When the agent opens the ticket "c-7" of the channel "chat"
    And 4 minutes pass
    Then the ticket's "priority" is "Low"
    And "crm" at "desk.background" has received in all
      | pageChange              |
      | ticket_priority.changed |

  @CH-17 @HOOK-16
  Scenario: A vetoed reply is not pushed
    Given the channel of "chat" answers the pull with "sync/first-message"
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    And the extension "legal" at "desk.background" rejects the hook "ticket.reply" with "Ask the legal team first"
    When the agent replies "It is our fault"
    Then the action is stopped with "Ask the legal team first"
    And the channel of "chat" is pushed nothing
    And the ticket's "threadCount" is "1"

  @CH-17
  Scenario: A reply on another ticket leaves as a mail
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open
    When the agent replies "Please send it in"
    Then the channel of "chat" is pushed nothing
    And no event is broadcast
    And a mail leaves for "customer@example.com"
