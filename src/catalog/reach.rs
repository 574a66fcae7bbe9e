use super::entry::Entry;
use super::store::Catalog;

/// Where the widget of a modal box lives, as the client SDK calls it: a place over the page, on no list of locations.
pub const MODAL: &str = "__MODAL__";

/// Who hears, answers and reads what.
impl Catalog {
    /// Whether a widget at `location` may receive the event `name` (EVT-29); anybody may where no list is given (quirk Q-22).
    #[must_use]
    pub fn may_receive(&self, name: &str, location: &str) -> bool {
        self.event(name).is_some_and(|event| {
            let listed = event.locations_for(name).is_none_or(|list| list.contains(&location));
            listed && self.speaks(Entry::Event(event)) && self.takes_part(location, &event.name)
        })
    }

    /// Whether a widget at `location` is asked for the hook `name` (HOOK-25); anybody is where no list is given (quirk Q-22).
    #[must_use]
    pub fn may_be_asked(&self, name: &str, location: &str) -> bool {
        self.hook(name).is_some_and(|hook| {
            let listed = allows(hook.locations.as_deref(), location);
            listed && self.speaks(Entry::Hook(hook)) && self.takes_part(location, &hook.name)
        })
    }

    /// The names under which a hook asks its subscribers: its own, then other spellings of the newer page's own section (quirk Q-04).
    #[must_use]
    pub fn spellings<'a>(&'a self, hook: &'a str) -> Vec<&'a str> {
        let known = self.hook(hook);
        let others = known.into_iter().flat_map(|known| known.aliases.iter().filter(|alias| known.sources.first() == Some(&alias.source)));
        std::iter::once(known.map_or(hook, |known| &known.name)).chain(others.map(|alias| alias.name.as_str())).collect()
    }

    /// Whether a widget at `location` may read the property `name`; anybody may where the page names no locations.
    #[must_use]
    pub fn may_read(&self, name: &str, location: &str) -> bool {
        self.property(name).is_some_and(|property| allows(property.locations.as_deref(), location) && self.takes_part(location, name))
    }

    /// Whether a widget at `location` may make the call `name`; anybody may where no list is given.
    #[must_use]
    pub fn may_call(&self, name: &str, location: &str) -> bool {
        self.call(name).is_some_and(|call| allows(call.locations.as_deref(), location) && self.takes_part(location, name))
    }

    /// Whether a location is known, and known for this (LOC-07).
    fn takes_part(&self, location: &str, name: &str) -> bool {
        location == MODAL || self.location(location).is_some_and(|at| at.only.is_empty() || at.only.iter().any(|only| only == name))
    }
}

fn allows(list: Option<&[String]>, location: &str) -> bool {
    list.is_none_or(|list| list.iter().any(|at| at == location))
}
