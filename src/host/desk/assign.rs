//! Whom a ticket is assigned to, in the three shapes in which the pages tell it.

use super::action::{Action, Deed};
use super::{Agent, Desk, Team, Ticket};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value, json};

/// The field "Ticket owner" (H, "Changing the assignee of a ticket"; HOOK-13): an agent, a team, an agent of a team, or nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assign {
    /// The ticket's ID.
    pub ticket: String,
    /// The agent's ID.
    pub agent: Option<String>,
    /// The team's ID.
    pub team: Option<String>,
}

impl Deed for Assign {
    fn hook(&self) -> Option<&'static str> {
        Some("ticket_assignee.change")
    }

    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn payload(&self, desk: &Desk) -> Value {
        desk.assignee(self.agent.as_deref(), self.team.as_deref()).map_or(Value::Null, |assignee| assignee.in_hook())
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let (agent, team) = (self.agent.as_deref(), self.team.as_deref());
        match desk.ticket_or_why(&self.ticket) {
            Err(why) => Some(why),
            Ok(ticket) if ticket.is_assigned_to(agent, team) => Some("the ticket is assigned so already: nothing changes".into()),
            Ok(_) => desk.assignee(agent, team).err().or_else(|| desk.no_member(agent?, team?)),
        }
    }

    /// Assigns the ticket, then tells everybody: once as assignee, once as owner (EVT-06, EVT-07).
    fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let to = desk.assignee(self.agent.as_deref(), self.team.as_deref()).ok()?;
        let (held, told, owner) = (to.on_ticket(), to.in_event(), json!(to.owner()));
        let ticket = desk.ticket_mut(&self.ticket)?;
        ticket.set("assigneeId", json!(self.agent));
        ticket.set("teamId", json!(self.team));
        ticket.set("owner", owner);
        desk.change(now, &self.ticket, "assignee", held, out);
        desk.tell_change("assignee", told, out);
        None
    }
}

/// Nobody, an agent, a team, or an agent of a team.
pub(super) struct Assignee<'a> {
    agent: Option<&'a Agent>,
    team: Option<&'a Team>,
}

impl Assignee<'_> {
    /// The page's word for it (Q-07: the table's values).
    fn kind(&self) -> &'static str {
        match (self.agent, self.team) {
            (None, None) => "Unassigned",
            (Some(_), None) => "agent",
            (None, Some(_)) => "team",
            (Some(_), Some(_)) => "teamAgent",
        }
    }

    /// As the hook tells it (H, "Changing the assignee of a ticket").
    pub(super) fn in_hook(&self) -> Value {
        self.told(self.team.map(|team| json!({"teamId": team.id, "team": team.name})))
    }

    /// As the events tell it (E, "On changing the assignee of ticket").
    fn in_event(&self) -> Value {
        self.told(self.team.map(|team| json!(team)))
    }

    /// Agent and team stand there only where the type has them.
    fn told(&self, team: Option<Value>) -> Value {
        let agent = self.agent.map(|agent| ("agent".to_owned(), json!(agent)));
        let team = team.map(|team| ("team".to_owned(), team));
        let told = [("type".to_owned(), self.kind().into())].into_iter().chain(agent).chain(team);
        Value::Object(told.collect::<Map<_, _>>())
    }

    /// As `ZOHODESK.get("ticket.owner")` answers it (P, "Ticket Object"): a name.
    fn owner(&self) -> Option<String> {
        self.agent.map(|agent| &agent.name).or(self.team.map(|team| &team.name)).cloned()
    }

    /// As `ZOHODESK.get("ticket.assignee")` answers it (P, "Ticket Object").
    fn on_ticket(&self) -> Value {
        let (agent, team) = (self.agent, self.team);
        json!({"id": agent.map(|it| &it.id), "name": agent.map(|it| &it.name), "teamid": team.map(|it| &it.id), "team": team.map(|it| &it.name)})
    }
}

impl Desk {
    /// The agent and the team of these IDs, where both are known.
    pub(super) fn assignee(&self, agent: Option<&str>, team: Option<&str>) -> Result<Assignee<'_>, String> {
        let known_agent = agent.map(|id| self.agents().find(|agent| agent.id == id).ok_or_else(|| format!("there is no agent {id}")));
        let known_team = team.map(|id| self.teams.iter().find(|team| team.id == id).ok_or_else(|| format!("there is no team {id}")));
        Ok(Assignee { agent: known_agent.transpose()?, team: known_team.transpose()? })
    }
}

impl Ticket {
    /// Whether it is assigned to this agent and this team, and to no others.
    pub(super) fn is_assigned_to(&self, agent: Option<&str>, team: Option<&str>) -> bool {
        let held = |name: &str| self.property(name).and_then(Value::as_str);
        held("assigneeId") == agent && held("teamId") == team
    }
}

/// A ticket that comes with `assignee` alone has the IDs that its hooks tell, too.
pub(super) fn complete(properties: &mut Map<String, Value>) {
    for (id, of) in [("assigneeId", "id"), ("teamId", "teamid")] {
        if let Some(held) = properties.get("assignee").and_then(|assignee| assignee.get(of)).cloned() {
            properties.entry(id).or_insert(held);
        }
    }
}

impl Desk {
    /// Why the agent cannot have a ticket as one of the team.
    fn no_member(&self, agent: &str, team: &str) -> Option<String> {
        (!self.is_member(agent, team)).then(|| format!("the agent {agent} is no member of the team {team}"))
    }

    /// Tickets that came with IDs alone have an assignee and an owner as soon as the desk knows whose they are: another agent or team may
    /// be the one of any of them.
    pub(super) fn complete_assignees(&mut self) {
        let mut tickets = std::mem::take(&mut self.tickets);
        tickets.iter_mut().for_each(|ticket| self.complete_assignee(ticket));
        self.tickets = tickets;
    }

    /// A ticket that came with IDs alone has an assignee and an owner, if the desk knows whose it is.
    pub(super) fn complete_assignee(&self, ticket: &mut Ticket) {
        let held = |name: &str| ticket.property(name).and_then(Value::as_str);
        let Ok(assignee) = self.assignee(held("assigneeId"), held("teamId")) else { return };
        let Some(owner) = assignee.owner() else { return };
        let shown = assignee.on_ticket();
        ticket.properties.entry("assignee").or_insert(shown);
        ticket.properties.entry("owner").or_insert(owner.into());
    }
}
