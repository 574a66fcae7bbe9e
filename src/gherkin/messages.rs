//! The official messages (<https://github.com/cucumber/messages>): one envelope a line makes what the official `gherkin` command prints.

use super::document::Document;
use super::error::ParseError;
use super::pickle::Pickle;
use super::pickle_messages::PickleMessage;
use serde::{Serialize, Serializer};
use serde_json::Value;

/// An envelope: what is to be told of a feature file. It is written as it stands, without a copy in between.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Message<'m> {
    /// `{"source": …}`: the file.
    #[serde(rename_all = "camelCase")]
    Source {
        /// The file, as it is named to [`parse`](super::parse).
        uri: &'m str,
        /// Its whole text.
        data: &'m str,
        /// See [`media_type`].
        media_type: &'m str,
    },
    /// `{"gherkinDocument": …}`
    GherkinDocument(&'m Document),
    /// `{"pickle": …}`
    Pickle(#[serde(serialize_with = "pickle")] &'m Pickle),
    /// `{"parseError": …}`
    ParseError(#[serde(serialize_with = "error")] &'m ParseError),
}

/// What kind of text a feature file is, by its name.
#[must_use]
pub fn media_type(uri: &str) -> &'static str {
    if uri.ends_with(".md") { "text/x.cucumber.gherkin+markdown" } else { "text/x.cucumber.gherkin+plain" }
}

/// The envelope `{"gherkinDocument": …}` as a value.
#[must_use]
pub fn ast_message(document: &Document) -> Value {
    value(Message::GherkinDocument(document))
}

/// The envelope `{"parseError": …}` as a value.
#[must_use]
pub fn error_message(error: &ParseError) -> Value {
    value(Message::ParseError(error))
}

/// The envelopes `{"pickle": …}` as values, one a pickle.
#[must_use]
pub fn pickle_messages(pickles: &[Pickle]) -> Vec<Value> {
    pickles.iter().map(|pickle| value(Message::Pickle(pickle))).collect()
}

fn value(message: Message<'_>) -> Value {
    serde_json::to_value(message).expect("messages are texts, numbers and lists")
}

fn pickle<S: Serializer>(pickle: &Pickle, serializer: S) -> Result<S::Ok, S::Error> {
    PickleMessage(pickle).serialize(serializer)
}

fn error<S: Serializer>(error: &ParseError, serializer: S) -> Result<S::Ok, S::Error> {
    let location = Place { line: error.line, column: (error.column > 0).then_some(error.column) };
    let message = format!("({}:{}): {}", error.line, error.column, error.message);
    ErrorMessage { source: ErrorSource { uri: &error.uri, location }, message }.serialize(serializer)
}

#[derive(Serialize)]
struct ErrorMessage<'m> {
    source: ErrorSource<'m>,
    message: String,
}

#[derive(Serialize)]
struct ErrorSource<'m> {
    uri: &'m str,
    location: Place,
}

/// A place; the official errors give no column at the end of a file.
#[derive(Serialize)]
struct Place {
    line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
}

/// The messages' ids are texts.
pub(super) fn id<S: Serializer>(id: &u32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(id)
}

/// What a file does not say is left out.
pub(super) fn is_empty(text: &str) -> bool {
    text.is_empty()
}
