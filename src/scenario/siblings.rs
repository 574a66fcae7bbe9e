//! Scripted widgets of one extension, among themselves.

use super::scenario::Failed;
use super::{Brought, Outcome, Scenario};
use crate::extension::{Act, Ask};
use crate::host::{RequestId, WidgetId};
use crate::spelling::nearest;

/// Where the pages document it.
const SECTION: &str = "Platform › Inter-Widget Communication";

impl Scenario {
    /// A scripted widget sends an event of the extension's own to another of its widgets (EVT-26).
    pub fn emit(&mut self, extension: &str, from: &str, event: &str, to: &str, data: Brought<'_>) -> Outcome {
        let (widget, sibling) = (self.acting_widget(extension, from)?, self.widget(extension, to)?);
        if widget == sibling {
            return self
                .wrong("a widget emits to its siblings, not to itself", format!("name another widget of \"{extension}\" ({SECTION})"));
        }
        if !self.is_alive(sibling) {
            let help = format!("say `the agent picks \"{extension}\" at \"{to}\"`, or send it through \"desk.background\" (LOC-04)");
            return self.wrong(format!("\"{extension}\" at \"{to}\" is not alive: it hears nothing"), help);
        }
        self.own_name(event)?;
        let data = self.brought_value(data)?.unwrap_or_default();
        let ask = Ask::Emit { to: sibling.to_string(), event: event.to_owned(), data };
        self.stage.play(widget, Act::Ask { request: RequestId(0), ask, at: None });
        Ok(())
    }

    /// A live widget that the feature plays: a real package does by itself what it does.
    pub(super) fn acting_widget(&mut self, extension: &str, location: &str) -> Result<WidgetId, Failed> {
        let widget = self.widget(extension, location)?;
        if self.stage.host().widget(widget).is_some_and(|widget| !widget.scripted) {
            let help = "leave the step out, or script an extension of another name";
            return self.wrong(format!("\"{extension}\" is a real package: it does this by itself"), help);
        }
        if self.is_alive(widget) {
            return Ok(widget);
        }
        let help = format!("say `the agent picks \"{extension}\" at \"{location}\"` before");
        self.wrong(format!("\"{extension}\" at \"{location}\" is not alive: it does nothing"), help)
    }

    /// Refuses the name of an event or a hook of Desk's: a widget could not tell them apart.
    fn own_name(&mut self, event: &str) -> Outcome {
        let kind = match (self.catalog.event(event), self.catalog.hook(event)) {
            (Some(_), _) => "an event",
            (None, Some(_)) => "a hook",
            (None, None) if event.is_empty() => {
                return self.wrong("the event has no name", format!("give it one, such as \"order.picked\" ({SECTION})"));
            }
            (None, None) => return Ok(()),
        };
        self.wrong(format!("\"{event}\" is {kind} of Desk's"), format!("give the extension's own event another name ({SECTION})"))
    }

    /// The name of an event that was emitted so far and that this one was probably meant to be.
    pub(super) fn nearest_emitted(&self, event: &str) -> Option<String> {
        nearest(event, self.stage.trace.emitted()).map(str::to_owned)
    }
}
