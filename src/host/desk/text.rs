//! How Desk writes times and what an agent types.

use crate::clock::Instant;
use jiff::civil::DateTime;
use jiff::{Timestamp, tz::TimeZone};

fn written(at: Instant, zone: &TimeZone, format: &str) -> String {
    Timestamp::from_millisecond(at.0).map_or_else(|_| at.to_string(), |stamp| stamp.to_zoned(zone.clone()).strftime(format).to_string())
}

/// `09 Jun 2021 06:34 PM`, as in `displayTime` (E, "On adding a comment").
pub(super) fn long_time(at: Instant, zone: &TimeZone) -> String {
    written(at, zone, "%d %b %Y %I:%M %p")
}

/// `29/01/2018 11:55 PM`, as in `ticket.createdTime` (P, "Ticket Object").
pub(super) fn short_time(at: Instant, zone: &TimeZone) -> String {
    written(at, zone, "%d/%m/%Y %I:%M %p")
}

/// `21/02/2018 12:00 PM`, as in `ticket.dueDate` (P, "Ticket Object"; Q-24).
pub(super) fn due_on_ticket(due: DateTime) -> String {
    due.strftime("%d/%m/%Y %I:%M %p").to_string()
}

/// `08/15/2022 12:00 PM`, as in ticket_dueDate.changed (E, "On changing the due date of a ticket"; Q-24).
pub(super) fn due_in_event(due: DateTime) -> String {
    due.strftime("%m/%d/%Y %I:%M %p").to_string()
}

/// The time that [`due_on_ticket`] wrote.
pub(super) fn due_from_ticket(text: &str) -> Option<DateTime> {
    DateTime::strptime("%d/%m/%Y %I:%M %p", text).ok()
}

/// What an agent types, as the editor keeps it: HTML in one `div` (the pages' samples: `<div>Hello</div>`). What is HTML already stays.
#[must_use]
pub fn html(typed: &str) -> String {
    if typed.trim_start().starts_with('<') {
        return typed.to_owned();
    }
    escaped(typed)
}

/// What is no HTML, whatever it looks like, as the editor keeps it.
pub(super) fn escaped(typed: &str) -> String {
    let escaped = typed.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br>");
    format!("<div>{escaped}</div>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_in_the_samples() {
        // 2021-06-09T18:34:00Z
        let at = Instant(1_623_263_640_000);
        assert_eq!(long_time(at, &TimeZone::UTC), "09 Jun 2021 06:34 PM");
        let zone = TimeZone::get("Asia/Kolkata").expect("a bundled zone");
        assert_eq!(short_time(at, &zone), "10/06/2021 12:04 AM");
    }

    #[test]
    fn a_due_date_is_read_as_it_is_written() {
        let due = due_from_ticket("21/02/2018 12:05 AM").expect("a date");
        assert_eq!((due_on_ticket(due), due_in_event(due)), ("21/02/2018 12:05 AM".into(), "02/21/2018 12:05 AM".into()));
        assert_eq!(due_from_ticket("next week"), None);
    }

    #[test]
    fn typed_text_becomes_html() {
        assert_eq!(html("1 < 2"), "<div>1 &lt; 2</div>");
        assert_eq!(html("<p>kept</p>"), "<p>kept</p>");
    }
}
