//! What must have come of it on Freshdesk.

use super::shape::Object;
use crate::clock::Instant;
use crate::compare::Options;
use crate::scenario::arguments::is_as_said;
use crate::scenario::{Outcome, Scenario};
use serde_json::Value;

impl Scenario {
    /// An attribute of a ticket is this text, this JSON, or what this name stands for (FD-12).
    pub(in crate::scenario) fn expect_attribute(&mut self, id: &str, name: &str, expected: &str) -> Outcome {
        let ticket = self.known_ticket_on_freshdesk(id)?;
        let coded = self.known_value(Object::Ticket, name, expected)?;
        let freshdesk = self.stage.host().freshdesk();
        let found = freshdesk.ticket(ticket).and_then(|ticket| ticket.attribute(name)).cloned().unwrap_or_default();
        self.expect(found == coded || is_as_said(&found, expected), || format!("the ticket's \"{name}\" is {found}, not \"{expected}\""))
    }

    /// The open ticket contains what the fixture says.
    pub(in crate::scenario) fn expect_ticket_on_freshdesk(&mut self, fixture: &str) -> Outcome {
        let ticket = self.open_on_freshdesk()?;
        let actual = self.stage.host().freshdesk().ticket(ticket).map(crate::host::freshdesk::Ticket::to_value).unwrap_or_default();
        self.matches("the ticket", fixture, &actual, Options { containing: true, ..Options::default() })
    }

    /// What an app keeps under a key of its data store is what the step's doc string says.
    pub fn expect_kept(&mut self, app: &str, key: &str) -> Outcome {
        let Some(kept) = self.kept_by(app, key) else {
            return self.unmet(format!("\"{app}\" keeps nothing under \"{key}\""));
        };
        self.matches_inline(&format!("what \"{app}\" keeps under \"{key}\""), &kept, Options::default())
    }

    /// An app keeps nothing under a key of its data store.
    pub fn expect_not_kept(&mut self, app: &str, key: &str) -> Outcome {
        let kept = self.kept_by(app, key);
        self.expect(kept.is_none(), || format!("\"{app}\" keeps {} under \"{key}\"", kept.clone().unwrap_or_default()))
    }

    fn kept_by(&self, app: &str, key: &str) -> Option<Value> {
        let kept = self.stage.host().freshdesk().app(app)?.kept(self.stage.now(), key)?;
        Some(Value::Object(kept.value.clone()))
    }

    /// An app has scheduled something for a time.
    pub fn expect_scheduled(&mut self, app: &str, name: &str, at: &str) -> Outcome {
        let Ok(due) = at.parse::<jiff::Timestamp>() else {
            return self.wrong(format!("\"{at}\" is no time"), "write it as \"2026-01-05T10:00:00Z\"");
        };
        let freshdesk = self.stage.host().freshdesk();
        let found: Vec<_> = freshdesk.schedules().filter(|it| it.app == app).map(|it| format!("\"{}\" at {}", it.name, it.at)).collect();
        let wanted = format!("\"{name}\" at {}", Instant(due.as_millisecond()));
        self.expect(found.contains(&wanted), || format!("\"{app}\" has not scheduled {wanted}: it has scheduled {found:?}"))
    }

    /// An app has scheduled nothing.
    pub fn expect_nothing_scheduled(&mut self, app: &str) -> Outcome {
        let found: Vec<_> = self.stage.host().freshdesk().schedules().filter(|it| it.app == app).map(|it| it.name.clone()).collect();
        self.expect(found.is_empty(), || format!("\"{app}\" has scheduled {found:?}"))
    }
}
