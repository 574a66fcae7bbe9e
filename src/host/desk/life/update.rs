//! An administrator moves to another version of an extension (P, "onUpdate"; PCB-04).

use super::super::action::{Action, Deed};
use super::super::{Declared, Desk, Param};
use crate::clock::Instant;
use crate::host::Effect;

/// The extension's page, button "Update": its widgets come behind.
#[derive(Debug, Clone, PartialEq)]
pub struct UpdateExtension {
    /// The extension's name.
    pub extension: String,
    /// What the new version says of itself; `None` where it says what the old one said.
    pub version: Option<(Declared, Vec<Param>)>,
}

impl Deed for UpdateExtension {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        (!desk.is_installed(&self.extension)).then(|| format!("\"{}\" is not installed", self.extension))
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        if let Some((declared, params)) = &self.version {
            desk.take_widgets(&self.extension, out);
            desk.replace(&self.extension, declared, params);
            desk.connect(now, self.extension.clone(), out);
            desk.bring_resources(&self.extension, out);
        }
        desk.call_back(now, &self.extension, "onUpdate", out);
        None
    }
}

impl Desk {
    /// What was set stays set, where the new version has it, too; what Desk itself added stays (derived).
    fn replace(&mut self, extension: &str, declared: &Declared, params: &[Param]) {
        let secret = declared.manifest.get("secret").and_then(|secret| secret.as_str()).map(str::to_owned);
        let values = params.iter().filter(|param| param.secure).filter_map(|param| param.value.clone());
        self.secrets.extend(secret.into_iter().chain(values));
        let installation = self.installed(extension);
        let package = installation.package(extension).to_owned();
        let own: Vec<String> = installation.declared.params().collect();
        let known = std::mem::take(&mut installation.params);
        let kept = |param: &Param| {
            let value = known.iter().find(|it| it.name == param.name).and_then(|it| it.value.clone());
            Param { value: value.or_else(|| param.value.clone()), ..param.clone() }
        };
        installation.params = params.iter().map(kept).collect();
        let of_desk = known.iter().filter(|param| !own.contains(&param.name) && !params.iter().any(|it| it.name == param.name));
        installation.params.extend(of_desk.cloned());
        installation.declared = Declared { package, ..declared.clone() };
        if !installation.declared.resources.contains_key("webhook") {
            installation.webhook = None;
        }
    }
}
