//! Tasks of a ticket.

use super::Desk;
use super::action::{Action, Deed};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Value, json};

/// A task that belongs to a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The ID of the ticket.
    pub ticket: String,
    /// What is to be done: its name on the ticket's page.
    pub subject: String,
    /// Whether it is done.
    pub completed: bool,
}

/// The button "Mark as completed" of a task (E, "On marking a task as completed"; EVT-04). The pages document no hook for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompleteTask {
    /// The ID of the ticket that the task belongs to.
    pub ticket: String,
    /// The task's subject.
    pub subject: String,
}

impl Deed for CompleteTask {
    fn ticket(&self) -> Option<&str> {
        Some(&self.ticket)
    }

    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        match desk.task(&self.ticket, &self.subject) {
            None => Some(format!("the ticket has no task \"{}\"", self.subject)),
            Some(task) => task.completed.then(|| format!("the task \"{}\" is completed already: nothing changes", self.subject)),
        }
    }

    fn carry_out(&self, desk: &mut Desk, _now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        let task = desk.tasks.iter_mut().find(|task| task.is(&self.ticket, &self.subject))?;
        let from = Value::Bool(std::mem::replace(&mut task.completed, true));
        let property = format!("task \"{}\"", self.subject);
        out.push(Effect::Changed { ticket: self.ticket.clone(), property, from, to: true.into() });
        desk.broadcast("task_Completed", &json!({"task_Completed": true}), out);
        None
    }
}

impl Task {
    fn is(&self, ticket: &str, subject: &str) -> bool {
        self.ticket == ticket && self.subject == subject
    }
}

impl Desk {
    /// The ticket's task of this subject.
    #[must_use]
    pub fn task(&self, ticket: &str, subject: &str) -> Option<&Task> {
        self.tasks.iter().find(|task| task.is(ticket, subject))
    }

    /// All tasks, in the order in which they came.
    #[must_use]
    pub fn tasks(&self) -> &[Task] {
        &self.tasks
    }
}
