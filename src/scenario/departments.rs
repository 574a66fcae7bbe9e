//! The portal itself, and its departments.

use super::arguments::properties;
use super::meant::{meant, meant_key};
use super::{Outcome, Scenario};
use crate::catalog::{Type, violations};
use crate::host::Input;
use crate::host::desk::Department;
use serde_json::{Map, Value};
use std::sync::Arc;

/// Where the pages document it.
const SECTION: &str = "Platform › Department Object";

impl Scenario {
    /// The portal is as the step's table says.
    pub fn set_portal(&mut self) -> Outcome {
        let pairs = self.pairs()?;
        let properties = properties(pairs, &self.catalog, "portal");
        self.sound_properties("portal", &properties)?;
        if let Some(id) = properties.get("id").and_then(Value::as_str).filter(|id| id.parse::<u64>().is_err()) {
            return self.wrong(format!("\"{id}\" is too long for the ID of a portal"), "write up to 19 digits");
        }
        self.stage.input(Input::SetPortal { properties });
        Ok(())
    }

    /// One more department, with the keys of the step's table.
    pub fn put_department(&mut self, id: &str) -> Outcome {
        self.sound_id(id, "ID of a department's", "26811000000006912")?;
        let given = self.department_keys()?;
        let text = |key: &str| given.get(key).and_then(Value::as_str);
        let Some(name) = text("name").filter(|name| !name.is_empty()) else {
            return self.wrong("the department has no name", "add a row such as `| name | Returns |`");
        };
        let usual = Department::named(id, name);
        let flag = |key: &str, usual: bool| given.get(key).and_then(Value::as_bool).unwrap_or(usual);
        let department = Department { active: flag("isActive", usual.active), private: flag("isPrivate", usual.private), ..usual };
        self.stage.input(Input::PutDepartment { department });
        Ok(())
    }

    /// What the step's table gives, by the keys that departments have; ID and agents have sentences of their own.
    fn department_keys(&mut self) -> Result<Map<String, Value>, super::Failed> {
        let catalog = Arc::clone(&self.catalog);
        let list = catalog.property("department.list").and_then(|property| property.value.items.as_deref());
        let keys: Vec<_> =
            list.into_iter().flat_map(|item| &item.keys).filter(|key| !matches!(key.of, Type::Digits | Type::Array)).collect();
        let (mut given, mut wrong) = (Map::new(), Vec::new());
        for (name, text) in self.pairs()? {
            let value = if text == "true" || text == "false" { Value::Bool(text == "true") } else { Value::String(text) };
            match keys.iter().find(|key| key.key == name).map(|key| violations(key, &value)) {
                Some(found) => {
                    wrong.extend(
                        found.iter().map(|it| (format!("a department's \"{name}\" is {}", it.text), format!("mend the value ({SECTION})"))),
                    );
                    given.insert(name, value);
                }
                None => {
                    let otherwise = format!("leave this row out ({SECTION})");
                    let help = meant_key(&name, keys.iter().map(|key| key.key.as_str()), otherwise);
                    wrong.push((format!("a department has no key \"{name}\" to be given"), help));
                }
            }
        }
        self.all_wrong(&wrong).map(|()| given)
    }

    /// An agent is one of a department's.
    pub fn put_into_department(&mut self, agent: &str, department: &str) -> Outcome {
        let agent = self.known_agent(agent)?;
        let mut department = self.known_department(department)?;
        let agents = department.agents.get_or_insert_default();
        if agents.contains(&agent) {
            return self.wrong(format!("the agent works in the department \"{}\" already", department.name), "leave this line out");
        }
        agents.push(agent);
        self.stage.input(Input::PutDepartment { department });
        Ok(())
    }

    /// The agent selects a department.
    pub fn select_department(&mut self, id: &str) -> Outcome {
        let department = self.known_department(id)?;
        self.stage.tell(format!("selects the department \"{}\"", department.name));
        self.stage.input(Input::SelectDepartment { department: department.id });
        Ok(())
    }

    /// Refuses a department that the portal does not have.
    pub(super) fn known_department(&mut self, id: &str) -> Result<Department, super::Failed> {
        let departments = self.stage.desk().departments();
        if let Some(department) = departments.iter().find(|department| department.id == id) {
            return Ok(department.clone());
        }
        let known = departments.iter().map(|department| department.id.as_str());
        let help = meant(id, known, format!("say `Given the department \"{id}\" with` and its name before"));
        self.wrong(format!("there is no department \"{id}\""), help)
    }
}
