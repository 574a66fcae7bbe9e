use super::data::{Codes, Platform};
use super::entry::Entry;
use super::store::Catalog;

/// What is one help desk's alone.
impl Catalog {
    /// The catalogue of one platform: what another one documents is not there, not even by a near name.
    #[must_use]
    pub fn of(&self, platform: Platform) -> Self {
        let mut own = self.clone();
        let data = &mut own.data;
        data.locations.retain(|it| Entry::Location(it).platform() == platform);
        data.events.retain(|it| Entry::Event(it).platform() == platform);
        data.hooks.retain(|it| Entry::Hook(it).platform() == platform);
        data.properties.retain(|it| Entry::Property(it).platform() == platform);
        data.exchanges.retain(|it| Entry::Exchange(it).platform() == platform);
        data.calls.retain(|it| Entry::Call(it).platform() == platform);
        data.rules.retain(|it| Entry::Rule(it).platform() == platform);
        data.quirks.retain(|it| Entry::Quirk(it).platform() == platform);
        data.limits.retain(|it| Entry::Limit(it).platform() == platform);
        data.messages.retain(|it| Entry::Message(it).platform() == platform);
        own
    }

    /// The table of this name that says what numbers stand for, for example `ticket.status` (FD-12).
    #[must_use]
    pub fn codes(&self, name: &str) -> Option<&Codes> {
        self.rules().flat_map(|rule| &rule.codes).find(|codes| codes.name == name)
    }
}

impl Codes {
    /// What a number stands for; `None` where the table has no such number, or has lost its name (quirk Q-62).
    #[must_use]
    pub fn name_of(&self, code: i64) -> Option<&str> {
        self.values.iter().find(|known| known.code == code).map(|known| known.name.as_str()).filter(|name| !name.is_empty())
    }

    /// All names, in the order of the page.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|known| known.name.as_str()).filter(|name| !name.is_empty())
    }

    /// The number that stands for a name.
    #[must_use]
    pub fn code_of(&self, name: &str) -> Option<i64> {
        self.values.iter().find(|known| !name.is_empty() && known.name == name).map(|known| known.code)
    }
}
