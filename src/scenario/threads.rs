//! Widgets of single threads: which thread each is on (LOC-09).

use super::heard::count;
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::catalog::{Kind, Page};
use crate::host::{Input, WidgetId};
use crate::record::{Failure, Fault};

impl Scenario {
    /// The agent picks an extension in the menu of the thread that says this.
    pub fn pick_on_thread(&mut self, extension: &str, says: &str) -> Outcome {
        let thread = self.thread(Some(says))?;
        let widget = self.of_threads(extension)?;
        let location = self.location_of_threads();
        self.can_pick(widget, extension, &location)?;
        self.stage.tell(format!("picks \"{extension}\" on the thread \"{says}\""));
        self.load_on_thread(widget, thread);
        Ok(())
    }

    /// One that waits is put there, or one more is made: each thread has its own.
    pub(super) fn load_on_thread(&mut self, of: WidgetId, thread: String) {
        let desk = self.stage.desk();
        let Some(wanted) = desk.widget(of).cloned() else { return };
        let alike = || desk.widgets().filter(|(_, it)| it.extension == wanted.extension && it.location == wanted.location);
        let there = alike().find(|(_, it)| it.alive && it.thread.as_ref() == Some(&thread)).map(|(id, _)| id);
        let waits = there.or_else(|| alike().find(|(_, it)| !it.alive).map(|(id, _)| id));
        let widget = waits.unwrap_or_else(|| self.stage.install_another(of));
        self.stage.input(Input::PickOnThread { widget, thread });
    }

    /// An extension's widget on the thread that says this is alive, or is not.
    pub fn expect_alive_on_thread(&mut self, extension: &str, says: &str, alive: bool) -> Outcome {
        let found = self.on_thread(extension, says)?.is_some();
        let word = if found { "alive" } else { "not alive" };
        self.expect(found == alive, || format!("\"{extension}\" on the thread \"{says}\" is {word}"))
    }

    /// Since the last action an extension's widget on a thread received an event once.
    pub fn expect_received_on_thread(&mut self, extension: &str, says: &str, event: &str) -> Outcome {
        self.known_event(event)?;
        let location = self.location_of_threads();
        self.can_reach(Kind::Event, event, &location, 1)?;
        let widget = self.live_on_thread(extension, says)?;
        let found = self.stage.trace.deliveries(widget, event).len() as u64;
        let hint = self.why_unheard(widget, event);
        self.expect(found == 1, || {
            format!("\"{extension}\" on the thread \"{says}\" received {event} {}, instead of once{hint}", count(found))
        })
    }

    /// Since the last action a hook asked an extension's widget on a thread once.
    pub fn expect_asked_on_thread(&mut self, extension: &str, says: &str, hook: &str) -> Outcome {
        self.known_hook(hook)?;
        let location = self.location_of_threads();
        self.can_reach(Kind::Hook, hook, &location, 1)?;
        let widget = self.live_on_thread(extension, says)?;
        let found = self.stage.trace.questions(widget, hook).len() as u64;
        let hint = if found == 0 { self.why_unheard(widget, hook) } else { String::new() };
        self.expect(found == 1, || format!("{hook} asked \"{extension}\" on the thread \"{says}\" {}, instead of once{hint}", count(found)))
    }

    fn live_on_thread(&mut self, extension: &str, says: &str) -> Result<WidgetId, Failed> {
        match self.on_thread(extension, says)? {
            Some(widget) => Ok(widget),
            None => {
                let help = format!("say `the agent picks \"{extension}\" on the thread \"{says}\"` before");
                self.fail(Failure::new(Fault::Unmet, format!("\"{extension}\" on the thread \"{says}\" is not alive")).help(help))
            }
        }
    }

    /// The live widget of an extension on the thread that says this.
    fn on_thread(&mut self, extension: &str, says: &str) -> Result<Option<WidgetId>, Failed> {
        let thread = self.thread_anywhere(says)?;
        self.of_threads(extension)?;
        let on = |thread: &str| {
            let mut widgets = self.stage.desk().widgets();
            widgets.find(|(_, it)| it.extension == extension && it.alive && it.thread.as_deref() == Some(thread)).map(|(id, _)| id)
        };
        Ok(on(&thread))
    }

    /// The widget that an extension has for threads.
    fn of_threads(&mut self, extension: &str) -> Result<WidgetId, Failed> {
        let location = self.location_of_threads();
        self.widgets_at(extension, &location).map(|all| all[0])
    }

    /// The one location that is on threads.
    fn location_of_threads(&self) -> String {
        let location = self.catalog.locations().find(|location| location.page == Page::TicketThread);
        location.map(|location| location.name.clone()).unwrap_or_default()
    }
}
