//! Who works in the portal beside the agent at the desk.

use super::meant::meant_key;
use super::{Outcome, Scenario};
use crate::catalog::{Payload, Type};
use crate::host::Input;
use crate::host::desk::{Agent, Team};
use crate::record::{Failure, Fault};
use serde::Serialize;
use serde::de::DeserializeOwned;

impl Scenario {
    /// One more agent works in the portal.
    pub fn put_agent(&mut self, name: &str) -> Outcome {
        if self.is_on_freshdesk() {
            return self.put_agent_on_freshdesk(name);
        }
        self.add_agent(name, &[])
    }

    /// One more agent works in the portal, with the keys of the step's table.
    pub fn put_agent_with_table(&mut self, name: &str) -> Outcome {
        if self.is_on_freshdesk() {
            return self.put_table_agent_on_freshdesk(name);
        }
        let pairs = self.pairs()?;
        self.add_agent(name, &pairs)
    }

    /// One more team works in the portal.
    pub fn put_team(&mut self, name: &str) -> Outcome {
        self.add_team(name, &[])
    }

    /// One more team works in the portal, with the keys of the step's table.
    pub fn put_team_with_table(&mut self, name: &str) -> Outcome {
        let pairs = self.pairs()?;
        self.add_team(name, &pairs)
    }

    fn add_agent(&mut self, name: &str, given: &[(String, String)]) -> Outcome {
        if self.stage.desk().agents().any(|agent| agent.name == name) {
            return self.wrong(format!("there is an agent \"{name}\" already"), "leave this line out, or give the agent another name");
        }
        let agent = self.colleague("agent", "fullName", Agent::named(name), given)?;
        self.stage.input(Input::PutAgent { agent });
        Ok(())
    }

    fn add_team(&mut self, name: &str, given: &[(String, String)]) -> Outcome {
        if self.stage.desk().teams().iter().any(|team| team.name == name) {
            return self.wrong(format!("there is a team \"{name}\" already"), "leave this line out, or give the team another name");
        }
        let team = self.colleague("team", "name", Team::named(name), given)?;
        self.stage.input(Input::PutTeam { team });
        Ok(())
    }

    /// The agent or team with what the table gives; which keys there are, and of what type, the event ticket_assignee.changed says.
    fn colleague<T: Serialize + DeserializeOwned>(
        &mut self,
        what: &str,
        said: &str,
        usual: T,
        given: &[(String, String)],
    ) -> Result<T, super::Failed> {
        let catalog = std::sync::Arc::clone(&self.catalog);
        let owner = catalog.event("ticket_assignee.changed").and_then(|event| event.payload.keys.first());
        let keys: Vec<&Payload> =
            owner.iter().flat_map(|owner| &owner.keys).filter(|key| key.key == what).flat_map(|key| &key.keys).collect();
        let mut value = serde_json::to_value(usual).unwrap_or_default();
        for (name, text) in given {
            let Some(key) = keys.iter().find(|key| key.key == *name && name != said) else {
                let help = meant_key(name, keys.iter().map(|key| key.key.as_str()).filter(|key| *key != said), "leave this row out");
                return self.wrong(format!("no {what} has the key \"{name}\""), help);
            };
            if key.of == Type::Digits {
                self.sound_id(text, "ID", "26811000000000012")?;
            }
            if name == "id" && self.has_id(text) {
                return self.wrong(format!("another agent or team has the ID \"{text}\""), "write another string of digits");
            }
            value[name.as_str()] = text.as_str().into();
        }
        let read = serde_json::from_value(value);
        read.or_else(|error| {
            self.fail(Failure::new(Fault::Model, format!("the catalogue has keys that this model's {what} lacks: {error}")))
        })
    }

    fn has_id(&self, id: &str) -> bool {
        let desk = self.stage.desk();
        desk.agents().any(|agent| agent.id == id) || desk.teams().iter().any(|team| team.id == id)
    }
}
