//! Who sees an extension, its config params, and its own page.

use super::meant::meant;
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::host::Input;
use crate::host::desk::{Page, Param};
use crate::spelling::nearest;

impl Scenario {
    /// The agent at the desk has a profile.
    pub fn set_profile(&mut self, profile: &str) -> Outcome {
        self.plausible_profile(profile)?;
        self.stage.input(Input::SetProfile { profile: profile.to_owned() });
        Ok(())
    }

    /// An extension is visible to a profile, and to others only where it is said so too.
    pub fn show_to(&mut self, extension: &str, profile: &str) -> Outcome {
        self.widgets_of(extension)?;
        self.plausible_profile(profile)?;
        self.stage.input(Input::ShowTo { extension: extension.to_owned(), profile: profile.to_owned() });
        Ok(())
    }

    /// An extension is not in production yet.
    pub fn develop(&mut self, extension: &str) -> Outcome {
        self.parts_of(extension)?;
        self.stage.input(Input::Develop { extension: extension.to_owned() });
        Ok(())
    }

    /// An extension is configured for an agent, and for others only where it is said so too.
    pub fn configure_for(&mut self, extension: &str, user: &str) -> Outcome {
        self.parts_of(extension)?;
        let user = self.known_agent(user)?;
        self.stage.input(Input::ConfigureFor { extension: extension.to_owned(), user });
        Ok(())
    }

    /// A portal names its profiles itself; a slip in the one that the documents name would hold or fail for no reason.
    pub(super) fn plausible_profile(&mut self, profile: &str) -> Outcome {
        let catalog = std::sync::Arc::clone(&self.catalog);
        let known: Vec<&str> = catalog.locations().filter_map(|location| location.open_to.as_deref()).collect();
        match nearest(profile, known.iter().copied()).filter(|near| *near != profile) {
            Some(near) => self.wrong(format!("no profile is called \"{profile}\""), format!("did you mean \"{near}\"?")),
            None if profile.is_empty() => self.wrong("the profile has no name", "write one, such as \"Agent\""),
            None => Ok(()),
        }
    }

    /// A scripted extension declares a config param.
    pub fn declare_param(&mut self, extension: &str, name: &str, mandatory: bool) -> Outcome {
        self.declare(extension, Param { name: name.to_owned(), mandatory, secure: false, value: None })
    }

    /// A scripted extension declares a config param whose value is a secret.
    pub fn declare_secret(&mut self, extension: &str, name: &str) -> Outcome {
        self.declare(extension, Param { name: name.to_owned(), mandatory: false, secure: true, value: None })
    }

    fn declare(&mut self, extension: &str, param: Param) -> Outcome {
        let widgets = self.parts_of(extension)?;
        let desk = self.stage.desk();
        if widgets.iter().any(|id| desk.widget(*id).is_some_and(|widget| !widget.scripted)) {
            let title = format!("\"{extension}\" is a real package: its params stand in its plugin-manifest.json");
            return self.wrong(title, "leave this line out, or declare the param there, in \"config\"");
        }
        if self.params(extension).iter().any(|known| known.name == param.name) {
            return self.wrong(format!("\"{extension}\" has a param \"{}\" already", param.name), "leave this line out");
        }
        self.stage.input(Input::DeclareParam { extension: extension.to_owned(), param });
        Ok(())
    }

    fn params(&self, extension: &str) -> Vec<Param> {
        self.stage.desk().installation(extension).map(|installation| installation.params.clone()).unwrap_or_default()
    }

    /// The agent sets a config param of an installation.
    pub fn set_param(&mut self, extension: &str, name: &str, value: &str) -> Outcome {
        self.known_param(extension, name)?;
        self.stage.tell(format!("sets the param {name} of \"{extension}\" to \"{value}\""));
        self.stage.input(Input::SetParam { extension: extension.to_owned(), name: name.to_owned(), value: value.to_owned() });
        Ok(())
    }

    /// Refuses a param that the extension does not declare.
    pub(super) fn known_param(&mut self, extension: &str, name: &str) -> Outcome {
        self.parts_of(extension)?;
        let params = self.params(extension);
        if params.iter().any(|param| param.name == name) { Ok(()) } else { self.unknown_param(extension, name, &params) }
    }

    fn unknown_param<T>(&mut self, extension: &str, name: &str, params: &[Param]) -> Result<T, Failed> {
        let otherwise = format!("say `Given the extension \"{extension}\" has the mandatory param \"{name}\"` before");
        let help = meant(name, params.iter().map(|param| param.name.as_str()), otherwise);
        self.wrong(format!("\"{extension}\" declares no param \"{name}\""), help)
    }

    /// The agent goes to an extension's own page.
    pub fn open_extension(&mut self, extension: &str) -> Outcome {
        self.widgets_of(extension)?;
        self.go_to(Page::extension(extension), format!("opens the page of the extension \"{extension}\""))
    }

    /// The agent tries to pick a widget in vain.
    pub fn expect_out_of_reach(&mut self, extension: &str, location: &str) -> Outcome {
        let id = self.widget(extension, location)?;
        self.stage.input(Input::Pick { widget: id });
        self.expect(!self.is_alive(id), || format!("the agent can pick \"{extension}\" at \"{location}\""))
    }
}
