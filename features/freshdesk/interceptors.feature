Feature: Interceptors
  A page of an app may stand before four things that an agent does: event.helper.done() lets them happen, event.helper.fail() does not. The app
  of these scenarios does what its administrator set.

  Background:
    Given the help desk is Freshdesk
    And the ticket "1" with
      | status | Open |
    And the extension "gate" from "apps/gate"

  @FD-15
  Scenario Outline: What fail() refuses is not done: <interceptor>
    Given the extension "gate" is configured with
      | answer | refuse |
    And the agent has the ticket "1" open
    When the agent <deed>
    Then "gate" at "ticket_background" is asked "<interceptor>"
    And the action is stopped with "<interceptor> is not allowed now"
    And no event is broadcast

    Examples:
      | deed                         | interceptor              |
      | closes the ticket            | ticket.closeTicketClick  |
      | replies "On its way"         | ticket.sendReply         |
      | sets the status to "Pending" | ticket.propertiesUpdated |
      | deletes the ticket           | ticket.deleteTicketClick |

  @FD-15
  Scenario Outline: What done() allows is done: <interceptor>
    Given the extension "gate" is configured with
      | answer | allow |
    And the agent has the ticket "1" open
    When the agent <deed>
    Then "gate" at "ticket_background" is asked "<interceptor>"
    And the action is done
    And the event "<event>" is broadcast

    Examples:
      | deed                         | interceptor              | event                |
      | closes the ticket            | ticket.closeTicketClick  | onTicketUpdate       |
      | replies "On its way"         | ticket.sendReply         | onConversationCreate |
      | sets the status to "Pending" | ticket.propertiesUpdated | onTicketUpdate       |
      | deletes the ticket           | ticket.deleteTicketClick | onTicketUpdate       |

  @FD-15
  Scenario: Who says nothing keeps the agent waiting
    Given the extension "gate" is configured with
      | answer | say nothing |
    And the agent has the ticket "1" open
    When the agent closes the ticket
    And 1 hour passes
    Then the action waits for "gate"

  @FD-15
  Scenario: A handler that fails has said nothing
    Given the extension "gate" is configured with
      | answer | fail |
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the action waits for "gate"
    And the extension "gate" is reported for "the gate is broken"

  @FD-15
  Scenario: The first word counts
    Given the extension "gate" is configured with
      | answer | allow, then refuse |
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the action is done

  @FD-15
  Scenario: A refusal without a message is told in the platform's words
    Given the extension "gate" is configured with
      | answer | refuse without a word |
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the action is stopped with "An app stopped this action."

  @FD-15
  Scenario: Who only listens hears of the click, and stops nothing
    Given the extension "gate" is configured with
      | answer | only listen |
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the extension "gate" logs "ticket.closeTicketClick"
    And the action is done

  @FD-15
  Scenario: Of several apps one refusal is enough
    Given the extension "gate" is configured with
      | answer | allow |
    And the extension "orders" at "ticket_background" rejects the hook "ticket.closeTicketClick" with "The order is unpaid"
    And the agent has the ticket "1" open
    When the agent closes the ticket
    Then the action is stopped with "The order is unpaid"

  @FD-15
  Scenario: An interceptor reads what the agent is about to change
    Given the extension "gate" is configured with
      | answer | allow |
    And the agent has the ticket "1" open
    When the agent sets the status to "Pending"
    Then the extension "gate" logs "{\"status\":{\"old\":2,\"new\":3}}"

  @FD-01
  Scenario: A page does not know the secure parameters
    Given the extension "gate" is configured with
      | answer | allow |
    And the extension "gate" has the secure installation parameter "key" of "s3cret"
    When the agent opens the ticket "1"
    Then the extension "gate" logs "knows answer"
