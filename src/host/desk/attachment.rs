//! Files that go along with a message.

use serde_json::{Value, json};

/// A file that goes along with a message of a ticket's conversation (C, "DESK_REPLY_THREAD_OBJECT"; CH-14).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attachment {
    /// A string of digits; empty where the desk may give one.
    pub id: String,
    /// The file's name.
    pub name: String,
    /// How large it is, in bytes (derived: the page gives no unit).
    pub size: u64,
    /// Where it can be fetched; empty where the desk may say so.
    pub href: String,
}

/// Attachments as the pages have them.
pub(super) fn told(attachments: &[Attachment]) -> Value {
    attachments.iter().map(|it| json!({"id": it.id, "name": it.name, "size": it.size, "href": it.href})).collect()
}
