use super::Freshdesk;
use super::action::{Deed, Nothing};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value};

/// A new ticket, however it comes (Freshdesk › onTicketCreate; FD-04).
#[derive(Debug, Clone, PartialEq)]
pub struct CreateTicket {
    /// Its ID; `None` for the next one.
    pub id: Option<u64>,
    /// By the names of the payload, and custom fields by their API names (`cf_…`).
    pub attributes: Map<String, Value>,
}

impl Deed for CreateTicket {
    fn changes_nothing(&self, freshdesk: &Freshdesk) -> Option<Nothing> {
        let known = self.id.filter(|id| freshdesk.ticket(*id).is_some());
        known.map(|id| ("FD-04", format!("there is a ticket {id} already: nothing is created")))
    }

    fn carry_out(&self, freshdesk: &mut Freshdesk, now: Instant, out: &mut Vec<Effect>) {
        let id = self.id.unwrap_or_else(|| freshdesk.next_ticket());
        freshdesk.put_ticket(now, id, self.attributes.clone());
        out.push(Effect::Created { module: "ticket".into(), id: id.to_string() });
        freshdesk.watch(now, id, out);
        if let Some(ticket) = freshdesk.ticket(id) {
            freshdesk.tell(now, "onTicketCreate", &freshdesk.told_ticket(ticket, None), out);
        }
    }
}
