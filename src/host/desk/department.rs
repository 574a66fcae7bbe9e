//! The portal's departments (P, "Department Object"; SDK-18).

use super::Desk;
use super::put::put;
use serde_json::{Value, json};

/// A department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    /// A string of digits.
    pub id: String,
    /// The name.
    pub name: String,
    /// The IDs of its agents; `None` where all of the portal's are (derived).
    pub agents: Option<Vec<String>>,
    /// Whether it is active.
    pub active: bool,
    /// Whether customers do not see it.
    pub private: bool,
}

impl Department {
    /// A department of this ID and name: active, public, and of all agents.
    #[must_use]
    pub fn named(id: &str, name: &str) -> Self {
        Self { id: id.to_owned(), name: name.to_owned(), agents: None, active: true, private: false }
    }

    /// The one that a portal begins with (derived).
    pub(super) fn first(id: &str) -> Self {
        Self::named(id, "Support")
    }
}

impl Desk {
    /// All departments, in the order in which they came: the portal's first one first.
    #[must_use]
    pub fn departments(&self) -> &[Department] {
        &self.departments
    }

    pub(super) fn put_department(&mut self, department: Department) {
        put(&mut self.departments, department, |known, new| known.id == new.id);
    }

    /// A department as `ZOHODESK.get("department.list")` tells it.
    pub(super) fn told_department(&self, department: &Department) -> Value {
        let all = || self.agents().map(|agent| agent.id.clone()).collect();
        json!({
            "name": department.name,
            "depid": department.id,
            "agents": department.agents.clone().unwrap_or_else(all),
            "isActive": department.active,
            "isPrivate": department.private,
        })
    }
}
