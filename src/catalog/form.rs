use super::data::{Payload, Property};
use super::store::Catalog;
use super::{Event, Type, template};

/// What the forms of the modules have, as far as the pages say.
impl Catalog {
    /// The event that tells of the fields of forms (E, "On changing the value in a field"; EVT-12).
    #[must_use]
    pub fn form_event(&self) -> Option<&Event> {
        self.events().find(|event| event.variables.iter().any(|variable| variable.name == "module"))
    }

    /// The modules whose add forms tell of their fields.
    #[must_use]
    pub fn form_modules(&self) -> Vec<&str> {
        let variables = self.form_event().into_iter().flat_map(|event| &event.variables);
        variables.filter(|variable| variable.name == "module").flat_map(|it| it.values.iter().map(String::as_str)).collect()
    }

    /// The fields of a module's form, each with what it may hold: what the hook of a creation tells of a ticket, and the record's properties,
    /// without those that Desk itself gives. Custom fields are not listed: a portal decides about them.
    #[must_use]
    pub fn form_fields(&self, module: &str) -> Vec<(&str, &Payload)> {
        let of_module = |property: &&Property| property.name.split('.').next() == Some(module);
        let own: Vec<(&str, &Property)> =
            self.properties().filter(of_module).filter_map(|it| Some((it.name.split_once('.')?.1, it))).collect();
        let is_own = |name: &str| own.iter().any(|(known, _)| *known == name);
        let told = self.hook("ticket.add").filter(|_| module == "ticket");
        let told = told.into_iter().flat_map(|hook| &hook.payload.keys).filter(|key| !template::is_template(&key.key));
        let held = own.iter().filter(|(_, property)| !property.given && property.value.of != Type::Object);
        let more = told.filter(|key| !is_own(&key.key)).map(|key| (key.key.as_str(), key));
        held.map(|(name, property)| (*name, &property.value)).chain(more).collect()
    }

    /// What a field of a module's form may hold; `None` where the form has no such field, and for custom fields, which may hold anything.
    #[must_use]
    pub fn form_field(&self, module: &str, field: &str) -> Option<&Payload> {
        self.form_fields(module).into_iter().find(|(name, _)| *name == field).map(|(_, payload)| payload)
    }

    /// The section that documents what a module's form holds.
    #[must_use]
    pub fn form_source(&self, module: &str) -> Option<&str> {
        let property = self.properties().find(|property| property.name.split('.').next() == Some(module));
        let hook = self.hook("ticket.add").filter(|_| module == "ticket");
        hook.map(|hook| &hook.sources).or(property.map(|property| &property.sources))?.first().map(String::as_str)
    }
}
