Feature: Story 19: changes that Freshdesk keeps to itself
  A Freshdesk ticket gets a new tag and a new custom-field value: no product event; then a new status: one, with old and new value.

  Background:
    Given the help desk is Freshdesk
    And the ticket "1" with
      | subject | Support Needed... |
      | status  | Open              |
    And the extension "watcher" at "server"
    And the agent has the ticket "1" open

  @FD-06
  Scenario: A tag is no update
    When the agent adds the tag "vip" to the ticket
    Then no event is broadcast
    And the ticket's "tags" is '["vip"]'

  @FD-06
  Scenario: A custom field is no update
    When the agent sets the field "cf_order" to "A-7"
    Then no event is broadcast
    And the ticket's "cf_order" is "A-7"

  @FD-05 @FD-06
  Scenario: A status is one, with its old and its new value
    When the agent adds the tag "vip" to the ticket
    And the agent sets the field "cf_order" to "A-7"
    And the agent sets the status to "Pending"
    Then "watcher" at "server" receives "onTicketUpdate" containing "freshdesk/payloads/open-to-pending"
    And "watcher" at "server" has received in all
      | onTicketUpdate |
