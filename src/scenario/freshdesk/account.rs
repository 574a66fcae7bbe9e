//! The account, and who works in it.

use crate::host::freshdesk::{Account, Agent, Belonging, Kind, Put};
use crate::scenario::meant::meant_key;
use crate::scenario::{Outcome, Scenario};

/// What can be said of an account.
const KEYS: [&str; 4] = ["account_id", "domain", "region", "support_email"];

impl Scenario {
    /// The account is as the step's table says.
    pub fn set_account(&mut self) -> Outcome {
        let mut account: Account = self.stage.host().freshdesk().account().clone();
        for (name, value) in self.pairs()? {
            match name.as_str() {
                "account_id" => account.id = self.number(&value, "account")?,
                "domain" => account.domain = value,
                "region" => account.region = value,
                "support_email" => account.support_email = value,
                _ => return self.wrong(format!("an account has no \"{name}\""), meant_key(&name, KEYS, "write one of the four")),
            }
        }
        self.stage.put_on_freshdesk(Put::Account(account));
        Ok(())
    }

    /// A group, a company or a product is there.
    pub fn put_belonging(&mut self, kind: Kind, name: String, id: i64) -> Outcome {
        let Some(id) = u64::try_from(id).ok().filter(|id| *id > 0) else {
            return self.wrong(format!("{id} is no ID"), "write a number above 0");
        };
        self.stage.put_on_freshdesk(Put::Belonging(Belonging { kind, id, name }));
        Ok(())
    }

    /// One more agent works in the account.
    pub(in crate::scenario) fn put_agent_on_freshdesk(&mut self, name: &str) -> Outcome {
        let agent = self.agent_on_freshdesk(name);
        self.stage.put_on_freshdesk(Put::Agent(agent));
        Ok(())
    }

    /// One more agent works in the account, with the ID and e-mail address of the step's table.
    pub(in crate::scenario) fn put_table_agent_on_freshdesk(&mut self, name: &str) -> Outcome {
        let mut agent = self.agent_on_freshdesk(name);
        for (key, value) in self.pairs()? {
            match key.as_str() {
                "id" => agent.id = self.number(&value, "agent")?,
                "email" => agent.email = value,
                _ => return self.wrong(format!("an agent has no \"{key}\""), meant_key(&key, ["id", "email"], "write id or email")),
            }
        }
        self.stage.put_on_freshdesk(Put::Agent(agent));
        Ok(())
    }

    /// The agent of this name; one who is not there yet gets the next ID.
    pub(super) fn agent_on_freshdesk(&self, name: &str) -> Agent {
        let freshdesk = self.stage.host().freshdesk();
        if let Some(known) = freshdesk.agent(name) {
            return known.clone();
        }
        let id = freshdesk.agents().iter().map(|agent| agent.id).max().unwrap_or_default() + 1;
        let word = name.split(' ').next().unwrap_or_default().to_lowercase();
        Agent { id, name: name.to_owned(), email: format!("{word}@{}", freshdesk.account().domain) }
    }
}
