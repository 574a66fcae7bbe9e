//! What happens to an app itself (Practice › What real Freshdesk apps do; FD-15).

use super::action::{Deed, Nothing};
use super::{App, Freshdesk};
use crate::clock::Instant;
use crate::host::{Effect, WidgetId};
use serde_json::{Map, Value, json};

/// An administrator installs an app: its server is asked, and may refuse.
#[derive(Debug, Clone, PartialEq)]
pub struct InstallApp {
    /// Its name.
    pub app: String,
    /// What the administrator fills in.
    pub iparams: Option<Map<String, Value>>,
}

/// An administrator uninstalls an app: its server is asked, and may refuse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UninstallApp {
    /// Its name.
    pub app: String,
}

/// An installation goes on with another version of the app.
#[derive(Debug, Clone, PartialEq)]
pub struct UpdateApp {
    /// Its name.
    pub app: String,
    /// What the administrator fills in anew.
    pub iparams: Option<Map<String, Value>>,
}

impl Deed for InstallApp {
    fn hook(&self) -> Option<&'static str> {
        Some("onAppInstall")
    }

    fn app(&self) -> Option<&str> {
        Some(&self.app)
    }

    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        match freshdesk.app(&self.app) {
            None => Some(("FD-15", format!("there is no app \"{}\"", self.app))),
            Some(app) => app.standing.then(|| ("FD-15", format!("\"{}\" is installed already", self.app))),
        }
    }

    fn prepare(&self, freshdesk: &mut Freshdesk, _now: Instant, out: &mut Vec<Effect>) -> bool {
        freshdesk.set_iparams(&self.app, self.iparams.clone());
        freshdesk.open_server(&self.app, out)
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, _now: Instant, out: &mut Vec<Effect>) {
        freshdesk.apps.entry(self.app.clone()).or_default().standing = true;
        freshdesk.open_pages(out);
    }

    fn refused(&self, freshdesk: &mut Freshdesk, out: &mut Vec<Effect>) {
        freshdesk.leave(&self.app, out);
    }
}

impl Deed for UninstallApp {
    fn hook(&self) -> Option<&'static str> {
        Some("onAppUninstall")
    }

    fn app(&self) -> Option<&str> {
        Some(&self.app)
    }

    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        freshdesk.is_not_installed(&self.app)
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, _now: Instant, out: &mut Vec<Effect>) {
        freshdesk.leave(&self.app, out);
    }
}

impl Deed for UpdateApp {
    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        freshdesk.is_not_installed(&self.app)
    }

    /// The new version's server takes the place of the old one's.
    fn prepare(&self, freshdesk: &mut Freshdesk, _now: Instant, out: &mut Vec<Effect>) -> bool {
        freshdesk.set_iparams(&self.app, self.iparams.clone());
        if let Some(server) = freshdesk.server(&self.app) {
            freshdesk.close(server, "FD-15", "its version", out);
        }
        freshdesk.open_server(&self.app, out)
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
        freshdesk.tell_app(now, &self.app, "afterAppUpdate", &json!({"data": Value::Null}), out);
    }
}

impl Freshdesk {
    fn is_not_installed(&self, app: &str) -> Option<Nothing> {
        (!self.is_installed(app)).then(|| ("FD-15", format!("\"{app}\" is not installed: nothing changes")))
    }

    /// The server of an app comes alive; says whether it does.
    fn open_server(&mut self, app: &str, out: &mut Vec<Effect>) -> bool {
        let server = self.server(app).filter(|id| self.widgets.get(id).is_some_and(|widget| !widget.alive));
        server.into_iter().for_each(|id| self.open(id, out));
        server.is_some()
    }

    /// An app is gone, and what it kept and scheduled with it.
    fn leave(&mut self, app: &str, out: &mut Vec<Effect>) {
        let alive: Vec<WidgetId> =
            self.widgets.iter().filter(|(_, widget)| widget.extension == app && widget.alive).map(|(id, _)| *id).collect();
        for id in alive {
            self.close(id, "FD-15", "its app", out);
        }
        self.schedules.retain(|_, schedule| schedule.app != app);
        if let Some(known) = self.apps.get_mut(app) {
            let App { secure, templates, settings, modules, iparams, .. } = std::mem::take(known);
            *known = App { secure, templates, settings, modules, iparams, ..App::default() };
        }
    }
}
