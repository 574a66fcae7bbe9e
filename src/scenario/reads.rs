//! What widgets read with the client SDK, and what Desk answers.

use super::arguments::is_as_said;
use super::heard::count;
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::catalog::Kind;
use crate::compare::Options;
use crate::extension::{Act, Ask};
use crate::host::{Reply, RequestId};
use serde_json::Value;

impl Scenario {
    /// A scripted widget reads something.
    pub fn read(&mut self, extension: &str, location: &str, property: &str) -> Outcome {
        self.ask_for(extension, location, property, None)
    }

    /// A scripted widget reads something, with the step's table as the call's second argument.
    pub fn read_with_table(&mut self, extension: &str, location: &str, property: &str) -> Outcome {
        let pairs = self.pairs()?;
        let value = pairs.into_iter().map(|(name, text)| (name, Value::String(text))).collect();
        self.ask_for(extension, location, property, Some(Value::Object(value)))
    }

    fn ask_for(&mut self, extension: &str, location: &str, property: &str, value: Option<Value>) -> Outcome {
        let widget = self.acting_widget(extension, location)?;
        let ask = Ask::Get { property: property.to_owned(), value };
        self.stage.play(widget, Act::Ask { request: RequestId(0), ask, at: None });
        Ok(())
    }

    /// Since the last action a widget read this text, or this JSON.
    pub fn expect_read(&mut self, extension: &str, location: &str, property: &str, said: &str) -> Outcome {
        let found = self.read_value(extension, location, property)?;
        self.expect(is_as_said(&found, said), || format!("\"{extension}\" is told that {property} is {found}, not \"{said}\""))
    }

    /// Since the last action a widget read what the doc string says.
    pub fn expect_read_inline(&mut self, extension: &str, location: &str, property: &str) -> Outcome {
        let found = self.read_value(extension, location, property)?;
        self.matches_inline(property, &found, Options::default())
    }

    /// Since the last action a widget read what the fixture says.
    pub fn expect_read_as_in(&mut self, extension: &str, location: &str, property: &str, fixture: &str) -> Outcome {
        let found = self.read_value(extension, location, property)?;
        self.matches(property, fixture, &found, Options::default())
    }

    /// Since the last action a widget was refused what it wanted to read, with this reason.
    pub fn expect_read_refused(&mut self, extension: &str, location: &str, property: &str, reason: &str) -> Outcome {
        match self.read_answer(extension, location, property)? {
            Reply::Reject(found) => self.expect(is_as_said(&found, reason), || {
                format!("\"{extension}\" is refused {property} with {found}, not with \"{reason}\"")
            }),
            Reply::Resolve(answer) => self.unmet(format!("\"{extension}\" is not refused {property}: it reads {answer}")),
        }
    }

    fn read_value(&mut self, extension: &str, location: &str, property: &str) -> Result<Value, Failed> {
        if self.catalog.property(property).is_none() {
            let near = self.catalog.nearest(Kind::Property, property).map(|near| format!("did you mean \"{near}\"?"));
            let help = near.unwrap_or_else(|| "run `deskspec explain SDK-02` for properties of tickets, and so on to SDK-09".into());
            return self.wrong(format!("no widget can read \"{property}\""), help);
        }
        match self.read_answer(extension, location, property)? {
            Reply::Resolve(Value::Object(mut answer)) if answer.get("status").and_then(Value::as_str) == Some("success") => {
                answer.shift_remove(property).map_or_else(|| self.unmet(format!("the answer to \"{extension}\" holds no {property}")), Ok)
            }
            Reply::Resolve(other) => self.unmet(format!("the answer to \"{extension}\" does not say that it is a success: {other}")),
            Reply::Reject(reason) => self.unmet(format!("\"{extension}\" is refused {property}: {reason}")),
        }
    }

    /// What Desk answered, as often as the widget asked and each time the same.
    fn read_answer(&mut self, extension: &str, location: &str, property: &str) -> Result<Reply, Failed> {
        let widget = self.widget(extension, location)?;
        let (asked, answers) = self.stage.trace.reads(widget, property);
        let (times, first) = (answers.len(), answers.first().map(|answer| (*answer).clone()));
        let alike = answers.windows(2).all(|two| two[0] == two[1]);
        match first {
            None if asked == 0 => self.unmet(format!("\"{extension}\" at \"{location}\" does not read {property}")),
            Some(answer) if times == asked && alike => Ok(answer),
            Some(_) if times == asked => self.unmet(format!("\"{extension}\" reads {property} {}, and not the same", count(asked as u64))),
            _ => {
                let (times, asked) = (count(times as u64), count(asked as u64));
                self.unmet(format!("\"{extension}\" at \"{location}\" reads {property} {asked}, and is answered {times}"))
            }
        }
    }
}
