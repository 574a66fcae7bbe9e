//! The link to where something came from (P, "Source Redirection"; CH-19, CH-25).

use super::super::Desk;
use super::super::action::{Action, Deed};
use super::exchange::{For, REDIRECT};
use crate::clock::Instant;
use crate::host::{Effect, ServiceAnswer};
use serde_json::{Map, Value};

/// What came from somewhere: the values of `entity` (P, "Source Redirection Query Params").
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The ticket.
    Ticket,
    /// One of its threads, by its ID.
    Thread(String),
    /// Its customer.
    Customer,
}

/// Why there is no link to a source.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoLink {
    /// The ticket has not come through a channel.
    #[error("the ticket has not come through a channel")]
    NotOfChannel,
    /// The channel of this extension declares no redirectUrl.
    #[error("the channel of \"{0}\" has no redirectUrl")]
    NoAddress(String),
    /// The service has no ID for it.
    #[error("the service has no ID for the {0}")]
    Unknown(&'static str),
}

/// The link to the source of a ticket, of one of its threads, or of its customer, clicked: the agent's browser asks the extension's server where to go.
/// The pages document no hook for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSource {
    /// The ticket's ID.
    pub ticket: String,
    /// Of what.
    pub of: Source,
}

impl Deed for OpenSource {
    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        desk.source(&self.ticket, &self.of).err().map(|why| why.to_string())
    }

    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let query = desk.source(&self.ticket, &self.of).ok()?;
        let extension = desk.channel_behind(&self.ticket)?;
        out.push(Effect::Applied { rules: vec!["CH-19".into(), "CH-25".into()] });
        desk.call_endpoint(now, extension, Value::Null, For::Redirect(query), out);
        None
    }
}

impl Desk {
    /// What the link to a source asks for.
    ///
    /// # Errors
    /// There is no such link: why.
    pub fn source(&self, ticket: &str, of: &Source) -> Result<Map<String, Value>, NoLink> {
        let known = self.ticket(ticket).ok_or(NoLink::NotOfChannel)?;
        let extension = self.channel_behind(ticket).ok_or(NoLink::NotOfChannel)?;
        if self.address_of(&extension, REDIRECT).is_none() {
            return Err(NoLink::NoAddress(extension));
        }
        let parent = known.ext_id.clone();
        let (entity, id, parent) = match of {
            Source::Ticket => ("ticket", parent.ok_or(NoLink::Unknown("ticket"))?, None),
            Source::Thread(id) => {
                let synced = known.thread(id).map(|thread| &thread.synced);
                let thread = synced.and_then(|synced| synced.ext_id.clone());
                ("thread", thread.ok_or(NoLink::Unknown("thread"))?, synced.and_then(|synced| synced.parent.clone()).or(parent))
            }
            Source::Customer => {
                let customer = self.profile_in(&extension, known.text("contactId"));
                ("user_profile", customer.ok_or(NoLink::Unknown("customer"))?, None)
            }
        };
        let told = [("entity", Some(entity.to_owned())), ("id", Some(id)), ("parentId", parent)];
        Ok(told.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?.into()))).collect())
    }

    /// What a channel's service calls a contact (CH-11).
    fn profile_in(&self, extension: &str, contact: &str) -> Option<String> {
        let mut known = self.sync.profiles.iter();
        known.find(|((of, _), id)| of == extension && *id == contact).map(|((_, profile), _)| profile.clone())
    }

    /// Where an answer sends the browser: a status of redirection, and a place in the header Location (derived: the pages name neither).
    pub(super) fn sent_on(&self, answer: Result<ServiceAnswer, String>) -> Result<Value, String> {
        let answer = answer?;
        let place = answer.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("Location")).map(|(_, place)| place.clone());
        let status = answer.status.to_string();
        match (answer.status, place) {
            (300..400, Some(place)) => Ok(place),
            (200..400, _) => Err(self.catalog.wording("channel.nowhere", &[("status", &status)])),
            _ => Err(self.catalog.wording("channel.status", &[("status", &status)])),
        }
    }
}
