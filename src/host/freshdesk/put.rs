//! What is there before anything happens.

use super::{Account, Agent, App, Belonging, Freshdesk};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value};

/// Something is there, and nobody is told.
#[derive(Debug, Clone, PartialEq)]
pub enum Put {
    /// The account is so.
    Account(Account),
    /// A ticket.
    Ticket {
        /// Its ID.
        id: u64,
        /// By the names of onTicketCreate's payload, and custom fields by their API names (`cf_…`).
        attributes: Map<String, Value>,
    },
    /// A contact.
    Contact {
        /// Its ID.
        id: u64,
        /// By the names of onContactCreate's payload.
        attributes: Map<String, Value>,
    },
    /// One more agent.
    Agent(Agent),
    /// The agent at the desk is this one.
    SignIn(Agent),
    /// A group, a company or a product.
    Belonging(Belonging),
    /// An app, with what its folder declares.
    App {
        /// Its name.
        name: String,
        /// Not yet installed, where it is not standing.
        app: Box<App>,
    },
    /// Installation parameters of an app.
    Iparams {
        /// The app's name.
        app: String,
        /// Their values.
        values: Map<String, Value>,
    },
}

impl Freshdesk {
    pub(super) fn put(&mut self, now: Instant, what: Put, out: &mut Vec<Effect>) {
        match what {
            Put::Account(account) => self.account = account,
            Put::Ticket { id, attributes } => {
                self.put_ticket(now, id, attributes);
                self.watch(now, id, out);
            }
            Put::Contact { id, attributes } => self.put_contact(now, id, attributes),
            Put::Agent(agent) => self.put_agent(agent),
            Put::SignIn(agent) => {
                self.put_agent(agent.clone());
                self.agent = agent;
            }
            Put::Belonging(belonging) => self.put_belonging(belonging),
            Put::App { name, app } => self.put_app(&name, *app),
            Put::Iparams { app, values } => self.set_iparams(&app, Some(values)),
        }
    }
}
