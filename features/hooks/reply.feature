Feature: A reply asks ticket.reply

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open
    And I keep the ticket's "id" as "ticket"

  @HOOK-16 @Q-05
  Scenario: The hook tells who writes what to whom
    Given the extension "crm" at "desk.background" allows the hook "ticket.reply"
    When the agent replies "Please send it in"
    Then "crm" at "desk.background" is asked "ticket.reply" with "payloads/ticket.reply.first"
    And a mail leaves as in "mails/send-it-in"
    And the ticket contains "tickets/answered"

  @HOOK-16 @Q-37
  Scenario: The second reply names the thread before it, and who gets a copy
    Given the extension "crm" at "desk.background" allows the hook "ticket.reply"
    When the agent replies "Please send it in"
    And the agent replies "It has arrived, and works" with a copy to "workshop@zylker.example,stock@zylker.example"
    Then "crm" at "desk.background" is asked "ticket.reply" with "payloads/ticket.reply.second"
    And a mail leaves as in "mails/copied"
    And the ticket's "threadCount" is "2"

  @HOOK-16
  Scenario: The text travels as URL-encoded HTML
    Given the extension "crm" at "desk.background" allows the hook "ticket.reply"
    When the agent replies with
      """
      Please send it in.
      We pay for the parcel.
      """
    Then "crm" at "desk.background" is asked "ticket.reply" with "payloads/ticket.reply.two-lines"

  @HOOK-16
  Scenario: What is HTML already stays as it is
    Given the extension "crm" at "desk.background" allows the hook "ticket.reply"
    When the agent replies with
      ```
      <p>Please "send" it in</p>
      ```
    Then "crm" at "desk.background" is asked "ticket.reply" with
      """yaml
      ticketId: ${ticket}
      fromAdddress: "#present"
      toAddress: "#notnull"
      ccAddress: "#ignore"
      ticketSubject: "#string"
      threadId: ""
      content: "%3Cp%3EPlease%20%22send%22%20it%20in%3C%2Fp%3E"
      """

  @HOOK-16
  Scenario: Whoever refuses keeps the reply from leaving
    Given the extension "crm" at "desk.background" rejects the hook "ticket.reply" with "Ask the legal team first"
    When the agent replies "It is our fault"
    Then the action is stopped with "Ask the legal team first"
    And no mail leaves
    And the ticket's "threadCount" is "0"
