//! Who works at the desk: the agents and teams that a ticket can be assigned to.

use super::Desk;
use serde::{Deserialize, Serialize};

/// An agent, with the keys of the hook and of the events that tell one (H, "Changing the assignee of a ticket").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Agent {
    /// A string of digits; empty until the desk gives one.
    pub id: String,
    /// The first name.
    pub first_name: String,
    /// The last name; may be empty.
    pub last_name: String,
    /// The full name.
    #[serde(rename = "fullName")]
    pub name: String,
    /// The e-mail address.
    pub email: String,
}

impl Agent {
    /// An agent of this full name, whose first word is the first name.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let (first, last) = name.split_once(' ').unwrap_or((name, ""));
        let email = format!("{}@zylker.example", name.to_lowercase().replace(' ', "."));
        Self { id: String::new(), first_name: first.into(), last_name: last.into(), name: name.into(), email }
    }
}

impl Default for Agent {
    fn default() -> Self {
        Self { id: "26811000000000001".into(), email: "robin@zylker.example".into(), ..Self::named("Robin Agent") }
    }
}

/// A team, with the keys of the events that tell one (E, "On changing the assignee of ticket").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Team {
    /// A string of digits; empty until the desk gives one.
    pub id: String,
    /// The name.
    pub name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// The department that it belongs to; empty stands for the portal's first one.
    pub department_id: String,
}

impl Team {
    /// A team of this name, of the portal's first department.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self { id: String::new(), name: name.into(), description: String::new(), department_id: String::new() }
    }
}

impl Desk {
    /// The agent at the desk, then all others in the order in which they came.
    pub fn agents(&self) -> impl Iterator<Item = &Agent> {
        std::iter::once(&self.agent).chain(self.colleagues.iter().filter(|agent| agent.id != self.agent.id))
    }

    /// All teams, in the order in which they came.
    #[must_use]
    pub fn teams(&self) -> &[Team] {
        &self.teams
    }

    /// Whether the agent is one of the team's, by their IDs.
    #[must_use]
    pub fn is_member(&self, agent: &str, team: &str) -> bool {
        self.members.iter().any(|(member, of)| member == agent && of == team)
    }

    pub(super) fn put_agent(&mut self, mut agent: Agent) {
        if agent.id.is_empty() {
            agent.id = self.next_record();
        }
        self.colleagues.push(agent);
        self.complete_assignees();
    }

    pub(super) fn put_team(&mut self, mut team: Team) {
        if team.id.is_empty() {
            team.id = self.next_record();
        }
        if team.department_id.is_empty() {
            team.department_id = self.portal.department_id.clone();
        }
        self.teams.push(team);
        self.complete_assignees();
    }
}
