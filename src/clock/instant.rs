use std::{fmt, ops};

/// A length of virtual time in milliseconds.
pub type Millis = u64;

/// A point of virtual time: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Instant(pub i64);

impl Instant {
    /// Where a scenario's clock stands unless the feature says otherwise: 2026-01-05T09:00:00Z, a Monday morning.
    pub const START: Self = Self(1_767_603_600_000);

    /// Milliseconds from `earlier` to `self`; 0 where `earlier` is the later one.
    #[must_use]
    pub fn since(self, earlier: Self) -> Millis {
        u64::try_from(self.0.saturating_sub(earlier.0)).unwrap_or(0)
    }
}

impl ops::Add<Millis> for Instant {
    type Output = Self;

    fn add(self, span: Millis) -> Self {
        Self(self.0.saturating_add(i64::try_from(span).unwrap_or(i64::MAX)))
    }
}

impl fmt::Display for Instant {
    /// `2026-01-05T09:00:00.000Z`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match jiff::Timestamp::from_millisecond(self.0) {
            Ok(stamp) => write!(f, "{stamp:.3}"),
            Err(_) => write!(f, "{} ms", self.0),
        }
    }
}
