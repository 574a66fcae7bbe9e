Feature: What pages of apps read and do through their client
  The client that app.initialized() gives knows the account, the agent and what is open on the page.

  Background:
    Given the help desk is Freshdesk
    And the account with
      | account_id | 13               |
      | domain     | acme.example.com |
    And the group "Billing" with the ID 351
    And the company "Acme" with the ID 40
    And the product "Chargers" with the ID 7
    And the contact "5001" with
      | name       | Kim              |
      | email      | kim@acme.example |
      | company_id | 40               |
    And the ticket "1" with
      | subject      | Where is my order? |
      | requester_id | 5001               |
      | group_id     | 351                |
      | product_id   | 7                  |
    And the extension "notify" at "ticket_sidebar"
    And the agent has the ticket "1" open

  @FD-16
  Scenario Outline: A page reads what is open: <object>
    When "notify" at "ticket_sidebar" calls "client.data.get <object>"
    Then "notify" at "ticket_sidebar" is answered with
      """json
      <answer>
      """

    Examples:
      | object       | answer                                                                                                                                                                                   |
      | group        | {"group": {"id": 351, "name": "Billing"}}                                                                                                                                                |
      | company      | {"company": {"id": 40, "name": "Acme"}}                                                                                                                                                  |
      | domainName   | {"domainName": "acme.example.com"}                                                                                                                                                       |
      | loggedInUser | {"loggedInUser": {"id": 320, "contact": {"id": 320, "name": "Robin Agent", "email": "robin@sample.freshdesk.com", "active": true, "language": "en"}}}                                    |
      | currentHost  | {"currentHost": {"endpoint_urls": {"freshdesk": "https://acme.example.com"}, "subscribed_modules": ["common", "support_company", "support_contact", "support_email", "support_ticket"]}} |

  @FD-16
  Scenario Outline: A page reads who asks for help: <object>
    When "notify" at "ticket_sidebar" calls "client.data.get <object>"
    Then "notify" at "ticket_sidebar" is answered with
      """json
      {
        "<object>": {
          "id": 5001,
          "name": "Kim",
          "email": "kim@acme.example",
          "company_id": 40,
          "active": false,
          "language": "en",
          "address": null,
          "description": null,
          "job_title": null,
          "mobile": null,
          "phone": null,
          "time_zone": null,
          "twitter_id": null,
          "other_emails": [],
          "tags": [],
          "custom_fields": {},
          "created_at": "#iso-time",
          "updated_at": "#iso-time"
        }
      }
      """

    Examples:
      | object    |
      | contact   |
      | requester |

  @FD-16
  Scenario: What is not open is not there
    Given the ticket "2"
    When the agent opens the ticket "2"
    And "notify" at "ticket_sidebar" calls "client.data.get group"
    Then "notify" at "ticket_sidebar" is refused with "There is no group on this page."

  @FD-16
  Scenario: A page makes itself as large as it wants
    When "notify" at "ticket_sidebar" calls "client.instance.resize" with
      """json
      [{"width": "300px", "height": "500px"}]
      """
    Then "notify" at "ticket_sidebar" is "300px" wide and "500px" high

  @FD-16
  Scenario: A page knows the other pages of its app
    Given the extension "notify" at "ticket_background"
    When the agent goes to the list of tickets
    And the agent opens the ticket "1"
    And "notify" at "ticket_sidebar" calls "client.instance.get"
    Then "notify" at "ticket_sidebar" is answered with
      """json
      [
        {"instanceId": "#string", "location": "ticket_sidebar"},
        {"instanceId": "#string", "location": "ticket_background"}
      ]
      """

  @FD-16
  Scenario: Only a box can be closed
    When "notify" at "ticket_sidebar" calls "client.instance.close"
    Then "notify" at "ticket_sidebar" is refused with "Only a modal box or a dialog can be closed."

  @FD-16
  Scenario: An app without a server has none to call
    When "notify" at "ticket_sidebar" calls "client.request.invoke" with
      """json
      ["findOrder", {"number": "A-7"}]
      """
    Then "notify" at "ticket_sidebar" is refused with "The app has no server."

  @FD-16
  Scenario: A page stores and reads by names of its own
    When "notify" at "ticket_sidebar" calls "client.db.set" with
      """json
      ["order", {"number": "A-7"}]
      """
    And "notify" at "ticket_sidebar" calls "client.db.get" with
      """json
      ["order"]
      """
    Then "notify" at "ticket_sidebar" is answered with
      """json
      {"number": "A-7"}
      """

  @FD-16
  Scenario: What only servers have, a page has not
    When "notify" at "ticket_sidebar" calls "$schedule.fetch" with
      """json
      [{"name": "daily"}]
      """
    Then "notify" at "ticket_sidebar" is refused with "$schedule.fetch is no call that ticket_sidebar has."

  @FD-16
  Scenario Outline: A page asks the agent, and is told what he clicked: <label>
    When "notify" at "ticket_sidebar" calls "client.interface.trigger showConfirm" with
      """json
      [{"title": "Delete the order?", "message": "It cannot be undone", "saveLabel": "Delete"}]
      """
    Then the extension "notify" shows the popup "Delete the order?" that says "It cannot be undone"
    When the agent <clicks> the popup "Delete the order?"
    Then "notify" at "ticket_sidebar" is answered with
      """json
      {"message": "<label>"}
      """
    And no popup is open

    Examples:
      | clicks   | label  |
      | confirms | Delete |
      | cancels  | Cancel |

  @FD-16
  Scenario: A page notifies the agent
    When "notify" at "ticket_sidebar" calls "client.interface.trigger showNotify" with
      """json
      [{"type": "success", "title": "Orders", "message": "The order is paid"}]
      """
    Then the extension "notify" notifies "The order is paid"

  @FD-16
  Scenario: A page reads one of its parameters
    Given the extension "notify" is configured with
      | channel | #support |
      | colour  | green    |
    When "notify" at "ticket_sidebar" calls "client.iparams.get" with
      """json
      ["channel"]
      """
    Then "notify" at "ticket_sidebar" is answered with
      """json
      {"channel": "\\#support"}
      """
