Feature: Attachments of what a channel brings
  A message names the files that belong to it. Desk fetches each of them once the message is there; what cannot be fetched undoes nothing.

  Background:
    Given the extension "chat" has a channel
    And the channel of "chat" answers the pull with "sync/message-with-files"
    And the service "https://chat.example/files/log" answers 404

  @CH-10
  Scenario: The message is there at once, its files come apart
    Given the service "https://chat.example/files/photo.png" answers 200 after 5 seconds with
      """
      12345
      """
    When 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    Then the ticket's "threadCount" is "1"
    And the newest thread has no attachment
    And the attachment "log" could not be fetched: "The service answered 404."
    When 5 seconds pass
    Then the newest thread has the attachment "photo.png"
    And the ticket contains "sync/ticket-with-files"
    And the channel state of "chat" is "message 1"

  @CH-10
  Scenario: A service has thirty seconds
    Given the service "https://chat.example/files/photo.png" answers 200 after 30 seconds with
      """
      12345
      """
    And the service "https://chat.example/files/log" never answers
    When 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    And 30 seconds pass
    Then the newest thread has the attachment "photo.png"
    And the attachment "log" could not be fetched: "The service has not answered for 30 seconds."

  @CH-10
  Scenario: More comes later, and what has failed comes again
    Given the service "https://chat.example/files/photo.png" answers 200 with
      """
      12345
      """
    And 4 minutes pass
    And the agent opens the ticket "c-7" of the channel "chat"
    And the channel of "chat" answers the pull with "sync/message-with-one-more-file"
    And the service "https://chat.example/files/log" answers 200 with
      """
      no charge
      """
    And the service "https://chat.example/files/bill.pdf" answers 200 with
      """
      bill
      """
    And the service "https://chat.example/files/photo.png" answers 500
    When 4 minutes pass
    Then the ticket contains "sync/ticket-with-all-files"
    And the ticket's "threadCount" is "1"
