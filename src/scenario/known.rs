//! Names that the feature uses: known ones, or the nearest known one with the page's section.

use super::meant::meant_one_of;
use super::{Outcome, Scenario};
use crate::catalog::{Catalog, Entry, Event, Hook, Kind, Platform};
use crate::compare::is_id;
use std::sync::Arc;

/// How many names a help lists.
const FEW: usize = 10;

impl Scenario {
    pub(super) fn known_location(&mut self, location: &str) -> Outcome {
        self.documented(Kind::Location, location)
    }

    /// Refuses a hook that there is not, and another page's spelling of one: nobody is ever asked under that.
    pub(super) fn exact_hook(&mut self, hook: &str) -> Outcome {
        self.documented(Kind::Hook, hook)?;
        let catalog = Arc::clone(&self.catalog);
        match catalog.hook(hook) {
            Some(found) if found.name != hook => {
                let help = format!("write \"{}\"{}", found.name, section(Some(Entry::Hook(found))));
                self.wrong(format!("\"{hook}\" is another page's spelling of this hook"), help)
            }
            _ => Ok(()),
        }
    }

    /// Refuses a hook of which nothing can be expected.
    pub(super) fn known_hook(&mut self, hook: &str) -> Outcome {
        self.exact_hook(hook)?;
        self.happens(Kind::Hook, hook, "asks the hook")
    }

    /// Refuses an event of which nothing can be expected.
    pub(super) fn known_event(&mut self, event: &str) -> Outcome {
        if self.stage.trace.emitted().any(|emitted| emitted == event) {
            return Ok(());
        }
        if self.catalog.event(event).is_none()
            && let Some(near) = self.nearest_emitted(event)
        {
            return self.wrong(format!("no widget has emitted \"{event}\""), format!("did you mean \"{near}\"?"));
        }
        self.documented(Kind::Event, event)?;
        self.happens(Kind::Event, event, "broadcasts the event")
    }

    /// Refuses to listen to what is neither an event of Desk's nor far enough from one to be an extension's own (EVT-26).
    pub(super) fn heard_of(&mut self, event: &str) -> Outcome {
        let catalog = &self.catalog;
        let is_own = !event.is_empty() && catalog.hook(event).is_none() && near(catalog, Kind::Event, event).is_none();
        if is_own { Ok(()) } else { self.documented(Kind::Event, event) }
    }

    /// Refuses what is no string of digits, where `what` is to be given, an ID such as `like`.
    pub(super) fn sound_id(&mut self, id: &str, what: &str, like: &str) -> Outcome {
        if is_id(id) {
            return Ok(());
        }
        self.wrong(format!("\"{id}\" is no {what}"), format!("write a string of digits, such as \"{like}\""))
    }

    /// Refuses what nobody documents.
    pub(super) fn documented(&mut self, kind: Kind, name: &str) -> Outcome {
        let catalog = Arc::clone(&self.catalog);
        if entry(&catalog, kind, name).is_some() {
            return Ok(());
        }
        let help = match kind {
            Kind::Hook if catalog.event(name).is_some() => {
                "that is an event: write `listens to the event`, `broadcasts the event` or `receives`".to_owned()
            }
            Kind::Event if catalog.hook(name).is_some() => {
                "that is a hook: write `allows the hook`, `asks the hook` or `is asked`".to_owned()
            }
            _ => match (near(&catalog, kind, name), kind) {
                (Some(near), _) => format!("did you mean \"{near}\"{}?", section(entry(&catalog, kind, &near))),
                (None, Kind::Hook) if catalog.hooks().count() <= FEW => {
                    format!("write one of {}", catalog.hooks().map(|hook| hook.name.as_str()).collect::<Vec<_>>().join(", "))
                }
                (None, Kind::Location) => format!("run `deskspec explain {}` for the list", self.locations_rule()),
                (None, _) => "`deskspec steps` shows sentences with names that there are".to_owned(),
            },
        };
        self.wrong(format!("no {kind} is called \"{name}\""), help)
    }

    /// The rule that lists the host's locations.
    fn locations_rule(&self) -> &'static str {
        match self.platform() {
            Platform::Desk => "LOC-01",
            Platform::Freshdesk => "FD-14",
        }
    }

    /// Refuses what this version's Desk does not play and the feature has not fired: a check of it would hold or fail for no reason.
    fn happens(&mut self, kind: Kind, name: &str, verb: &str) -> Outcome {
        let catalog = Arc::clone(&self.catalog);
        let wanted = entry(&catalog, kind, name);
        let fired = self.stage.fired_by_hand().any(|fired| entry(&catalog, kind, fired) == wanted);
        if fired || wanted.is_some_and(|entry| entry.played()) {
            return Ok(());
        }
        let host = self.platform().word();
        let title = format!("the {kind} \"{name}\" is documented, and this version's {host} does not play it yet");
        let fire = match self.platform() {
            Platform::Desk => format!("When Desk {verb} \"{name}\" with"),
            Platform::Freshdesk => format!("When the product event \"{name}\" comes with"),
        };
        self.wrong(title, format!("fire it by hand before: `{fire}` and its payload in a doc string"))
    }

    /// Refuses what the dialect that is spoken does not have (HOOK-30).
    pub(super) fn spoken(&mut self, kind: Kind, name: &str) -> Outcome {
        let catalog = Arc::clone(&self.catalog);
        let Some(found) = entry(&catalog, kind, name).filter(|found| !catalog.speaks(*found)) else { return Ok(()) };
        let (Entry::Event(Event { dialects, .. }) | Entry::Hook(Hook { dialects, .. })) = found else { return Ok(()) };
        let title = format!("the dialect \"{}\" has no {kind} \"{name}\" (HOOK-30)", catalog.dialect());
        self.wrong(title, format!("tag the scenario @dialect:{}{}", dialects.join(" or @dialect:"), section(Some(found))))
    }

    /// Refuses to expect an event or a hook `times` times where it never comes (EVT-29, HOOK-25).
    pub(super) fn can_reach(&mut self, kind: Kind, name: &str, location: &str, times: u64) -> Outcome {
        let catalog = Arc::clone(&self.catalog);
        if entry(&catalog, kind, name).is_none() {
            // An extension's own: it goes to whichever of its widgets it is sent to.
            return Ok(());
        }
        let (may, list) = match kind {
            Kind::Hook => (
                catalog.may_be_asked(name, location),
                catalog.hook(name).and_then(|hook| hook.locations.as_ref()).map(|list| list.iter().map(String::as_str).collect()),
            ),
            _ => (catalog.may_receive(name, location), catalog.event(name).and_then(|event| event.locations_for(name))),
        };
        if may || times == 0 {
            return Ok(());
        }
        self.spoken(kind, name)?;
        let list: Vec<&str> = list.unwrap_or_default();
        let page = section(entry(&catalog, kind, name));
        self.wrong(format!("the {kind} \"{name}\" never reaches {location}"), meant_one_of(location, &list) + &page)
    }
}

fn near(catalog: &Catalog, kind: Kind, name: &str) -> Option<String> {
    if kind == Kind::Event { catalog.nearest_event(name) } else { catalog.nearest(kind, name).map(str::to_owned) }
}

fn entry<'a>(catalog: &'a Catalog, kind: Kind, name: &str) -> Option<Entry<'a>> {
    catalog.entry(&format!("{kind}:{name}"))
}

/// Where the pages document it, in brackets.
fn section(entry: Option<Entry<'_>>) -> String {
    let source = entry.and_then(|entry| entry.sources().first().copied());
    source.map_or_else(String::new, |source| format!(" ({source})"))
}
