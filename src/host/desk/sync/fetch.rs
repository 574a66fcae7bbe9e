//! Attachments of threads: each is fetched apart, once its thread is there (P, "Adding External Attachments"; CH-10).

use super::super::{Desk, Thread};
use super::exchange::For;
use crate::clock::Instant;
use crate::host::{Effect, ExchangeId, ServiceAnswer, ServiceCall};
use serde_json::{Map, Value, json};

/// An attachment of a thread's, by the address that the service gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fetched {
    /// Where Desk fetches it.
    pub url: String,
    /// Its file's name: the last part of the address (derived).
    pub name: String,
    /// How far it is.
    pub state: Fetching,
}

/// How far an attachment is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetching {
    /// It is on its way.
    Waiting,
    /// It is there.
    Here {
        /// In bytes.
        size: usize,
        /// As the service says it; else what the name's ending means (derived).
        content_type: String,
    },
    /// It could not be fetched: why.
    Failed(String),
}

/// What endings of names mean where the service says nothing.
const ENDINGS: [(&str, &str); 8] = [
    ("csv", "text/csv"),
    ("gif", "image/gif"),
    ("html", "text/html"),
    ("jpg", "image/jpeg"),
    ("json", "application/json"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("txt", "text/plain"),
];

impl Fetched {
    fn new(url: &str) -> Self {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        let name = path.split_once("://").map_or(path, |(_, rest)| rest).rsplit_once('/').map_or("", |(_, name)| name);
        let name = if name.is_empty() { "attachment" } else { name };
        Self { url: url.to_owned(), name: name.to_owned(), state: Fetching::Waiting }
    }

    fn of(&self, answer: &ServiceAnswer) -> Fetching {
        let said = answer.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-type")).and_then(|(_, value)| value.as_str());
        let ending = self.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let meant = || ENDINGS.iter().find(|(known, _)| ending.as_deref() == Some(*known)).map(|(_, of)| *of);
        let content_type = said.or_else(meant).unwrap_or("application/octet-stream").to_owned();
        let size = match &answer.body {
            Value::Null => 0,
            Value::String(text) => text.len(),
            other => other.to_string().len(),
        };
        Fetching::Here { size, content_type }
    }

    /// The attachment as plain data.
    pub(super) fn to_value(&self) -> Value {
        match &self.state {
            Fetching::Waiting => json!({"name": self.name, "status": "PENDING"}),
            Fetching::Here { size, content_type } => json!({"name": self.name, "size": size, "contentType": content_type}),
            Fetching::Failed(reason) => json!({"name": self.name, "status": "FAILED", "reason": reason}),
        }
    }
}

impl Desk {
    /// What is there already, or on its way, is not fetched again; what failed is, when it comes again (derived).
    pub(super) fn fetch_attachments(&mut self, now: Instant, extension: &str, thread: &str, given: &Value, out: &mut Vec<Effect>) {
        for url in given.get("attachmentUrls").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str) {
            let Some(known) = self.thread_mut(thread).map(|thread| &mut thread.synced.attachments) else { return };
            if known.iter().any(|it| it.url == url && !matches!(it.state, Fetching::Failed(_))) {
                continue;
            }
            known.retain(|it| it.url != url);
            known.push(Fetched::new(url));
            let of = For::Attachment { thread: thread.to_owned(), url: url.to_owned() };
            let call = self.open_exchange(now, extension, of, out);
            let (headers, body) = (Map::new(), Value::Null);
            let request = ServiceCall { method: "GET".into(), url: url.to_owned(), headers, body, json: false };
            out.push(Effect::applied("CH-10"));
            out.push(Effect::Fetch { call, extension: extension.to_owned(), request });
        }
    }

    /// An attachment is there, or is not: neither undoes anything.
    pub(super) fn fetched(
        &mut self,
        call: ExchangeId,
        thread: &str,
        url: &str,
        answer: Result<ServiceAnswer, String>,
        out: &mut Vec<Effect>,
    ) {
        let answer = answer.and_then(|answer| match answer.status {
            200..300 => Ok(answer),
            status => Err(self.catalog.wording("attachment.status", &[("status", &status.to_string())])),
        });
        let found = self.thread_mut(thread).and_then(|thread| thread.synced.attachments.iter_mut().find(|it| it.url == url));
        let Some(attachment) = found else { return };
        let (name, failed) = (attachment.name.clone(), answer.as_ref().err().cloned());
        attachment.state = answer.map_or_else(Fetching::Failed, |answer| attachment.of(&answer));
        out.push(Effect::Fetched { call, name, failed });
    }

    /// The thread with this ID, whichever ticket it is on: it may have gone over to another one.
    pub(super) fn thread_mut(&mut self, id: &str) -> Option<&mut Thread> {
        self.tickets.iter_mut().flat_map(|ticket| &mut ticket.threads).find(|thread| thread.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::Fetched;

    #[test]
    fn a_file_is_called_as_its_address_ends() {
        let name = |url| Fetched::new(url).name;
        assert_eq!(name("https://a.example/files/photo.png?size=2#top"), "photo.png");
        assert_eq!(name("https://a.example/files/"), "attachment");
        assert_eq!(name("https://a.example"), "attachment");
    }
}
