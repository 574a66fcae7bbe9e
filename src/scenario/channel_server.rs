//! What a channel's server answers, as the feature says it: well, late, badly, or not at all.

use super::scenario::Failed;
use super::{Exchanging, Outcome, Scenario, Span};
use crate::host::ServiceAnswer;
use crate::stage::{Answer, Scripted};
use serde_json::{Map, Value};
use std::convert::Infallible;
use std::str::FromStr;
use std::sync::Arc;

/// Whether a sentence says what happens from now on, or after what was said before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, cucumber::Parameter)]
#[param(name = "turn", regex = "answers|then answers")]
pub enum Turn {
    /// `answers`.
    Now,
    /// `then answers`.
    Then,
}

impl FromStr for Turn {
    type Err = Infallible;

    fn from_str(words: &str) -> Result<Self, Infallible> {
        Ok(if words.starts_with("then ") { Self::Then } else { Self::Now })
    }
}

/// Which exchanges of a channel are answered: `pull`, `pull twice`, `push 3 times`.
#[derive(Debug, Clone, PartialEq, Eq, cucumber::Parameter)]
#[param(name = "requests", regex = r"(?:pull|push|redirect)(?: twice| \d+ times)?")]
pub struct Requests {
    /// What is exchanged.
    pub exchange: Exchanging,
    /// How often, as it is written.
    times: String,
}

impl FromStr for Requests {
    type Err = Infallible;

    fn from_str(words: &str) -> Result<Self, Infallible> {
        let (exchange, times) = words.split_once(' ').unwrap_or((words, "1 times"));
        let times = if times == "twice" { "2" } else { times.trim_end_matches(" times") };
        Ok(Self { exchange: exchange.parse()?, times: times.to_owned() })
    }
}

/// Where an answer's body comes from.
#[derive(Debug, Clone)]
pub enum Body {
    /// There is none.
    Empty,
    /// A fixture, by its name.
    Fixture(String),
    /// The step's doc string.
    Document,
    /// Nothing that anybody could use.
    Garbage(super::Garbage),
}

/// An answer of a channel's server, as a sentence says it.
#[derive(Debug, Clone)]
pub struct Said {
    status: i64,
    body: Body,
    header: Option<(String, String)>,
    after: Option<Span>,
    spoilt: Option<super::Spoilt>,
}

impl Said {
    /// A good answer with this body, at once.
    #[must_use]
    pub fn good(body: Body) -> Self {
        Self::status(200, body)
    }

    /// A good answer with a fixture, at once.
    #[must_use]
    pub fn fixture(name: String) -> Self {
        Self::good(Body::Fixture(name))
    }

    /// An answer with this status and body, at once.
    #[must_use]
    pub fn status(status: i64, body: Body) -> Self {
        Self { status, body, header: None, after: None, spoilt: None }
    }

    /// The same with a header.
    #[must_use]
    pub fn header(self, name: String, value: String) -> Self {
        Self { header: Some((name, value)), ..self }
    }

    /// The same, after a while.
    #[must_use]
    pub fn after(self, span: Span) -> Self {
        Self { after: Some(span), ..self }
    }

    /// The same, and on its way something becomes of it.
    #[must_use]
    pub fn spoilt(self, how: super::Spoilt) -> Self {
        Self { spoilt: Some(how), ..self }
    }
}

impl Scenario {
    /// A channel's server answers so.
    pub fn channel_answers(&mut self, extension: &str, turn: Turn, requests: &Requests, said: Said) -> Outcome {
        let status = self.http_status(said.status)?;
        let body = match said.body {
            Body::Empty => Value::Null,
            Body::Fixture(name) => {
                let fixture = self.fixture(&name)?;
                self.promise(extension, &requests.exchange, fixture)?
            }
            Body::Document => {
                let fixture = Arc::new(self.inline()?);
                self.promise(extension, &requests.exchange, fixture)?
            }
            Body::Garbage(garbage) => self.garbage(garbage),
        };
        let after = said.after.map_or(Ok(0), |span| self.millis(span))?;
        let headers = said.header.into_iter().map(|(name, value)| (name, value.into())).collect::<Map<_, _>>();
        let answer = ServiceAnswer { headers, after, ..ServiceAnswer::new(status, body) };
        let answer = said.spoilt.map_or_else(|| Ok(Some(Ok(answer.clone()))), |how| self.spoil(answer.clone(), how))?;
        self.channel_does(extension, turn, requests, answer)
    }

    /// From now on a channel's server gives this answer.
    pub(super) fn channel_gives(&mut self, extension: &str, exchange: &str, answer: ServiceAnswer) -> Outcome {
        self.channel_is_there(extension)?;
        self.stage.endpoints.set(extension, exchange, Scripted::once(Some(Ok(answer))));
        Ok(())
    }

    /// A channel's server takes the request, and is gone before it answers.
    pub fn channel_drops(&mut self, extension: &str, turn: Turn, requests: &Requests) -> Outcome {
        self.channel_does(extension, turn, requests, Some(Err("the connection was dropped before the answer".into())))
    }

    /// From now on a channel's server never answers.
    pub fn channel_is_silent(&mut self, extension: &str, exchange: &Exchanging) -> Outcome {
        let requests = Requests { exchange: exchange.clone(), times: "1".into() };
        self.channel_does(extension, Turn::Now, &requests, None)
    }

    fn channel_does(&mut self, extension: &str, turn: Turn, requests: &Requests, answer: Answer) -> Outcome {
        self.channel_is_there(extension)?;
        let script = Scripted { times: self.times(requests)?, ..Scripted::once(answer) };
        let Exchanging(exchange) = &requests.exchange;
        if turn == Turn::Now {
            self.stage.endpoints.set(extension, exchange, script);
            return Ok(());
        }
        if !self.stage.endpoints.knows(extension, exchange) {
            return self.wrong("nothing is said of what the channel answers first", "write this sentence without `then`");
        }
        self.stage.endpoints.then(extension, exchange, script);
        Ok(())
    }

    fn times(&mut self, requests: &Requests) -> Result<u32, Failed> {
        match requests.times.parse() {
            Ok(times) if times > 0 => Ok(times),
            _ => self.wrong(format!("an answer cannot be given {} times", requests.times), "write `twice`, or a number such as `3 times`"),
        }
    }
}
