//! Many tickets and threads at once, made of one.

use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::host::ServiceAnswer;
use serde_json::Value;

impl Scenario {
    /// From now on a channel's server answers pulls with a fixture whose first ticket and thread stand there so often.
    pub fn channel_answers_with_many(&mut self, extension: &str, tickets: usize, threads: usize, fixture: &str) -> Outcome {
        let body = self.many_like(tickets, threads, fixture)?;
        self.channel_gives(extension, "channel.pull", ServiceAnswer::new(200, body))
    }

    /// A fixture whose first ticket and first thread stand there so often, each with an external ID of its own.
    pub(super) fn many_like(&mut self, tickets: usize, threads: usize, fixture: &str) -> Result<Value, Failed> {
        let mut body = self.fixture_value(fixture)?;
        for (list, count) in [("tickets", tickets), ("threads", threads)] {
            let items = body.pointer_mut(&format!("/data/{list}")).and_then(Value::as_array_mut);
            let Some((items, first)) = items.and_then(|items| items.first().cloned().map(|first| (items, first))) else {
                return self
                    .wrong(format!("the fixture \"{fixture}\" has nothing in data.{list}"), "put one there, of which many are made");
            };
            *items = (1..=count).map(|number| numbered(&first, number)).collect();
        }
        Ok(body)
    }
}

/// The first keeps its external ID, so that threads find their ticket.
fn numbered(first: &Value, number: usize) -> Value {
    let mut item = first.clone();
    if let Some(ext_id) = item.get("extId").and_then(Value::as_str).filter(|_| number > 1) {
        item["extId"] = format!("{ext_id}-{number}").into();
    }
    item
}
