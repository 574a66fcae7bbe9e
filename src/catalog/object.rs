use super::data::{Payload, Property, Type};
use super::store::Catalog;

/// The objects that widgets read with `ZOHODESK.get`, as their properties make them.
impl Catalog {
    /// The properties that the page of an object documents, each with its name behind the dot.
    pub fn properties_of<'a>(&'a self, object: &'a str) -> impl Iterator<Item = (&'a str, &'a Property)> {
        let documented = self.properties().filter(|property| !property.derived);
        documented.filter_map(move |property| Some((property.name.strip_prefix(object)?.strip_prefix('.')?, property)))
    }

    /// The shape of the answer to a widget that reads `asked`; `None` where there is no such property.
    #[must_use]
    pub fn answer_to(&self, asked: &str) -> Option<Payload> {
        let property = self.property(asked)?;
        let status = Payload { values: vec!["success".to_owned()], ..Payload::of(Type::String, "status") };
        let value = Payload { key: asked.to_owned(), ..self.value_of(property) };
        Some(Payload { keys: vec![status, value], ..Payload::of(Type::Object, "") })
    }

    /// The shape of a property's value; a whole object has the properties that may be read where it is asked for.
    pub(super) fn value_of(&self, property: &Property) -> Payload {
        let mut value = property.value.clone();
        if property.whole {
            let own = self.properties_of(&property.name);
            value.keys.extend(own.map(|(name, own)| Payload { key: name.to_owned(), optional: true, ..own.value.clone() }));
        }
        value
    }
}
