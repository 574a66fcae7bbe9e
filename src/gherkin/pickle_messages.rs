//! Pickles as official messages.

use super::messages::{id, location, object};
use super::pickle::{Argument, Pickle, PickleCell, PickleStep, StepKind};
use serde_json::{Map, Value, json};

/// The envelopes `{"pickle": …}`, one a pickle.
#[must_use]
pub fn pickle_messages(pickles: &[Pickle]) -> Vec<Value> {
    pickles.iter().map(|of| json!({"pickle": pickle(of)})).collect()
}

fn ids(first: u32, row: Option<u32>) -> Value {
    std::iter::once(first).chain(row).map(id).collect()
}

fn pickle(pickle: &Pickle) -> Value {
    let tags: Vec<_> = pickle.tags.iter().map(|tag| json!({"name": tag.name, "astNodeId": id(tag.ast_id)})).collect();
    json!({
        "id": id(pickle.id),
        "uri": pickle.uri,
        "location": location(pickle.row.unwrap_or(pickle.location)),
        "astNodeIds": ids(pickle.scenario_id, pickle.row_id),
        "name": pickle.name,
        "language": pickle.language,
        "tags": tags,
        "steps": pickle.steps.iter().map(|step| pickle_step(step, pickle.row_id)).collect::<Vec<_>>(),
    })
}

fn pickle_step(step: &PickleStep, row: Option<u32>) -> Value {
    let kind = match step.kind {
        StepKind::Context => "Context",
        StepKind::Action => "Action",
        StepKind::Outcome => "Outcome",
        StepKind::Unknown => "Unknown",
    };
    let row = row.filter(|_| !step.background);
    let mut body = object(json!({"id": id(step.id), "text": step.text, "type": kind, "astNodeIds": ids(step.ast_id, row)}));
    let both = step.second_argument.is_some();
    let arguments: Map<String, Value> = step
        .argument
        .iter()
        .chain(step.second_argument.as_deref())
        .zip(1..)
        .map(|(of, place)| argument(of, both.then_some(place)))
        .collect();
    if !arguments.is_empty() {
        body.insert("argument".to_owned(), arguments.into());
    }
    body.into()
}

fn argument(argument: &Argument, place: Option<u32>) -> (String, Value) {
    let (name, mut value) = match argument {
        Argument::DocString(text) => {
            let mut value = json!({"content": text.content});
            if let Some(media_type) = &text.media_type {
                value["mediaType"] = media_type.clone().into();
            }
            ("docString", value)
        }
        Argument::Table(table) => {
            let cells = |row: &Vec<PickleCell>| row.iter().map(|cell| json!({"value": cell.value})).collect::<Vec<_>>();
            let rows: Vec<_> = table.rows.iter().map(|row| json!({"cells": cells(row)})).collect();
            ("dataTable", json!({"rows": rows}))
        }
    };
    if let Some(place) = place {
        value["argumentIndex"] = place.into();
    }
    (name.to_owned(), value)
}
