//! Names that the feature uses: known ones, or the nearest known one.

use super::{Outcome, Scenario};
use crate::catalog::Kind;

impl Scenario {
    pub(super) fn known_location(&mut self, location: &str) -> Outcome {
        let known = self.setup.catalog.location(location).is_some();
        self.known(known, Kind::Location, "location", location)
    }

    pub(super) fn known_hook(&mut self, hook: &str) -> Outcome {
        let known = self.setup.catalog.hook(hook).is_some();
        self.known(known, Kind::Hook, "hook", hook)
    }

    /// Refuses a hook that there is not, and another page's spelling of one: nobody is ever asked under that.
    pub(super) fn exact_hook(&mut self, hook: &str) -> Outcome {
        self.known_hook(hook)?;
        match self.setup.catalog.hook(hook).map(|hook| hook.name.clone()) {
            Some(name) if name != hook => {
                self.wrong(format!("\"{hook}\" is an older page's spelling of this hook"), format!("write \"{name}\""))
            }
            _ => Ok(()),
        }
    }

    pub(super) fn known_event(&mut self, event: &str) -> Outcome {
        let known = self.setup.catalog.event(event).is_some();
        self.known(known, Kind::Event, "event", event)
    }

    fn known(&mut self, known: bool, kind: Kind, word: &str, name: &str) -> Outcome {
        if known {
            return Ok(());
        }
        let near = self.setup.catalog.nearest(kind, name).map(str::to_owned);
        let help = near.map_or_else(
            || match kind {
                Kind::Location => "run `deskspec explain LOC-01` for the list".to_owned(),
                _ => "`deskspec steps` shows sentences with names that there are".to_owned(),
            },
            |near| format!("did you mean \"{near}\"?"),
        );
        self.wrong(format!("no {word} is called \"{name}\""), help)
    }
}
