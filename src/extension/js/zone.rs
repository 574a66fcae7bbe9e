//! The portal's time zone, for the sandbox's `Date`.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

/// Milliseconds that local time is ahead of UTC at the instant `utc`; `NaN` where there is none.
pub(super) fn offset(zone: &TimeZone, utc: f64) -> f64 {
    if !utc.is_finite() {
        return f64::NAN;
    }
    ahead(zone.to_offset(stamp(utc)))
}

/// The instant at which the clocks of `zone` show `local`: of two the first, and past a gap as far as it is into it.
pub(super) fn utc(zone: &TimeZone, local: f64) -> f64 {
    if !local.is_finite() {
        return f64::NAN;
    }
    let civil: DateTime = Offset::UTC.to_datetime(stamp(local));
    let offset = match zone.to_ambiguous_timestamp(civil).offset() {
        jiff::tz::AmbiguousOffset::Unambiguous { offset } => offset,
        jiff::tz::AmbiguousOffset::Gap { before, .. } | jiff::tz::AmbiguousOffset::Fold { before, .. } => before,
    };
    local - ahead(offset)
}

fn ahead(offset: Offset) -> f64 {
    f64::from(offset.seconds()) * 1_000.0
}

/// Far-off years take the zone's offset of the last year that is known.
fn stamp(ms: f64) -> Timestamp {
    #[expect(clippy::cast_possible_truncation, reason = "saturates, and what is out of range is held to the range")]
    let whole = ms as i64;
    let held = whole.clamp(Timestamp::MIN.as_millisecond() + 100_000_000, Timestamp::MAX.as_millisecond() - 100_000_000);
    Timestamp::from_millisecond(held).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_time_and_back() {
        let zone = TimeZone::get("America/New_York").unwrap_or(TimeZone::UTC);
        let ms = |text: &str| text.parse::<Timestamp>().map(|stamp| stamp.as_millisecond() as f64).unwrap_or_default();
        assert_eq!(offset(&zone, ms("2026-01-05T12:00:00Z")), -5.0 * 3.6e6);
        assert_eq!(offset(&zone, ms("2026-07-05T12:00:00Z")), -4.0 * 3.6e6);
        // In the gap of 2026-03-08 the clocks go from 2:00 to 3:00; in the fold of 2026-11-01 from 2:00 back to 1:00.
        assert_eq!(utc(&zone, ms("2026-03-08T02:30:00Z")), ms("2026-03-08T07:30:00Z"));
        assert_eq!(utc(&zone, ms("2026-11-01T01:30:00Z")), ms("2026-11-01T05:30:00Z"));
        assert!(offset(&zone, f64::NAN).is_nan() && utc(&zone, f64::INFINITY).is_nan());
        assert!(offset(&zone, 8.64e15).is_finite() && utc(&zone, -8.64e15).is_finite());
    }
}
