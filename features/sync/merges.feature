Feature: A ticket that a channel brought is merged into another
  The service knows nothing of it: what it sends under the old ID goes to the ticket that stays.

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the extension "chat" has a channel
    And the channel of "chat" answers the pull with "sync/first-message"
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    And I keep the ticket's "id" as "merged"

  @CH-08 @CH-07
  Scenario: What is written to the old ticket joins the one that stays
    Given the channel of "chat" answers the pull with "sync/second-message"
    And the channel of "chat" then answers the pull with "sync/first-message"
    When the agent merges the ticket "${merged}" into the ticket "26811000000760569"
    And 8 minutes pass
    Then Desk has 1 ticket
    And the ticket contains "sync/ticket-that-took-in-two-messages"

  @CH-07
  Scenario: What is changed of the old ticket changes the one that stays
    Given the channel of "chat" answers the pull with "sync/first-message-calm"
    When the agent merges the ticket "${merged}" into the ticket "26811000000760569"
    And 4 minutes pass
    Then Desk has 1 ticket
    And the ticket's "priority" is "Low"
    And Desk has a ticket of the channel "chat" with the external ID "c-7"

  @CH-15
  Scenario: A reply that was on its way is sent all the same, and is answered there
    Given the channel of "chat" answers the push after 10 seconds with "sync/reply-taken"
    And the channel of "chat" answers the pull with "sync/answer-to-the-reply"
    And the agent replies "Please send it in"
    When the agent merges the ticket "${merged}" into the ticket "26811000000760569"
    And 10 seconds pass
    Then the reply is sent
    When 4 minutes pass
    Then Desk has 1 ticket
    And the ticket's "threadCount" is "3"

  @CH-16
  Scenario: A reply that has failed leaves through its channel again
    Given the channel of "chat" answers the push with the status 503
    And the channel of "chat" then answers the push with "sync/reply-taken"
    And the agent replies "Please send it in"
    When the agent merges the ticket "${merged}" into the ticket "26811000000760569"
    And the agent sends the failed reply again
    Then the channel of "chat" is pushed "sync/push"
    And the reply is sent

  @CH-17
  Scenario: A new reply leaves as the ticket's own do
    When the agent merges the ticket "${merged}" into the ticket "26811000000760569"
    And the agent replies "Please send it in"
    Then a mail leaves for "customer@example.com"
    And the channel of "chat" is pushed nothing
