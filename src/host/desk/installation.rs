//! What is set for one installation of an extension: who sees it, and its config params (LOC-05, LOC-10).

use super::{Agent, Declared, Desk, Log, Page, Permission, Stored, Webhook};
use crate::clock::Instant;
use crate::host::{Effect, WidgetId};
use std::collections::{BTreeMap, BTreeSet};

/// A config param that an extension declares in its manifest (P, "Get extension config variable"; MAN-02).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
    /// Its name.
    pub name: String,
    /// Whether the extension's configuration is complete only with it.
    pub mandatory: bool,
    /// Whether its value is a secret, which no pull and no push carries (CH-20).
    pub secure: bool,
    /// Its value: at first the manifest's default.
    pub value: Option<String>,
}

/// One installation of an extension in the portal.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Installation {
    /// Its ID, a string of digits; its extension never learns it (REST-13).
    pub id: String,
    /// What stands for it in calls between Desk and the extension's server.
    pub security_context: String,
    /// What the extension says of itself.
    pub declared: Declared,
    /// Whether it is installed: else it is only declared so far.
    pub standing: bool,
    /// Whether it may act in Desk (PCB-04).
    pub authorised: bool,
    /// Whether it may act in the service that it joins to Desk (PCB-04).
    pub service_authorised: bool,
    /// The IDs of the departments that it is for; `None` while it is for all.
    pub departments: Option<BTreeSet<String>>,
    /// Its webhook, once it is authorised (RES-03).
    pub webhook: Option<Webhook>,
    /// Its permissions, in the order of resources.json (RES-05).
    pub permissions: Vec<Permission>,
    /// The profiles that see it; `None` while all do.
    pub visible_to: Option<BTreeSet<String>>,
    /// The IDs of the users that it is configured for; `None` while it is for all.
    pub users: Option<BTreeSet<String>>,
    /// Whether its vendor develops it still: in production its widgets see no secure params (SDK-07).
    pub in_development: bool,
    /// In the order of the manifest.
    pub params: Vec<Param>,
    /// Its storage, in the order in which objects came.
    pub storage: Vec<Stored>,
    /// When its widgets made calls that are counted, by the limit of how often they may.
    pub called: BTreeMap<String, Vec<Instant>>,
    /// Its logs, in the order in which they were written; those that have expired among them.
    pub logs: Vec<Log>,
}

impl Installation {
    /// The package that it is an installation of; `name` is the extension's own.
    #[must_use]
    pub fn package<'a>(&'a self, name: &'a str) -> &'a str {
        if self.declared.package.is_empty() { name } else { &self.declared.package }
    }
}

/// The value of a param, where it has one.
type Given = Option<String>;

/// Why the agent cannot pick a widget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutOfReach {
    /// The rule that decides.
    pub rule: &'static str,
    /// A lowercase fragment.
    pub why: String,
    /// What would change it.
    pub edit: String,
}

/// The profile of an agent of whom nothing else is said (derived).
const USUAL: &str = "Agent";

impl Desk {
    /// What is set for an installation, by the extension's name.
    #[must_use]
    pub fn installation(&self, extension: &str) -> Option<&Installation> {
        self.installations.get(extension)
    }

    /// What an author or a vendor keeps secret: values of secure params, and secrets of manifests.
    pub fn secrets(&self) -> impl Iterator<Item = &str> {
        self.secrets.iter().map(String::as_str)
    }

    /// What Desk itself gave out as a secret: the securityContext of each installation.
    pub fn security_contexts(&self) -> impl Iterator<Item = &str> {
        let here = self.installations.values().map(|installation| &installation.security_context);
        here.chain(&self.departed.contexts).map(String::as_str)
    }

    /// The profile of the agent at the desk.
    #[must_use]
    pub fn profile(&self) -> &str {
        self.profiles.get(&self.agent.id).map_or(USUAL, String::as_str)
    }

    pub(super) fn set_profile(&mut self, profile: String) {
        let Agent { id, .. } = &self.agent;
        self.profiles.insert(id.clone(), profile);
    }

    pub(super) fn declare_param(&mut self, extension: String, param: Param) {
        self.secrets.extend(param.value.clone().filter(|_| param.secure));
        self.installed(&extension).params.push(param);
    }

    /// An extension says more of itself; what that brings is there from now on.
    pub(super) fn declare(&mut self, now: Instant, extension: String, declared: Declared, out: &mut Vec<Effect>) {
        self.secrets.extend(declared.manifest.get("secret").and_then(|secret| secret.as_str()).map(str::to_owned));
        self.installed(&extension).declared.add(declared);
        self.connect(now, extension.clone(), out);
        self.bring_resources(&extension, out);
    }

    pub(super) fn show_to(&mut self, extension: String, profile: String) {
        self.installed(&extension).visible_to.get_or_insert_default().insert(profile);
    }

    /// A customer sets a param, and the extension's server hears of it; an empty value takes the value away.
    pub(super) fn set_param(&mut self, now: Instant, extension: &str, name: &str, value: String, out: &mut Vec<Effect>) {
        match self.give_param(extension, name, value, out) {
            None => {}
            Some((before, value)) if before == value => {}
            Some((_, Some(_))) => self.call_back(now, extension, "onConfigParamAdd", out),
            Some((_, None)) => self.call_back(now, extension, "onConfigParamDelete", out),
        }
    }

    /// A param gets a value: tells the one before, and the one that it has now.
    pub(super) fn give_param(&mut self, extension: &str, name: &str, value: String, out: &mut Vec<Effect>) -> Option<(Given, Given)> {
        let mut params = self.installations.get_mut(extension).into_iter().flat_map(|installation| &mut installation.params);
        let param = params.find(|param| param.name == name)?;
        self.secrets.extend(Some(value.clone()).filter(|_| param.secure));
        let value = Some(value).filter(|value| !value.is_empty());
        let before = std::mem::replace(&mut param.value, value.clone());
        out.push(Effect::Decided { rule: "LOC-10".into(), what: format!("the param {name} of this installation alone is set") });
        Some((before, value))
    }

    /// Whether a widget's location is on `page`; a configuration tab is on its own extension's page alone.
    #[must_use]
    pub fn can_be_on(&self, id: WidgetId, page: &Page) -> bool {
        let Some(widget) = self.widgets.get(&id) else { return false };
        let own = page.module != "extension" || page.record.as_ref() == Some(&widget.extension);
        let location = self.catalog.location(&widget.location);
        self.is_active(id) && location.is_some_and(|location| page.has(location.page) && (own || location.page.is_product()))
    }

    /// Why the agent cannot pick a widget now, where that is so (LOC-05, LOC-06).
    #[must_use]
    pub fn out_of_reach(&self, id: WidgetId) -> Option<OutOfReach> {
        let widget = self.widgets.get(&id)?;
        let location = self.catalog.location(&widget.location)?;
        if !self.is_active(id) {
            let edit = format!("say `the agent activates the extension \"{}\"` before", widget.extension);
            return Some(OutOfReach { rule: "LOC-03", why: format!("\"{}\" is not active", widget.extension), edit });
        }
        if !self.can_be_on(id, &self.page) {
            let why = format!("{} is not on the page {}", widget.location, self.page);
            return Some(OutOfReach { rule: "LOC-06", why, edit: "let the agent open a page that has it before".into() });
        }
        let (extension, profile) = (&widget.extension, self.profile());
        let installation = self.installations.get(extension)?;
        let sees = installation.visible_to.as_ref().is_none_or(|profiles| profiles.contains(profile));
        if !sees && location.open_to.as_deref() != Some(profile) {
            let why = format!("the profile \"{profile}\" does not see \"{extension}\"");
            let edit = format!("say `Given the extension \"{extension}\" is visible to the profile \"{profile}\"` before");
            return Some(OutOfReach { rule: "LOC-05", why, edit });
        }
        let missing = installation.params.iter().find(|param| location.once_configured && param.mandatory && param.value.is_none())?;
        let why = format!("the mandatory param \"{}\" of \"{extension}\" is not set", missing.name);
        let edit = format!("say `the agent sets the param \"{}\" of the extension \"{extension}\" to \"…\"` before", missing.name);
        Some(OutOfReach { rule: "LOC-05", why, edit })
    }
}
