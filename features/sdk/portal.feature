Feature: What a widget reads of the agent, the portal and its departments

  Rule: The agent at the desk

    @SDK-05
    Scenario Outline: <property>
      Given it is "2026-01-05T09:00:00Z"
      And the portal's time zone is "Asia/Kolkata"
      And the agent is "Kim Lee"
      And the extension "crm" at "desk.background"
      When "crm" at "desk.background" reads "<property>"
      Then "crm" at "desk.background" is told that "<property>" is '<value>'

      Examples:
        | property      | value                      |
        | user.id       | 26811000000000001          |
        | user.fullName | Kim Lee                    |
        | user.email    | kim.lee@zylker.example     |
        | user.tzoffset | 330                        |
        | user.timeZone | Asia/Kolkata               |
        | user.portals  | {"zylker": "60001280952"}  |

    @SDK-05
    Scenario Outline: The offset of the time zone is that of the day: <offset> minutes on <day>
      Given it is "<day>T09:00:00Z"
      And the portal's time zone is "America/New_York"
      And the extension "crm" at "desk.background"
      When "crm" at "desk.background" reads "user.tzoffset"
      Then "crm" at "desk.background" is told that "user.tzoffset" is "<offset>"

      Examples:
        | day        | offset |
        | 2026-01-05 | -300   |
        | 2026-07-06 | -240   |

    @SDK-18
    Scenario: Portals by their names
      Given the portal with
        | name | northwind |
        | id   | 54516290  |
      And the extension "crm" at "desk.background"
      When "crm" at "desk.background" reads "user.portals"
      Then "crm" at "desk.background" is told "user.portals" with
        """json
        {"northwind": "54516290"}
        """

    @SDK-05
    Scenario: All of it, from a panel
      Given the ticket "26811000000760569"
      And the extension "crm" at "desk.ticket.detail.rightpanel"
      When the agent opens the ticket "26811000000760569"
      And the agent picks "crm" at "desk.ticket.detail.rightpanel"
      And "crm" at "desk.ticket.detail.rightpanel" reads "user"
      Then "crm" at "desk.ticket.detail.rightpanel" is told "user" with
        """json
        {
          "id": "26811000000000001",
          "fullName": "Robin Agent",
          "email": "robin@zylker.example",
          "tzoffset": "0",
          "timeZone": "UTC",
          "portals": {"zylker": "60001280952"}
        }
        """

  Rule: The portal

    @SDK-05
    Scenario Outline: <property>
      Given the portal with
        | plan             | Professional Edition          |
        | id               | 54516290                      |
        | name             | northwind                     |
        | customDomainName | https://help.northwind.example/ |
      And the extension "crm" at "desk.topband"
      When the agent picks "crm" at "desk.topband"
      And "crm" at "desk.topband" reads "<property>"
      Then "crm" at "desk.topband" is told that "<property>" is "<value>"

      Examples:
        | property                | value                           |
        | portal.plan             | Professional Edition            |
        | portal.id               | 54516290                        |
        | portal.name             | northwind                       |
        | portal.customDomainName | https://help.northwind.example/ |

    @SDK-05
    Scenario: All of it, where nobody said anything
      Given the extension "crm" at "desk.background"
      When "crm" at "desk.background" reads "portal"
      Then "crm" at "desk.background" is told "portal" with
        """json
        {
          "plan": "Enterprise Edition",
          "id": "60001280952",
          "name": "zylker",
          "customDomainName": "https://desk.zylker.example/"
        }
        """

  Rule: Departments

    Background:
      Given the agent "Kim Lee" with
        | id | 26811000000000012 |
      And the department "26811000000006912" with
        | name      | Returns |
        | isActive  | false   |
        | isPrivate | true    |
      And the agent "Kim Lee" works in the department "26811000000006912"
      And the extension "crm" at "desk.background"

    @SDK-05 @SDK-18
    Scenario: The list of all
      When "crm" at "desk.background" reads "department.list"
      Then "crm" at "desk.background" is told "department.list" with
        """json
        [
          {
            "name": "Support",
            "depid": "26811000000006907",
            "agents": ["26811000000000001", "26811000000000012"],
            "isActive": true,
            "isPrivate": false
          },
          {
            "name": "Returns",
            "depid": "26811000000006912",
            "agents": ["26811000000000012"],
            "isActive": false,
            "isPrivate": true
          }
        ]
        """

    @SDK-05 @SDK-18
    Scenario: The one that is selected
      When the agent selects the department "26811000000006912"
      And "crm" at "desk.background" reads "department.info"
      Then "crm" at "desk.background" is told "department.info" with
        """json
        [
          {
            "name": "Returns",
            "depid": "26811000000006912",
            "agents": ["26811000000000012"],
            "isActive": false,
            "isPrivate": true
          }
        ]
        """

    @SDK-05
    Scenario: The ID of the one that is selected
      When "crm" at "desk.background" reads "department.id"
      Then "crm" at "desk.background" is told that "department.id" is "26811000000006907"
      When the agent selects the department "26811000000006912"
      And "crm" at "desk.background" reads "department.id"
      Then "crm" at "desk.background" is told that "department.id" is "26811000000006912"

    @SDK-05
    Scenario: All of it
      When the agent selects the department "26811000000006912"
      And "crm" at "desk.background" reads "department"
      Then "crm" at "desk.background" is told "department" with
        """json
        {"list": "#[2]", "info": "#[1]", "id": "26811000000006912"}
        """
