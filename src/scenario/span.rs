use crate::clock::Millis;
use std::convert::Infallible;
use std::str::FromStr;

/// A length of virtual time, as a sentence says it: `30 seconds`, `29.999 seconds`, `1 millisecond`, `4 minutes`, `3 days`.
#[derive(Debug, Clone, PartialEq, Eq, cucumber::Parameter)]
#[param(name = "duration", regex = r"\d+(?:\.\d+)? (?:milliseconds?|seconds?|minutes?|hours?|days?)")]
pub struct Span(
    /// Virtual milliseconds, or why there are none.
    pub Result<Millis, String>,
);

impl FromStr for Span {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(Self(read(text)))
    }
}

fn read(text: &str) -> Result<Millis, String> {
    let (number, unit) = text.split_once(' ').ok_or_else(|| format!("\"{text}\" is no duration"))?;
    let unit: u64 = match unit.trim_end_matches('s') {
        "millisecond" => 1,
        "second" => 1_000,
        "minute" => 60_000,
        "hour" => 3_600_000,
        "day" => 86_400_000,
        other => return Err(format!("\"{other}\" is no unit of time: use milliseconds, seconds, minutes, hours or days")),
    };
    exact(number, unit).ok_or_else(|| format!("{text} is no whole number of milliseconds within a century"))
}

/// `number` times `unit`, if that is whole.
fn exact(number: &str, unit: u64) -> Option<u64> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let scale = 10_u64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let digits: u64 = format!("{whole}{fraction}").parse().ok()?;
    let scaled = digits.checked_mul(unit)?;
    // A century is enough for every rule, and keeps all sums within range.
    (scaled % scale == 0 && scaled / scale <= 100 * 366 * 86_400_000).then_some(scaled / scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_exact() {
        let table =
            [("29.999 seconds", 29_999), ("1 millisecond", 1), ("30 seconds", 30_000), ("1.5 minutes", 90_000), ("3 days", 259_200_000)];
        for (text, millis) in table {
            assert_eq!(text.parse(), Ok(Span(Ok(millis))), "{text}");
        }
        for text in ["0.5 milliseconds", "1.00001 seconds", "99999999999999999999 days", "100000 days"] {
            assert!(text.parse::<Span>().is_ok_and(|span| span.0.is_err()), "{text}");
        }
    }
}
