//! Whole exchanges of a channel, as a file has them: what the server answers, and what Desk must have sent.

use super::arguments::label;
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::catalog::Party;
use crate::compare::{Options, Path};
use crate::fixture::{Fixture, FixtureError};
use crate::host::{Request, ServiceAnswer};
use crate::record::{Failure, Fault};
use crate::spelling::nearest;
use crate::stage::Scripted;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// What the request of a recorded exchange may have.
const REQUEST: [&str; 4] = ["method", "url", "query", "body"];
/// What its answer may have.
const RESPONSE: [&str; 4] = ["status", "headers", "body", "after"];

/// One recorded exchange.
#[derive(Debug)]
pub(super) struct Recorded {
    extension: String,
    exchange: String,
    fixture: Arc<Fixture>,
    /// Where it stands in its file's list.
    index: usize,
    /// Whether what Desk sent has been looked at.
    seen: bool,
}

impl Recorded {
    fn missed(&self) -> Failure {
        let Self { extension, exchange, fixture, index, .. } = self;
        let (word, number) = (exchange.trim_start_matches("channel."), index + 1);
        let title = format!("the {word} of \"{extension}\" that {} records as exchange {number} never took place", fixture.file);
        let help = format!("let the scenario go on until Desk sends this {word}, or delete it from the file");
        let mut failure = Failure::new(Fault::Unmet, title).help(help);
        let at = format!("$[{index}]").parse::<Path>().ok();
        failure.labels.extend(at.and_then(|path| label(fixture, &path, "nothing asked for it")));
        failure
    }
}

impl Scenario {
    /// A channel's server plays the exchanges of a file, in their order.
    pub fn channel_plays(&mut self, extension: &str, name: &str) -> Outcome {
        self.channel_is_there(extension)?;
        let fixture = self.fixture(name)?;
        if let Some(error) = self.misrecorded(&fixture) {
            return self.unreadable(&[error], Fault::Input);
        }
        let known: Vec<_> = self.kept.keys().map(String::as_str).collect();
        let requests = only(&fixture, "request").expected(&|name| self.kept.get(name).cloned(), &known);
        if let Err(errors) = requests {
            return self.unreadable(&errors, Fault::Input);
        }
        let answers = self.filled(&only(&fixture, "response"))?;
        let mut begun: Vec<String> = Vec::new();
        for (index, recorded) in answers.as_array().into_iter().flatten().enumerate() {
            let exchange = format!("channel.{}", fixture.value[index]["exchange"].as_str().unwrap_or_default());
            let answer = self.recorded_answer(&recorded["response"])?;
            let script = Scripted { recorded: Some(self.recorded.len()), ..Scripted::once(Some(Ok(answer))) };
            if begun.contains(&exchange) {
                self.stage.endpoints.then(extension, &exchange, script);
            } else {
                self.stage.endpoints.set(extension, &exchange, script);
                begun.push(exchange.clone());
            }
            let fixture = Arc::clone(&fixture);
            self.recorded.push(Recorded { extension: extension.to_owned(), exchange, fixture, index, seen: false });
        }
        Ok(())
    }

    fn recorded_answer(&mut self, response: &Value) -> Result<ServiceAnswer, Failed> {
        let status = self.http_status(response["status"].as_i64().unwrap_or(200))?;
        let headers = response["headers"].as_object().cloned().unwrap_or_default();
        let after = response["after"].as_u64().unwrap_or(0);
        Ok(ServiceAnswer { headers, after, ..ServiceAnswer::new(status, response["body"].clone()) })
    }

    /// What Desk sent in the recorded exchanges that took place since the last look is what their files say.
    pub(super) fn recordings_hold(&mut self) -> Outcome {
        for key in 0..self.recorded.len() {
            let played = self.stage.endpoints.played(key);
            if let Some(nth) = played.filter(|_| !self.recorded[key].seen) {
                self.recorded[key].seen = true;
                self.recording_holds(key, nth)?;
            }
        }
        Ok(())
    }

    fn recording_holds(&mut self, key: usize, nth: usize) -> Outcome {
        let Recorded { extension, exchange, fixture, index, .. } = &self.recorded[key];
        let (extension, exchange, fixture, index) = (extension.clone(), exchange.clone(), Arc::clone(fixture), *index);
        let Some((_, request)) = self.exchanges(&extension, &exchange)?.into_iter().nth(nth) else { return Ok(()) };
        let mut asked = fixture.as_ref().clone();
        let mut sent = fixture.value.clone();
        for (at, element) in asked.value.as_array_mut().into_iter().flatten().enumerate() {
            let others = element.as_object_mut().into_iter().flatten().filter(|(key, _)| at != index || *key != "request");
            others.for_each(|(_, value)| *value = "#ignore".into());
        }
        if let Some(recorded) = sent[index].get_mut("request") {
            *recorded = of_request(&request, recorded);
        }
        let word = exchange.trim_start_matches("channel.").to_owned();
        match self.compared(&asked, &sent, Options::default())? {
            found if found.is_empty() => Ok(()),
            found if self.setup.accept => self.accept(&fixture, &sent, &found),
            found => self.differs(&format!("the {word} of \"{extension}\""), &fixture, &sent, &found),
        }
    }

    /// What the feature brought and nothing used: recorded exchanges that never took place.
    #[must_use]
    pub fn never_took_place(&self) -> Vec<Failure> {
        let missed = self.recorded.iter().enumerate().filter(|(key, _)| self.stage.endpoints.played(*key).is_none());
        missed.map(|(_, recorded)| recorded.missed()).collect()
    }

    /// Why a file is no list of recorded exchanges.
    fn misrecorded(&self, fixture: &Fixture) -> Option<FixtureError> {
        let Value::Array(exchanges) = &fixture.value else {
            return Some(error(fixture, "$", "this is no list of exchanges", "begin each exchange with `- exchange: pull`"));
        };
        exchanges.iter().enumerate().find_map(|(index, recorded)| self.misrecorded_one(fixture, index, recorded))
    }

    fn misrecorded_one(&self, fixture: &Fixture, index: usize, recorded: &Value) -> Option<FixtureError> {
        let at = |below: &str| format!("$[{index}]{below}");
        let Value::Object(keys) = recorded else {
            return Some(error(fixture, &at(""), "this is no exchange", "write `exchange`, `request` and `response`"));
        };
        let words: Vec<_> = self.exchanges_of_desk().collect();
        let word = keys.get("exchange").and_then(Value::as_str);
        if word.is_none_or(|word| !words.contains(&word)) {
            let place = if keys.contains_key("exchange") { at(".exchange") } else { at("") };
            let help = format!("write `exchange:` with one of {}", words.join(", "));
            return Some(error(fixture, &place, "this does not say what was exchanged", &help));
        }
        if !keys.get("response").is_some_and(Value::is_object) {
            return Some(error(fixture, &at(""), "this exchange has no response", "write `response:` with `status` and `body`"));
        }
        let parts = [("", &["exchange", "request", "response"][..]), (".request", &REQUEST), (".response", &RESPONSE)];
        let mut parts = parts.into_iter().filter_map(|(part, known)| {
            let keys = part.strip_prefix('.').map_or(Some(keys), |part| keys.get(part).and_then(Value::as_object))?;
            unknown(fixture, &at(part), keys, known)
        });
        parts.next().or_else(|| mistyped(fixture, &at(".response"), &recorded["response"]))
    }

    /// What Desk exchanges with a channel, as sentences say it.
    fn exchanges_of_desk(&self) -> impl Iterator<Item = &str> {
        let of_desk = self.catalog.exchanges().filter(|exchange| exchange.caller == Party::Desk);
        of_desk.filter_map(|exchange| exchange.name.strip_prefix("channel."))
    }
}

fn unknown(fixture: &Fixture, at: &str, keys: &Map<String, Value>, known: &[&str]) -> Option<FixtureError> {
    let key = keys.keys().find(|key| !known.contains(&key.as_str()))?;
    let help =
        nearest(key, known.iter().copied()).map_or_else(|| format!("use {}", known.join(", ")), |near| format!("did you mean `{near}`?"));
    Some(error(fixture, &format!("{at}[{}]", Value::from(key.as_str())), &format!("\"{key}\" is nothing that is recorded"), &help))
}

/// A key, whether a value fits it, and what would.
type Form<'a> = (&'a str, &'a dyn Fn(&Value) -> bool, &'a str);

/// What an answer says of itself, in another form than it has.
fn mistyped(fixture: &Fixture, at: &str, response: &Value) -> Option<FixtureError> {
    let is_status = |value: &Value| value.as_u64().is_some_and(|status| (100..=599).contains(&status));
    let forms: [Form<'_>; 3] = [
        ("status", &is_status, "write a number from 100 to 599"),
        ("headers", &Value::is_object, "write a name and a text on each line"),
        ("after", &Value::is_u64, "write whole milliseconds"),
    ];
    let wrong = forms.into_iter().find(|(key, holds, _)| response.get(key).is_some_and(|value| !holds(value)));
    wrong.map(|(key, _, help)| error(fixture, &format!("{at}.{key}"), &format!("this is no {key} of an answer"), help))
}

fn error(fixture: &Fixture, path: &str, message: &str, help: &str) -> FixtureError {
    let span = path.parse::<Path>().ok().and_then(|path| fixture.position(&path));
    let (line, column) = span.map_or((0, 0), |span| (span.line, span.column));
    FixtureError { file: fixture.file.clone(), line, column, message: message.to_owned(), help: help.to_owned() }
}

/// The same file with nothing but one part of each exchange.
fn only(fixture: &Fixture, part: &str) -> Fixture {
    let mut one = fixture.clone();
    for recorded in one.value.as_array_mut().into_iter().flatten() {
        *recorded = json!({part: recorded[part]});
    }
    one
}

/// What Desk sent, as far as the recording speaks of it.
fn of_request(request: &Request, recorded: &Value) -> Value {
    let whole = json!({"method": request.method, "url": request.url, "query": request.query, "body": request.body});
    recorded.as_object().into_iter().flatten().map(|(key, _)| (key.clone(), whole[key.as_str()].clone())).collect()
}
