//! Who works in the account, and what its tickets may belong to.

use super::Freshdesk;
use crate::host::desk::put;

/// An agent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// Its ID.
    pub id: u64,
    /// The full name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
}

/// What an agent or a ticket may belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A group of agents.
    Group,
    /// A company of contacts.
    Company,
    /// A product that is supported.
    Product,
}

/// A group, a company or a product.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Belonging {
    /// Which of the three.
    pub kind: Kind,
    /// Its ID.
    pub id: u64,
    /// Its name.
    pub name: String,
}

impl Freshdesk {
    /// All agents, in the order in which they came; the first one is at the desk unless the feature says otherwise.
    #[must_use]
    pub fn agents(&self) -> &[Agent] {
        &self.agents
    }

    /// The agent of this name or ID.
    #[must_use]
    pub fn agent(&self, called: &str) -> Option<&Agent> {
        self.agents.iter().find(|agent| agent.name == called || agent.id.to_string() == called)
    }

    /// The group, company or product of this name or ID.
    #[must_use]
    pub fn belonging(&self, kind: Kind, called: &str) -> Option<&Belonging> {
        self.belongings.iter().find(|it| it.kind == kind && (it.name == called || it.id.to_string() == called))
    }

    /// All groups, companies or products, in the order in which they came.
    pub fn belongings(&self, kind: Kind) -> impl Iterator<Item = &Belonging> {
        self.belongings.iter().filter(move |it| it.kind == kind)
    }

    /// The agent at the desk.
    #[must_use]
    pub fn at_the_desk(&self) -> &Agent {
        &self.agent
    }

    pub(super) fn put_agent(&mut self, agent: Agent) {
        put(&mut self.agents, agent, |known, new| known.id == new.id);
    }

    pub(super) fn put_belonging(&mut self, belonging: Belonging) {
        put(&mut self.belongings, belonging, |known, new| (known.kind, known.id) == (new.kind, new.id));
    }
}
