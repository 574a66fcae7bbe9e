//! How Freshdesk writes times (FD-13).

use crate::clock::Instant;
use jiff::Timestamp;

/// `2015-07-09T13:08:06Z`
pub(super) fn stamp(at: Instant) -> String {
    Timestamp::from_millisecond(at.0).map_or_else(|_| at.to_string(), |stamp| stamp.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// The instant that a text with a time zone says.
pub(super) fn instant(text: &str) -> Option<Instant> {
    text.trim().parse::<Timestamp>().ok().map(|stamp| Instant(stamp.as_millisecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_utc_without_fractions() {
        assert_eq!(stamp(Instant::START), "2026-01-05T09:00:00Z");
        assert_eq!(stamp(Instant(Instant::START.0 + 999)), "2026-01-05T09:00:00Z");
        assert_eq!(instant("2017-01-17T17:00:00+05:30").map(stamp).as_deref(), Some("2017-01-17T11:30:00Z"));
        assert_eq!(instant("tomorrow"), None);
    }
}
