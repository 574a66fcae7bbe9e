//! Whom a ticket is assigned to, in the three shapes in which the pages tell it.

use super::{Agent, Desk, Team, Ticket};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value, json};

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

    /// Assigns the ticket, then tells everybody: once as assignee, once as owner (EVT-06, EVT-07).
    pub(super) fn assign(&mut self, now: Instant, id: &str, agent: Option<&str>, team: Option<&str>, out: &mut Vec<Effect>) {
        let Ok(to) = self.assignee(agent, team) else { return };
        let owner = to.agent.map(|agent| &agent.name).or(to.team.map(|team| &team.name));
        let (held, told, owner) = (to.on_ticket(), to.in_event(), json!(owner));
        let Some(ticket) = self.ticket_mut(id) else { return };
        ticket.set("assigneeId", json!(agent));
        ticket.set("teamId", json!(team));
        ticket.set("owner", owner);
        self.change(now, id, "assignee", held, out);
        self.tell_change("assignee", told, out);
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
