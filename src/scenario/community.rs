//! The community's forum topics.

use super::meant::meant;
use super::{Outcome, Scenario};
use crate::host::Input;
use crate::host::desk::{OpenTopic, Topic};

impl Scenario {
    /// The community has a forum topic; it gets an ID where none is given.
    pub fn put_topic(&mut self, title: String, id: String) -> Outcome {
        if !id.is_empty() {
            self.sound_id(&id, "ID of a forum topic's", "50138000520495421")?;
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
        let known = topics.iter().map(|topic| topic.title.as_str());
        let help = meant(title, known, format!("say `Given the forum topic \"{title}\"` before"));
        self.wrong(format!("there is no forum topic \"{title}\""), help)
    }
}
