//! Tickets of Freshdesk: those that are there, and those that come.

use super::shape::Object;
use crate::host::freshdesk::{CreateTicket, Put};
use crate::scenario::meant::meant;
use crate::scenario::{Failed, Outcome, Scenario};
use serde_json::{Map, Value};

impl Scenario {
    /// A ticket of which the feature says no more than the ID, or with these attributes.
    pub(in crate::scenario) fn put_ticket_on_freshdesk(&mut self, id: &str, attributes: Map<String, Value>) -> Outcome {
        let id = self.number(id, "ticket")?;
        let attributes = self.sound_attributes(Object::Ticket, attributes)?;
        self.stage.put_on_freshdesk(Put::Ticket { id, attributes });
        Ok(())
    }

    /// A ticket with the attributes of the step's table.
    pub(in crate::scenario) fn put_table_ticket_on_freshdesk(&mut self, id: &str) -> Outcome {
        let attributes = self.attributes(Object::Ticket)?;
        self.put_ticket_on_freshdesk(id, attributes)
    }

    /// A new ticket comes, with the attributes of the step's table.
    pub fn create_ticket(&mut self) -> Outcome {
        let attributes = self.attributes(Object::Ticket)?;
        self.creates("a ticket is created".into(), attributes)
    }

    /// A new ticket comes, with the attributes of a fixture.
    pub fn create_ticket_from(&mut self, fixture: &str) -> Outcome {
        let given = self.fixture_object(fixture, "attributes", "{\"subject\": \"…\", \"priority\": \"Urgent\"}")?;
        let attributes = self.sound_attributes(Object::Ticket, given)?;
        self.creates(format!("a ticket is created as in {fixture}"), attributes)
    }

    fn creates(&mut self, told: String, mut attributes: Map<String, Value>) -> Outcome {
        let id = attributes.shift_remove("id").and_then(|id| id.as_u64());
        self.act_on_freshdesk(told, CreateTicket { id, attributes })
    }

    /// An ID of Freshdesk's.
    pub(in crate::scenario) fn number(&mut self, id: &str, what: &str) -> Result<u64, Failed> {
        let number = id.parse().ok().filter(|number| *number > 0);
        number.map_or_else(|| self.wrong(format!("\"{id}\" is no ID of a {what} on Freshdesk"), "write a number, such as \"1\""), Ok)
    }

    /// Refuses a ticket that is not there.
    pub(in crate::scenario) fn known_ticket_on_freshdesk(&mut self, id: &str) -> Result<u64, Failed> {
        let number = self.number(id, "ticket")?;
        if self.stage.host().freshdesk().ticket(number).is_some() {
            return Ok(number);
        }
        let known: Vec<_> = self.stage.host().freshdesk().tickets().iter().map(|ticket| ticket.id.to_string()).collect();
        let help = meant(id, known.iter().map(String::as_str), format!("say `Given the ticket \"{id}\"` before"));
        self.wrong(format!("there is no ticket \"{id}\""), help)
    }
}
