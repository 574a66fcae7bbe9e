use super::Desk;
use super::put::put;
use crate::clock::Instant;
use serde_json::{Map, Value, json};

/// A ticket. Its properties bear the names of `ZOHODESK.get("ticket.<name>")` (P, "Ticket Object"; SDK-02).
#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    /// A string of digits.
    pub id: String,
    /// All properties that are set, `cf` (the map of custom fields) among them.
    pub properties: Map<String, Value>,
    /// In the order in which they were added.
    pub comments: Vec<Comment>,
    /// What the customer wrote and agents replied, in that order.
    pub threads: Vec<Thread>,
    /// A reply that has not left yet.
    pub draft: Option<super::Draft>,
    /// What the service calls it that it came from, through a channel (CH-07).
    pub ext_id: Option<String>,
}

/// A comment on a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    /// A string of digits.
    pub id: String,
    /// HTML.
    pub content: String,
    /// Whether the customer sees it.
    pub public: bool,
    /// The agent's full name.
    pub author: String,
    /// When it was added.
    pub at: Instant,
}

/// One message of the conversation: the customer's, or an agent's reply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thread {
    /// A string of digits.
    pub id: String,
    /// HTML.
    pub content: String,
    /// Where it went: the customer's address, or the portal's.
    pub to: String,
    /// Who reads it too, comma-separated.
    pub cc: String,
    /// Where it came from: the portal's address, or the customer's.
    pub from: String,
    /// Whether the customer wrote it.
    pub incoming: bool,
    /// When it was sent.
    pub at: Instant,
    /// The files that go along with it.
    pub attachments: Vec<super::Attachment>,
    /// What channel sync knows of it.
    pub synced: super::Synced,
}

impl Ticket {
    /// A property, or a custom field by its API name (`cf_…`).
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&Value> {
        self.properties.get(name).or_else(|| self.properties.get("cf")?.get(name))
    }

    /// Sets a property, or a custom field by its API name; what it was before.
    pub(super) fn set(&mut self, name: &str, value: Value) -> Value {
        let custom = name.starts_with("cf_");
        let properties = &mut self.properties;
        let before = match properties.get_mut("cf") {
            Some(Value::Object(fields)) if custom => fields.insert(name.to_owned(), value),
            _ => properties.insert(name.to_owned(), value),
        };
        before.unwrap_or(Value::Null)
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> &str {
        self.text("status")
    }

    /// A property as text; empty where it is not set.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.property(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// The ticket as plain data, with comments and replies, for whoever compares it with a fixture.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let comments: Vec<_> = self
            .comments
            .iter()
            .map(|it| json!({"commentId": it.id, "content": it.content, "isPublic": it.public, "author": it.author}))
            .collect();
        let threads: Vec<_> = self
            .threads
            .iter()
            .map(|it| {
                let mut own =
                    json!({"threadId": it.id, "content": it.content, "to": it.to, "cc": it.cc, "from": it.from, "incoming": it.incoming});
                if !it.attachments.is_empty() {
                    own["attachments"] = super::attachment::told(&it.attachments);
                }
                it.synced.beside(own)
            })
            .collect();
        let mut value = self.properties.clone();
        value.insert("comments".into(), comments.into());
        value.insert("threads".into(), threads.into());
        value.insert("draft".into(), super::draft::told(self.draft.as_ref()));
        value.extend(self.ext_id.iter().map(|id| ("extId".to_owned(), id.as_str().into())));
        Value::Object(value)
    }
}

impl Desk {
    pub(super) fn put_ticket(&mut self, now: Instant, id: String, given: Map<String, Value>) {
        let stamp = super::text::short_time(now, &self.portal.time_zone);
        let Value::Object(mut properties) = json!({
            "id": id, "number": (101 + self.tickets.len() + self.merged.len()).to_string(), "subject": "", "status": "Open", "channel": "Email", "isSpam": "false",
            "createdTime": stamp, "modifiedTime": stamp, "threadCount": "0", "commentCount": "0", "cf": {},
        }) else {
            return;
        };
        let mut custom = Map::new();
        for (name, value) in given {
            if name.starts_with("cf_") {
                custom.insert(name, value)
            } else {
                properties.insert(name, value)
            };
        }
        super::assign::complete(&mut properties);
        if let Some(Value::Object(cf)) = properties.get_mut("cf") {
            cf.extend(custom);
        }
        let mut ticket = Ticket { id, properties, comments: Vec::new(), threads: Vec::new(), draft: None, ext_id: None };
        self.complete_assignee(&mut ticket);
        put(&mut self.tickets, ticket, |known, new| known.id == new.id);
    }
}
