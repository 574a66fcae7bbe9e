//! The document and errors as official messages (<https://github.com/cucumber/messages>).

use super::document::{Background, Document, Examples, Feature, FeatureChild, Location, Rule, RuleChild, Scenario, Tag};
use super::error::ParseError;
use super::step::{Cell, KeywordKind, Row, Step};
use serde_json::{Map, Value, json};

/// The envelope `{"gherkinDocument": …}`.
#[must_use]
pub fn ast_message(document: &Document) -> Value {
    let comments: Vec<_> =
        document.comments.iter().map(|comment| json!({"location": location(comment.location), "text": comment.text})).collect();
    let mut body = object(json!({"uri": document.uri, "comments": comments}));
    if let Some(of) = &document.feature {
        body.insert("feature".to_owned(), feature(of));
    }
    json!({"gherkinDocument": body})
}

/// The envelope `{"parseError": …}`.
#[must_use]
pub fn error_message(error: &ParseError) -> Value {
    let mut place = object(json!({"line": error.line}));
    if error.column > 0 {
        place.insert("column".to_owned(), error.column.into());
    }
    let message = format!("({}:{}): {}", error.line, error.column, error.message);
    json!({"parseError": {"source": {"uri": error.uri, "location": place}, "message": message}})
}

pub(super) fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

pub(super) fn id(id: u32) -> Value {
    id.to_string().into()
}

pub(super) fn location(location: Location) -> Value {
    json!({"line": location.line, "column": location.column})
}

fn feature(feature: &Feature) -> Value {
    let children: Vec<_> = feature
        .children
        .iter()
        .map(|child| match child {
            FeatureChild::Background(of) => json!({"background": background(of)}),
            FeatureChild::Scenario(of) => json!({"scenario": scenario(of)}),
            FeatureChild::Rule(of) => json!({"rule": rule(of)}),
        })
        .collect();
    let mut body = header(feature.location, &feature.keyword, &feature.name, &feature.description);
    body.insert("language".to_owned(), feature.language.clone().into());
    body.insert("tags".to_owned(), tags(&feature.tags));
    body.insert("children".to_owned(), children.into());
    body.into()
}

fn rule(rule: &Rule) -> Value {
    let children: Vec<_> = rule
        .children
        .iter()
        .map(|child| match child {
            RuleChild::Background(of) => json!({"background": background(of)}),
            RuleChild::Scenario(of) => json!({"scenario": scenario(of)}),
        })
        .collect();
    let mut body = header(rule.location, &rule.keyword, &rule.name, &rule.description);
    body.insert("id".to_owned(), id(rule.id));
    body.insert("tags".to_owned(), tags(&rule.tags));
    body.insert("children".to_owned(), children.into());
    body.into()
}

fn background(background: &Background) -> Value {
    let mut body = header(background.location, &background.keyword, &background.name, &background.description);
    body.insert("id".to_owned(), id(background.id));
    body.insert("steps".to_owned(), background.steps.iter().map(step).collect());
    body.into()
}

fn scenario(scenario: &Scenario) -> Value {
    let mut body = header(scenario.location, &scenario.keyword, &scenario.name, &scenario.description);
    body.insert("id".to_owned(), id(scenario.id));
    body.insert("tags".to_owned(), tags(&scenario.tags));
    body.insert("steps".to_owned(), scenario.steps.iter().map(step).collect());
    body.insert("examples".to_owned(), scenario.examples.iter().map(examples).collect());
    body.into()
}

fn examples(examples: &Examples) -> Value {
    let mut body = header(examples.location, &examples.keyword, &examples.name, &examples.description);
    body.insert("id".to_owned(), id(examples.id));
    body.insert("tags".to_owned(), tags(&examples.tags));
    if let Some(names) = &examples.header {
        body.insert("tableHeader".to_owned(), row(names));
    }
    body.insert("tableBody".to_owned(), examples.body.iter().map(row).collect());
    body.into()
}

fn header(place: Location, keyword: &str, name: &str, description: &str) -> Map<String, Value> {
    let mut body = object(json!({"location": location(place), "name": name, "description": description}));
    if !keyword.is_empty() {
        body.insert("keyword".to_owned(), keyword.into());
    }
    body
}

fn tags(tags: &[Tag]) -> Value {
    tags.iter().map(|tag| json!({"id": id(tag.id), "location": location(tag.location), "name": tag.name})).collect()
}

fn step(step: &Step) -> Value {
    let kind = match step.kind {
        KeywordKind::Context => "Context",
        KeywordKind::Action => "Action",
        KeywordKind::Outcome => "Outcome",
        KeywordKind::Conjunction => "Conjunction",
        KeywordKind::Unknown => "Unknown",
    };
    let place = location(step.location);
    let mut body = object(json!({"id": id(step.id), "location": place, "keyword": step.keyword, "keywordType": kind, "text": step.text}));
    if let Some(table) = &step.table {
        let rows: Vec<_> = table.rows.iter().map(row).collect();
        body.insert("dataTable".to_owned(), json!({"location": location(table.location), "rows": rows}));
    }
    if let Some(text) = &step.doc_string {
        let mut value = json!({"location": location(text.location), "content": text.content, "delimiter": text.delimiter});
        if let Some(media_type) = &text.media_type {
            value["mediaType"] = media_type.clone().into();
        }
        body.insert("docString".to_owned(), value);
    }
    body.into()
}

fn row(row: &Row) -> Value {
    let cell = |cell: &Cell| json!({"location": location(cell.location), "value": cell.value});
    json!({"id": id(row.id), "location": location(row.location), "cells": row.cells.iter().map(cell).collect::<Vec<_>>()})
}
