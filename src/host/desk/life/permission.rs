//! Custom permissions of an installation (P, "Custom permissions"; RES-05).

use super::super::Desk;
use super::super::action::{Action, Deed};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A permission that an extension brings, for one installation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permission {
    /// Its name in calls.
    pub api_name: String,
    /// What people call it.
    pub display_name: String,
    /// Whether a profile has it of which nothing is said.
    pub default_state: bool,
    /// What an administrator set, by the profile's name.
    pub set: BTreeMap<String, bool>,
}

/// The extension's tab "Permissions": a profile gets a permission, or loses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetPermission {
    /// The extension's name.
    pub extension: String,
    /// The permission's apiName.
    pub permission: String,
    /// The profile's name.
    pub profile: String,
    /// Whether the profile is to have it.
    pub on: bool,
    /// Whether it is the agent at the desk who does it, whatever the profile; else an administrator.
    pub by_agent: bool,
}

impl Deed for SetPermission {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let refused = self.by_agent && !desk.is_administrator();
        refused.then(|| format!("the profile \"{}\" does not set permissions: administrators do", desk.profile()))
    }

    fn unchanged_by(&self) -> &'static str {
        "RES-05"
    }

    fn carry_out(&self, desk: &mut Desk, _now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let permissions = desk.installed(&self.extension).permissions.iter_mut();
        for permission in permissions.filter(|permission| permission.api_name == self.permission) {
            permission.set.insert(self.profile.clone(), self.on);
            let verb = if self.on { "gets" } else { "loses" };
            out.push(Effect::Decided {
                rule: "RES-05".into(),
                what: format!("the profile \"{}\" {verb} {}", self.profile, self.permission),
            });
        }
        None
    }
}

impl Desk {
    /// Whether the agent at the desk has a permission of an installation.
    #[must_use]
    pub fn is_permitted(&self, extension: &str, permission: &str) -> bool {
        let permissions = self.installation(extension).map(|it| it.permissions.as_slice()).unwrap_or_default();
        let found = permissions.iter().find(|it| it.api_name == permission);
        found.is_some_and(|it| it.set.get(self.profile()).copied().unwrap_or(it.default_state))
    }

    /// Each permission of an installation, as it is for the agent at the desk.
    pub(in super::super) fn told_permissions(&self, extension: &str) -> Value {
        let brought = self.installation(extension).into_iter().flat_map(|it| &it.permissions);
        brought.map(|it| json!({"apiName": it.api_name, "isEnabled": self.is_permitted(extension, &it.api_name)})).collect()
    }

    /// Whether the agent at the desk is an administrator: of a profile to whom every extension's configuration is open (LOC-05).
    fn is_administrator(&self) -> bool {
        self.catalog.locations().any(|location| location.open_to.as_deref() == Some(self.profile()))
    }

    /// What is declared is there; what was set for it stays, and what is not declared is gone.
    pub(super) fn bring_permissions(&mut self, extension: &str, out: &mut Vec<Effect>) {
        let installation = self.installed(extension);
        let declared = installation.declared.resources.get("permissions").and_then(Value::as_array);
        let known = std::mem::take(&mut installation.permissions);
        let permission = |value: &Value| {
            let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            let api_name = text("apiName");
            let set = known.iter().find(|it| it.api_name == api_name).map(|it| it.set.clone()).unwrap_or_default();
            let default_state = value.get("defaultState").and_then(Value::as_bool).unwrap_or_default();
            Permission { api_name, display_name: text("displayName"), default_state, set }
        };
        installation.permissions = declared.into_iter().flatten().map(permission).collect();
        if !installation.permissions.is_empty() {
            out.push(Effect::applied("RES-05"));
        }
    }
}
