//! A vendor's app on Freshdesk.

use crate::extension::app::SERVER as SERVER_FILE;
use crate::extension::js::{AppProgram, AppServer, Limits};
use crate::extension::{Ask, Opening, Subject};
use crate::host::desk::Widget;
use crate::host::freshdesk::{App, SERVER};
use crate::host::{Host, WidgetId};
use crate::scenario::meant::meant;
use crate::scenario::{AppSubject, Failed, Outcome, Scenario};
use crate::stage::Factory;
use serde_json::{Value, json};
use std::sync::Arc;

impl Scenario {
    /// An app from a folder under the fixtures root, or the one under test that bears the name, is installed, and was before.
    pub(in crate::scenario) fn bring_app(&mut self, name: &str, from: Option<&str>) -> Outcome {
        let app = self.new_app(name, from)?;
        self.stage_app(name, &app, true);
        self.serve_app_modals(name, from);
        Ok(())
    }

    /// An administrator installs an app from a folder under the fixtures root, or the one under test that bears the name: its server is asked
    /// (FD-15).
    pub(in crate::scenario) fn install_app(&mut self, name: &str, from: Option<&str>) -> Outcome {
        let app = self.new_app(name, from)?;
        self.stage_app(name, &app, false);
        self.serve_app_modals(name, from);
        self.installs_app(name)
    }

    fn new_app(&mut self, name: &str, from: Option<&str>) -> Result<Arc<AppSubject>, Failed> {
        if self.stage.host().is_installed(name) {
            return self.wrong(format!("an extension called \"{name}\" is installed already"), "give the second one another name");
        }
        self.sound_app(name, from)
    }

    /// An app that can be read.
    fn sound_app(&mut self, name: &str, from: Option<&str>) -> Result<Arc<AppSubject>, Failed> {
        let setup = Arc::clone(&self.setup);
        setup.note_use(name);
        match setup.packages.app(name, from) {
            Ok(app) => Ok(app),
            Err(failure) if failure.labels.is_empty() => self.fail(*failure),
            Err(failure) => self.fail_elsewhere(*failure),
        }
    }

    fn stage_app(&mut self, name: &str, app: &AppSubject, standing: bool) {
        self.put_app(name, App { standing, ..app.declared.clone() });
        if let Some(program) = &app.server {
            let make = self.servers(name, program);
            self.stage.install(Widget::of_package(name, SERVER, SERVER, SERVER_FILE), make);
        }
        self.stage_pages(name, app);
    }

    /// The next version of an app, in a folder under the fixtures root: it is played once the administrator has updated.
    pub(super) fn bring_version(&mut self, name: &str, from: &str) -> Outcome {
        let app = self.sound_app(name, Some(from))?;
        let old = self.widgets_at(name, SERVER)?[0];
        let Some(program) = &app.server else {
            return self.wrong(format!("the app in \"{from}\" has no server"), format!("add {SERVER_FILE} to it"));
        };
        self.put_app(name, app.declared.clone());
        let make = self.servers(name, program);
        self.stage.recast(old, make);
        self.stage_pages(name, &app);
        self.serve_app_modals(name, Some(from));
        Ok(())
    }

    /// Brings an app's server to life, each time anew.
    fn servers(&self, name: &str, program: &Arc<AppProgram>) -> Factory {
        let (opening, program) = (self.opening_of(name), Arc::clone(program));
        let patience = self.catalog.limit("handler.deadline").map_or(0, |limit| limit.value);
        Box::new(move |id: WidgetId, host: Host<'_>| -> Box<dyn Subject> {
            let iparams = host.freshdesk().app(&opening.extension).and_then(|app| app.iparams.clone());
            let opening = Opening { widget: id, app: json!({"iparams": iparams}), ..opening.clone() };
            Box::new(AppServer::new(Arc::clone(&program), opening, patience, Limits::default()))
        })
    }

    pub(super) fn opening_of(&self, name: &str) -> Opening {
        Opening {
            widget: WidgetId(0),
            extension: name.to_owned(),
            location: SERVER.to_owned(),
            app: Value::Null,
            registration: None,
            time_zone: jiff::tz::TimeZone::UTC,
            seed: self.seed,
            local: self.locals.of(name),
        }
    }
}

impl Scenario {
    /// A call of an app's, `$db.set`, with the list of what is given.
    pub(in crate::scenario) fn app_call(&mut self, name: &str, given: Option<Value>) -> Result<Ask, Failed> {
        if self.catalog.call(name).is_none() {
            let known: Vec<_> = self.catalog.calls().flat_map(|call| call.also.iter().chain([&call.name])).cloned().collect();
            let help = meant(name, known.iter().map(String::as_str), "write one that `deskspec explain FD-16` names".to_owned());
            return self.wrong(format!("\"{name}\" is no call that Freshdesk offers"), help);
        }
        match given.unwrap_or_else(|| json!([])) {
            Value::Array(given) => Ok(Ask::Call { name: name.to_owned(), given }),
            _ => self.wrong("what is given to a call is a list", format!("write the arguments of {name} in brackets, such as [\"key\"]")),
        }
    }
}
