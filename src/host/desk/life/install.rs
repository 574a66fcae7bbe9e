//! An administrator installs an extension (P, "onInstall"; PCB-04).

use super::super::action::{Action, Deed};
use super::super::{Declared, Desk, Param};
use crate::clock::Instant;
use crate::host::Effect;

/// The Marketplace's button "Install", pressed by an administrator: the extension's widgets come behind.
#[derive(Debug, Clone, PartialEq)]
pub struct InstallExtension {
    /// The extension's name.
    pub extension: String,
    /// What it says of itself, as a package does; `None` where that has been declared before.
    pub brings: Option<(Declared, Vec<Param>)>,
}

impl Deed for InstallExtension {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.is_installed(&self.extension).then(|| format!("\"{}\" is installed already", self.extension))
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        if let Some((declared, params)) = &self.brings {
            desk.declare(now, self.extension.clone(), declared.clone(), out);
            params.iter().for_each(|param| desk.declare_param(self.extension.clone(), param.clone()));
        }
        desk.stand(&self.extension, out);
        desk.call_back(now, &self.extension, "onInstall", out);
        None
    }
}

impl Desk {
    /// Whether an extension is installed: one that is declared alone is not yet.
    #[must_use]
    pub fn is_installed(&self, extension: &str) -> bool {
        self.installation(extension).is_some_and(|installation| installation.standing)
    }

    /// The names of the extensions that are installed, in their order.
    pub fn installed_extensions(&self) -> impl Iterator<Item = &str> {
        self.installations.iter().filter(|(_, installation)| installation.standing).map(|(name, _)| name.as_str())
    }

    /// An extension is installed from now on; what it declares is there with it.
    pub(in super::super) fn stand(&mut self, extension: &str, out: &mut Vec<Effect>) {
        self.installed(extension).standing = true;
        self.bring_resources(extension, out);
    }

    /// Whatever an installed extension declares and is not there yet, comes.
    pub(in super::super) fn bring_resources(&mut self, extension: &str, out: &mut Vec<Effect>) {
        if self.is_installed(extension) {
            self.bring_fields(extension, out);
            self.bring_permissions(extension, out);
            self.raise_webhook(extension, out);
        }
    }
}
