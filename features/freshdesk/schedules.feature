Feature: What an app schedules

  A schedule is at least five minutes ahead, carries at most 4 KB, and comes once or again and again, on the virtual clock.

  Background:
    Given the help desk is Freshdesk
    And it is "2026-01-05T09:00:00Z"
    And the extension "notify" at "server"

  @FD-16
  Scenario: Five minutes are far enough ahead
    When "notify" at "server" calls "$schedule.create" with
      """json
      [{"name": "reminder", "schedule_at": "2026-01-05T09:05:00Z"}]
      """
    Then "notify" at "server" is answered with
      """json
      {"status": 200, "message": "The schedule is created."}
      """
    When 4.999 minutes pass
    Then "notify" at "server" receives nothing
    When 60 milliseconds pass
    Then "notify" at "server" receives "onScheduledEvent"

  @FD-16
  Scenario: A zone is part of a time
    When "notify" at "server" calls "$schedule.create" with
      """json
      [{"name": "reminder", "schedule_at": "2026-01-05T15:30:00+05:30"}]
      """
    Then "notify" has scheduled "reminder" for "2026-01-05T10:00:00Z"

  @FD-16
  Scenario Outline: <what> is no schedule
    When "notify" at "server" calls "$schedule.create" with
      """json
      [<given>]
      """
    Then "notify" at "server" is refused with "<reason>"
    And "notify" has scheduled nothing

    Examples:
      | what                         | given                                                                     | reason |
      | A millisecond too soon       | {"name": "reminder", "schedule_at": "2026-01-05T09:04:59.999Z"}            | 2026-01-05T09:04:59.999Z is less than 5 minutes ahead. |
      | A time that is none          | {"name": "reminder", "schedule_at": "tomorrow"}                            | tomorrow is no time with a zone. |
      | A name that is blank         | {"name": " ", "schedule_at": "2026-01-05T10:00:00Z"}                       | The schedule has no name. |
      | Neither a time nor a rhythm  | {"name": "reminder"}                                                      | reminder is never due: give schedule_at or repeat. |
      | A rhythm of nothing          | {"name": "reminder", "repeat": {"time_unit": "minutes", "frequency": 0}}  | {\"time_unit\":\"minutes\",\"frequency\":0} is no repetition. |

  @FD-16
  Scenario: A schedule may carry 4 KB
    When "notify" at "server" calls "$schedule.create" with "freshdesk/calls/scheduled-just-fits"
    Then "notify" has scheduled "reminder" for "2026-01-05T10:00:00Z"
    When "notify" at "server" calls "$schedule.update" with "freshdesk/calls/scheduled-just-fits"
    Then "notify" at "server" is answered with
      """json
      {"status": 200, "message": "The schedule is updated."}
      """

  @FD-16
  Scenario Outline: A byte more is too much: <call>
    When "notify" at "server" calls "<call>" with "freshdesk/calls/scheduled-too-large"
    Then "notify" at "server" is refused with "<call> does nothing: 4097 bytes, where the documents have at most 4096 (schedule.data) at options.data."

    Examples:
      | call             |
      | $schedule.create |
      | $schedule.update |

  @FD-16
  Scenario Outline: A schedule comes again every <rhythm>
    When "notify" at "server" calls "$schedule.create" with
      """json
      [{"name": "report", "data": {"kind": "report"}, "schedule_at": "2026-01-05T10:00:00Z", "repeat": {"time_unit": "<unit>", "frequency": <frequency>}}]
      """
    And 1 hour passes
    Then "notify" at "server" has received in all
      | onScheduledEvent |
    And "notify" has scheduled "report" for "<next>"
    When <rhythm> pass
    Then "notify" at "server" has received in all
      | onScheduledEvent |
      | onScheduledEvent |

    Examples:
      | rhythm     | unit    | frequency | next                 |
      | 10 minutes | minutes | 10        | 2026-01-05T10:10:00Z |
      | 2 hours    | hours   | 2         | 2026-01-05T12:00:00Z |
      | 3 days     | days    | 3         | 2026-01-08T10:00:00Z |

  @FD-16
  Scenario: Two schedules have two names
    Given "notify" at "server" calls "$schedule.create" with
      """json
      [{"name": "reminder", "schedule_at": "2026-01-05T10:00:00Z"}]
      """
    When "notify" at "server" calls "$schedule.create" with
      """json
      [{"name": "reminder", "schedule_at": "2026-01-05T11:00:00Z"}]
      """
    Then "notify" at "server" is refused with "There is a schedule reminder already."

  @FD-16
  Scenario: What is changed comes at its new time alone
    Given "notify" at "server" calls "$schedule.create" with
      """json
      [{"name": "reminder", "data": {"ticket": 1}, "schedule_at": "2026-01-05T10:00:00Z"}]
      """
    When "notify" at "server" calls "$schedule.update" with
      """json
      [{"name": "reminder", "schedule_at": "2026-01-05T11:00:00Z"}]
      """
    Then "notify" at "server" is answered with
      """json
      {"status": 200, "message": "The schedule is updated."}
      """
    When "notify" at "server" calls "$schedule.fetch" with
      """json
      [{"name": "reminder"}]
      """
    Then "notify" at "server" is answered with
      """json
      {"name": "reminder", "data": {"ticket": 1}, "schedule_at": "2026-01-05T11:00:00Z"}
      """
    When 90 minutes pass
    Then "notify" at "server" receives nothing
    When 30 minutes pass
    Then "notify" at "server" receives "onScheduledEvent"

  @FD-16
  Scenario Outline: A schedule gets another rhythm, in <unit>
    Given "notify" at "server" calls "$schedule.create" with
      """json
      [{"name": "report", "data": {"kind": "report"}, "schedule_at": "2026-01-05T10:00:00Z"}]
      """
    When "notify" at "server" calls "$schedule.update" with
      """json
      [{"name": "report", "data": {"kind": "summary"}, "repeat": {"time_unit": "<unit>", "frequency": 2}}]
      """
    And "notify" at "server" calls "$schedule.fetch" with
      """json
      [{"name": "report"}]
      """
    Then "notify" at "server" is answered with
      """json
      {
        "name": "report",
        "data": {"kind": "summary"},
        "schedule_at": "2026-01-05T10:00:00Z",
        "repeat": {"time_unit": "<unit>", "frequency": 2}
      }
      """
    When 1 hour passes
    Then "notify" has scheduled "report" for "<next>"

    Examples:
      | unit    | next                 |
      | minutes | 2026-01-05T10:02:00Z |
      | hours   | 2026-01-05T12:00:00Z |
      | days    | 2026-01-07T10:00:00Z |

  @FD-16
  Scenario: What is deleted never comes
    Given "notify" at "server" calls "$schedule.create" with
      """json
      [{"name": "reminder", "schedule_at": "2026-01-05T10:00:00Z"}]
      """
    When "notify" at "server" calls "$schedule.delete" with
      """json
      [{"name": "reminder"}]
      """
    Then "notify" at "server" is answered with
      """json
      {"status": 200, "message": "The schedule is deleted."}
      """
    When 2 hours pass
    Then "notify" at "server" receives nothing

  @FD-16
  Scenario Outline: A schedule that is not there cannot be <done>
    When "notify" at "server" calls "$schedule.<call>" with
      """json
      [{"name": "reminder"}]
      """
    Then "notify" at "server" is refused with "There is no schedule reminder."

    Examples:
      | done    | call   |
      | read    | fetch  |
      | changed | update |
      | deleted | delete |
