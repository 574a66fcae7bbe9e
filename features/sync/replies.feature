Feature: What a channel's replies may be
  A channel says in its configuration what its service takes: attachments, HTML, replies that change.

  Background:
    Given the extension "chat" has a channel with
      | acceptAttachments | true |
      | updateRecords     | true |
    And the extension "sms" has a channel
    And the channel of "chat" answers the pull with "sync/first-message"
    And the channel of "sms" answers the pull with "sync/first-message"
    And the channel of "chat" answers the push with "sync/reply-taken"
    And the channel of "sms" answers the push with "sync/reply-taken"
    And 4 minutes pass

  @CH-18 @CH-14
  Scenario: A photo goes along
    Given the agent opens the ticket "c-7" of the channel "chat"
    When the agent replies "This is how to do it" with the attachment "photo.png"
    Then the channel of "chat" is pushed "sync/push-with-a-photo"
    And the reply is sent
    And the ticket contains "sync/ticket-with-a-photo"

  @CH-14
  Scenario: Several files go along, with their sizes
    Given the agent opens the ticket "c-7" of the channel "chat"
    When the agent replies "This is how to do it" with the attachments
      | photo.png  | 20480 |
      | manual.pdf | 81920 |
    Then the channel of "chat" is pushed "sync/push-with-two-files"

  @CH-18 @RES-06
  Scenario: A channel that says nothing of attachments takes none
    Given the agent opens the ticket "c-7" of the channel "sms"
    When the agent replies "This is how to do it" with the attachment "photo.png"
    Then the action is stopped with "Replies of this channel cannot have attachments."
    And the channel of "sms" is pushed nothing
    And the ticket's "threadCount" is "1"
    When the agent replies "This is how to do it"
    Then the reply is sent

  @CH-18
  Scenario: Nobody is asked for a reply that cannot be
    Given the extension "legal" at "desk.background" rejects the hook "ticket.reply" with "Ask the legal team first"
    And the agent opens the ticket "c-7" of the channel "sms"
    When the agent replies "This is how to do it" with the attachment "photo.png"
    Then the action is stopped with "Replies of this channel cannot have attachments."

  @CH-17
  Scenario: A mail may have attachments, whatever channels say
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open
    When the agent replies "This is how to do it" with the attachments
      | photo.png  | 20480 |
      | manual.pdf | 81920 |
    Then a mail leaves as in "mails/with-two-files"
    And the channel of "chat" is pushed nothing
    And the channel of "sms" is pushed nothing

  @CH-18
  Scenario: The service takes no reply to a message, and takes one to another
    Given the channel of "chat" answers the pull with "sync/last-word"
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    When the agent replies "Goodbye"
    Then the action is stopped with "No reply can be added to this message."
    And the channel of "chat" is pushed nothing
    And the ticket's "threadCount" is "2"
    When the agent opens the reply editor of the thread "It does not charge"
    And the agent replies "Goodbye"
    Then the reply is sent

  @CH-18
  Scenario: The service takes no reply any more while an extension is still asked
    Given the extension "legal" at "desk.background" allows the hook "ticket.reply" after 10 seconds
    And the channel of "chat" answers the pull with "sync/first-message-closed"
    And 235 seconds pass
    And the agent opens the ticket "c-7" of the channel "chat"
    When the agent replies "Goodbye"
    And 10 seconds pass
    Then the action is stopped with "No reply can be added to this message."
    And the channel of "chat" is pushed nothing

  @CH-18 @CH-15
  Scenario: The answer to a reply says that it was the last one
    Given the channel of "chat" answers the push with
      """json
      {"extId": "m-3", "canReply": false}
      """
    And the channel of "chat" then answers the push with
      """json
      {"extId": "m-4"}
      """
    And the agent opens the ticket "c-7" of the channel "chat"
    And the agent replies "Please send it in"
    When the agent replies "With the charger"
    Then the action is stopped with "No reply can be added to this message."
    And the channel of "chat" is pushed nothing
    When the agent opens the reply editor of the thread "It does not charge"
    And the agent replies "With the charger"
    Then the reply is sent

  @CH-18 @RES-06
  Scenario: A channel that says nothing of HTML is sent plain text
    Given the agent opens the ticket "c-7" of the channel "sms"
    When the agent replies "<p>Please send it <b>in</b></p>"
    Then the channel of "sms" is pushed "sync/push"

  @CH-18
  Scenario Outline: A channel that takes <types> is sent HTML
    Given the extension "portal" has a channel with
      | contentTypes | <types> |
    And the channel of "portal" answers the pull with "sync/first-message"
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "portal"
    When the agent replies "<html>"
    Then the channel of "portal" is pushed "sync/push-in-html"

    Examples:
      | types                 | html                            |
      | text/html             | <p>Please send it <b>in</b></p> |
      | text/plain, text/html | <p>Please send it <b>in</b></p> |

  @CH-23
  Scenario: A reply is edited, and the service is told
    Given the agent opens the ticket "c-7" of the channel "chat"
    And the agent replies "Please send it in"
    When the agent edits the reply "Please send it in" to "Please bring it to the shop"
    Then the channel of "chat" is pushed "sync/push-of-the-edited-reply"
    And the reply is sent
    And the ticket contains "sync/ticket-after-the-edited-reply"
    And the ticket's "threadCount" is "2"
    When the agent edits the reply "Please bring it to the shop" to "Please bring it to the shop"
    Then the action changes nothing
    And the channel of "chat" is pushed nothing

  @CH-23 @CH-16
  Scenario: The service is down for the edited reply, which is sent again
    Given the agent opens the ticket "c-7" of the channel "chat"
    And the agent replies "Please send it in"
    And the channel of "chat" answers the push with the status 503
    And the channel of "chat" then answers the push with "sync/reply-taken"
    When the agent edits the reply "Please send it in" to "Please bring it to the shop"
    Then the reply has failed with "The channel's server answered 503."
    When the agent sends the failed reply again
    Then the channel of "chat" is pushed "sync/push-of-the-edited-reply"
    And the reply is sent

  @CH-16 @CH-14
  Scenario: Another agent sends the failed reply again, and the service is told who wrote it
    Given the channel of "chat" answers the push with the status 503
    And the channel of "chat" then answers the push with "sync/reply-taken"
    And the agent opens the ticket "c-7" of the channel "chat"
    And the agent replies "Please send it in"
    When the agent is "Kim Lee"
    And the agent sends the failed reply again
    Then the channel of "chat" is pushed "sync/push"
    And the reply is sent

  @CH-23
  Scenario: A reply that waits for the service is edited later
    Given the channel of "chat" answers the push after 10 seconds with "sync/reply-taken"
    And the agent opens the ticket "c-7" of the channel "chat"
    And the agent replies "Please send it in"
    When the agent edits the reply "Please send it in" to "Please bring it to the shop"
    Then the action changes nothing
    And the channel of "chat" is pushed nothing

  @CH-23 @RES-06
  Scenario: A channel that says nothing of edited replies has none
    Given the agent opens the ticket "c-7" of the channel "sms"
    And the agent replies "Please send it in"
    When the agent edits the reply "Please send it in" to "Please bring it to the shop"
    Then the action is stopped with "Replies of this channel cannot be edited."
    And the channel of "sms" is pushed nothing
    And the ticket contains "sync/ticket-after-the-reply"

  @CH-23 @RES-06
  Scenario: A channel that says nothing of quotes is sent the reply alone
    Given the agent opens the ticket "c-7" of the channel "sms"
    When the agent replies "Please send it in"
    Then the channel of "sms" is pushed "sync/push"

  @CH-23
  Scenario: What was said before is quoted, the newest first
    Given the extension "forum" has a channel with
      | includeQuotedMessage | true |
    And the channel of "forum" answers the pull with "sync/first-message"
    And the channel of "forum" then answers the pull with "sync/second-message"
    And 8 minutes pass
    And the agent opens the ticket "c-7" of the channel "forum"
    When the agent replies "Please send it in"
    Then the channel of "forum" is pushed "sync/push-with-quotes"

  @CH-23
  Scenario: HTML is quoted as HTML
    Given the extension "portal" has a channel with
      | includeQuotedMessage | true      |
      | contentTypes         | text/html |
    And the channel of "portal" answers the pull with "sync/first-message"
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "portal"
    When the agent replies "Please send it in"
    Then the channel of "portal" is pushed "sync/push-with-quotes-in-html"

  @RES-06
  Scenario: A real package says what its channel takes
    Given the extension "helpline" from "extensions/helpline"
    And the channel of "helpline" answers the pull with "sync/first-message"
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "helpline"
    When the agent replies "<p>Please send it <b>in</b></p>"
    Then the channel of "helpline" is pushed "sync/push-in-html"
    When the agent replies "This is how to do it" with the attachment "photo.png"
    Then the action is done
