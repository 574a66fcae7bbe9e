//! Pickles as official messages.

use super::document::Location;
use super::messages::id;
use super::pickle::{Argument, Pickle, PickleDocString, PickleStep, PickleTable, PickleTag, StepKind};
use super::step::Cell;
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

/// A pickle, written as its message.
pub(super) struct PickleMessage<'m>(pub(super) &'m Pickle);

impl Serialize for PickleMessage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let pickle = self.0;
        Body {
            id: pickle.id,
            uri: &pickle.uri,
            location: pickle.row.unwrap_or(pickle.location),
            ast_node_ids: ids(pickle.scenario_id, pickle.row_id),
            name: &pickle.name,
            language: &pickle.language,
            steps: pickle.steps.iter().map(|step| StepBody::of(step, pickle.row_id)).collect(),
            tags: pickle.tags.iter().map(TagBody::from).collect(),
        }
        .serialize(serializer)
    }
}

fn ids(first: u32, row: Option<u32>) -> Vec<String> {
    std::iter::once(first).chain(row).map(|id| id.to_string()).collect()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body<'m> {
    #[serde(serialize_with = "id")]
    id: u32,
    uri: &'m str,
    location: Location,
    ast_node_ids: Vec<String>,
    name: &'m str,
    language: &'m str,
    steps: Vec<StepBody<'m>>,
    tags: Vec<TagBody<'m>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TagBody<'m> {
    name: &'m str,
    #[serde(serialize_with = "id")]
    ast_node_id: u32,
}

impl<'m> From<&'m PickleTag> for TagBody<'m> {
    fn from(tag: &'m PickleTag) -> Self {
        Self { name: &tag.name, ast_node_id: tag.ast_id }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct StepBody<'m> {
    #[serde(serialize_with = "id")]
    id: u32,
    text: &'m str,
    #[serde(rename = "type")]
    kind: StepKind,
    ast_node_ids: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    argument: Option<Arguments<'m>>,
}

impl<'m> StepBody<'m> {
    fn of(step: &'m PickleStep, row: Option<u32>) -> Self {
        let row = row.filter(|_| !step.background);
        let argument = step.argument.as_ref().map(|first| Arguments { first, second: step.second_argument.as_deref() });
        Self { id: step.id, text: &step.text, kind: step.kind, ast_node_ids: ids(step.ast_id, row), argument }
    }
}

/// One object for both: where there are two, each says which it is.
struct Arguments<'m> {
    first: &'m Argument,
    second: Option<&'m Argument>,
}

impl Serialize for Arguments<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (argument, place) in std::iter::once(self.first).chain(self.second).zip(1..) {
            let argument_index = self.second.map(|_| place);
            match argument {
                Argument::DocString(text) => map.serialize_entry("docString", &TextBody::of(text, argument_index))?,
                Argument::Table(table) => map.serialize_entry("dataTable", &TableBody::of(table, argument_index))?,
            }
        }
        map.end()
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TextBody<'m> {
    #[serde(skip_serializing_if = "Option::is_none")]
    media_type: Option<&'m str>,
    content: &'m str,
    #[serde(skip_serializing_if = "Option::is_none")]
    argument_index: Option<u8>,
}

impl<'m> TextBody<'m> {
    fn of(text: &'m PickleDocString, argument_index: Option<u8>) -> Self {
        Self { media_type: text.media_type.as_deref(), content: &text.content, argument_index }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct TableBody<'m> {
    rows: Vec<RowBody<'m>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    argument_index: Option<u8>,
}

impl<'m> TableBody<'m> {
    fn of(table: &'m PickleTable, argument_index: Option<u8>) -> Self {
        let cell = |cell: &'m Cell| CellBody { value: &cell.value };
        let rows = table.rows.iter().map(|row| RowBody { cells: row.iter().map(cell).collect() }).collect();
        Self { rows, argument_index }
    }
}

#[derive(Serialize)]
struct RowBody<'m> {
    cells: Vec<CellBody<'m>>,
}

#[derive(Serialize)]
struct CellBody<'m> {
    value: &'m str,
}
