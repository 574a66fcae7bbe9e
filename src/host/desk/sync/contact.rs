//! Who wrote: the actor of a ticket or thread, and the contact that it joins (P, "SYNC ACTOR OBJECT"; CH-11).

use super::super::{Customer, Desk, Module, digits};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value, json};

impl Desk {
    /// The contact's ID: the one that is known for this person, else the one with the e-mail address, else with the phone number, else a new one
    /// (derived; Q-66: the e-mail address decides).
    pub(super) fn contact_of(&mut self, now: Instant, extension: &str, actor: &Value, out: &mut Vec<Effect>) -> Option<String> {
        let text = |key: &str| actor.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
        let profile = (extension.to_owned(), text("extId")?.to_owned());
        let known = self.sync.profiles.get(&profile).filter(|id| self.customer(Module::Contact, id).is_some()).cloned();
        let id = known.or_else(|| self.contact_alike(text("email"), text("phone"), out)).unwrap_or_else(|| {
            let id = self.next_record();
            let name = text("displayName").or(text("name")).unwrap_or_default();
            let mut properties = Map::from_iter([("lastName".to_owned(), json!(name))]);
            let more = ["email", "phone", "photoURL"].into_iter().filter_map(|key| Some((key.to_owned(), json!(text(key)?))));
            properties.extend(more);
            self.put_customer(now, Module::Contact, id.clone(), properties);
            out.push(Effect::Created { module: Module::Contact.to_string(), id: id.clone() });
            id
        });
        out.push(Effect::applied("CH-11"));
        self.sync.profiles.insert(profile, id.clone());
        Some(id)
    }

    fn contact_alike(&self, email: Option<&str>, phone: Option<&str>, out: &mut Vec<Effect>) -> Option<String> {
        let by = |fits: &dyn Fn(&Customer) -> bool| self.customers_in(Module::Contact).find(|it| fits(it)).map(|it| it.id.clone());
        let has_email = |email: &str| by(&|contact| contact.text("email").eq_ignore_ascii_case(email));
        let has_phone = |phone: &str| by(&|contact| !digits(phone).is_empty() && digits(contact.text("phone")) == digits(phone));
        let found = (email.and_then(has_email), phone.and_then(has_phone));
        if let (Some(one), Some(other)) = &found
            && one != other
        {
            out.push(Effect::applied("Q-66"));
        }
        found.0.or(found.1)
    }
}
