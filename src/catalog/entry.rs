use super::data::{Call, Event, Exchange, Hook, Limit, Location, Message, Platform, Property, Quirk, Rule};
use std::fmt;

/// The kinds of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// [`Event`]
    Event,
    /// [`Hook`]
    Hook,
    /// [`Location`]
    Location,
    /// [`Property`]
    Property,
    /// [`Exchange`]
    Exchange,
    /// [`Call`]
    Call,
    /// [`Rule`]
    Rule,
    /// [`Quirk`]
    Quirk,
    /// [`Limit`]
    Limit,
    /// [`Message`]
    Message,
}

impl Kind {
    /// All kinds, in the order in which a name is looked up.
    pub const ALL: [Self; 10] = [
        Self::Hook,
        Self::Event,
        Self::Location,
        Self::Property,
        Self::Exchange,
        Self::Call,
        Self::Rule,
        Self::Quirk,
        Self::Limit,
        Self::Message,
    ];
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Event => "event",
            Self::Hook => "hook",
            Self::Location => "location",
            Self::Property => "property",
            Self::Exchange => "exchange",
            Self::Call => "call",
            Self::Rule => "rule",
            Self::Quirk => "quirk",
            Self::Limit => "limit",
            Self::Message => "message",
        })
    }
}

/// One entry of the catalogue, of whichever kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry<'a> {
    /// An event.
    Event(&'a Event),
    /// A hook.
    Hook(&'a Hook),
    /// A location.
    Location(&'a Location),
    /// A property.
    Property(&'a Property),
    /// An HTTP exchange.
    Exchange(&'a Exchange),
    /// A call of the client SDK's.
    Call(&'a Call),
    /// A rule.
    Rule(&'a Rule),
    /// A quirk.
    Quirk(&'a Quirk),
    /// A limit.
    Limit(&'a Limit),
    /// A text of the host's.
    Message(&'a Message),
}

/// The same field of whichever entry it is.
macro_rules! of_each {
    ($self:expr, $entry:ident => $field:expr) => {
        match $self {
            Entry::Event($entry) => $field,
            Entry::Hook($entry) => $field,
            Entry::Location($entry) => $field,
            Entry::Property($entry) => $field,
            Entry::Exchange($entry) => $field,
            Entry::Call($entry) => $field,
            Entry::Rule($entry) => $field,
            Entry::Quirk($entry) => $field,
            Entry::Limit($entry) => $field,
            Entry::Message($entry) => $field,
        }
    };
}

impl<'a> Entry<'a> {
    /// Which kind it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Event(_) => Kind::Event,
            Self::Hook(_) => Kind::Hook,
            Self::Location(_) => Kind::Location,
            Self::Property(_) => Kind::Property,
            Self::Exchange(_) => Kind::Exchange,
            Self::Call(_) => Kind::Call,
            Self::Rule(_) => Kind::Rule,
            Self::Quirk(_) => Kind::Quirk,
            Self::Limit(_) => Kind::Limit,
            Self::Message(_) => Kind::Message,
        }
    }

    /// Its name or id, unique within its kind.
    #[must_use]
    pub fn label(&self) -> &'a str {
        use super::data::Filed;
        of_each!(*self, entry => entry.label())
    }

    /// What it is, in a few words.
    #[must_use]
    pub fn title(&self) -> &'a str {
        match *self {
            Self::Property(property) => &property.text,
            Self::Event(Event { title, .. })
            | Self::Hook(Hook { title, .. })
            | Self::Location(Location { title, .. })
            | Self::Exchange(Exchange { title, .. })
            | Self::Call(Call { title, .. })
            | Self::Rule(Rule { title, .. })
            | Self::Quirk(Quirk { title, .. })
            | Self::Limit(Limit { title, .. })
            | Self::Message(Message { title, .. }) => title,
        }
    }

    /// Pages and sections, in the order of the file; those of a quirk come from its readings.
    #[must_use]
    pub fn sources(&self) -> Vec<&'a str> {
        let mut sources: Vec<&str> = match *self {
            Self::Quirk(quirk) => quirk.readings.iter().flat_map(|reading| &reading.sources).map(String::as_str).collect(),
            Self::Event(Event { sources, .. })
            | Self::Hook(Hook { sources, .. })
            | Self::Location(Location { sources, .. })
            | Self::Property(Property { sources, .. })
            | Self::Exchange(Exchange { sources, .. })
            | Self::Call(Call { sources, .. })
            | Self::Rule(Rule { sources, .. })
            | Self::Limit(Limit { sources, .. })
            | Self::Message(Message { sources, .. }) => sources.iter().map(String::as_str).collect(),
        };
        let mut seen = std::collections::BTreeSet::new();
        sources.retain(|source| seen.insert(*source));
        sources
    }

    /// The rules that it names, its own first.
    #[must_use]
    pub fn rules(&self) -> Vec<&'a str> {
        match *self {
            Self::Event(Event { rule, rules, .. })
            | Self::Hook(Hook { rule, rules, .. })
            | Self::Exchange(Exchange { rule, rules, .. })
            | Self::Call(Call { rule, rules, .. }) => std::iter::once(rule).chain(rules).map(String::as_str).collect(),
            Self::Location(Location { rules, .. }) | Self::Property(Property { rules, .. }) => rules.iter().map(String::as_str).collect(),
            Self::Limit(Limit { rule, .. }) | Self::Message(Message { rule, .. }) => vec![rule],
            Self::Rule(_) | Self::Quirk(_) => Vec::new(),
        }
    }

    /// The quirks that it names.
    #[must_use]
    pub fn quirks(&self) -> Vec<&'a str> {
        match *self {
            Self::Location(_) | Self::Quirk(_) => Vec::new(),
            Self::Event(Event { quirks, .. })
            | Self::Hook(Hook { quirks, .. })
            | Self::Property(Property { quirks, .. })
            | Self::Exchange(Exchange { quirks, .. })
            | Self::Call(Call { quirks, .. })
            | Self::Rule(Rule { quirks, .. })
            | Self::Limit(Limit { quirks, .. })
            | Self::Message(Message { quirks, .. }) => quirks.iter().map(String::as_str).collect(),
        }
    }

    /// Whether the model plays it so far.
    #[must_use]
    pub fn played(&self) -> bool {
        of_each!(self, entry => entry.played)
    }

    /// Whose it is. An entry that stands in no file of a platform's, as one that a test makes, is Desk's.
    #[must_use]
    pub fn platform(&self) -> Platform {
        Platform::of(self.file()).unwrap_or(Platform::Desk)
    }

    /// The catalogue's file that holds it, for example `desk/hooks/ticket.close.yaml`.
    #[must_use]
    pub fn file(&self) -> &'a str {
        of_each!(*self, entry => &entry.file)
    }
}
