//! Whom the agent assigns the open ticket to.

use super::meant::meant;
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::host::Input;
use crate::host::desk::Assign;

impl Scenario {
    /// The agent assigns the open ticket to an agent.
    pub fn assign_to_agent(&mut self, name: &str) -> Outcome {
        if self.is_on_freshdesk() {
            return self.assign_on_freshdesk(name);
        }
        let agent = self.known_agent(name)?;
        self.assign(format!("assigns the ticket to {name}"), Some(agent), None)
    }

    /// The agent assigns the open ticket to a team.
    pub fn assign_to_team(&mut self, name: &str) -> Outcome {
        let team = self.known_team(name)?;
        self.assign(format!("assigns the ticket to the team {name}"), None, Some(team))
    }

    /// The agent assigns the open ticket to an agent of a team.
    pub fn assign_to_team_agent(&mut self, agent: &str, team: &str) -> Outcome {
        let told = format!("assigns the ticket to {agent} of the team {team}");
        let (agent_id, team_id) = (self.known_agent(agent)?, self.known_team(team)?);
        self.known_member((agent, &agent_id), (team, &team_id))?;
        self.assign(told, Some(agent_id), Some(team_id))
    }

    /// Refuses an agent who is none of the team, each with name and ID.
    pub(super) fn known_member(&mut self, (agent, agent_id): (&str, &str), (team, team_id): (&str, &str)) -> Outcome {
        let desk = self.stage.desk();
        if desk.is_member(agent_id, team_id) {
            return Ok(());
        }
        let members: Vec<_> =
            desk.agents().filter(|other| desk.is_member(&other.id, team_id)).map(|it| format!("\"{}\"", it.name)).collect();
        let theirs = if members.is_empty() { String::new() } else { format!("; its members are {}", members.join(" and ")) };
        self.wrong(
            format!("\"{agent}\" is no member of the team \"{team}\"{theirs}"),
            format!("say `Given the agent \"{agent}\" belongs to the team \"{team}\"` before"),
        )
    }

    /// An agent is one of a team.
    pub fn join_team(&mut self, agent: &str, team: &str) -> Outcome {
        let (agent_id, team_id) = (self.known_agent(agent)?, self.known_team(team)?);
        if self.stage.desk().is_member(&agent_id, &team_id) {
            return self.wrong(format!("\"{agent}\" belongs to the team \"{team}\" already"), "leave this line out");
        }
        self.stage.input(Input::JoinTeam { agent: agent_id, team: team_id });
        Ok(())
    }

    /// The agent takes the open ticket from whom it is assigned to.
    pub fn assign_to_nobody(&mut self) -> Outcome {
        if self.is_on_freshdesk() {
            return self.assign_to_nobody_on_freshdesk();
        }
        self.assign("assigns the ticket to nobody".into(), None, None)
    }

    fn assign(&mut self, told: String, agent: Option<String>, team: Option<String>) -> Outcome {
        let ticket = self.open_one()?;
        self.act(told, Assign { ticket, agent, team })
    }

    /// The ID of the agent of this name.
    pub(super) fn known_agent(&mut self, name: &str) -> Result<String, Failed> {
        let known: Vec<_> = self.stage.desk().agents().map(|agent| (agent.name.clone(), agent.id.clone())).collect();
        self.known_one("agent", name, known)
    }

    /// The ID of the team of this name.
    pub(super) fn known_team(&mut self, name: &str) -> Result<String, Failed> {
        let known: Vec<_> = self.stage.desk().teams().iter().map(|team| (team.name.clone(), team.id.clone())).collect();
        self.known_one("team", name, known)
    }

    fn known_one(&mut self, what: &str, name: &str, known: Vec<(String, String)>) -> Result<String, Failed> {
        if let Some((_, id)) = known.iter().find(|(known, _)| known == name) {
            return Ok(id.clone());
        }
        let otherwise = format!("say `Given the {what} \"{name}\"` before");
        let help = meant(name, known.iter().map(|(name, _)| name.as_str()), otherwise);
        self.wrong(format!("there is no {what} \"{name}\""), help)
    }
}
