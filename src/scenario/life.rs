//! What an administrator does with an extension: from its installation to its end.

use super::meant::meant;
use super::{Outcome, Scenario};
use crate::host::Input;
use crate::host::desk::{
    AuthoriseDesk, AuthoriseService, ChooseDepartment, Declared, InstallExtension, Param, RevokeService, UninstallExtension,
    UpdateExtension,
};

/// What a package says of itself, and its config params.
type Said = (Declared, Vec<Param>);

impl Scenario {
    /// An administrator installs a real package from a folder under the fixtures root, or the one under test that bears the name.
    pub fn install_anew(&mut self, name: &str, from: Option<&str>) -> Outcome {
        if self.is_on_freshdesk() {
            return self.install_app(name, from);
        }
        let subjects = self.new_package(name, from)?;
        self.installs(name, Some((subjects.declared.clone(), subjects.config.clone())))?;
        self.bring_widgets(name, from, &subjects);
        Ok(())
    }

    /// An administrator installs what the feature declared before, or else the package under test of that name.
    pub fn install_declared(&mut self, name: &str) -> Outcome {
        if self.is_on_freshdesk() {
            return self.install_app(name, None);
        }
        if self.stage.desk().installation(name).is_none() {
            return self.install_anew(name, None);
        }
        if self.stage.host().is_installed(name) {
            return self
                .wrong(format!("an extension called \"{name}\" is installed already"), "leave this line out, or uninstall it before");
        }
        self.installs(name, None)
    }

    /// An administrator installs an extension that the feature plays, at a location.
    pub fn install_scripted_anew(&mut self, name: &str, location: &str) -> Outcome {
        if self.stage.host().is_installed(name) {
            return self
                .wrong(format!("an extension called \"{name}\" is installed already"), "leave this line out, or uninstall it before");
        }
        if self.is_on_freshdesk() {
            return self.install_scripted_app(name, location);
        }
        self.known_location(location)?;
        self.installs(name, None)?;
        self.install_scripted(name, location)
    }

    fn installs(&mut self, name: &str, brings: Option<Said>) -> Outcome {
        let told = format!("as an administrator, installs the extension \"{name}\"");
        self.happen(told, InstallExtension { extension: name.to_owned(), brings })
    }

    /// An administrator allows an extension to act in Desk.
    pub fn authorise_desk(&mut self, name: &str) -> Outcome {
        self.parts_of(name)?;
        self.happen(format!("as an administrator, authorises \"{name}\" in Desk"), AuthoriseDesk { extension: name.to_owned() })
    }

    /// An administrator allows an extension to act in the service that it joins to Desk.
    pub fn authorise_service(&mut self, name: &str) -> Outcome {
        self.parts_of(name)?;
        let told = format!("as an administrator, authorises the other service of \"{name}\"");
        self.happen(told, AuthoriseService { extension: name.to_owned() })
    }

    /// An administrator takes back what an extension was allowed in the other service.
    pub fn revoke_service(&mut self, name: &str) -> Outcome {
        self.parts_of(name)?;
        let told = format!("as an administrator, revokes the other service of \"{name}\"");
        self.happen(told, RevokeService { extension: name.to_owned() })
    }

    /// An administrator moves to the version of an extension that lies in a folder under the fixtures root.
    pub fn update_to(&mut self, name: &str, from: &str) -> Outcome {
        if self.is_on_freshdesk() {
            return self.update_app_to(name, from);
        }
        self.parts_of(name)?;
        let subjects = self.version(name, from)?;
        let version = Some((subjects.declared.clone(), subjects.config.clone()));
        self.forget_scripts(name);
        self.updates(name, version)?;
        self.bring_widgets(name, Some(from), &subjects);
        Ok(())
    }

    /// An administrator moves to a version of an extension that says of itself what the one before said.
    pub fn update(&mut self, name: &str) -> Outcome {
        if self.is_on_freshdesk() {
            return self.update_app(name);
        }
        self.parts_of(name)?;
        self.updates(name, None)
    }

    fn updates(&mut self, name: &str, version: Option<Said>) -> Outcome {
        let told = format!("as an administrator, updates the extension \"{name}\"");
        self.happen(told, UpdateExtension { extension: name.to_owned(), version })
    }

    /// An administrator deletes a config param's value.
    pub fn delete_param(&mut self, name: &str, extension: &str) -> Outcome {
        self.known_param(extension, name)?;
        self.stage.tell(format!("as an administrator, deletes the param {name} of \"{extension}\""));
        self.stage.input(Input::SetParam { extension: extension.to_owned(), name: name.to_owned(), value: String::new() });
        Ok(())
    }

    /// An administrator chooses one more department for an extension.
    pub fn choose_department(&mut self, department: &str, name: &str) -> Outcome {
        self.parts_of(name)?;
        self.known_department(department)?;
        let told = format!("as an administrator, chooses the department {department} for \"{name}\"");
        self.happen(told, ChooseDepartment { extension: name.to_owned(), department: department.to_owned() })
    }

    /// An administrator uninstalls an extension.
    pub fn uninstall(&mut self, name: &str) -> Outcome {
        if self.is_on_freshdesk() {
            return self.uninstall_app(name);
        }
        self.parts_of(name)?;
        self.forget_scripts(name);
        let told = format!("as an administrator, uninstalls the extension \"{name}\"");
        self.happen(told, UninstallExtension { extension: name.to_owned() })
    }

    fn forget_scripts(&mut self, name: &str) {
        self.scripts.retain(|(extension, _), _| extension != name);
    }

    /// Refuses an extension that neither is nor was installed, and is not declared.
    pub(super) fn ever_known(&mut self, name: &str) -> Outcome {
        let desk = self.stage.desk();
        if desk.has_departed(name) || desk.installation(name).is_some() {
            return Ok(());
        }
        let known = desk.installed_extensions();
        let help = meant(name, known, format!("say `When the administrator installs the extension \"{name}\" from \"…\"` before"));
        self.wrong(format!("no extension is called \"{name}\""), help)
    }
}
