//! What is set for one app in the account.

use super::Freshdesk;
use crate::clock::{Instant, Millis};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The location of an app's server.
pub const SERVER: &str = "server";

/// An app: installed, or there to be installed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct App {
    /// Its installation parameters; `None` where it has none (FD-01).
    pub iparams: Option<Map<String, Value>>,
    /// The names of those parameters whose values no output may show.
    pub secure: BTreeSet<String>,
    /// Its request templates (config/requests.json), by their names.
    pub templates: Map<String, Value>,
    /// What its vendor has set for all its installations.
    pub settings: Map<String, Value>,
    /// The modules of Freshdesk's that its manifest names; `None` before platform 3.
    pub modules: Option<Vec<String>>,
    /// Whether it is installed: else it is only there.
    pub standing: bool,
    /// What it keeps in `$db`, by the keys.
    pub storage: BTreeMap<String, Kept>,
    /// Where third parties reach it, once it has asked for that.
    pub target: Option<String>,
    /// When what is counted was done, by the limit of how often it may be.
    pub counted: BTreeMap<String, Vec<Instant>>,
}

/// What an app keeps under one key of `$db`.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// An object, never an empty one.
    pub value: Map<String, Value>,
    /// When it is gone; `None` for never.
    pub until: Option<Instant>,
}

impl App {
    /// Counts one more within a while; `false` where there were too many already.
    pub(super) fn count(&mut self, now: Instant, limit: &str, most: usize, within: Millis) -> bool {
        let done = self.counted.entry(limit.to_owned()).or_default();
        done.retain(|at| now.since(*at) < within);
        let may = done.len() < most;
        if may {
            done.push(now);
        }
        may
    }

    /// The values that no output may show.
    pub(super) fn secrets(&self) -> impl Iterator<Item = &str> {
        let params = self.iparams.iter().flatten();
        params.filter(|(name, _)| self.secure.contains(*name)).filter_map(|(_, value)| value.as_str())
    }
}

impl Freshdesk {
    /// What is set for an app, by its name.
    #[must_use]
    pub fn app(&self, name: &str) -> Option<&App> {
        self.apps.get(name)
    }

    /// An app is there, with what its folder declares; what is set for it already, stays.
    pub(super) fn put_app(&mut self, name: &str, brought: App) {
        self.set_iparams(name, brought.iparams);
        let known = self.apps.entry(name.to_owned()).or_default();
        known.templates.extend(brought.templates);
        known.settings.extend(brought.settings);
        known.secure.extend(brought.secure);
        known.modules = brought.modules.or_else(|| known.modules.take());
        known.standing |= brought.standing;
        self.remember_secrets(name);
    }

    /// Installation parameters of an app get values.
    pub(super) fn set_iparams(&mut self, name: &str, given: Option<Map<String, Value>>) {
        if let Some(given) = given {
            self.apps.entry(name.to_owned()).or_default().iparams.get_or_insert_default().extend(given);
        }
        self.remember_secrets(name);
    }

    /// What was a secret once stays one.
    fn remember_secrets(&mut self, name: &str) {
        self.secrets.extend(self.apps.get(name).into_iter().flat_map(App::secrets).map(str::to_owned));
    }
}
