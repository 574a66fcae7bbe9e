//! Names that the feature uses: known ones, or the nearest known one.

use super::{Outcome, Scenario};
use crate::catalog::Kind;

impl Scenario {
    pub(super) fn known_location(&mut self, location: &str) -> Outcome {
        let played = self.setup.catalog.location(location).map(|_| true);
        self.known(played, Kind::Location, "location", location)
    }

    pub(super) fn known_hook(&mut self, hook: &str) -> Outcome {
        let played = self.setup.catalog.hook(hook).map(|hook| hook.played);
        self.known(played, Kind::Hook, "hook", hook)
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
        let played = self.setup.catalog.event(event).map(|event| event.played);
        self.known(played, Kind::Event, "event", event)
    }

    /// Refuses what nobody documents, and what this version does not play: a check of it would hold or fail for no reason.
    fn known(&mut self, played: Option<bool>, kind: Kind, word: &str, name: &str) -> Outcome {
        let catalog = &self.setup.catalog;
        let help = match played {
            Some(true) => return Ok(()),
            Some(false) => {
                let title = format!("the {word} \"{name}\" is documented, and this version's Desk does not play it yet");
                return self.wrong(title, format!("`deskspec explain {name}` tells what is documented"));
            }
            None if kind == Kind::Hook && catalog.event(name).is_some() => {
                "that is an event: write `listens to the event`, or `receives`".to_owned()
            }
            None if kind == Kind::Event && catalog.hook(name).is_some() => {
                "that is a hook: write `allows the hook`, or `is asked`".to_owned()
            }
            None => match (catalog.nearest(kind, name), kind) {
                (Some(near), _) => format!("did you mean \"{near}\"?"),
                (None, Kind::Location) => "run `deskspec explain LOC-01` for the list".to_owned(),
                (None, _) => "`deskspec steps` shows sentences with names that there are".to_owned(),
            },
        };
        self.wrong(format!("no {word} is called \"{name}\""), help)
    }
}
