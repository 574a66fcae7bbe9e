//! `client.data.get(…)` and `client.iparams.get(…)`: what a page of an app sees of the account (derived from what real apps read).

use super::super::{Contact, Freshdesk, Kind, Ticket, current_host};
use super::calling::{Calling, Done, Refused};
use crate::host::Effect;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

impl Freshdesk {
    /// `client.data.get("ticket")`
    pub(super) fn data_of_ticket(&mut self, _: &Calling, _: &mut Vec<Effect>) -> Done {
        self.found("ticket", self.open_ticket().map(ticket))
    }

    /// `client.data.get("requester")`
    pub(super) fn data_of_requester(&mut self, _: &Calling, _: &mut Vec<Effect>) -> Done {
        self.found("requester", self.open_ticket().and_then(|_| self.open_contact()).map(contact))
    }

    /// `client.data.get("contact")`
    pub(super) fn data_of_contact(&mut self, _: &Calling, _: &mut Vec<Effect>) -> Done {
        self.found("contact", self.open_contact().map(contact))
    }

    /// `client.data.get("company")`
    pub(super) fn data_of_company(&mut self, _: &Calling, _: &mut Vec<Effect>) -> Done {
        let of_ticket = self.open_ticket().and_then(|ticket| ticket.attributes.get("company_id"));
        let of_contact = self.open_contact().and_then(|contact| contact.attributes.get("company_id"));
        self.found("company", self.belonging_data(Kind::Company, of_ticket.or(of_contact)))
    }

    /// `client.data.get("group")`
    pub(super) fn data_of_group(&mut self, _: &Calling, _: &mut Vec<Effect>) -> Done {
        let id = self.open_ticket().and_then(|ticket| ticket.attributes.get("group_id"));
        self.found("group", self.belonging_data(Kind::Group, id))
    }

    /// `client.data.get("loggedInUser")`
    pub(super) fn data_of_agent(&mut self, _: &Calling, _: &mut Vec<Effect>) -> Done {
        let agent = &self.agent;
        let contact = json!({"id": agent.id, "name": agent.name, "email": agent.email, "active": true, "language": "en"});
        self.found("loggedInUser", Some(json!({"id": agent.id, "contact": contact})))
    }

    /// `client.data.get("domainName")`
    pub(super) fn data_of_domain(&mut self, _: &Calling, _: &mut Vec<Effect>) -> Done {
        self.found("domainName", Some(self.account.domain.clone().into()))
    }

    /// `client.data.get("currentHost")`
    pub(super) fn data_of_host(&mut self, calling: &Calling, _: &mut Vec<Effect>) -> Done {
        let declared = self.app(&calling.app).and_then(|app| app.modules.clone());
        let modules = declared.unwrap_or_else(|| self.modules());
        self.found("currentHost", Some(current_host(&self.account.domain, &modules)))
    }

    /// `client.iparams.get(name, …)`: secure ones stay with the server.
    pub(super) fn page_iparams(&mut self, calling: &Calling, _: &mut Vec<Effect>) -> Done {
        let Some(app) = self.app(&calling.app) else { return Ok(Some(json!({}))) };
        let wanted = |name: &String| calling.given.is_empty() || calling.given.iter().any(|given| given == name.as_str());
        let all = app.iparams.iter().flatten().filter(|(name, _)| !app.secure.contains(*name) && wanted(name));
        Ok(Some(all.map(|(name, value)| (name.clone(), value.clone())).collect::<Map<_, _>>().into()))
    }

    /// Every module, for an app that declares none.
    fn modules(&self) -> Vec<String> {
        let all = self.catalog.locations().map(|location| location.module.as_str()).filter(|module| !module.is_empty());
        all.collect::<BTreeSet<_>>().into_iter().map(str::to_owned).collect()
    }

    fn found(&self, object: &str, value: Option<Value>) -> Done {
        let absent = || -> Refused { self.absent(404, "data.absent", &[("object", object)]) };
        value.map(|value| Some(json!({object: value}))).ok_or_else(absent)
    }

    fn open_ticket(&self) -> Option<&Ticket> {
        self.ticket(self.page.shown_ticket()?.parse().ok()?)
    }

    /// The contact that is open, or the open ticket's requester.
    fn open_contact(&self) -> Option<&Contact> {
        let shown = self.page.shown("contact").and_then(|id| id.parse().ok());
        self.contact(shown.or_else(|| self.open_ticket()?.requester())?)
    }

    fn belonging_data(&self, kind: Kind, id: Option<&Value>) -> Option<Value> {
        let found = self.belonging(kind, &id?.as_u64()?.to_string())?;
        Some(json!({"id": found.id, "name": found.name}))
    }
}

fn ticket(ticket: &Ticket) -> Value {
    let mut known = ticket.attributes.clone();
    known.insert("custom_fields".into(), ticket.custom_fields.clone().into());
    known.into()
}

fn contact(contact: &Contact) -> Value {
    contact.attributes.clone().into()
}
