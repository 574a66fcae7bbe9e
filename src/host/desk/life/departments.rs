//! The departments for which an extension is installed (P, "Extension webhook", "Including Fields in Your Extension"; RES-02, RES-04).

use super::super::action::{Action, Deed};
use super::super::{Desk, Ticket};
use crate::clock::Instant;
use crate::host::Effect;

/// The extension's configuration, list "Departments": one more is chosen, and no more all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChooseDepartment {
    /// The extension's name.
    pub extension: String,
    /// The department's ID.
    pub department: String,
}

impl Deed for ChooseDepartment {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let chosen = desk.installation(&self.extension).and_then(|it| it.departments.as_ref());
        let known = chosen.is_some_and(|departments| departments.contains(&self.department));
        known.then(|| format!("the department {} is chosen already", self.department))
    }

    fn carry_out(&self, desk: &mut Desk, _now: Instant, _out: &mut Vec<Effect>) -> Option<Action> {
        desk.installed(&self.extension).departments.get_or_insert_default().insert(self.department.clone());
        None
    }
}

impl Desk {
    /// Whether an installation is for a department; for all, until one is chosen (derived).
    pub(in super::super) fn is_for(&self, extension: &str, department: &str) -> bool {
        let chosen = self.installation(extension).and_then(|it| it.departments.as_ref());
        chosen.is_none_or(|departments| departments.contains(department))
    }

    /// The ID of a ticket's department: the portal's first one where nothing is said (derived).
    pub(in super::super) fn department_of<'a>(&'a self, ticket: &'a Ticket) -> &'a str {
        Some(ticket.text("departmentId")).filter(|id| !id.is_empty()).unwrap_or(&self.portal.department_id)
    }
}
