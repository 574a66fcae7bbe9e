Feature: Extensions hear of the reply editor

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the customer wrote "It does not charge" to the ticket "26811000000760569" with
      | id | 26811000000783105                                          |
      | to | support@zylker.example, kim@example.com                    |
      | cc | partner@example.com, customer@example.com, kim@example.com |
    And the customer wrote "Any news?" to the ticket "26811000000760569" with
      | id | 26811000000783107 |
    And the response template "Send it in" with
      | id      | 98787662312400000 |
      | content | Please send it in |
    And the response template "Parcel label" with
      | content | <p>The label is in the <b>attachment</b></p> |
    And the agent has the ticket "26811000000760569" open

  Rule: The reply editor is opened on a thread

    @EVT-02
    Scenario: On the newest thread
      Given the extension "crm" at "desk.background" listens to the event "ticket_replyEditor.opened"
      When the agent opens the reply editor
      Then "crm" at "desk.background" receives "ticket_replyEditor.opened" with
        """yaml
        mode: reply
        threadId: "26811000000783107"
        ticketId: "26811000000760569"
        """
      And the reply editor holds ""

    @EVT-02
    Scenario: To reply to all
      Given the extension "crm" at "desk.background" listens to the event "ticket_replyEditor.opened"
      When the agent opens the reply editor to reply to all
      Then "crm" at "desk.background" receives "ticket_replyEditor.opened" with
        """yaml
        mode: replyAll
        threadId: "26811000000783107"
        ticketId: "26811000000760569"
        """

    @EVT-02
    Scenario: On an older thread
      Given the extension "crm" at "desk.background" listens to the event "ticket_replyEditor.opened"
      When the agent opens the reply editor of the thread "It does not charge"
      Then "crm" at "desk.background" receives "ticket_replyEditor.opened" with
        """yaml
        mode: reply
        threadId: "26811000000783105"
        ticketId: "26811000000760569"
        """

    @EVT-02 @HOOK-16
    Scenario: The reply answers the thread on which the editor was opened
      Given the extension "crm" at "desk.background" allows the hook "ticket.reply"
      When the agent opens the reply editor of the thread "It does not charge"
      And the agent replies "Please send it in"
      Then "crm" at "desk.background" is asked "ticket.reply" with
        """yaml
        ticketId: "26811000000760569"
        fromAdddress: support@zylker.example
        toAddress: customer@example.com
        ccAddress: ""
        ticketSubject: "[## 159 ##] Faulty phone charging port"
        threadId: "26811000000783105"
        content: "#urlencoded <div>Please send it in</div>"
        """
      And no reply editor is open

    @EVT-02 @HOOK-16
    Scenario: A reply to all goes to everybody whom the thread names, once each, and not to the portal
      Given the extension "crm" at "desk.background" allows the hook "ticket.reply"
      When the agent opens the reply editor of the thread "It does not charge" to reply to all
      And the agent replies "Please send it in" with a copy to "workshop@zylker.example"
      Then "crm" at "desk.background" is asked "ticket.reply" with
        """yaml
        ticketId: "26811000000760569"
        fromAdddress: support@zylker.example
        toAddress: customer@example.com
        ccAddress: kim@example.com,partner@example.com,workshop@zylker.example
        ticketSubject: "[## 159 ##] Faulty phone charging port"
        threadId: "26811000000783105"
        content: "#urlencoded <div>Please send it in</div>"
        """

    @HOOK-17
    Scenario: A reply that closes answers the thread on which the editor was opened, too
      Given the extension "crm" at "desk.background" allows the hook "ticket.replyAndClose"
      When the agent opens the reply editor of the thread "It does not charge"
      And the agent replies "It is on its way" and closes the ticket
      Then "crm" at "desk.background" is asked "ticket.replyAndClose" with
        """yaml
        ticketId: "26811000000760569"
        fromAdddress: support@zylker.example
        toAddress: customer@example.com
        ccAddress: ""
        ticketSubject: "[## 159 ##] Faulty phone charging port"
        threadId: "26811000000783105"
        content: "#urlencoded <div>It is on its way</div>"
        """
      And no reply editor is open

    @HOOK-16
    Scenario: Without the editor the reply answers the newest thread
      Given the extension "crm" at "desk.background" allows the hook "ticket.reply"
      When the agent replies "Not yet"
      Then "crm" at "desk.background" is asked "ticket.reply" with
        """yaml
        ticketId: "26811000000760569"
        fromAdddress: support@zylker.example
        toAddress: customer@example.com
        ccAddress: ""
        ticketSubject: "[## 159 ##] Faulty phone charging port"
        threadId: "26811000000783107"
        content: "#urlencoded <div>Not yet</div>"
        """

    @HOOK-16
    Scenario: A reply to what the agent wrote goes to whom that went
      Given the extension "crm" at "desk.background" allows the hook "ticket.reply"
      And the customer wrote "From my other address" to the ticket "26811000000760569" with
        | from | other@example.com |
      When the agent replies "Not yet"
      Then a mail leaves for "other@example.com"
      When the agent replies "Now"
      Then a mail leaves for "other@example.com"
      And the ticket's "threadCount" is "5"

    @EVT-02 @EVT-27
    Scenario: The editor that is open so already
      Given the extension "crm" at "desk.background"
      When the agent opens the reply editor
      And the agent opens the reply editor
      Then the action changes nothing
      And no event is broadcast
      When the agent opens the reply editor to reply to all
      Then the event "ticket_replyEditor.opened" is broadcast

    @EVT-02
    Scenario: The editor is gone with its page, and is opened anew
      Given the extension "crm" at "desk.background" listens to the event "ticket_replyEditor.opened"
      When the agent opens the reply editor
      And the agent goes to the list of tickets
      Then no reply editor is open
      When the agent opens the ticket "26811000000760569"
      Then no reply editor is open
      When the agent opens the reply editor
      Then "crm" at "desk.background" receives "ticket_replyEditor.opened"

  Rule: A response template is applied or changed

    @EVT-09 @EVT-31
    Scenario: Applied
      Given the extension "crm" at "desk.background" listens to the event "ticket_replyEditor_template.loaded"
      When the agent opens the reply editor
      And the agent applies the response template "Send it in"
      Then "crm" at "desk.background" receives "ticket_replyEditor_template.loaded" with
        """yaml
        content: <div>Please send it in</div>
        id: "98787662312400000"
        """
      And the reply editor holds "<div>Please send it in</div>"

    @EVT-09 @EVT-31
    Scenario: Changed to another
      Given the extension "crm" at "desk.background" listens to the event "ticket_replyEditor_template.loaded"
      When the agent opens the reply editor
      And the agent applies the response template "Send it in"
      And the agent applies the response template "Parcel label"
      Then "crm" at "desk.background" receives "ticket_replyEditor_template.loaded" with
        """yaml
        content: <p>The label is in the <b>attachment</b></p>
        id: "#id"
        """
      And the reply editor holds "<p>The label is in the <b>attachment</b></p>"

    @EVT-09 @Q-26
    Scenario: The ID is the template's, and not the thread's
      Given the extension "crm" at "desk.background" listens to the event "ticket_replyEditor_template.loaded"
      When the agent opens the reply editor of the thread "It does not charge"
      And the agent applies the response template "Send it in"
      Then "crm" at "desk.background" receives "ticket_replyEditor_template.loaded" with
        """yaml
        content: "#html"
        id: "98787662312400000"
        """

    @EVT-31 @EVT-27
    Scenario: The same template again
      Given the extension "crm" at "desk.background"
      When the agent opens the reply editor
      And the agent applies the response template "Send it in"
      And the agent applies the response template "Send it in"
      Then the action changes nothing
      And no event is broadcast

    @EVT-09 @HOOK-16
    Scenario: What was applied is what is sent
      Given the extension "crm" at "desk.background" allows the hook "ticket.reply"
      When the agent opens the reply editor
      And the agent applies the response template "Send it in"
      And the agent sends the reply
      Then a mail leaves as in "mails/send-it-in"
      And "crm" at "desk.background" is asked "ticket.reply"
      And no event is broadcast

  Rule: A reply's text travels as valid percent-encoding

    @Q-38
    Scenario: Signs that the pages' own samples leave half encoded
      Given the extension "crm" at "desk.background" allows the hook "ticket.reply"
      When the agent replies "100 % cotton, 50 € & more"
      Then "crm" at "desk.background" is asked "ticket.reply" with
        """yaml
        ticketId: "26811000000760569"
        fromAdddress: support@zylker.example
        toAddress: customer@example.com
        ccAddress: ""
        ticketSubject: "[## 159 ##] Faulty phone charging port"
        threadId: "26811000000783107"
        content: "%3Cdiv%3E100%20%25%20cotton%2C%2050%20%E2%82%AC%20%26amp%3B%20more%3C%2Fdiv%3E"
        """
