use super::text;
use super::{Comment, Desk, Ticket};
use crate::catalog::Type;
use crate::clock::Instant;
use crate::host::Effect;
use serde_json::{Map, Value, json};

/// What an agent does to a ticket. The agent's control decides which one hook is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// The button "Close ticket" (HOOK-11).
    Close {
        /// The ticket's ID.
        ticket: String,
    },
    /// The button "Reopen ticket" (HOOK-10).
    Reopen {
        /// The ticket's ID.
        ticket: String,
    },
    /// The field "Status" (HOOK-12, HOOK-26).
    SetStatus {
        /// The ticket's ID.
        ticket: String,
        /// The new status.
        status: String,
    },
    /// The comment editor (HOOK-14).
    Comment {
        /// The ticket's ID.
        ticket: String,
        /// As typed.
        content: String,
        /// Whether the customer sees it.
        public: bool,
    },
    /// The reply editor (HOOK-16).
    Reply {
        /// The ticket's ID.
        ticket: String,
        /// As typed.
        content: String,
        /// Who reads it too, comma-separated.
        cc: String,
    },
    /// The reply editor's button "Send and close" (HOOK-17).
    ReplyAndClose {
        /// The ticket's ID.
        ticket: String,
        /// As typed.
        content: String,
        /// Who reads it too, comma-separated.
        cc: String,
    },
    /// A field of the ticket's left panel, saved (HOOK-20, EVT-31).
    SetField {
        /// The ticket's ID.
        ticket: String,
        /// The property's name, or a custom field's API name.
        field: String,
        /// The new value.
        value: Value,
    },
    /// The field "Due date" of the left panel, saved (EVT-11).
    SetDueDate {
        /// The ticket's ID.
        ticket: String,
        /// In the portal's time zone.
        due: jiff::civil::DateTime,
    },
    /// The field "Ticket owner" (HOOK-13): an agent, a team, an agent of a team, or nobody.
    Assign {
        /// The ticket's ID.
        ticket: String,
        /// The agent's ID.
        agent: Option<String>,
        /// The team's ID.
        team: Option<String>,
    },
    /// The mark as spam, set or taken away; the pages document no hook for it (EVT-18).
    MarkSpam {
        /// The ticket's ID.
        ticket: String,
        /// Whether it is spam.
        spam: bool,
    },
}

impl Action {
    /// The hook that guards it, if one is documented.
    #[must_use]
    pub fn hook(&self) -> Option<&'static str> {
        Some(match self {
            Self::Close { .. } => "ticket.close",
            Self::Reopen { .. } => "ticket.reOpen",
            Self::SetStatus { .. } => "ticket.status",
            Self::Comment { .. } => "ticket.comment",
            Self::Reply { .. } => "ticket.reply",
            Self::ReplyAndClose { .. } => "ticket.replyAndClose",
            Self::SetField { .. } | Self::SetDueDate { .. } => "ticket.update",
            Self::Assign { .. } => "ticket_assignee.change",
            Self::MarkSpam { .. } => return None,
        })
    }

    /// The ticket that it changes.
    #[must_use]
    pub fn ticket(&self) -> &str {
        match self {
            Self::Close { ticket }
            | Self::Reopen { ticket }
            | Self::SetStatus { ticket, .. }
            | Self::Comment { ticket, .. }
            | Self::Reply { ticket, .. }
            | Self::ReplyAndClose { ticket, .. }
            | Self::SetField { ticket, .. }
            | Self::SetDueDate { ticket, .. }
            | Self::Assign { ticket, .. }
            | Self::MarkSpam { ticket, .. } => ticket,
        }
    }

    /// The property that it sets, and to what.
    fn sets(&self) -> Option<(&str, Value)> {
        match self {
            Self::Close { .. } => Some(("status", "Closed".into())),
            Self::Reopen { .. } => Some(("status", "Open".into())),
            Self::SetStatus { status, .. } => Some(("status", status.as_str().into())),
            Self::SetField { field, value, .. } => Some((field, value.clone())),
            Self::SetDueDate { due, .. } => Some(("dueDate", text::due_on_ticket(*due).into())),
            Self::MarkSpam { spam, .. } => Some(("isSpam", spam.to_string().into())),
            Self::Comment { .. } | Self::Reply { .. } | Self::ReplyAndClose { .. } | Self::Assign { .. } => None,
        }
    }

    /// Why there is nothing to do, where there is nothing.
    pub(super) fn changes_nothing(&self, desk: &Desk) -> Option<String> {
        let Some(ticket) = desk.ticket(self.ticket()) else {
            return Some(format!("there is no ticket {}", self.ticket()));
        };
        if matches!(self, Self::Reopen { .. }) && ticket.status() != "Closed" {
            return Some(format!("the ticket is {} already: nothing changes", ticket.status()));
        }
        if let Self::Assign { agent, team, .. } = self {
            let (agent, team) = (agent.as_deref(), team.as_deref());
            let is_so = ticket.is_assigned_to(agent, team).then(|| "the ticket is assigned so already: nothing changes".to_owned());
            return is_so.or_else(|| desk.assignee(agent, team).err());
        }
        let (property, value) = self.sets()?;
        let is_so = *ticket.property(property).unwrap_or(&Value::Null) == value;
        let told = if property == "status" { format!("is {}", ticket.status()) } else { format!("has the {property} {value}") };
        is_so.then(|| format!("the ticket {told} already: nothing changes"))
    }

    /// What its hook's page documents for it; null where the page documents nothing.
    pub(super) fn payload(&self, desk: &Desk) -> Value {
        let Some(ticket) = desk.ticket(self.ticket()) else { return Value::Null };
        match self {
            Self::Close { .. } | Self::Reopen { .. } | Self::MarkSpam { .. } => Value::Null,
            Self::SetField { .. } | Self::SetDueDate { .. } => desk.whole_ticket("ticket.update", ticket, self.sets()),
            Self::Assign { agent, team, .. } => {
                desk.assignee(agent.as_deref(), team.as_deref()).map_or(Value::Null, |assignee| assignee.in_hook())
            }
            Self::SetStatus { status, .. } => json!({"ticket.newStatus": status, "ticket.oldStatus": ticket.status()}),
            Self::Comment { content, public, .. } => json!({"ticketId": ticket.id, "content": text::html(content), "isPublic": public}),
            Self::Reply { content, cc, .. } | Self::ReplyAndClose { content, cc, .. } => desk.reply_payload(ticket, content, cc),
        }
    }

    /// Changes the ticket, then tells everybody (EVT-01, EVT-03, EVT-06, EVT-07, EVT-11, EVT-13 to EVT-18, EVT-27).
    pub(super) fn carry_out(&self, desk: &mut Desk, now: Instant, out: &mut Vec<Effect>) {
        match self {
            Self::Comment { ticket, content, public } => desk.add_comment(now, ticket, content, *public, out),
            Self::Reply { ticket, content, cc } => desk.send_reply(now, ticket, content, cc, out),
            Self::ReplyAndClose { ticket, content, cc } => desk.reply_and_close(now, ticket, content, cc, out),
            Self::Assign { ticket, agent, team } => desk.assign(now, ticket, agent.as_deref(), team.as_deref(), out),
            Self::SetDueDate { ticket, due } => {
                desk.change(now, ticket, "dueDate", text::due_on_ticket(*due).into(), out);
                desk.tell_change("dueDate", text::due_in_event(*due).into(), out);
            }
            _ => {
                let Some((property, value)) = self.sets() else { return };
                desk.change(now, self.ticket(), property, value.clone(), out);
                desk.tell_change(property, value, out);
            }
        }
    }
}

impl Desk {
    pub(super) fn change(&mut self, now: Instant, id: &str, property: &str, to: Value, out: &mut Vec<Effect>) {
        let stamp = text::short_time(now, &self.portal.time_zone);
        let Some(ticket) = self.ticket_mut(id) else { return };
        ticket.properties.insert("modifiedTime".into(), stamp.into());
        let from = ticket.set(property, to.clone());
        out.push(Effect::Changed { ticket: id.to_owned(), property: property.to_owned(), from, to });
    }

    /// Broadcasts the events that the catalogue has for a change of this property.
    pub(super) fn tell_change(&self, property: &str, value: Value, out: &mut Vec<Effect>) {
        let is_custom = property.starts_with("cf_");
        let follows = if is_custom { "cf" } else { property };
        for event in self.catalog.events().filter(|event| event.played && event.follows.as_deref() == Some(follows)) {
            let Some(key) = event.payload.keys.first() else { continue };
            let told = if is_custom { json!({property: value}) } else { value.clone() };
            self.broadcast(&event.name, &json!({key.key.as_str(): told}), out);
        }
    }

    /// The ticket as a hook's page documents it, with what the agent asks for in place (HOOK-27): absent values are null, and custom fields stand
    /// under their API names.
    fn whole_ticket(&self, hook: &str, ticket: &Ticket, asked: Option<(&str, Value)>) -> Value {
        let mut asked_for = ticket.clone();
        if let Some((property, value)) = asked {
            asked_for.set(property, value);
        }
        let mut whole = Map::new();
        for key in self.catalog.hook(hook).iter().flat_map(|hook| &hook.payload.keys) {
            if key.key.starts_with("cf_") {
                let custom = asked_for.properties.get("cf").and_then(Value::as_object);
                whole.extend(custom.into_iter().flatten().map(|(name, value)| (name.clone(), value.clone())));
                continue;
            }
            let absent = if key.of == Type::Array { json!([]) } else { Value::Null };
            whole.insert(key.key.clone(), asked_for.properties.get(&key.key).cloned().unwrap_or(absent));
        }
        Value::Object(whole)
    }

    fn add_comment(&mut self, now: Instant, id: &str, typed: &str, public: bool, out: &mut Vec<Effect>) {
        let comment = Comment { id: self.next_record(), content: text::html(typed), public, author: self.agent.name.clone(), at: now };
        let payload = json!({
            "comment": comment.content,
            "commentId": comment.id,
            "displayName": comment.author,
            "displayTime": text::long_time(now, &self.portal.time_zone),
            "isPublicComment": public,
        });
        let Some(ticket) = self.ticket_mut(id) else { return };
        ticket.comments.push(comment);
        let count = ticket.comments.len().to_string();
        self.change(now, id, "commentCount", count.into(), out);
        self.broadcast("ticket_comment.add", &payload, out);
    }
}
