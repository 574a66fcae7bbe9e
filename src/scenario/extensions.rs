//! Real packages, and the widgets of all extensions.

use super::app::{Texts, app};
use super::meant::{meant, meant_key};
use super::scenario::Failed;
use super::{Outcome, Scenario, Subjects};
use crate::catalog::Page;
use crate::extension::js::{Limits, Program, Sandbox};
use crate::extension::{Opening, Place, Subject};
use crate::host::desk::Widget;
use crate::host::{Host, Input, WidgetId};
use crate::stage::Factory;
use serde_json::Value;
use std::sync::Arc;

impl Scenario {
    /// A real package from a folder under the fixtures root, or the one under test that bears the name, is installed, and was before.
    pub fn install_package(&mut self, name: &str, from: Option<&str>) -> Outcome {
        if self.is_on_freshdesk() {
            return self.bring_app(name, from);
        }
        let subjects = self.new_package(name, from)?;
        self.declare_package(name, &subjects);
        self.bring_widgets(name, from, &subjects);
        Ok(())
    }

    /// A package that is sound, for an extension that is not installed.
    pub(super) fn new_package(&mut self, name: &str, from: Option<&str>) -> Result<Arc<Subjects>, Failed> {
        if self.stage.host().is_installed(name) {
            return self.wrong(format!("an extension called \"{name}\" is installed already"), "give the second one another name");
        }
        self.sound_package(name, from)
    }

    /// A package that can be read and keeps the rules.
    pub(super) fn sound_package(&mut self, name: &str, from: Option<&str>) -> Result<Arc<Subjects>, Failed> {
        let setup = Arc::clone(&self.setup);
        setup.note_use(name);
        let subjects = match setup.packages.subjects(name, from, &setup.catalog) {
            Ok(subjects) => subjects,
            Err(failure) if failure.labels.is_empty() => return self.fail(*failure),
            Err(failure) => return self.fail_elsewhere(*failure),
        };
        self.sound_subjects(subjects)
    }

    pub(super) fn sound_subjects(&mut self, subjects: Arc<Subjects>) -> Result<Arc<Subjects>, Failed> {
        for widget in &subjects.widgets {
            self.package_location(&widget.location, &widget.place)?;
        }
        Ok(subjects)
    }

    pub(super) fn declare_package(&mut self, name: &str, subjects: &Subjects) {
        self.stage.input(Input::Declare { extension: name.to_owned(), declared: subjects.declared.clone() });
        for param in &subjects.config {
            self.stage.input(Input::DeclareParam { extension: name.to_owned(), param: param.clone() });
        }
    }

    pub(super) fn bring_widgets(&mut self, name: &str, from: Option<&str>, subjects: &Subjects) {
        // Where an extension may find no room, it is known before its background comes alive (LOC-03).
        let limited = |location: &str| self.catalog.location(location).is_some_and(|location| location.limit.is_some());
        let (first, then): (Vec<_>, Vec<_>) = subjects.widgets.iter().partition(|widget| limited(&widget.location));
        for subject in first.into_iter().chain(then) {
            let widget = Widget::of_package(name, &subject.location, &subject.name, &subject.url);
            let make = self.sandboxes(name, &subject.location, &subjects.texts)(Arc::clone(&subject.program));
            self.stage.install(widget, make);
        }
        self.serve_modals(name, from, &subjects.texts);
    }

    /// Brings pages of an extension to life, each time anew, as a widget at a location.
    pub(super) fn sandboxes(&self, extension: &str, location: &str, texts: &Arc<Texts>) -> impl Fn(Arc<Program>) -> Factory + use<> {
        let opening = Opening {
            widget: WidgetId(0),
            extension: extension.to_owned(),
            location: location.to_owned(),
            app: Value::Null,
            registration: self.catalog.limit("widget.registration").map(|limit| limit.value),
            time_zone: jiff::tz::TimeZone::UTC,
            seed: self.seed,
            local: self.locals.of(extension),
        };
        let texts = Arc::clone(texts);
        move |program| {
            let (opening, texts) = (opening.clone(), Arc::clone(&texts));
            Box::new(move |id: WidgetId, host: Host<'_>| -> Box<dyn Subject> {
                let desk = host.desk();
                let (time_zone, app) = (desk.portal().time_zone.clone(), app(desk, id, &texts));
                Box::new(Sandbox::new(Arc::clone(&program), Opening { widget: id, app, time_zone, ..opening.clone() }, Limits::default()))
            })
        }
    }

    fn package_location(&mut self, location: &str, place: &Place) -> Outcome {
        if self.catalog.location(location).is_some() {
            return Ok(());
        }
        let known = self.catalog.locations().map(|location| location.name.as_str());
        let mut failure = crate::record::Failure::new(crate::record::Fault::Input, format!("\"{location}\" is no location of Desk's"));
        failure.help = Some(meant_key(location, known, "run `deskspec explain LOC-01` for the list"));
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
        let id = self.widgets_at(extension, location)?[0];
        if self.is_on_freshdesk() {
            return self.pick_on_freshdesk(id, extension, location);
        }
        self.can_pick(id, extension, location)?;
        let desk = self.stage.desk();
        let of_threads = self.catalog.location(location).is_some_and(|location| location.page == Page::TicketThread);
        let newest = desk.page().shown_ticket().and_then(|id| desk.ticket(id)?.threads.last()).filter(|_| of_threads);
        let newest = newest.map(|thread| thread.id.clone());
        self.stage.tell(format!("picks \"{extension}\" at {location}"));
        match newest {
            Some(thread) => self.load_on_thread(id, thread),
            None => self.stage.input(Input::Pick { widget: id }),
        }
        Ok(())
    }

    /// Refuses to pick what is not active, and what the agent cannot reach now. Only where a location takes so many is another extension in
    /// the way (LOC-03).
    pub(super) fn can_pick(&mut self, id: WidgetId, extension: &str, location: &str) -> Outcome {
        self.in_main_window()?;
        let desk = self.stage.desk();
        if desk.is_active(id) {
            return desk.out_of_reach(id).map_or(Ok(()), |found| self.wrong(found.why, found.edit));
        }
        let limited = self.catalog.location(location).is_some_and(|location| location.limit.is_some());
        let others = desk.active_at(location).into_iter().filter(|_| limited).filter_map(|id| desk.widget(id));
        let first: String = others.map(|other| format!("`the agent deactivates the extension \"{}\"` and ", other.extension)).collect();
        let title = format!("\"{extension}\" is not active, so the agent cannot pick it");
        self.wrong(title, format!("say {first}`the agent activates the extension \"{extension}\"` before"))
    }

    /// The widget of an extension at a location, alive or not; of several threads' only where one of them is alive at most.
    pub(super) fn widget(&mut self, extension: &str, location: &str) -> Result<WidgetId, Failed> {
        let all = self.widgets_at(extension, location)?;
        let mut alive = all.iter().filter(|id| self.is_alive(**id));
        match (alive.next(), alive.next()) {
            (Some(_), Some(_)) => self.wrong(
                format!("\"{extension}\" at \"{location}\" is on more than one thread"),
                format!("say which: `\"{extension}\" on the thread \"…\"`"),
            ),
            (found, _) => Ok(found.copied().unwrap_or(all[0])),
        }
    }

    pub(super) fn is_alive(&self, widget: WidgetId) -> bool {
        self.stage.host().widget(widget).is_some_and(|widget| widget.alive)
    }

    /// The widgets of an extension at a location, alive or not: at least one, and more where each thread has its own.
    pub(super) fn widgets_at(&mut self, extension: &str, location: &str) -> Result<Vec<WidgetId>, Failed> {
        let at = |widget: &Widget| widget.extension == extension && widget.place() == location;
        let found: Vec<_> = self.stage.host().widgets().into_iter().filter(|(_, widget)| at(widget)).map(|(id, _)| id).collect();
        if !found.is_empty() {
            return Ok(found);
        }
        self.known_location(location)?;
        let others: Vec<_> = self
            .widgets_of(extension)?
            .into_iter()
            .filter_map(|id| self.stage.host().widget(id))
            .map(|widget| format!("\"{}\"", widget.place()))
            .collect();
        self.wrong(format!("\"{extension}\" has no widget at \"{location}\""), format!("it has widgets at {}", others.join(" and ")))
    }

    /// All widgets of an extension.
    pub(super) fn widgets_of(&mut self, extension: &str) -> Result<Vec<WidgetId>, Failed> {
        let found: Vec<_> =
            self.stage.host().widgets().into_iter().filter(|(_, widget)| widget.extension == extension).map(|(id, _)| id).collect();
        if !found.is_empty() {
            return Ok(found);
        }
        let known = self.stage.host().installed_extensions().into_iter().filter(|name| *name != extension);
        let help = meant(extension, known, format!("say `Given the extension \"{extension}\" …` before"));
        self.wrong(format!("no extension is called \"{extension}\""), help)
    }
}
