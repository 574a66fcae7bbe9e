//! The conversation that led to a failure, as a table.

use super::style::{Ink, Style};
use super::text::{clean, cut, pad, width, wrap};
use crate::record::Exchange;

/// How many lines of the conversation's beginning stay when it is long.
const HEAD: usize = 8;
/// How many of its end.
const TAIL: usize = 32;
/// How wide the speakers' column may be.
const WHO: usize = 32;
/// How many lines one entry may fill.
const LINES: usize = 3;

/// One row for each entry: virtual time where it moved, who, what, and the rule that decided.
pub(super) fn table(exchange: &[Exchange], style: Style) -> Vec<String> {
    let Some(first) = exchange.first() else { return Vec::new() };
    let mut day = moment(first).0;
    let title = if day.is_empty() { "what happened".to_owned() } else { format!("what happened on {day} (virtual time, UTC)") };
    let mut out = vec![format!("  {}", style.paint(Ink::Strong, &title))];
    let folded = if exchange.len() > HEAD + TAIL + 1 { HEAD..exchange.len() - TAIL } else { 0..0 };
    let columns = Columns::of(exchange, &folded, style);
    let mut time = String::new();
    for (index, entry) in exchange.iter().enumerate() {
        if folded.contains(&index) {
            if index == folded.start {
                out.push(style.paint(Ink::Faint, &format!("  ⋮ {} lines between", folded.len())));
                time.clear();
            }
            continue;
        }
        let (today, now) = moment(entry);
        if today != day {
            out.push(format!("  {}", style.paint(Ink::Strong, &today)));
            day = today;
            time.clear();
        }
        let shown = if now == time { "" } else { &now };
        out.extend(columns.row(shown, entry));
        time = now;
    }
    out
}

/// The day, and the time of day to the millisecond.
fn moment(entry: &Exchange) -> (String, String) {
    let stamp = entry.at.to_string();
    match stamp.split_once('T') {
        Some((day, time)) => (day.to_owned(), time.trim_end_matches('Z').to_owned()),
        None => (String::new(), stamp),
    }
}

struct Columns {
    time: usize,
    who: usize,
    what: usize,
    style: Style,
}

impl Columns {
    fn of(exchange: &[Exchange], folded: &std::ops::Range<usize>, style: Style) -> Self {
        let shown = || exchange.iter().enumerate().filter(|(index, _)| !folded.contains(index)).map(|(_, entry)| entry);
        let time = shown().map(|entry| width(&moment(entry).1)).max().unwrap_or(0);
        let who = shown().map(|entry| width(&clean(&entry.who))).max().unwrap_or(0).min(WHO);
        let room = style.columns().saturating_sub(2 + time + 2 + who + 2).max(24);
        let natural = |entry: &Exchange| width(&clean(&entry.what)) + entry.rule.as_ref().map_or(0, |rule| 2 + width(&clean(rule)));
        let what = shown().map(natural).max().unwrap_or(0).min(room);
        Self { time, who, what, style }
    }

    fn row(&self, time: &str, entry: &Exchange) -> Vec<String> {
        let style = self.style;
        let mut lines = wrap(&clean(&entry.what), self.what, LINES);
        if let Some(rule) = entry.rule.as_deref().map(|rule| cut(&clean(rule), self.what)) {
            let gap = self.what.saturating_sub(width(lines.last().map_or("", String::as_str)) + width(&rule));
            if gap < 2 {
                lines.push(String::new());
            }
            let last = lines.last_mut().expect("wrapping gives at least one line");
            let gap = self.what.saturating_sub(width(last) + width(&rule));
            *last = format!("{last}{}{}", " ".repeat(gap), style.paint(Ink::Faint, &rule));
        }
        let who = pad(&cut(&clean(&entry.who), self.who), self.who);
        let lead = |index: usize| match index {
            0 => format!("  {}  {}", style.paint(Ink::Faint, &pad(time, self.time)), style.paint(Ink::Help, &who)),
            _ => " ".repeat(2 + self.time + 2 + self.who),
        };
        lines.iter().enumerate().map(|(index, line)| format!("{}  {line}", lead(index)).trim_end().to_owned()).collect()
    }
}
