//! The portal and its departments (P, "Portal Object", "Department Object"; SDK-05, SDK-18).

use super::super::{Desk, Portal};
use super::reader::{Asking, Values};
use serde_json::{Map, Value, json};

impl Portal {
    /// As widgets read it.
    fn told(&self) -> Map<String, Value> {
        let own = [
            ("plan", json!(self.plan)),
            ("id", json!(self.org_id.to_string())),
            ("name", json!(self.name)),
            ("customDomainName", json!(self.custom_domain_name)),
        ];
        own.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// What is given, is so from now on; its ID is the organisation's.
    pub(in super::super) fn set(&mut self, given: &Map<String, Value>) {
        let text = |name: &str| given.get(name).and_then(Value::as_str);
        let texts = [("plan", &mut self.plan), ("name", &mut self.name), ("customDomainName", &mut self.custom_domain_name)];
        for (name, held) in texts {
            text(name).into_iter().for_each(|text| text.clone_into(held));
        }
        self.org_id = text("id").and_then(|id| id.parse().ok()).unwrap_or(self.org_id);
    }
}

impl Desk {
    pub(super) fn read_portal(&self, _: &Asking<'_>) -> Values {
        Ok(self.portal.told())
    }

    /// All departments, and the one that the agent has selected: the portal's first one, until another one is.
    pub(super) fn read_department(&self, _: &Asking<'_>) -> Values {
        let tell = |department| self.told_department(department);
        let selected = self.departments.iter().filter(|department| department.id == self.selected_department);
        let own = [
            ("list", self.departments.iter().map(tell).collect::<Value>()),
            ("info", selected.map(tell).collect()),
            ("id", json!(self.selected_department)),
        ];
        Ok(own.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }
}
