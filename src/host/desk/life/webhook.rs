//! The webhook of an installation (P, "Extension webhook"; RES-03, RES-04, RES-07).

use super::super::action::{Action, Deed};
use super::super::sync::For;
use super::super::{Desk, Ticket};
use super::ticket_news::{News, news};
use crate::clock::Instant;
use crate::host::{Effect, Input};
use serde_json::{Value, json};

/// The exchange (P, "Extension webhook").
const WEBHOOK: &str = "webhook";

/// A webhook that is there: what it tells, and where to, resources.json says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// A string of digits.
    pub id: String,
}

/// The portal's list of webhooks: somebody wants one that an extension brought to go elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeWebhook {
    /// The extension's name.
    pub extension: String,
    /// Where to.
    pub url: String,
}

impl Deed for ChangeWebhook {
    fn changes_nothing(&self, _desk: &Desk) -> Option<String> {
        Some("the webhook is the extension's own: users cannot change it".into())
    }

    fn unchanged_by(&self) -> &'static str {
        "RES-07"
    }

    fn carry_out(&self, _desk: &mut Desk, _now: Instant, _out: &mut Vec<Effect>) -> Option<Action> {
        None
    }
}

impl Desk {
    /// A webhook comes once its extension is authorised in Desk.
    pub(super) fn raise_webhook(&mut self, extension: &str, out: &mut Vec<Effect>) {
        let declares = |it: &super::super::Installation| it.authorised && it.declared.resources.contains_key(WEBHOOK);
        if !self.installation(extension).is_some_and(|it| it.webhook.is_none() && declares(it)) {
            return;
        }
        let id = self.next_record();
        out.push(Effect::Decided { rule: "RES-03".into(), what: format!("the webhook {id} is created") });
        self.installed(extension).webhook = Some(Webhook { id });
    }

    /// The tickets as they are, where a webhook may tell what becomes of them. What a feature puts on the desk, nobody did: nobody hears of it.
    pub(in super::super) fn before_webhooks(&self, input: &Input) -> Option<Vec<Ticket>> {
        let happens = match input {
            Input::Act { what, .. } => !matches!(what, Action::UninstallExtension(_)),
            Input::Answered { .. } | Input::Due { .. } | Input::EndpointAnswered { .. } => true,
            Input::Called { .. } | Input::Invoked { .. } => true,
            _ => false,
        };
        let any = || self.installations.values().any(|installation| installation.webhook.is_some());
        (happens && any()).then(|| self.tickets.clone())
    }

    /// Whatever became of the tickets, webhooks tell it, but for the client that an extension does not want to hear of.
    pub(in super::super) fn tell_webhooks(&mut self, now: Instant, before: &[Ticket], client: Option<&str>, out: &mut Vec<Effect>) {
        let told = news(before, &self.tickets);
        let extensions: Vec<_> = self.installations.iter().filter(|(_, it)| it.webhook.is_some()).map(|(name, _)| name.clone()).collect();
        for extension in extensions {
            for news in &told {
                if let Some(event) = self.told_to(&extension, news, now, client, out) {
                    out.push(Effect::Applied { rules: vec!["RES-03".into(), "RES-04".into()] });
                    self.call_endpoint(now, extension.clone(), json!([event]), For::Webhook, out);
                }
            }
        }
    }

    /// The event as the webhook tells it; `None` where it does not: it is not subscribed to, or not of a chosen department.
    fn told_to(&self, extension: &str, news: &News, now: Instant, client: Option<&str>, out: &mut Vec<Effect>) -> Option<Value> {
        let webhook = self.installation(extension)?.declared.resources.get(WEBHOOK)?;
        let options = webhook.get("subscriptions")?.get(news.event)?;
        if !self.is_for(extension, self.department_of(&news.ticket)) {
            out.push(Effect::Decided { rule: "RES-04".into(), what: format!("the webhook of \"{extension}\" is not for this department") });
            return None;
        }
        if client.is_some() && webhook.get("ignoreSourceId").and_then(Value::as_str) == client {
            out.push(Effect::Decided { rule: "RES-04".into(), what: format!("the webhook of \"{extension}\" ignores this client") });
            return None;
        }
        let mut event = json!({
            "eventType": news.event,
            "eventTime": now.0.to_string(),
            "orgId": self.portal.org_id.to_string(),
            "payload": news.payload,
        });
        let wanted = options.get("includePrevState").and_then(Value::as_bool).unwrap_or_default();
        if let Some(before) = news.before.as_ref().filter(|_| wanted) {
            event["prevState"] = before.clone();
        }
        Some(event)
    }
}
