use super::data::{Filed, Hook, Table};
use super::entry::{Entry, Kind};
use super::store::Catalog;
use crate::spelling::nearest;

/// Entries of any kind, by what people write.
impl Catalog {
    /// The first entry of this name or id; ids in any case. `kind:name` asks for one kind, as in `property:ticket.status`.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<Entry<'_>> {
        self.entries(id).into_iter().next()
    }

    /// Every entry of this name or id: `ticket.status` is a hook and a property.
    #[must_use]
    pub fn entries(&self, id: &str) -> Vec<Entry<'_>> {
        if let Some((kind, name)) = id.split_once(':') {
            return Kind::ALL
                .into_iter()
                .find(|known| known.to_string() == kind)
                .and_then(|kind| self.find(kind, name))
                .into_iter()
                .collect();
        }
        Kind::ALL.into_iter().filter_map(|kind| self.find(kind, id)).collect()
    }

    fn find(&self, kind: Kind, name: &str) -> Option<Entry<'_>> {
        match kind {
            Kind::Event => self.event(name).map(Entry::Event),
            Kind::Hook => self.hook(name).map(Entry::Hook),
            Kind::Location => self.location(name).map(Entry::Location),
            Kind::Property => self.property(name).map(Entry::Property),
            Kind::Exchange => self.exchange(name).map(Entry::Exchange),
            Kind::Call => self.call(name).map(Entry::Call),
            Kind::Rule => any_case(&self.data.rules, name).map(Entry::Rule),
            Kind::Quirk => any_case(&self.data.quirks, name).map(Entry::Quirk),
            Kind::Limit => any_case(&self.data.limits, name).map(Entry::Limit),
            Kind::Message => any_case(&self.data.messages, name).map(Entry::Message),
        }
    }

    /// Every entry of a kind, in order.
    #[must_use]
    pub fn all(&self, kind: Kind) -> Vec<Entry<'_>> {
        match kind {
            Kind::Event => self.events().map(Entry::Event).collect(),
            Kind::Hook => self.hooks().map(Entry::Hook).collect(),
            Kind::Location => self.locations().map(Entry::Location).collect(),
            Kind::Property => self.properties().map(Entry::Property).collect(),
            Kind::Exchange => self.exchanges().map(Entry::Exchange).collect(),
            Kind::Call => self.calls().map(Entry::Call).collect(),
            Kind::Rule => self.rules().map(Entry::Rule).collect(),
            Kind::Quirk => self.quirks().map(Entry::Quirk).collect(),
            Kind::Limit => self.limits().map(Entry::Limit).collect(),
            Kind::Message => self.messages().map(Entry::Message).collect(),
        }
    }

    /// The name of this kind that `name` was probably meant to be.
    #[must_use]
    pub fn nearest(&self, kind: Kind, name: &str) -> Option<&str> {
        nearest(name, self.names(kind))
    }

    /// The event that `name` was probably meant to be; of a template, with the variables that `name` has.
    #[must_use]
    pub fn nearest_event(&self, name: &str) -> Option<String> {
        let made: Vec<String> = self.events().flat_map(|event| event.like(name)).collect();
        nearest(name, self.names(Kind::Event).into_iter().chain(made.iter().map(String::as_str))).map(str::to_owned)
    }

    /// The name or id of any kind that `name` was probably meant to be.
    #[must_use]
    pub fn nearest_entry(&self, name: &str) -> Option<&str> {
        nearest(name, Kind::ALL.into_iter().flat_map(|kind| self.names(kind)))
    }

    /// What people may write for an entry of a kind: names, other spellings, and the examples of templates in their place.
    fn names(&self, kind: Kind) -> Vec<&str> {
        match kind {
            Kind::Event => self.events().map(|event| event.example.as_deref().unwrap_or(&event.name)).collect(),
            Kind::Hook => {
                self.hooks().map(Hook::label).chain(self.hooks().flat_map(|hook| hook.aliases.iter().map(|a| &*a.name))).collect()
            }
            _ => self.all(kind).into_iter().map(|entry| entry.label()).collect(),
        }
    }
}

fn any_case<'a, T: Filed>(table: &'a Table<T>, id: &str) -> Option<&'a T> {
    table.get(id).or_else(|| table.iter().find(|entry| entry.label().eq_ignore_ascii_case(id)))
}
