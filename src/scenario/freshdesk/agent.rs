//! What agents and customers do on Freshdesk.

use super::shape::Object;
use crate::host::freshdesk::{
    Action, AddNote, Close, CustomerReplies, DeleteTicket, Kind, MarkSpam, Put, Reopen, Reply, Resolve, RestoreTicket, UpdateTicket,
};
use crate::host::{Input, WidgetId};
use crate::scenario::meant::meant;
use crate::scenario::{Failed, Outcome, Scenario};
use serde_json::{Map, Value};

impl Scenario {
    pub(in crate::scenario) fn act_on_freshdesk(&mut self, told: String, what: impl Into<Action>) -> Outcome {
        self.stage.act_on_freshdesk(told, what.into());
        Ok(())
    }

    /// The agent closes the open ticket.
    pub(in crate::scenario) fn close_on_freshdesk(&mut self) -> Outcome {
        let ticket = self.open_on_freshdesk()?;
        self.act_on_freshdesk("closes the ticket".into(), Close { ticket })
    }

    /// The agent reopens the open ticket.
    pub(in crate::scenario) fn reopen_on_freshdesk(&mut self) -> Outcome {
        let ticket = self.open_on_freshdesk()?;
        self.act_on_freshdesk("reopens the ticket".into(), Reopen { ticket })
    }

    /// The agent marks the open ticket as resolved.
    pub fn resolve(&mut self) -> Outcome {
        let ticket = self.open_on_freshdesk()?;
        self.act_on_freshdesk("resolves the ticket".into(), Resolve { ticket })
    }

    /// The agent sets one attribute of the open ticket.
    pub(in crate::scenario) fn set_on_freshdesk(&mut self, told: String, name: &str, value: impl Into<Value>) -> Outcome {
        let attributes = self.sound_attributes(Object::Ticket, Map::from_iter([(name.to_owned(), value.into())]))?;
        self.updates_ticket(told, attributes)
    }

    /// The agent changes several properties of the open ticket, and saves once.
    pub fn update_ticket(&mut self) -> Outcome {
        let attributes = self.attributes(Object::Ticket)?;
        self.updates_ticket("updates the ticket".into(), attributes)
    }

    fn updates_ticket(&mut self, told: String, attributes: Map<String, Value>) -> Outcome {
        let ticket = self.open_on_freshdesk()?;
        self.act_on_freshdesk(told, UpdateTicket { ticket, attributes })
    }

    /// The open ticket gets one more tag.
    pub fn add_tag(&mut self, tag: &str) -> Outcome {
        let ticket = self.open_on_freshdesk()?;
        let tags = self.stage.host().freshdesk().ticket(ticket).and_then(|ticket| ticket.attribute("tags")).cloned();
        let mut tags: Vec<Value> = tags.and_then(|tags| tags.as_array().cloned()).unwrap_or_default();
        tags.push(tag.into());
        self.set_on_freshdesk(format!("adds the tag {tag}"), "tags", tags)
    }

    /// The open ticket goes to an agent.
    pub(in crate::scenario) fn assign_on_freshdesk(&mut self, name: &str) -> Outcome {
        let agent = self.known_agent_on_freshdesk(name)?;
        self.set_on_freshdesk(format!("assigns the ticket to {name}"), "responder_id", agent)
    }

    /// The open ticket goes to nobody.
    pub(in crate::scenario) fn assign_to_nobody_on_freshdesk(&mut self) -> Outcome {
        self.set_on_freshdesk("assigns the ticket to nobody".into(), "responder_id", Value::Null)
    }

    /// The open ticket goes to a group.
    pub fn assign_to_group(&mut self, name: &str) -> Outcome {
        let known: Vec<_> = self.stage.host().freshdesk().belongings(Kind::Group).map(|it| (it.name.clone(), it.id)).collect();
        let group = self.one_on_freshdesk("group", name, &known, &format!("say `Given the group \"{name}\" with the ID 351` before"))?;
        self.set_on_freshdesk(format!("assigns the ticket to the group {name}"), "group_id", group)
    }

    fn known_agent_on_freshdesk(&mut self, name: &str) -> Result<u64, Failed> {
        let known: Vec<_> = self.stage.host().freshdesk().agents().iter().map(|agent| (agent.name.clone(), agent.id)).collect();
        self.one_on_freshdesk("agent", name, &known, &format!("say `Given the agent \"{name}\"` before"))
    }

    pub(super) fn one_on_freshdesk(&mut self, what: &str, name: &str, known: &[(String, u64)], say: &str) -> Result<u64, Failed> {
        if let Some((_, id)) = known.iter().find(|(known, _)| known == name) {
            return Ok(*id);
        }
        let help = meant(name, known.iter().map(|(name, _)| name.as_str()), say);
        self.wrong(format!("there is no {what} \"{name}\""), help)
    }

    /// The agent at the desk is this one.
    pub(in crate::scenario) fn sign_in_on_freshdesk(&mut self, name: &str) -> Outcome {
        let agent = self.agent_on_freshdesk(name);
        self.stage.put_on_freshdesk(Put::SignIn(agent));
        Ok(())
    }

    /// The agent deletes the open ticket.
    pub fn delete_ticket(&mut self) -> Outcome {
        let ticket = self.open_on_freshdesk()?;
        self.act_on_freshdesk("deletes the ticket".into(), DeleteTicket { ticket })
    }

    /// The agent takes the open ticket out of the bin.
    pub fn restore_ticket(&mut self) -> Outcome {
        let ticket = self.open_on_freshdesk()?;
        self.act_on_freshdesk("restores the ticket".into(), RestoreTicket { ticket })
    }

    /// The agent marks the open ticket as spam, or takes the mark away.
    pub(in crate::scenario) fn mark_spam_on_freshdesk(&mut self, spam: bool) -> Outcome {
        let ticket = self.open_on_freshdesk()?;
        let told = if spam { "marks the ticket as spam" } else { "marks the ticket as no spam" };
        self.act_on_freshdesk(told.into(), MarkSpam { ticket, spam })
    }

    /// The agent replies to the open ticket's requester.
    pub(in crate::scenario) fn reply_on_freshdesk(&mut self, body: String, cc: Vec<String>) -> Outcome {
        let ticket = self.open_on_freshdesk()?;
        self.act_on_freshdesk(format!("replies \"{body}\""), Reply { ticket, body, cc, ..Reply::default() })
    }

    /// The agent adds a note to the open ticket.
    pub(in crate::scenario) fn note_on_freshdesk(&mut self, body: String, private: bool) -> Outcome {
        let ticket = self.open_on_freshdesk()?;
        let how = if private { "private" } else { "public" };
        self.act_on_freshdesk(format!("adds the {how} note \"{body}\""), AddNote { ticket, body, private, notified: Vec::new() })
    }

    /// The requester of a ticket answers.
    pub fn customer_replies(&mut self, body: String, id: &str) -> Outcome {
        let ticket = self.known_ticket_on_freshdesk(id)?;
        self.act_on_freshdesk(format!("the customer replies \"{body}\" to the ticket {id}"), CustomerReplies { ticket, body })
    }

    /// The agent picks a page of an app, which loads where the agent is on the page that it is for.
    pub(in crate::scenario) fn pick_on_freshdesk(&mut self, id: WidgetId, app: &str, location: &str) -> Outcome {
        self.stage.tell(format!("picks \"{app}\" at {location}"));
        self.stage.input(Input::Pick { widget: id });
        if self.is_alive(id) {
            return Ok(());
        }
        self.wrong(
            format!("the agent cannot pick \"{app}\" at {location} from here"),
            format!("let him be on the page that {location} is for: `deskspec explain {location}`"),
        )
    }

    /// The ticket whose page the agent is on.
    pub(in crate::scenario) fn open_on_freshdesk(&mut self) -> Result<u64, Failed> {
        let id = self.open_one()?;
        self.known_ticket_on_freshdesk(&id)
    }
}
