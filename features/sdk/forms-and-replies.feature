Feature: What a widget reads of what the agent is writing

  Background:
    Given the ticket "26811000000760569" with
      | subject | Faulty phone charging port |
      | email   | lee@customer.example       |

  Rule: The form in which a ticket is added or edited

    @SDK-15
    Scenario: Its fields, and one of them
      Given the extension "crm" at "desk.ticket.form.rightpanel"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      And the agent types "Broken" into the field "subject"
      And "crm" at "desk.ticket.form.rightpanel" reads "ticketForm.subject"
      Then "crm" at "desk.ticket.form.rightpanel" is told that "ticketForm.subject" is "Broken"
      When "crm" at "desk.ticket.form.rightpanel" reads "ticketForm.cf_color"
      Then "crm" at "desk.ticket.form.rightpanel" is told that "ticketForm.cf_color" is ""
      When "crm" at "desk.ticket.form.rightpanel" reads "ticketForm.fields"
      Then "crm" at "desk.ticket.form.rightpanel" is told "ticketForm.fields" as in "reads/new-ticket"

    @SDK-15
    Scenario Outline: From <location>
      Given the extension "crm" at "<location>"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "<location>"
      And "crm" at "<location>" reads "ticketForm.status"
      Then "crm" at "<location>" is told that "ticketForm.status" is "Open"

      Examples:
        | location                 |
        | desk.topband             |
        | desk.bottomband          |
        | desk.extension.telephony |

    @SDK-15
    Scenario: From the background
      Given the extension "crm" at "desk.background"
      When the agent goes to the form for a new ticket
      And "crm" at "desk.background" reads "ticketForm.status"
      Then "crm" at "desk.background" is told that "ticketForm.status" is "Open"

    @SDK-15
    Scenario: From the extension's own page, where no form is
      Given the extension "crm" at "desk.extension.preference"
      When the agent opens the page of the extension "crm"
      And the agent picks "crm" at "desk.extension.preference"
      And "crm" at "desk.extension.preference" reads "ticketForm.status"
      Then "crm" at "desk.extension.preference" is refused "ticketForm.status" with "ticketForm.status cannot be read, because there is no open form of a ticket."

    @SDK-15
    Scenario: A package that is silent elsewhere
      Given the extension "clerk" from "extensions/clerk"
      When the agent opens the ticket "26811000000760569"
      Then the extension "clerk" logs "no form here"
      And nothing is reported of the extension "clerk"
      When the agent goes to the edit form of the ticket
      Then the extension "clerk" logs 'for "Faulty phone charging port"'

    @SDK-06
    Scenario: A field that the form does not have
      Given the extension "crm" at "desk.background"
      When the agent goes to the form for a new ticket
      And "crm" at "desk.background" reads "ticketForm.subjekt"
      Then "crm" at "desk.background" is refused "ticketForm.subjekt" with "ticketForm.subjekt is not a property that can be read. Did you mean ticketForm.subject?"

    @SDK-06
    Scenario: A form of another module
      Given the extension "crm" at "desk.background"
      When the agent goes to the form for a new contact
      And "crm" at "desk.background" reads "ticketForm.subject"
      Then "crm" at "desk.background" is refused "ticketForm.subject" with "ticketForm.subject cannot be read, because there is no open form of a ticket."

    @SDK-06
    Scenario: From a panel of the ticket's page
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      And "crm" at "desk.ticket.detail.rightpanel" reads "ticketForm.subject"
      Then "crm" at "desk.ticket.detail.rightpanel" is refused "ticketForm.subject" with "ticketForm.subject cannot be read from desk.ticket.detail.rightpanel."
      And the extension "crm" is reported for "cannot be read"

  Rule: The reply

    Background:
      Given the customer wrote "It does not charge" to the ticket "26811000000760569" with
        | to | support@zylker.example, kim@customer.example |
        | cc | bo@customer.example                          |

    @SDK-15
    Scenario: Who is to read it
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      And the agent opens the reply editor to reply to all
      And "crm" at "desk.ticket.detail.rightpanel" reads "ticket.replyEditorRecipients"
      Then "crm" at "desk.ticket.detail.rightpanel" is told "ticket.replyEditorRecipients" with
        """json
        {"to": "lee@customer.example", "cc": "kim@customer.example,bo@customer.example", "bcc": ""}
        """

    @SDK-15
    Scenario: A package that counts them
      Given the extension "clerk" from "extensions/clerk"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "clerk" at "desk.ticket.detail.rightpanel"
      And the agent opens the reply editor to reply to all
      Then the extension "clerk" logs "to 1, copies to 2"

    @SDK-06
    Scenario: No reply is being written
      Given the extension "crm" at "desk.ticket.detail.rightpanel"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      And "crm" at "desk.ticket.detail.rightpanel" reads "ticket.replyEditorRecipients"
      Then "crm" at "desk.ticket.detail.rightpanel" is refused "ticket.replyEditorRecipients" with "ticket.replyEditorRecipients cannot be read, because there is no open reply editor."
      And nothing is reported of the extension "crm"
