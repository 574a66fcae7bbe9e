//! The hooks that asked extensions.

use super::heard::count;
use super::{Outcome, Scenario};
use crate::catalog::Kind;
use crate::compare::Options;
use crate::host::WidgetId;
use serde_json::Value;

impl Scenario {
    /// Since the last action a hook asked a widget exactly so often.
    pub fn expect_asked(&mut self, extension: &str, location: &str, hook: &str, times: u64) -> Outcome {
        self.known_hook(hook)?;
        let widget = self.widget(extension, location)?;
        self.can_reach(Kind::Hook, hook, location, times)?;
        let found = self.questions(widget, hook).len();
        let hint = if found == 0 { self.why_unheard(widget, hook) } else { String::new() };
        self.expect(u64::try_from(found) == Ok(times), || {
            format!("{hook} asked \"{extension}\" at \"{location}\" {}, not {}{hint}", count(found as u64), count(times))
        })
    }

    /// Since the last action a hook asked a widget once, with what the fixture says.
    pub fn expect_asked_with(&mut self, extension: &str, location: &str, hook: &str, fixture: &str) -> Outcome {
        let payload = self.question(extension, location, hook)?;
        self.matches(hook, fixture, &payload, Options::default())
    }

    /// Since the last action a hook asked a widget once, with what the doc string says.
    pub fn expect_asked_inline(&mut self, extension: &str, location: &str, hook: &str) -> Outcome {
        let payload = self.question(extension, location, hook)?;
        self.matches_inline(hook, &payload, Options::default())
    }

    fn question(&mut self, extension: &str, location: &str, hook: &str) -> Result<Value, super::Failed> {
        self.expect_asked(extension, location, hook, 1)?;
        let widget = self.widget(extension, location)?;
        Ok(self.questions(widget, hook).first().map(|payload| (*payload).clone()).unwrap_or_default())
    }

    /// What the hook asked a widget, under whichever of its spellings.
    fn questions(&self, widget: WidgetId, hook: &str) -> Vec<&Value> {
        self.catalog.spellings(hook).into_iter().flat_map(|name| self.stage.trace.questions(widget, name)).collect()
    }
}
