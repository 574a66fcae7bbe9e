//! What of the catalogue a run exercised, as a table, and then what it did not.

use super::style::{Ink, Style};
use super::text::{clean, count, cut, hang, pad, width};
use crate::record::{CoverageRecord, EntryCoverage, Gap, KindCoverage};

/// The heading of the first column of numbers.
const SCENARIOS: &str = "scenarios";
/// How many lines one gap may fill.
const LINES: usize = 4;

/// The whole story: each kind with what was exercised of it, by how many scenarios; the gaps; the sum.
#[must_use]
pub fn coverage(record: &CoverageRecord, style: Style) -> String {
    let mut blocks: Vec<Vec<String>> = record.kinds.iter().map(|kind| table(kind, style)).collect();
    let gaps: Vec<_> = record.kinds.iter().filter(|kind| kind.entries.iter().any(|entry| entry.gap.is_some())).collect();
    blocks.extend(gaps.first().map(|_| vec![rule("gaps", style)]));
    blocks.extend(gaps.iter().map(|kind| missing(kind, style)));
    blocks.push(sum(record, style));
    let text: Vec<String> = blocks.iter().map(|block| block.iter().map(|line| format!("{}\n", line.trim_end())).collect()).collect();
    text.join("\n")
}

/// `events  18 of 27 · 66 %`, and a row for each that was exercised.
fn table(kind: &KindCoverage, style: Style) -> Vec<String> {
    let covered: Vec<_> = kind.entries.iter().filter(|entry| entry.covered).collect();
    let share = format!("{} of {} · {} %", kind.covered, kind.entries.len(), kind.percent());
    let title = format!("{}  {share}", kind.kind);
    let columns: Vec<&str> = std::iter::once(SCENARIOS).chain(kind.columns.iter().map(String::as_str)).collect();
    let numbers: usize = columns.iter().map(|column| column.len() + 2).sum();
    let named = covered.iter().map(|entry| width(&label(entry)) + 2).chain([width(&title)]).max().unwrap_or(0);
    let lead = named.min(style.columns().saturating_sub(numbers));
    let ink = if kind.covered as usize == kind.entries.len() { Ink::Good } else { Ink::Strong };
    let heads: String = columns.iter().map(|column| format!("  {column}")).collect();
    let heads = if covered.is_empty() { String::new() } else { style.paint(Ink::Faint, &heads) };
    let mut out = vec![format!("{}{heads}", style.paint(ink, &pad(&title, lead)))];
    out.extend(covered.iter().map(|entry| row(entry, &columns, lead, style)));
    out
}

fn row(entry: &EntryCoverage, columns: &[&str], lead: usize, style: Style) -> String {
    let name = pad(&cut(&format!("  {}", label(entry)), lead), lead);
    let numbers = std::iter::once(entry.scenarios).chain(entry.counts.iter().copied()).zip(columns);
    let number = |(number, column): (u32, &&str)| match number {
        0 => format!("  {}", style.paint(Ink::Faint, &format!("{:>1$}", "-", column.len()))),
        number => format!("  {number:>0$}", column.len()),
    };
    format!("{name}{}", numbers.map(number).collect::<String>())
}

/// A name with the rule that documents it, or an ID with its title.
fn label(entry: &EntryCoverage) -> String {
    let is_id = entry.name.split_once('-').is_some_and(|(family, _)| family.bytes().all(|c| c.is_ascii_uppercase()));
    match &entry.rule {
        Some(rule) => format!("{}  {rule}", clean(&entry.name)),
        None if is_id => format!("{}  {}", clean(&entry.name), clean(&entry.title)),
        None => clean(&entry.name),
    }
}

/// The kind's gaps: what is missing, where it is documented, and what to say about it.
fn missing(kind: &KindCoverage, style: Style) -> Vec<String> {
    let gaps = kind.entries.iter().filter_map(|entry| Some((entry, entry.gap.as_ref()?)));
    std::iter::once(style.paint(Ink::Strong, &kind.kind)).chain(gaps.flat_map(|(entry, gap)| one_gap(entry, gap, style))).collect()
}

/// On one line where it fits, else on one each for what is missing and what to say.
fn one_gap(entry: &EntryCoverage, gap: &Gap, style: Style) -> Vec<String> {
    let name = format!("  {}", label(entry));
    let (text, next) = (clean(&format!("{} · {}", gap.text, gap.section)), format!("→ {}", clean(&gap.next)));
    let room = style.columns();
    let painted = style.paint(Ink::Odd, &name);
    if width(&name) + width(&text) + width(&next) + 4 <= room {
        return vec![format!("{painted}  {text}  {}", style.paint(Ink::Help, &next))];
    }
    let mut lines = if width(&name) + 2 + width(&text) <= room {
        vec![format!("{painted}  {text}")]
    } else {
        [vec![painted], hang("      ", &text, room, LINES)].concat()
    };
    lines.extend(hang("      ", &next, room, LINES).iter().map(|line| style.paint(Ink::Help, line)));
    lines
}

fn sum(record: &CoverageRecord, style: Style) -> Vec<String> {
    let ink = if record.covered == record.entries { Ink::Good } else { Ink::Strong };
    let share = format!("{} of {} entries of the catalogue exercised: {} %", record.covered, record.entries, record.percent());
    let mut out = vec![format!("{}, by {} that passed", style.paint(ink, &share), count(record.scenarios as usize, "scenario"))];
    if record.uncounted > 0 {
        let did = if record.uncounted == 1 { "it" } else { "they" };
        let text = format!("{} did not pass: what {did} exercised does not count", count(record.uncounted as usize, "scenario"));
        out.push(style.paint(Ink::Bad, &text));
    }
    out
}

fn rule(title: &str, style: Style) -> String {
    let line = "─".repeat(style.columns().saturating_sub(title.chars().count() + 4));
    style.paint(Ink::Faint, &format!("── {title} {line}"))
}
