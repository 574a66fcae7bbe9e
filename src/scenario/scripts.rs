//! Extensions that the feature plays: where they are, and what they answer.

use super::scenario::{Failed, ScriptedWidget};
use super::{Outcome, Scenario, Span};
use crate::catalog::Kind;
use crate::extension::{Answering, Script, Scripted};
use crate::host::desk::Widget;
use crate::host::freshdesk::App;
use crate::host::{Input, WidgetId};
use std::cell::RefCell;
use std::rc::Rc;

impl Scenario {
    /// Installs a scripted extension at a location; one that is there already stays as it is.
    pub fn install_scripted(&mut self, extension: &str, location: &str) -> Outcome {
        self.script(extension, location).map(|_| ())
    }

    /// Scripts the answer to a hook; what is said last holds.
    pub fn script_hook(&mut self, extension: &str, location: &str, hook: &str, answering: Answering) -> Outcome {
        self.documented(Kind::Hook, hook)?;
        let (widget, script) = self.script(extension, location)?;
        script.borrow_mut().hooks.insert(hook.to_owned(), answering);
        self.subscribe(widget, hook);
        Ok(())
    }

    /// Scripts the answer to a hook, which comes after a while.
    pub fn script_hook_after(&mut self, extension: &str, location: &str, hook: &str, answering: Answering, span: Span) -> Outcome {
        let after = self.millis(span)?;
        self.script_hook(extension, location, hook, answering.after(after))
    }

    /// Scripts that the promise given to a hook is resolved with the step's doc string.
    pub fn script_resolution(&mut self, extension: &str, location: &str, hook: &str) -> Outcome {
        let value = self.document()?;
        self.script_hook(extension, location, hook, Answering::resolve(value))
    }

    /// Scripts that an event is listened to, and what its handler throws.
    pub fn script_event(&mut self, extension: &str, location: &str, event: &str, throws: Option<String>) -> Outcome {
        self.heard_of(event)?;
        let (widget, script) = self.script(extension, location)?;
        script.borrow_mut().events.insert(event.to_owned(), throws);
        self.subscribe(widget, event);
        Ok(())
    }

    /// A live widget hears at once of what it is newly subscribed to; one that is not alive yet says so itself when it is opened. Those of
    /// several threads share one script.
    fn subscribe(&mut self, widget: WidgetId, name: &str) {
        let host = self.stage.host();
        let Some(scripted) = host.widget(widget) else { return };
        let alike =
            host.widgets().into_iter().filter(|(_, it)| it.alive && it.extension == scripted.extension && it.location == scripted.location);
        for widget in alike.map(|(id, _)| id).collect::<Vec<_>>() {
            self.stage.input(Input::Subscribed { widget, name: name.to_owned(), at: None });
        }
    }

    fn script(&mut self, extension: &str, location: &str) -> Result<ScriptedWidget, Failed> {
        // What is said of an app before makes it no app that waits to be installed.
        if self.is_on_freshdesk() && !self.scripts.keys().any(|(known, _)| known == extension) {
            self.put_app(extension, App { standing: true, ..App::default() });
        }
        self.new_script(extension, location)
    }

    /// The same for an extension that is not installed yet.
    pub(super) fn new_script(&mut self, extension: &str, location: &str) -> Result<ScriptedWidget, Failed> {
        let key = (extension.to_owned(), location.to_owned());
        if let Some(known) = self.scripts.get(&key) {
            return Ok(known.clone());
        }
        if self.stage.host().widgets().into_iter().any(|(_, widget)| widget.extension == extension && !widget.scripted) {
            return self
                .wrong(format!("\"{extension}\" is a real package: the feature cannot script it"), "script an extension of another name");
        }
        self.known_location(location)?;
        let script = Rc::new(RefCell::new(Script::default()));
        let shared = Rc::clone(&script);
        let id =
            self.stage.install(Widget::scripted(extension, location), Box::new(move |_, _| Box::new(Scripted::new(Rc::clone(&shared)))));
        self.scripts.insert(key, (id, Rc::clone(&script)));
        Ok((id, script))
    }
}
