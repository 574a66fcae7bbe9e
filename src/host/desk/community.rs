//! Forum topics of the portal's community.

use super::action::{Action, Deed};
use super::{Desk, Page};
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::json;

/// A topic in the module Community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// A string of digits; empty until the desk gives one.
    pub id: String,
    /// What it is about.
    pub title: String,
}

/// The agent opens a forum topic (E, "On opening a topic in the user community"; EVT-05). The pages document no hook for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenTopic {
    /// The topic's ID.
    pub topic: String,
}

impl OpenTopic {
    /// The topic's page, in the words of the event `pageChange` (derived: a post's detail).
    fn page(&self) -> Page {
        Page { module: "community".into(), page: "postDetail".into(), record: Some(self.topic.clone()) }
    }
}

impl Deed for OpenTopic {
    fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        if !desk.topics.iter().any(|topic| topic.id == self.topic) {
            return Some(format!("there is no forum topic {}", self.topic));
        }
        (desk.page == self.page()).then(|| "the forum topic is open already: nothing is loaded".into())
    }

    fn carry_out(&self, desk: &mut Desk, _now: Instant, out: &mut Vec<Effect>) -> Option<Action> {
        desk.go_to(self.page(), out);
        desk.broadcast("community.topic.loaded", &json!({"topicId": self.topic}), out);
        None
    }
}

impl Desk {
    /// All forum topics, in the order in which they came.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        &self.topics
    }

    pub(super) fn put_topic(&mut self, mut topic: Topic) {
        if topic.id.is_empty() {
            topic.id = self.next_record();
        }
        self.topics.push(topic);
    }
}
