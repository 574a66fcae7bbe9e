//! A step's table and doc string, as values.

use super::scenario::Failed;
use super::{Brought, Scenario};
use crate::catalog::{Catalog, Type};
use crate::fixture::{Fixture, FixtureError};
use crate::gherkin::Argument;
use crate::record::{Failure, Fault, Label};
use jiff::civil::DateTime;
use serde_json::{Map, Value};

/// How often one sentence has a thing done at most.
const MOST_TIMES: i64 = 10_000;

impl Scenario {
    /// A table of two columns: names and values, in order.
    pub(super) fn pairs(&mut self) -> Result<Vec<(String, String)>, Failed> {
        let Some(Argument::Table(table)) = self.argument() else {
            return self.wrong("this step needs a table of names and values", "add lines such as `| subject | Faulty phone |` below it");
        };
        let mut pairs = Vec::new();
        for row in &table.rows {
            let [name, value] = &**row else {
                return self
                    .wrong(format!("a row of this table has {} cells, not a name and a value", row.len()), "write `| name | value |`");
            };
            let filled = (self.fill(&name.value)?, self.fill(&value.value)?);
            pairs.push(filled);
        }
        Ok(pairs)
    }

    /// A table of one column.
    pub(super) fn column(&mut self) -> Result<Vec<String>, Failed> {
        let Some(Argument::Table(table)) = self.argument() else {
            return self.wrong("this step needs a table of one column", "add lines such as `| ticket_status.changed |` below it");
        };
        let mut cells = Vec::new();
        for row in &table.rows {
            let [cell] = &**row else {
                return self.wrong(format!("a row of this table has {} cells, not one", row.len()), "write `| name |`");
            };
            cells.push(self.fill(&cell.value)?);
        }
        Ok(cells)
    }

    /// The doc string as text.
    pub(super) fn text(&mut self) -> Result<String, Failed> {
        let Some(Argument::DocString(text)) = self.argument() else {
            return self.wrong("this step needs a doc string", "add `\"\"\"`, the text and `\"\"\"` on lines of their own below it");
        };
        self.fill(&text.content)
    }

    /// The doc string as a fixture that stands in the feature itself.
    pub(super) fn inline(&mut self) -> Result<Fixture, Failed> {
        let Some(Argument::DocString(text)) = self.argument() else {
            return self.wrong("this step needs a doc string", "add `\"\"\"json`, a value and `\"\"\"` on lines of their own below it");
        };
        let read = Fixture::inline(self.place.uri(), &text.content, text.media_type.as_deref(), text.content_line, text.indent);
        read.or_else(|error| self.unreadable(&[error], Fault::Input))
    }

    /// The doc string as a value, kept values filled in.
    pub(super) fn document(&mut self) -> Result<Value, Failed> {
        let fixture = self.inline()?;
        self.filled(&fixture)
    }

    /// A fixture's value, kept values filled in.
    pub(super) fn filled(&mut self, fixture: &Fixture) -> Result<Value, Failed> {
        let known: Vec<_> = self.kept.keys().map(String::as_str).collect();
        let value = fixture.data(&|name| self.kept.get(name).cloned(), &known);
        value.or_else(|errors| self.unreadable(&errors, Fault::Input))
    }

    /// A named fixture's value, kept values filled in.
    pub(super) fn fixture_value(&mut self, name: &str) -> Result<Value, Failed> {
        let fixture = self.fixture(name)?;
        self.filled(&fixture)
    }

    /// What a step brings: the fixture that it names, its doc string, or nothing.
    pub(super) fn brought_value(&mut self, with: Brought<'_>) -> Result<Option<Value>, Failed> {
        Ok(match with {
            Brought::Nothing => None,
            Brought::Fixture(name) => Some(self.fixture_value(name)?),
            Brought::DocString => Some(self.document()?),
        })
    }

    /// How often a sentence has something done: so often that a run ends.
    pub(super) fn repetitions(&mut self, times: i64) -> Result<i64, Failed> {
        if (1..=MOST_TIMES).contains(&times) {
            return Ok(times);
        }
        let help = "write a number such as `50 times`, or leave this line out";
        self.wrong(format!("one sentence does a thing at least once and at most {MOST_TIMES} times, not {times} times"), help)
    }

    /// A date and time that a sentence names, in the portal's time zone.
    pub(super) fn date_and_time(&mut self, text: &str) -> Result<DateTime, Failed> {
        text.parse().or_else(|_| self.wrong(format!("\"{text}\" is no date and time"), "write one such as \"2026-02-21 12:00\""))
    }

    /// A named fixture's value, where it is an object: `of` says of what, `like` shows one.
    pub(super) fn fixture_object(&mut self, name: &str, of: &str, like: &str) -> Result<Map<String, Value>, Failed> {
        match self.fixture_value(name)? {
            Value::Object(object) => Ok(object),
            _ => self.wrong(format!("the fixture \"{name}\" is no object of {of}"), format!("write {like}")),
        }
    }

    /// A named fixture.
    pub(super) fn fixture(&mut self, name: &str) -> Result<std::sync::Arc<Fixture>, Failed> {
        let setup = std::sync::Arc::clone(&self.setup);
        setup.fixture(name).or_else(|error| self.unreadable(&[error], Fault::Input))
    }

    /// Fails because something cannot be read.
    pub(super) fn unreadable<T>(&mut self, errors: &[FixtureError], fault: Fault) -> Result<T, Failed> {
        let first = errors.first();
        let title = first.map(|error| error.message.clone()).unwrap_or_default();
        let mut failure = Failure::new(fault, title);
        failure.help = first.map(|error| error.help.clone()).filter(|help| !help.is_empty());
        for error in errors {
            failure.labels.push(Label {
                file: error.file.clone(),
                line: error.line,
                column: error.column,
                length: 0,
                text: error.message.clone(),
            });
        }
        self.fail(failure)
    }
}

/// A label on the value at `path` of a fixture.
pub(super) fn label(fixture: &Fixture, path: &crate::compare::Path, text: impl Into<String>) -> Option<Label> {
    let span = fixture.position(path)?;
    let length = fixture.text.get(span.start..span.end).map_or(0, |value| value.lines().next().unwrap_or_default().chars().count());
    Some(Label {
        file: fixture.file.clone(),
        line: span.line,
        column: span.column,
        length: u32::try_from(length).unwrap_or(0),
        text: text.into(),
    })
}

/// A table's cell as a value: JSON where it is JSON of a kind other than a number, else a string (IDs and phone numbers are strings).
pub(super) fn cell(text: &str) -> Value {
    match serde_json::from_str::<Value>(text) {
        Ok(Value::Number(_)) | Err(_) => Value::String(text.to_owned()),
        Ok(value) => value,
    }
}

/// Whether a value is this text, or this JSON.
pub(super) fn is_as_said(found: &Value, said: &str) -> bool {
    *found == cell(said) || found.as_str() == Some(said)
}

/// A table of two columns as the properties of a record of this module: text where the pages have text, else as [`cell`] reads it.
pub(super) fn properties(pairs: Vec<(String, String)>, catalog: &Catalog, module: &str) -> Map<String, Value> {
    let is_text = |name: &str| {
        catalog.property(&format!("{module}.{name}")).is_some_and(|property| matches!(property.value.of, Type::String | Type::Digits))
    };
    pairs
        .into_iter()
        .map(|(name, text)| {
            let value = if is_text(&name) { Value::String(text) } else { cell(&text) };
            (name, value)
        })
        .collect()
}
