//! Channels of extensions, and how their servers answer, as the feature says it.

use super::scenario::Failed;
use super::{Outcome, Scenario, Span};
use crate::host::desk::Declared;
use crate::host::{Input, WidgetId};
use crate::spelling::nearest;
use crate::stage::Answer;
use serde_json::{Map, Value, json};
use std::convert::Infallible;
use std::str::FromStr;

/// What Desk and a channel exchange, as a sentence says it: `pull` or `push`.
#[derive(Debug, Clone, PartialEq, Eq, cucumber::Parameter)]
#[param(name = "exchange", regex = "pull|push")]
pub struct Exchanging(
    /// Its name in the catalogue: `channel.pull`, `channel.push`.
    pub String,
);

impl FromStr for Exchanging {
    type Err = Infallible;

    fn from_str(word: &str) -> Result<Self, Infallible> {
        Ok(Self(format!("channel.{word}")))
    }
}

impl Scenario {
    /// An extension brings a channel; one that has no widget is known by it alone.
    pub fn connect(&mut self, extension: &str, pull: bool) -> Outcome {
        if self.stage.desk().channel(extension).is_some() {
            return self.wrong(format!("\"{extension}\" has a channel already"), "leave this line out");
        }
        let server = format!("https://{extension}.example");
        let mut sync = json!({"push": format!("{server}/push")});
        if pull {
            sync["pull"] = format!("{server}/pull").into();
        }
        self.declare_resource(extension, "channel", json!({"sync": sync}));
        Ok(())
    }

    /// A scripted extension's resources.json says one thing more.
    pub(super) fn declare_resource(&mut self, extension: &str, resource: &str, what: Value) {
        let resources = Map::from_iter([(resource.to_owned(), what)]);
        let declared = Declared { resources, ..Declared::default() };
        self.stage.input(Input::Declare { extension: extension.to_owned(), declared });
    }

    /// From now on a channel's server answers with a fixture.
    pub fn channel_answers_with(&mut self, extension: &str, exchange: &Exchanging, fixture: &str) -> Outcome {
        let body = self.fixture_value(fixture)?;
        self.channel_answers(extension, exchange, Answer::Http { status: 200, body, after: 0 })
    }

    /// After what it answers before, a channel's server answers with a fixture.
    pub fn channel_then_answers_with(&mut self, extension: &str, exchange: &Exchanging, fixture: &str) -> Outcome {
        let body = self.fixture_value(fixture)?;
        self.channel_then_answers(extension, exchange, Answer::Http { status: 200, body, after: 0 })
    }

    /// From now on a channel's server answers with the step's doc string.
    pub fn channel_answers_with_text(&mut self, extension: &str, exchange: &Exchanging) -> Outcome {
        let body = self.document()?;
        self.channel_answers(extension, exchange, Answer::Http { status: 200, body, after: 0 })
    }

    /// After what it answers before, a channel's server answers with the step's doc string.
    pub fn channel_then_answers_with_text(&mut self, extension: &str, exchange: &Exchanging) -> Outcome {
        let body = self.document()?;
        self.channel_then_answers(extension, exchange, Answer::Http { status: 200, body, after: 0 })
    }

    /// From now on a channel's server answers with a status alone.
    pub fn channel_answers_status(&mut self, extension: &str, exchange: &Exchanging, status: i64) -> Outcome {
        let status = self.http_status(status)?;
        self.channel_answers(extension, exchange, Answer::Http { status, body: Value::Null, after: 0 })
    }

    /// After what it answers before, a channel's server answers with a status alone.
    pub fn channel_then_answers_status(&mut self, extension: &str, exchange: &Exchanging, status: i64) -> Outcome {
        let status = self.http_status(status)?;
        self.channel_then_answers(extension, exchange, Answer::Http { status, body: Value::Null, after: 0 })
    }

    /// From now on a channel's server answers with a fixture, after a while.
    pub fn channel_answers_after(&mut self, extension: &str, exchange: &Exchanging, span: Span, fixture: &str) -> Outcome {
        let after = self.millis(span)?;
        let body = self.fixture_value(fixture)?;
        self.channel_answers(extension, exchange, Answer::Http { status: 200, body, after })
    }

    /// From now on a channel's server never answers.
    pub fn channel_is_silent(&mut self, extension: &str, exchange: &Exchanging) -> Outcome {
        self.channel_answers(extension, exchange, Answer::Never)
    }

    fn channel_answers(&mut self, extension: &str, Exchanging(exchange): &Exchanging, answer: Answer) -> Outcome {
        self.channel_is_there(extension)?;
        self.stage.endpoints.set(extension, exchange, answer);
        Ok(())
    }

    fn channel_then_answers(&mut self, extension: &str, Exchanging(exchange): &Exchanging, answer: Answer) -> Outcome {
        self.channel_is_there(extension)?;
        if !self.stage.endpoints.knows(extension, exchange) {
            return self.wrong("nothing is said of what the channel answers first", "write this sentence without `then`");
        }
        self.stage.endpoints.then(extension, exchange, answer);
        Ok(())
    }

    /// Refuses a channel that is not there.
    pub(super) fn channel_is_there(&mut self, extension: &str) -> Outcome {
        let desk = self.stage.desk();
        if desk.channel(extension).is_some() {
            return Ok(());
        }
        let near = nearest(extension, desk.installed_channels().map(|channel| channel.extension.as_str())).map(str::to_owned);
        let help = near.map_or_else(
            || format!("say `Given the extension \"{extension}\" has a channel` before"),
            |near| format!("did you mean \"{near}\"?"),
        );
        self.wrong(format!("no channel is called \"{extension}\""), help)
    }

    /// All widgets of an extension, which may be installed without one.
    pub(super) fn parts_of(&mut self, extension: &str) -> Result<Vec<WidgetId>, Failed> {
        let has_widget = self.stage.desk().widgets().any(|(_, widget)| widget.extension == extension);
        if self.stage.desk().is_installed(extension) && !has_widget { Ok(Vec::new()) } else { self.widgets_of(extension) }
    }
}
