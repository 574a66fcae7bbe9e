Feature: What real apps do with all that

  The app "courier" asks for its target URL where it is installed, keeps an order that comes there, and reminds the shop an hour later.

  Background:
    Given the help desk is Freshdesk
    And it is "2026-01-05T09:00:00Z"

  @FD-15
  Scenario: It is not installed where the administrator has not named the shop
    When the administrator installs the extension "courier" from "apps/courier"
    Then the action is stopped with "Tell me the shop"
    And "courier" at "server" is not alive

  Rule: It is installed

    Background:
      Given the extension "courier" is configured with
        | shop | shop.example |
      When the administrator installs the extension "courier" from "apps/courier"
      Then the action is done

    @FD-15 @FD-16
    Scenario: It has stored its target URL
      Then the data store of "courier" holds "hook" with
        """json
        {"url": "https://sample.freshdesk.com/apps/courier/external"}
        """

    @FD-15 @FD-16
    Scenario: An order is kept and comes back an hour later
      Given the service "POST https://shop.example/reminders" answers 201
      When a third party calls the target URL of "courier" with
        """json
        {"order": 7}
        """
      Then the data store of "courier" holds "order" with
        """json
        {"id": 7}
        """
      And "courier" has scheduled "order" for "2026-01-05T10:00:00Z"
      When 1 hour passes
      Then the service gets "POST https://shop.example/reminders" with
        """json
        {"body": {"order": 7}}
        """
      And the data store of "courier" does not hold "order"

    @FD-15
    Scenario: It stays as long as an order is open
      Given a third party calls the target URL of "courier" with
        """json
        {"order": 7}
        """
      When the administrator uninstalls the extension "courier"
      Then the action is stopped with "The order 7 is open"

    @FD-15
    Scenario: It goes where none is
      When the administrator uninstalls the extension "courier"
      Then the action is done

    @FD-16
    Scenario: What an app is refused with, it can read
      When a ticket is created with
        | subject | Support Needed... |
      Then the extension "courier" logs "404 Record not found"

    @FD-16
    Scenario: A shop that fails is told as its status
      Given the service "POST https://shop.example/reminders" answers 503
      And a third party calls the target URL of "courier" with
        """json
        {"order": 7}
        """
      When 1 hour passes
      Then the extension "courier" logs "the shop says 503"
      And the data store of "courier" holds "order" with
        """json
        {"id": 7}
        """

    @FD-16
    Scenario: A shop that answers within 20 seconds is waited for
      Given the service "POST https://shop.example/reminders" answers 201 after 19.999 seconds
      And a third party calls the target URL of "courier" with
        """json
        {"order": 7}
        """
      When 61 minutes pass
      Then the data store of "courier" does not hold "order"
      And nothing is reported of the extension "courier"

    @FD-16
    Scenario: A handler that waits longer is cut
      Given the service "POST https://shop.example/reminders" answers 201 after 20.001 seconds
      And a third party calls the target URL of "courier" with
        """json
        {"order": 7}
        """
      When 61 minutes pass
      Then the extension "courier" is reported for "waited past the 20 s that a handler has, and was cut: $request.post is not answered yet; end earlier"
      And the data store of "courier" holds "order" with
        """json
        {"id": 7}
        """

  @FD-14
  Scenario: The next version hears what it declares, and no more
    Given the extension "told" from "apps/exported-events"
    When the administrator updates the extension "told" to "apps/product-events"
    And the product event "onTicketCreate" comes with
      """json
      {"event": "onTicketCreate", "data": {"ticket": {"id": 7}}}
      """
    Then "told" at "server" receives "onTicketCreate"
    When the product event "onTicketUpdate" comes with
      """json
      {"event": "onTicketUpdate", "data": {"ticket": {"id": 7}}}
      """
    Then "told" at "server" does not receive "onTicketUpdate"

  @FD-14
  Scenario: A handler that server.js does not export is reported, with the nearest
    Given the extension "told" from "apps/misspelt-handler"
    Then the extension "told" is reported for "the nearest is \"onTicketCreateHandler\": name that"

  @FD-02
  Scenario: An event that is none is reported
    Given the extension "told" from "apps/misspelt-event"
    Then the extension "told" is reported for "no event is called onTicketCreated"

  @FD-03
  Scenario Outline: <what> is not there in the sandbox
    Given the extension "lacks" from "apps/lacks"
    When the product event "<event>" comes with
      """json
      {"event": "<event>", "data": {}}
      """
    Then the extension "lacks" is reported for "<told>"

    Examples:
      | what         | event                | told                                                                            |
      | setTimeout   | onTicketCreate       | setTimeout is not there in the Freshworks sandbox                               |
      | setInterval  | onTicketUpdate       | setInterval is not there in the Freshworks sandbox                              |
      | setImmediate | onConversationCreate | setImmediate is not there in the Freshworks sandbox                             |
      | process      | onContactCreate      | process is not there in the Freshworks sandbox                                  |
      | A package    | onContactUpdate      | the Freshworks sandbox has only packages that the manifest lists in dependencies |
