# exit 1
Feature: An event of the other dialect

  Scenario: The older page's event, where the newer page's are spoken
    Given the extension "crm" at "desk.background" listens to the event "ticket_cf_shelf.changed"
    When Desk broadcasts the event "ticket_cf_shelf.changed" with
      """yaml
      ticket.Shelf: {oldValue: A 6, newValue: A 7}
      """

  Scenario: Another one goes on
    Given the ticket "1"
