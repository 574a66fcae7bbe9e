//! What an administrator does with an app, and what comes to it from outside.

use crate::gherkin::Argument;
use crate::host::freshdesk::{App, CallTarget, InstallApp, Put, SERVER, UninstallApp, UpdateApp};
use crate::scenario::{Brought, Failed, Outcome, Scenario};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

impl Scenario {
    /// An administrator installs an app that the feature plays.
    pub(in crate::scenario) fn install_scripted_app(&mut self, name: &str, location: &str) -> Outcome {
        self.known_location(location)?;
        self.put_app(name, App::default());
        self.new_script(name, location)?;
        self.installs_app(name)
    }

    /// An app is there: not yet installed.
    pub(in crate::scenario) fn put_app(&mut self, name: &str, app: App) {
        self.stage.put_on_freshdesk(Put::App { name: name.to_owned(), app: app.into() });
    }

    pub(in crate::scenario) fn installs_app(&mut self, name: &str) -> Outcome {
        let told = format!("as an administrator, installs the app \"{name}\"");
        self.act_on_freshdesk(told, InstallApp { app: name.to_owned(), iparams: None })
    }

    /// An administrator uninstalls an app.
    pub(in crate::scenario) fn uninstall_app(&mut self, name: &str) -> Outcome {
        self.widgets_of(name)?;
        let told = format!("as an administrator, uninstalls the app \"{name}\"");
        self.act_on_freshdesk(told, UninstallApp { app: name.to_owned() })
    }

    /// An administrator moves to another version of an app.
    pub(in crate::scenario) fn update_app(&mut self, name: &str) -> Outcome {
        self.widgets_of(name)?;
        let told = format!("as an administrator, updates the app \"{name}\"");
        self.act_on_freshdesk(told, UpdateApp { app: name.to_owned(), iparams: None })
    }

    /// An administrator moves to the version of an app that lies in a folder under the fixtures root.
    pub(in crate::scenario) fn update_app_to(&mut self, name: &str, from: &str) -> Outcome {
        self.widgets_of(name)?;
        self.bring_version(name, from)?;
        self.update_app(name)
    }

    /// What the administrator fills in for an app, as the step's table says.
    pub fn set_iparams(&mut self, name: &str) -> Outcome {
        let values = self.iparams_of_step()?;
        self.stage.put_on_freshdesk(Put::Iparams { app: name.to_owned(), values });
        Ok(())
    }

    /// A table has texts; what is none is JSON.
    fn iparams_of_step(&mut self) -> Result<Map<String, Value>, Failed> {
        if !matches!(self.argument(), Some(Argument::DocString(_))) {
            return Ok(self.pairs()?.into_iter().map(|(name, value)| (name, Value::String(value))).collect());
        }
        match self.document()? {
            Value::Object(values) => Ok(values),
            _ => self.wrong("the doc string is no object of installation parameters", "write {\"channel\": \"support\", \"every\": 5}"),
        }
    }

    /// What the administrator fills in for an app, and nobody shall read.
    pub fn set_secure_iparam(&mut self, name: &str, param: String, value: String) -> Outcome {
        let app = App { iparams: Some(Map::from_iter([(param.clone(), value.into())])), secure: BTreeSet::from([param]), ..App::default() };
        self.put_app(name, app);
        Ok(())
    }

    /// What an app's vendor has set for all its installations.
    pub fn set_app_setting(&mut self, name: &str, setting: String, value: String) -> Outcome {
        self.put_app(name, App { settings: Map::from_iter([(setting, value.into())]), ..App::default() });
        Ok(())
    }

    /// A recorded payload, a fixture's, reaches every app that listens to its event, as it is.
    pub fn replay_event(&mut self, event: &str, fixture: &str) -> Outcome {
        let payload = self.fixture_value(fixture)?;
        self.replay(event, payload)
    }

    /// A payload of the step's doc string reaches every app that listens to its event, as it is.
    pub fn replay_event_inline(&mut self, event: &str) -> Outcome {
        let payload = self.document()?;
        self.replay(event, payload)
    }

    /// What asks an app's server comes to it as an event does.
    fn replay(&mut self, event: &str, payload: Value) -> Outcome {
        if self.catalog.may_be_asked(event, SERVER) {
            self.stage.fire_hook(event, payload);
            return Ok(());
        }
        self.heard_of(event)?;
        self.stage.fire_event(event, payload);
        Ok(())
    }

    /// A third party sends what is brought to the target URL of an app.
    pub fn call_target(&mut self, name: &str, with: Brought<'_>) -> Outcome {
        self.server_of(name)?;
        let data = self.brought_value(with)?.unwrap_or_default();
        let headers = Map::from_iter([("Content-Type".to_owned(), "application/json".into())]);
        let told = format!("a third party calls the target URL of \"{name}\"");
        self.act_on_freshdesk(told, CallTarget { app: name.to_owned(), headers, data })
    }

    /// A third party sends the step's doc string so often, one after another.
    pub fn call_target_times(&mut self, name: &str, times: i64) -> Outcome {
        let times = self.repetitions(times)?;
        (0..times).try_for_each(|_| self.call_target(name, Brought::DocString))
    }

    /// A request template of an app, as the step's doc string declares it.
    pub fn set_template(&mut self, app: &str, name: String) -> Outcome {
        let templates = Map::from_iter([(name, json!({"schema": self.document()?}))]);
        self.put_app(app, App { templates, ..App::default() });
        Ok(())
    }

    /// Refuses an app that has no server.
    fn server_of(&mut self, name: &str) -> Outcome {
        self.widgets_at(name, SERVER).map(drop)
    }
}
