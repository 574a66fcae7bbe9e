//! The text forms that markers know.

/// `550e8400-e29b-41d4-a716-446655440000`, in either case.
pub(super) fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12]) && groups.iter().all(|group| group.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// A string of digits, as Desk writes its IDs: `26811000000760569`.
#[must_use]
pub fn is_id(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// `2026-01-05T09:00:00Z`; the fraction may have 1 to 9 digits, and an offset `+05:30` may stand for `Z`.
pub(super) fn is_iso_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once('T') else { return false };
    let Some(zone) = time.find(['Z', '+', '-']) else { return false };
    let (time, zone) = time.split_at(zone);
    let (time, fraction) = time.split_once('.').map_or((time, None), |(time, fraction)| (time, Some(fraction)));
    let date_holds = match fields(date, '-', &[4, 2, 2]).as_deref() {
        Some([year, month, day]) => is_date(*year, *month, *day),
        _ => false,
    };
    let time_holds = matches!(fields(time, ':', &[2, 2, 2]).as_deref(), Some([h, m, s]) if *h < 24 && *m < 60 && *s < 60);
    let zone_holds = zone == "Z" || matches!(fields(&zone[1..], ':', &[2, 2]).as_deref(), Some([h, m]) if *h < 24 && *m < 60);
    date_holds && time_holds && zone_holds && fraction.is_none_or(|digits| is_id(digits) && digits.len() <= 9)
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The two ways in which the event pages write a time: `09 Jun 2021 06:34 PM` (`displayTime` of `ticket_comment.add`, EVT-01) and
/// `08/15/2022 12:00 PM` (month first, `ticket_dueDate.changed`, EVT-11).
pub(super) fn is_desk_time(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let (date, clock) = match words.as_slice() {
        [day, month, year, time, half] => {
            let month = MONTHS.iter().position(|name| name == month).and_then(|at| u32::try_from(at + 1).ok());
            (month.and_then(|month| Some((number(year, 4)?, month, number(day, 2)?))), (time, half))
        }
        [date, time, half] => {
            let date = fields(date, '/', &[2, 2, 4]);
            (date.map(|fields| (fields[2], fields[0], fields[1])), (time, half))
        }
        _ => return false,
    };
    let clock_holds = matches!(fields(clock.0, ':', &[2, 2]).as_deref(), Some([h, m]) if (1..=12).contains(h) && *m < 60);
    clock_holds && matches!(*clock.1, "AM" | "PM") && date.is_some_and(|(year, month, day)| is_date(year, month, day))
}

/// `text` cut at `separator` into numbers of exactly these widths.
fn fields(text: &str, separator: char, widths: &[usize]) -> Option<Vec<u32>> {
    let parts: Vec<&str> = text.split(separator).collect();
    if parts.len() != widths.len() {
        return None;
    }
    parts.iter().zip(widths).map(|(part, width)| number(part, *width)).collect()
}

fn number(text: &str, width: usize) -> Option<u32> {
    if text.len() == width && is_id(text) { text.parse().ok() } else { None }
}

fn is_date(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// Whether the text holds at least one tag: `<p>`, `</div>`, `<br/>`, `<a href="…">`.
pub(super) fn is_html(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| is_tag(&text[at + 1..]))
}

/// Whether `text` begins with a tag's name, its attributes, and `>`.
fn is_tag(text: &str) -> bool {
    let name = text.strip_prefix('/').unwrap_or(text);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return false;
    }
    let rest = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == ':');
    let mut quote = None;
    for (at, c) in rest.char_indices() {
        match (quote, c) {
            (None, '>') => return true,
            (None, '<') => return false,
            (None, c) if at == 0 && !c.is_whitespace() && c != '/' => return false,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    false
}

/// The text that a percent-encoded string stands for (`+` is a space, as in a form); `None` where a `%` is not followed by two hexadecimal
/// digits, or the bytes are no UTF-8.
pub(super) fn url_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        bytes.push(match first {
            b'%' => {
                let (digits, after) = after.split_at_checked(2)?;
                rest = after;
                u8::try_from(char::from(digits[0]).to_digit(16)? * 16 + char::from(digits[1]).to_digit(16)?).ok()?
            }
            b'+' => b' ',
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}
