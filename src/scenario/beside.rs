//! What the agent does beside the tickets' fields: tasks, the community, Remote Assist, preferences.

use super::scenario::Failed;
use super::{Outcome, Scenario};
use crate::catalog::Type;
use crate::host::Input;
use crate::host::desk::{CompleteTask, OpenAssist, OpenTopic, SetPreferences, Task, Topic};
use crate::spelling::nearest;
use serde_json::Map;

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
        let near = nearest(subject, others).map(|near| format!("did you mean \"{near}\"?"));
        let help = near.unwrap_or_else(|| format!("say `Given the ticket \"{ticket}\" has the task \"{subject}\"` before"));
        self.wrong(format!("the open ticket has no task \"{subject}\""), help)
    }

    /// The community has a forum topic; it gets an ID where none is given.
    pub fn put_topic(&mut self, title: String, id: String) -> Outcome {
        if !id.chars().all(|c| c.is_ascii_digit()) {
            return self.wrong(format!("\"{id}\" is no ID of a forum topic's"), "write a string of digits, such as \"50138000520495421\"");
        }
        let same = |topic: &Topic| topic.title == title || !id.is_empty() && topic.id == id;
        if self.stage.desk().topics().iter().any(same) {
            return self.wrong(format!("there is a forum topic \"{title}\" already"), "give this one another title, and an ID of its own");
        }
        self.stage.input(Input::PutTopic { topic: Topic { id, title } });
        Ok(())
    }

    /// The agent opens a forum topic.
    pub fn open_topic(&mut self, title: &str) -> Outcome {
        let topics = self.stage.desk().topics();
        if let Some(topic) = topics.iter().find(|topic| topic.title == title).map(|topic| topic.id.clone()) {
            return self.act(format!("opens the forum topic \"{title}\""), OpenTopic { topic });
        }
        let near = nearest(title, topics.iter().map(|topic| topic.title.as_str())).map(|near| format!("did you mean \"{near}\"?"));
        let help = near.unwrap_or_else(|| format!("say `Given the forum topic \"{title}\"` before"));
        self.wrong(format!("there is no forum topic \"{title}\""), help)
    }

    /// The agent opens Remote Assist on the open ticket's page.
    pub fn open_assist(&mut self) -> Outcome {
        let ticket = self.open_one()?;
        self.act("opens remote assist".into(), OpenAssist { ticket })
    }

    /// The agent saves preferences: those of the step's table.
    pub fn set_preferences(&mut self) -> Outcome {
        let pairs = self.pairs()?;
        let catalog = std::sync::Arc::clone(&self.setup.catalog);
        let keys = catalog.event("user_preference.changed").map(|event| event.payload.keys.as_slice()).unwrap_or_default();
        let mut chosen = Map::new();
        for (name, value) in pairs {
            if !keys.iter().any(|key| key.key == name && key.of == Type::String) {
                let known: Vec<_> = keys.iter().map(|key| key.key.as_str()).collect();
                let near = nearest(&name, known.iter().copied()).map(|near| format!("did you mean `{near}`?"));
                let help = near.unwrap_or_else(|| format!("write one of {} (Events › On changing the user preference)", known.join(", ")));
                return self.wrong(format!("an agent has no preference \"{name}\""), help);
            }
            if value.is_empty() {
                return self.wrong(format!("the preference \"{name}\" has no value"), "write one in the table's second column");
            }
            chosen.insert(name, value.into());
        }
        let told = chosen.iter().map(|(name, value)| format!("{name} to {value}")).collect::<Vec<_>>().join(" and ");
        self.act(format!("sets {told}"), SetPreferences { chosen })
    }
}
