//! An agent's reply as a channel's server reads it (C, "DESK_REPLY_THREAD_OBJECT"; CH-14, CH-18, CH-23).

use super::super::{Desk, Thread, Ticket, attachment};
use super::config::HTML;
use super::plain::plain;
use crate::host::Effect;
use serde_json::{Value, json};

impl Desk {
    /// The reply in the words of the page. What the summary is, the pages show: the reply's own text.
    pub(super) fn pushed_reply(&self, extension: &str, ticket: &str, thread: &str, out: &mut Vec<Effect>) -> Value {
        let Some(ticket) = self.ticket(ticket) else { return Value::Null };
        let Some(reply) = ticket.thread(thread) else { return Value::Null };
        let Some(author) = &reply.synced.author else { return Value::Null };
        let content_type = self.content_type(extension).unwrap_or_default();
        out.push(Effect::Applied { rules: vec!["CH-18".into(), "RES-06".into()] });
        let write = if content_type == HTML { str::to_owned } else { plain };
        let summary = write(&reply.content);
        let mut content = summary.clone();
        if self.has_configured(extension, "includeQuotedMessage") {
            out.push(Effect::applied("CH-23"));
            let quote = if content_type == HTML { quoted } else { quoted_plainly };
            before(ticket, reply).for_each(|earlier| content.push_str(&quote(&write(&earlier.content))));
        }
        let mut told = json!({
            "extParentId": reply.synced.parent,
            "replyToExtId": reply.synced.reply_to,
            "id": reply.id.parse::<u64>().ok(),
            "content": content,
            "summary": summary,
            "contentType": content_type,
            "hasAttach": !reply.attachments.is_empty(),
            "attachments": attachment::told(&reply.attachments),
            "attachmentCount": reply.attachments.len(),
            "createdTime": reply.at.to_string(),
            "author": {
                "name": author.name,
                "email": author.email,
                "type": "AGENT",
                "photoURL": format!("{}/api/v1/agents/{}/photo", self.portal.web_address, author.id),
            },
        });
        super::super::dial::without_nulls(&mut told);
        told
    }
}

/// What was said before a reply, the newest first (derived).
fn before<'a>(ticket: &'a Ticket, reply: &Thread) -> impl Iterator<Item = &'a Thread> {
    let at = ticket.threads.iter().position(|thread| thread.id == reply.id).unwrap_or_default();
    ticket.threads[..at].iter().rev()
}

/// How HTML is quoted (derived).
fn quoted(html: &str) -> String {
    format!("<blockquote>{html}</blockquote>")
}

/// How plain text is quoted: as in mails (derived).
fn quoted_plainly(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(|line| format!("> {line}")).collect();
    format!("\n\n{}", lines.join("\n"))
}
