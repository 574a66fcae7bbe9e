use super::data::{Call, Event, Exchange, Hook, Limit, Location, Message, Property, Quirk, Rule};
use super::store::Catalog;
use super::template;

impl Catalog {
    /// The location of this name.
    #[must_use]
    pub fn location(&self, name: &str) -> Option<&Location> {
        self.data.locations.get(name)
    }

    /// The event of this name, or the template event that this name is made from, for example `ticketForm_email.changed`.
    #[must_use]
    pub fn event(&self, name: &str) -> Option<&Event> {
        self.data.events.get(name).or_else(|| self.events().find(|event| event.bind(name).is_some()))
    }

    /// The hook of this name, or of this other spelling of its name.
    #[must_use]
    pub fn hook(&self, name: &str) -> Option<&Hook> {
        let spelt_so = |hook: &&Hook| hook.aliases.iter().any(|alias| alias.name == name);
        self.data.hooks.get(name).or_else(|| self.hooks().find(spelt_so))
    }

    /// The property of this name, for example `ticket.subject`, or the template that this name is made from, as `ticketForm.subject` is.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&Property> {
        let made_from = |property: &&Property| template::is_template(&property.name) && template::bind(&property.name, name).is_some();
        self.data.properties.get(name).or_else(|| self.properties().find(made_from))
    }

    /// The HTTP exchange of this name, for example `channel.pull`.
    #[must_use]
    pub fn exchange(&self, name: &str) -> Option<&Exchange> {
        self.data.exchanges.get(name)
    }

    /// The call of this name, for example `set database`, or the template that this name is made from, as `set ticketForm.subject` is.
    #[must_use]
    pub fn call(&self, name: &str) -> Option<&Call> {
        let made_from = |call: &&Call| template::is_template(&call.name) && template::bind(&call.name, name).is_some();
        let also = |call: &&Call| call.also.as_deref() == Some(name);
        self.data.calls.get(name).or_else(|| self.calls().find(also)).or_else(|| self.calls().find(made_from))
    }

    /// The limit of this id, for example `hook.deadline`.
    #[must_use]
    pub fn limit(&self, id: &str) -> Option<&Limit> {
        self.data.limits.get(id)
    }

    /// The rule of this id, for example `HOOK-04`.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.data.rules.get(id)
    }

    /// The quirk of this id, for example `Q-20`.
    #[must_use]
    pub fn quirk(&self, id: &str) -> Option<&Quirk> {
        self.data.quirks.get(id)
    }

    /// The host's text of this id, for example `hook.refused`.
    #[must_use]
    pub fn message(&self, id: &str) -> Option<&Message> {
        self.data.messages.get(id)
    }

    /// What the host's text of this id says where its variables stand for these values; nothing where there is no such text.
    #[must_use]
    pub fn wording(&self, id: &str, values: &[(&str, &str)]) -> String {
        self.message(id).map(|message| message.filled(values)).unwrap_or_default()
    }

    /// All locations, in the order of the platform page's table.
    pub fn locations(&self) -> impl Iterator<Item = &Location> {
        self.data.locations.iter()
    }

    /// All events, in the order of their rules.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.data.events.iter()
    }

    /// All hooks, in the order of their rules.
    pub fn hooks(&self) -> impl Iterator<Item = &Hook> {
        self.data.hooks.iter()
    }

    /// All properties, by object, in the order of the page.
    pub fn properties(&self) -> impl Iterator<Item = &Property> {
        self.data.properties.iter()
    }

    /// All HTTP exchanges, by file, in its order.
    pub fn exchanges(&self) -> impl Iterator<Item = &Exchange> {
        self.data.exchanges.iter()
    }

    /// All calls of the client SDK's with which widgets have something done, by file, in its order.
    pub fn calls(&self) -> impl Iterator<Item = &Call> {
        self.data.calls.iter()
    }

    /// All rules, by family, in the order of their numbers.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.data.rules.iter()
    }

    /// All quirks, by platform, in the order of their numbers.
    pub fn quirks(&self) -> impl Iterator<Item = &Quirk> {
        self.data.quirks.iter()
    }

    /// All limits.
    pub fn limits(&self) -> impl Iterator<Item = &Limit> {
        self.data.limits.iter()
    }

    /// All of the host's texts.
    pub fn messages(&self) -> impl Iterator<Item = &Message> {
        self.data.messages.iter()
    }
}
