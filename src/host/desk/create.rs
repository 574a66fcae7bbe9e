//! The forms for new records, submitted: what is asked before a ticket is there, what after it (HOOK-19, HOOK-22, HOOK-28).

use super::action::{Action, Deed};
use super::{Desk, Form, Module, Page, Ticket};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value};

/// A copy of a ticket: the form for a new ticket opens, filled with its values (H, "On Creating / Cloning a ticket"; HOOK-22).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloneTicket {
    /// The ticket's ID.
    pub ticket: String,
}

/// The form for a new ticket, submitted (H, "Creating a new ticket"; HOOK-19).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreateTicket {
    /// As it was when the agent submitted it.
    pub form: Form,
}

/// What follows the creation of a ticket on its form: the ticket's page (H, "On Creating / Cloning a ticket"; HOOK-22, HOOK-28).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShowCreated {
    /// The form that it was created on.
    pub form: Form,
    /// The new ticket's ID.
    pub ticket: String,
}

/// The form for a new contact or a new account, submitted; the pages document no hook for it (P, "Contact Form Page", "Account Form Page").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreateCustomer {
    /// Where it is filed.
    pub module: Module,
    /// As it was when the agent submitted it.
    pub form: Form,
}

impl Deed for CloneTicket {
    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.ticket_or_why(&self.ticket).err()
    }

    fn carry_out(&self, desk: &mut Desk, _now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let values = desk.in_form(desk.ticket(&self.ticket)?);
        desk.go_to(Page::add_form("ticket"), out);
        desk.put_form(values);
        None
    }
}

impl Deed for CreateTicket {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket.add")
    }

    /// The ticket as it would be; it has no ID yet.
    fn payload(&self, desk: &Desk) -> Value {
        let properties = Desk::as_properties(&self.form);
        let draft = Ticket { id: String::new(), properties, comments: Vec::new(), threads: Vec::new(), draft: None, ext_id: None };
        desk.whole_ticket("ticket.add", &draft, &[])
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.has_left(&self.form)
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let id = desk.next_record();
        let properties = Desk::as_properties(&self.form);
        desk.put_ticket(now, id.clone(), properties);
        out.push(Effect::Created { module: "ticket".into(), id: id.clone() });
        out.push(Effect::Decided {
            rule: "HOOK-28".into(),
            what: "the ticket was created on its form: ticket.createAfter is asked".into(),
        });
        Some(ShowCreated { form: self.form.clone(), ticket: id }.into())
    }
}

impl Deed for ShowCreated {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket.createAfter")
    }

    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn payload(&self, desk: &Desk) -> Value {
        let address = desk.web_address("Cases", &self.ticket).into();
        desk.ticket(&self.ticket).map_or(Value::Null, |ticket| desk.whole_ticket("ticket.createAfter", ticket, &[("Weburl", address)]))
    }

    /// The ticket is there already, whatever comes of its page.
    fn changes_nothing(&self, _desk: &Desk) -> Option<String> {
        None
    }

    fn carry_out(&self, desk: &mut Desk, _now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        if desk.has_open(&self.form) {
            out.push(Effect::Decided { rule: "HOOK-22".into(), what: "the agent goes on to the new ticket's page".into() });
            desk.go_to(Page::ticket(&self.ticket), out);
        } else {
            out.push(Effect::Decided { rule: "HOOK-22".into(), what: "the agent has left the form already, and stays elsewhere".into() });
        }
        None
    }

    fn refused(&self) -> (&'static str, &'static str) {
        ("HOOK-22", "the ticket exists all the same, and the page stays on the form")
    }
}

impl Deed for CreateCustomer {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.has_left(&self.form)
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let id = desk.next_record();
        desk.put_customer(now, self.module, id.clone(), self.form.values.clone());
        out.push(Effect::Created { module: self.module.to_string(), id: id.clone() });
        desk.go_to(Page::detail(self.module, id), out);
        None
    }
}

impl Desk {
    /// A record's address in the portal, as the pages write those of contacts and accounts (P, "Contact Object": `link`; derived for tickets).
    pub(super) fn web_address(&self, module: &str, id: &str) -> String {
        format!("{}/ShowHomePage.do#{module}/dv/{id}", self.portal.web_address)
    }

    /// What a form makes of a ticket: custom fields stand in a map of their own.
    fn as_properties(form: &Form) -> Map<String, Value> {
        let (custom, own): (Map<_, _>, Map<_, _>) = form.values.clone().into_iter().partition(|(field, _)| field.starts_with("cf_"));
        let usual = Map::from_iter([("subject".to_owned(), "".into()), ("cf".to_owned(), custom.into())]);
        usual.into_iter().chain(own).collect()
    }
}
