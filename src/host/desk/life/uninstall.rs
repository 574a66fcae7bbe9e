//! An administrator uninstalls an extension: nothing of it is left (P, "onUninstall"; PCB-02, PCB-04, RES-02, RES-03, RES-05).

use super::super::Desk;
use super::super::action::{Action, Deed};
use crate::clock::Instant;
use crate::host::{Effect, WidgetId};
use std::collections::{BTreeMap, BTreeSet};

/// The extension's page, button "Uninstall".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UninstallExtension {
    /// The extension's name.
    pub extension: String,
}

/// What is remembered of those that are gone, so that what happened can be told.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Departed {
    pub(in super::super) widgets: BTreeMap<WidgetId, String>,
    pub(super) extensions: BTreeSet<String>,
    /// No output may show their securityContexts, either.
    pub(in super::super) contexts: Vec<String>,
}

impl Deed for UninstallExtension {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        (!desk.is_installed(&self.extension)).then(|| format!("\"{}\" is not installed", self.extension))
    }

    /// What waits for its server ends, then everything of it is gone, and its server hears of that last.
    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let extension = self.extension.as_str();
        desk.end_exchanges_of(now, extension, out);
        let mut last = Vec::new();
        desk.call_back(now, extension, "onUninstall", &mut last);
        desk.take_widgets(extension, out);
        desk.disconnect(extension);
        desk.departed.extensions.insert(extension.to_owned());
        if let Some(installation) = desk.installations.remove(extension) {
            if installation.webhook.is_some() {
                out.push(Effect::Decided { rule: "RES-03".into(), what: "the webhook goes with its installation".into() });
            }
            if !installation.permissions.is_empty() {
                out.push(Effect::Decided { rule: "RES-05".into(), what: "the permissions go with their installation".into() });
            }
            let package = installation.package(extension).to_owned();
            desk.departed.contexts.push(installation.security_context);
            desk.take_fields(&package, out);
        }
        out.append(&mut last);
        None
    }
}

impl Desk {
    /// Whether an extension was installed, and is not any more.
    #[must_use]
    pub fn has_departed(&self, extension: &str) -> bool {
        self.departed.extensions.contains(extension) && !self.installations.contains_key(extension)
    }

    /// Its widgets are gone for good, and with them whether it is active.
    pub(super) fn take_widgets(&mut self, extension: &str, out: &mut Vec<Effect>) {
        self.modal_goes("its extension", |modal| modal.extension == extension, out);
        let own: Vec<_> = self.widgets.iter().filter(|(_, widget)| widget.extension == extension).map(|(id, _)| *id).collect();
        for id in &own {
            self.departed.widgets.insert(*id, self.name_of(*id));
        }
        for id in own {
            if self.widgets.get(&id).is_some_and(|widget| widget.alive) {
                self.close(id, "PCB-04", "its extension", out);
            }
            self.widgets.remove(&id);
        }
        self.inactive.remove(extension);
    }
}
