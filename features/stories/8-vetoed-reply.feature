Feature: Story 8: a reply is vetoed
  A reply is vetoed: no mail leaves, no channel push is made, and the draft is still there.

  Rule: The customer wrote a mail

    Background:
      Given the ticket "26811000000760569" as in "tickets/charging-port"
      And the customer wrote "It does not charge" to the ticket "26811000000760569"
      And the agent has the ticket "26811000000760569" open
      And the agent opens the reply editor
      And the agent saves the draft "It is our fault"

    @HOOK-08 @HOOK-16
    Scenario: The legal team wants to read it first
      Given the extension "legal" at "desk.background" rejects the hook "ticket.reply" with "Ask the legal team first"
      When the agent sends the reply
      Then the action is stopped with "Ask the legal team first"
      And no mail leaves
      And no event is broadcast
      And the ticket has the draft "<div>It is our fault</div>"
      And the reply editor holds "<div>It is our fault</div>"
      And the ticket's "threadCount" is "1"

    @HOOK-08 @HOOK-16
    Scenario: What the agent typed is still there, and who would get a copy
      Given the extension "legal" at "desk.background" rejects the hook "ticket.reply" with "Ask the legal team first"
      When the agent replies "It is our fault, and nobody else's" with a copy to "workshop@zylker.example"
      Then the action is stopped with "Ask the legal team first"
      And the reply editor holds "<div>It is our fault, and nobody else's</div>"
      But the ticket has the draft "<div>It is our fault</div>"
      Given the extension "legal" at "desk.background" allows the hook "ticket.reply"
      When the agent sends the reply
      Then a mail leaves as in "mails/our-fault"
      And the ticket has no draft

    @HOOK-08 @HOOK-21
    Scenario: The agent writes something else, and that leaves
      Given the extension "legal" at "desk.background" rejects the hook "ticket.reply" with "Ask the legal team first"
      When the agent sends the reply
      Then the action is stopped with "Ask the legal team first"
      Given the extension "legal" at "desk.background" allows the hook "ticket.reply"
      When the agent updates the draft to "Please send it in"
      And the agent sends the reply
      Then a mail leaves as in "mails/send-it-in"
      And the ticket has no draft

  Rule: The customer wrote in the chat

    Background:
      Given the extension "chat" has a channel
      And the channel of "chat" answers the pull with "sync/first-message"
      And the channel of "chat" answers the push with "sync/reply-taken"
      And 4 minutes pass
      And the agent opens the ticket "c-7" of the channel "chat"
      And the agent opens the reply editor
      And the agent saves the draft "It is our fault"

    @CH-17 @HOOK-16
    Scenario: The legal team wants to read it first, and the chat hears nothing
      Given the extension "legal" at "desk.background" rejects the hook "ticket.reply" with "Ask the legal team first"
      When the agent sends the reply
      Then the action is stopped with "Ask the legal team first"
      And the channel of "chat" is pushed nothing
      And no mail leaves
      And the ticket has the draft "<div>It is our fault</div>"
      And the reply editor holds "<div>It is our fault</div>"
      And the ticket's "threadCount" is "1"

    @CH-17 @HOOK-21
    Scenario: The agent writes something else, and the chat gets that
      Given the extension "legal" at "desk.background" rejects the hook "ticket.reply" with "Ask the legal team first"
      When the agent sends the reply
      Then the channel of "chat" is pushed nothing
      Given the extension "legal" at "desk.background" allows the hook "ticket.reply"
      When the agent updates the draft to "Please send it in"
      And the agent sends the reply
      Then the channel of "chat" is pushed "sync/push"
      And the reply is sent
      And no mail leaves
      And the ticket has no draft

    @CH-17 @SDK-01
    Scenario: A widget of the vendor's keeps a word out of replies, and the chat hears nothing of it
      Given the extension "wording" from "extensions/wording"
      When the agent replies "We guarantee that it is mended"
      Then the action is stopped with 'Please do not write "guarantee"'
      And the channel of "chat" is pushed nothing
      And no mail leaves
      And the ticket has the draft "<div>It is our fault</div>"
      And the reply editor holds "<div>We guarantee that it is mended</div>"
      When the agent replies "We hope that it is mended"
      Then the reply is sent
      And no mail leaves
      And the ticket has no draft
      And nothing is reported of the extension "wording"
