//! Extensions: scripted ones and real packages, and what the feature scripts of the former.

use super::scenario::{Failed, ScriptedWidget};
use super::{Outcome, Scenario, Span};
use crate::catalog::Kind;
use crate::extension::js::{Limits, Sandbox};
use crate::extension::{Answering, Opening, Place, Script, Scripted, Subject};
use crate::host::desk::{Desk, Widget};
use crate::host::{Input, WidgetId};
use serde_json::json;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

impl Scenario {
    /// Installs a scripted extension at a location; one that is there already stays as it is.
    pub fn install_scripted(&mut self, extension: &str, location: &str) -> Outcome {
        self.script(extension, location).map(|_| ())
    }

    /// Scripts the answer to a hook; what is said last holds.
    pub fn script_hook(&mut self, extension: &str, location: &str, hook: &str, answering: Answering) -> Outcome {
        let (widget, script) = self.script(extension, location)?;
        self.known_hook(hook)?;
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
        let (widget, script) = self.script(extension, location)?;
        self.known_event(event)?;
        script.borrow_mut().events.insert(event.to_owned(), throws);
        self.subscribe(widget, event);
        Ok(())
    }

    /// A live widget hears at once of what it is newly subscribed to; one that is not alive yet says so itself when it is opened.
    fn subscribe(&mut self, widget: WidgetId, name: &str) {
        if self.stage.desk().widget(widget).is_some_and(|widget| widget.alive) {
            self.stage.input(Input::Subscribed { widget, name: name.to_owned(), at: None });
        }
    }

    fn script(&mut self, extension: &str, location: &str) -> Result<ScriptedWidget, Failed> {
        let key = (extension.to_owned(), location.to_owned());
        if let Some(known) = self.scripts.get(&key) {
            return Ok(known.clone());
        }
        if self.stage.desk().widgets().any(|(_, widget)| widget.extension == extension && !widget.scripted) {
            return self
                .wrong(format!("\"{extension}\" is a real package: the feature cannot script it"), "script an extension of another name");
        }
        self.known_location(location)?;
        let script = Rc::new(RefCell::new(Script::default()));
        let widget = Widget {
            extension: extension.to_owned(),
            location: location.to_owned(),
            name: extension.to_owned(),
            scripted: true,
            hears_all: true,
            alive: false,
            subscriptions: BTreeSet::new(),
        };
        let shared = Rc::clone(&script);
        let id = self.stage.install(widget, Box::new(move |_, _| Box::new(Scripted::new(Rc::clone(&shared)))));
        self.scripts.insert(key, (id, Rc::clone(&script)));
        Ok((id, script))
    }

    /// Installs a real package from a folder under the fixtures root, or the one under test that bears the name.
    pub fn install_package(&mut self, name: &str, from: Option<&str>) -> Outcome {
        let setup = std::sync::Arc::clone(&self.setup);
        setup.note_use(name);
        let subjects = match setup.packages.subjects(name, from) {
            Ok(subjects) => subjects,
            Err(failure) if failure.labels.is_empty() => return self.fail(*failure),
            Err(failure) => return self.fail_elsewhere(*failure),
        };
        for widget in &subjects.widgets {
            self.package_location(&widget.location, &widget.place)?;
        }
        for subject in &subjects.widgets {
            let widget = Widget {
                extension: name.to_owned(),
                location: subject.location.clone(),
                name: subject.name.clone(),
                scripted: false,
                hears_all: false,
                alive: false,
                subscriptions: BTreeSet::new(),
            };
            let opening = Opening {
                widget: WidgetId(0),
                extension: name.to_owned(),
                location: subject.location.clone(),
                app: json!({"meta": {"dcType": "US", "userPreferences": {}}, "locale": "en", "location": subject.location, "uniqueID": name}),
                time_zone: jiff::tz::TimeZone::UTC,
                seed: self.seed,
            };
            let program = std::sync::Arc::clone(&subject.program);
            let make = move |id, desk: &Desk| -> Box<dyn Subject> {
                let time_zone = desk.portal().time_zone.clone();
                Box::new(Sandbox::new(
                    std::sync::Arc::clone(&program),
                    Opening { widget: id, time_zone, ..opening.clone() },
                    Limits::default(),
                ))
            };
            self.stage.install(widget, Box::new(make));
        }
        Ok(())
    }

    fn package_location(&mut self, location: &str, place: &Place) -> Outcome {
        if self.setup.catalog.location(location).is_some() {
            return Ok(());
        }
        let near = self.setup.catalog.nearest(Kind::Location, location).map(|near| format!("did you mean `{near}`?"));
        let mut failure = crate::record::Failure::new(crate::record::Fault::Input, format!("\"{location}\" is no location of Desk's"));
        failure.help = Some(near.unwrap_or_else(|| "run `deskspec explain LOC-01` for the list".into()));
        failure.labels.push(crate::record::Label {
            file: place.file.clone(),
            line: place.line,
            column: place.column,
            length: u32::try_from(location.chars().count()).unwrap_or(0),
            text: String::new(),
        });
        self.fail_elsewhere(failure)
    }

    /// The agent picks a widget, which loads.
    pub fn pick(&mut self, extension: &str, location: &str) -> Outcome {
        let id = self.widget(extension, location)?;
        let desk = self.stage.desk();
        let (page, here) = (desk.page().clone(), desk.can_be_on(id, desk.page()));
        if !here {
            return self.wrong(format!("{location} is not on the page {page}"), "let the agent open a page that has it before");
        }
        self.stage.tell(format!("picks \"{extension}\" at {location}"));
        self.stage.input(Input::Pick { widget: id });
        Ok(())
    }

    /// The widget of an extension at a location, alive or not.
    pub(super) fn widget(&mut self, extension: &str, location: &str) -> Result<WidgetId, Failed> {
        let found =
            self.stage.desk().widgets().find(|(_, widget)| widget.extension == extension && widget.location == location).map(|(id, _)| id);
        if let Some(id) = found {
            return Ok(id);
        }
        self.known_location(location)?;
        let others: Vec<_> = self
            .widgets_of(extension)?
            .into_iter()
            .filter_map(|id| self.stage.desk().widget(id))
            .map(|widget| format!("\"{}\"", widget.location))
            .collect();
        self.wrong(format!("\"{extension}\" has no widget at \"{location}\""), format!("it has widgets at {}", others.join(" and ")))
    }

    /// All widgets of an extension.
    pub(super) fn widgets_of(&mut self, extension: &str) -> Result<Vec<WidgetId>, Failed> {
        let found: Vec<_> = self.stage.desk().widgets().filter(|(_, widget)| widget.extension == extension).map(|(id, _)| id).collect();
        if !found.is_empty() {
            return Ok(found);
        }
        let near =
            crate::catalog::nearest(extension, self.stage.desk().widgets().map(|(_, widget)| widget.extension.as_str())).map(str::to_owned);
        let help =
            near.map_or_else(|| format!("say `Given the extension \"{extension}\" …` before"), |near| format!("did you mean \"{near}\"?"));
        self.wrong(format!("no extension is called \"{extension}\""), help)
    }

    fn known_location(&mut self, location: &str) -> Outcome {
        let known = self.setup.catalog.location(location).is_some();
        self.known(known, Kind::Location, "location", location)
    }

    fn known_hook(&mut self, hook: &str) -> Outcome {
        let known = self.setup.catalog.hook(hook).is_some();
        self.known(known, Kind::Hook, "hook", hook)
    }

    /// Refuses a hook that there is not, and another page's spelling of one: nobody is ever asked under that.
    pub(super) fn exact_hook(&mut self, hook: &str) -> Outcome {
        self.known_hook(hook)?;
        match self.setup.catalog.hook(hook).map(|hook| hook.name.clone()) {
            Some(name) if name != hook => {
                self.wrong(format!("\"{hook}\" is an older page's spelling of this hook"), format!("write \"{name}\""))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn known_event(&mut self, event: &str) -> Outcome {
        let known = self.setup.catalog.event(event).is_some();
        self.known(known, Kind::Event, "event", event)
    }

    fn known(&mut self, known: bool, kind: Kind, word: &str, name: &str) -> Outcome {
        if known {
            return Ok(());
        }
        let near = self.setup.catalog.nearest(kind, name).map(str::to_owned);
        let help = near.map_or_else(
            || match kind {
                Kind::Location => "run `deskspec explain LOC-01` for the list".to_owned(),
                _ => "`deskspec steps` shows sentences with names that there are".to_owned(),
            },
            |near| format!("did you mean \"{near}\"?"),
        );
        self.wrong(format!("no {word} is called \"{name}\""), help)
    }
}
