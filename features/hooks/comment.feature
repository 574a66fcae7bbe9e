Feature: A comment asks ticket.comment

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the agent has the ticket "26811000000760569" open

  @HOOK-14
  Scenario: The hook tells what the customer will read
    Given the extension "crm" at "desk.background" allows the hook "ticket.comment"
    When the agent comments publicly "We are on it"
    Then "crm" at "desk.background" is asked "ticket.comment" with "payloads/ticket.comment.public"
    And the ticket's last comment is public: "<div>We are on it</div>"

  @HOOK-14
  Scenario: The hook tells what only agents will read
    Given the extension "crm" at "desk.background" allows the hook "ticket.comment"
    When the agent comments privately "Ask the workshop"
    Then "crm" at "desk.background" is asked "ticket.comment" with "payloads/ticket.comment.private"
    And the ticket's last comment is private: "<div>Ask the workshop</div>"
    And the ticket has 1 comment

  @HOOK-14
  Scenario: Whoever refuses keeps the comment off the ticket
    Given the extension "crm" at "desk.background" rejects the hook "ticket.comment" with "No names in comments, please"
    When the agent comments publicly "Ask Casey"
    Then the action is stopped with "No names in comments, please"
    And the ticket has no comment

  @HOOK-14
  Scenario: What the agent types is text, and not HTML
    Given the extension "crm" at "desk.background" allows the hook "ticket.comment"
    When the agent comments privately "1 < 2 & 3"
    Then "crm" at "desk.background" is asked "ticket.comment" with
      """yaml
      ticketId: "#id"
      content: <div>1 &lt; 2 &amp; 3</div>
      isPublic: false
      """
