//! Placeholders: `<column>` in the texts of a scenario with examples.

use super::document::{Location, Scenario};
use super::line::width;
use super::step::{Cell, Step};
use std::collections::BTreeSet;

/// The text with each `<column>` replaced by the row's value, column by column as the official compilers do it: what an earlier
/// value brings may be replaced by a later one.
pub(super) fn fill(text: &str, columns: &[Cell], values: &[Cell]) -> String {
    let mut filled = text.to_owned();
    for (column, value) in columns.iter().zip(values) {
        if !filled.contains('<') {
            break;
        }
        let placeholder = format!("<{}>", column.value);
        if filled.contains(&placeholder) {
            filled = filled.replace(&placeholder, &value.value);
        }
    }
    filled
}

/// A placeholder that a scenario uses.
#[derive(Debug)]
pub(super) struct Use<'d> {
    pub(super) name: &'d str,
    pub(super) location: Location,
    /// Whether it may well be markup, or belong to what the text is about.
    pub(super) literal_likely: bool,
}

/// All placeholders of a scenario, in the order of its lines.
pub(super) fn uses(scenario: &Scenario) -> Vec<Use<'_>> {
    let mut found = Vec::new();
    find(&scenario.name, false, &mut found, |_| scenario.location);
    found.extend(uses_in(&scenario.steps));
    found
}

/// All placeholders of steps, in the order of their lines.
pub(super) fn uses_in(steps: &[Step]) -> Vec<Use<'_>> {
    let mut found = Vec::new();
    for step in steps {
        let at = |offset: &str| Location { line: step.location.line, column: step.text_column.saturating_add(width(offset)) };
        find(&step.text, false, &mut found, at);
        for cell in step.table.iter().flat_map(|table| &table.rows).flat_map(|row| row.cells.iter()) {
            let at = |offset: &str| Location { column: cell.location.column.saturating_add(width(offset)), ..cell.location };
            find(&cell.value, false, &mut found, at);
        }
        if let Some(text) = &step.doc_string {
            find(text.media_type.as_deref().unwrap_or_default(), false, &mut found, |_| text.location);
            let mut first = text.location.line.saturating_add(1);
            for line in text.content.split('\n') {
                let at = |offset: &str| Location { line: first, column: text.indent.saturating_add(width(offset)).saturating_add(1) };
                find(line, true, &mut found, at);
                first = first.saturating_add(1);
            }
        }
    }
    found
}

fn find<'d>(text: &'d str, literal_likely: bool, found: &mut Vec<Use<'d>>, at: impl Fn(&str) -> Location) {
    let first = found.len();
    let mut open = None;
    for (place, character) in text.char_indices() {
        match (character, open) {
            ('<', _) => open = Some(place),
            ('>', Some(start)) => {
                open = None;
                let name = &text[start + 1..place];
                if !name.is_empty() {
                    let markup = name.contains(['/', '=', '"', '!', '?']);
                    found.push(Use { name, location: at(&text[..start]), literal_likely: literal_likely || markup });
                }
            }
            _ => {}
        }
    }
    let closed: BTreeSet<&str> = found[first..].iter().filter_map(|found| found.name.strip_prefix('/')).collect();
    found[first..].iter_mut().for_each(|found| found.literal_likely |= closed.contains(found.name));
}

/// Whether the placeholder of a column stands anywhere in the scenario, whatever characters its name has.
pub(super) fn is_used(scenario: &Scenario, column: &str) -> bool {
    if !column.contains(['<', '>', '\n']) {
        return false;
    }
    let placeholder = format!("<{column}>");
    let in_step = |step: &Step| {
        let cells = step.table.iter().flat_map(|table| &table.rows).flat_map(|row| row.cells.iter());
        let text = step.doc_string.as_ref();
        step.text.contains(&placeholder)
            || cells.into_iter().any(|cell| cell.value.contains(&placeholder))
            || text.is_some_and(|text| text.content.contains(&placeholder))
    };
    scenario.name.contains(&placeholder) || scenario.steps.iter().any(in_step)
}
