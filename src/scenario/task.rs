//! Tasks of tickets.

use super::meant::meant;
use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::host::Input;
use crate::host::desk::{CompleteTask, Task};

impl Scenario {
    /// A ticket has a task that is not done yet.
    pub fn put_task(&mut self, ticket: &str, subject: &str) -> Outcome {
        self.known_ticket(ticket)?;
        if self.stage.desk().task(ticket, subject).is_some() {
            return self
                .wrong(format!("the ticket has a task \"{subject}\" already"), "leave this line out, or give the task another name");
        }
        let task = Task { ticket: ticket.to_owned(), subject: subject.to_owned(), completed: false };
        self.stage.input(Input::PutTask { task });
        Ok(())
    }

    /// The agent marks a task of the open ticket as completed.
    pub fn complete_task(&mut self, subject: String) -> Outcome {
        let ticket = self.open_one()?;
        self.known_task(&ticket, &subject)?;
        self.act(format!("marks the task \"{subject}\" as completed"), CompleteTask { ticket, subject })
    }

    /// A task of the open ticket is completed, or is not.
    pub fn expect_task(&mut self, subject: &str, completed: bool) -> Outcome {
        let ticket = self.open_one()?;
        let found = self.known_task(&ticket, subject)?.completed;
        let word = if found { "completed" } else { "not completed" };
        self.expect(found == completed, || format!("the task \"{subject}\" is {word}"))
    }

    fn known_task(&mut self, ticket: &str, subject: &str) -> Result<Task, Failed> {
        let desk = self.stage.desk();
        if let Some(task) = desk.task(ticket, subject) {
            return Ok(task.clone());
        }
        let others = desk.tasks().iter().filter(|task| task.ticket == ticket).map(|task| task.subject.as_str());
        let help = meant(subject, others, format!("say `Given the ticket \"{ticket}\" has the task \"{subject}\"` before"));
        self.wrong(format!("the open ticket has no task \"{subject}\""), help)
    }
}
