//! What stands below a step, with the values of a row of examples in it.

use super::compile::Filling;
use super::pickle::{Argument, PickleDocString, PickleTable};
use super::step::{Cell, DocString, Row, Step, Table};
use std::sync::Arc;

/// In the order in which they stand below the step.
pub(super) fn arguments(step: &Step, filling: Option<Filling<'_>>) -> (Option<Argument>, Option<Argument>) {
    let table = step.table.as_ref().map(|rows| (rows.location, table(rows, filling)));
    let text = step.doc_string.as_ref().map(|text| (text.location, doc_string(text, filling)));
    match (table, text) {
        (Some((first, table)), Some((second, text))) if first < second => (Some(table), Some(text)),
        (Some((_, table)), Some((_, text))) => (Some(text), Some(table)),
        (table, text) => (table.or(text).map(|(_, argument)| argument), None),
    }
}

fn table(table: &Table, filling: Option<Filling<'_>>) -> Argument {
    Argument::Table(Arc::new(PickleTable { rows: table.rows.iter().map(|row| cells(row, filling)).collect() }))
}

/// A row without placeholders is the document's own.
fn cells(row: &Row, filling: Option<Filling<'_>>) -> Arc<[Cell]> {
    let Some(filling) = filling.filter(|_| row.cells.iter().any(|cell| cell.value.contains('<'))) else { return Arc::clone(&row.cells) };
    let cell = |cell: &Cell| Cell { value: filled(&cell.value, Some(filling)), location: cell.location };
    row.cells.iter().map(cell).collect()
}

fn doc_string(text: &DocString, filling: Option<Filling<'_>>) -> Argument {
    Argument::DocString(Arc::new(PickleDocString {
        content: filled(&text.content, filling),
        media_type: text.media_type.as_deref().map(|media_type| filled(media_type, filling)),
        location: text.location,
        content_line: text.location.line.saturating_add(1),
        indent: text.indent,
    }))
}

fn filled(text: &str, filling: Option<Filling<'_>>) -> String {
    filling.and_then(|filling| filling.changed(text)).unwrap_or_else(|| text.to_owned())
}
