Feature: Extensions hear that a task is completed

  Background:
    Given the ticket "26811000000760569" as in "tickets/charging-port"
    And the ticket "26811000000760569" has the task "Order a spare part"
    And the ticket "26811000000760569" has the task "Call the customer"
    And the agent has the ticket "26811000000760569" open

  Rule: An agent marks a task as completed

    @EVT-04
    Scenario: The event tells that a task is completed, and not which
      Given the extension "crm" at "desk.background"
      When the agent marks the task "Order a spare part" as completed
      Then "crm" at "desk.background" receives "task_Completed" with "payloads/task_Completed"
      And "crm" at "desk.background" receives in this order
        | task_Completed |
      And the task "Order a spare part" is completed
      But the task "Call the customer" is not completed

    @EVT-04 @EVT-28
    Scenario: One task after the other
      Given the extension "crm" at "desk.background"
      When the agent marks the task "Call the customer" as completed
      And the agent marks the task "Order a spare part" as completed
      And the agent closes the ticket
      Then "crm" at "desk.background" has received in all
        | task_Completed        |
        | task_Completed        |
        | ticket_status.changed |

    @EVT-04 @EVT-27
    Scenario: What is completed already is completed once
      Given the extension "crm" at "desk.background"
      And the agent marks the task "Order a spare part" as completed
      When the agent marks the task "Order a spare part" as completed
      Then the action changes nothing
      And no event is broadcast

    @EVT-04
    Scenario: A task of the same name on another ticket is another task
      Given the ticket "26811000000760577"
      And the ticket "26811000000760577" has the task "Call the customer"
      And the extension "crm" at "desk.background"
      And the agent marks the task "Call the customer" as completed
      When the agent opens the ticket "26811000000760577"
      Then the task "Call the customer" is not completed
      When the agent marks the task "Call the customer" as completed
      Then "crm" at "desk.background" receives "task_Completed"

    @EVT-04
    Scenario: Tasks go along with a ticket that is merged
      Given the ticket "26811000000760577"
      And the ticket "26811000000760577" has the task "Look for the invoice"
      And the extension "crm" at "desk.background"
      And the agent merges the ticket "26811000000760577" into the ticket "26811000000760569"
      When the agent marks the task "Look for the invoice" as completed
      Then "crm" at "desk.background" receives "task_Completed"

    @EVT-04
    Scenario: A real extension hears it
      Given the extension "steward" from "extensions/steward"
      When the agent marks the task "Order a spare part" as completed
      Then the extension "steward" logs "task completed: true"

  Rule: It reaches the three locations of its list, and no others

    @EVT-29 @EVT-04
    Scenario: task_Completed reaches desk.background
      Given the extension "crm" at "desk.background" listens to the event "task_Completed"
      When the agent marks the task "Call the customer" as completed
      Then "crm" at "desk.background" receives "task_Completed"

    @EVT-29
    Scenario Outline: task_Completed reaches <location>
      Given the extension "crm" at "<location>" listens to the event "task_Completed"
      And the agent picks "crm" at "<location>"
      When the agent marks the task "Call the customer" as completed
      Then "crm" at "<location>" receives "task_Completed"
      And nothing is reported of the extension "crm"

      Examples:
        | location                 |
        | desk.bottomband          |
        | desk.extension.telephony |

    @EVT-29
    Scenario Outline: task_Completed does not reach <location>
      Given the extension "crm" at "<location>" listens to the event "task_Completed"
      And the agent picks "crm" at "<location>"
      When the agent marks the task "Call the customer" as completed
      Then the event "task_Completed" is broadcast
      And "crm" at "<location>" does not receive "task_Completed"
      But the extension "crm" is reported for "task_Completed never reaches <location>"

      Examples:
        | location                      |
        | desk.topband                  |
        | desk.ticket.detail.rightpanel |
        | desk.ticket.detail.subtab     |
        | desk.ticket.detail.lefttab    |
        | desk.ticket.detail.moreaction |
        | desk.ticket.thread.moreaction |

    @EVT-29
    Scenario: task_Completed does not reach the form for a new ticket
      Given the extension "crm" at "desk.ticket.form.rightpanel" listens to the event "task_Completed"
      When the agent goes to the form for a new ticket
      And the agent picks "crm" at "desk.ticket.form.rightpanel"
      Then the extension "crm" is reported for "task_Completed never reaches desk.ticket.form.rightpanel"
