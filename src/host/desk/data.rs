//! What a widget may read of the page that it is on (P, "Data APIs").

use super::Desk;
use super::read::Get;
use super::service::parsed;
use crate::clock::Instant;
use crate::host::{Ask, Effect, Place, Reply, RequestId, ServiceCall, WidgetId};
use crate::record::{Finding, Severity};
use serde_json::json;

/// The reason of a refusal that is deskspec's own gap.
pub(super) const NOT_PLAYED: &str = "is documented, and this version's Desk does not play it yet";

impl Desk {
    pub(super) fn asked(&mut self, now: Instant, widget: WidgetId, request: RequestId, ask: Ask, at: Option<Place>, out: &mut Vec<Effect>) {
        if ask.named().is_some_and(|(name, _)| self.catalog.call(&name).is_some_and(|call| call.played)) {
            return self.call_sdk(now, (widget, request), &ask, at, out);
        }
        match ask {
            Ask::Get { property, value } => {
                self.get(now, Get { widget, request, property: &property, value: value.as_ref(), at }, out);
            }
            Ask::Request { options } => self.request(widget, request, &options, at, out),
            Ask::Fetch { call } => {
                let call = ServiceCall { body: parsed(&call.body), ..call };
                out.push(Effect::CallService { widget, request, call });
            }
            Ask::Notify { value } => {
                out.push(Effect::Notification { widget, value });
                out.push(Effect::Reply { widget, request, reply: Reply::Resolve(json!({"status": "success"})) });
            }
            Ask::Widgets => self.list_siblings(widget, request, out),
            Ask::Emit { to, event, data } => self.emit(widget, &to, event, data, at, out),
            Ask::Modal { options } => self.open_modal(widget, request, &options, at, out),
            Ask::Listen { to, event } => self.listen_to(widget, &to, &event, at, out),
            Ask::Invoke { verb, .. } if verb == "MODAL_CLOSE" => self.asked_to_close(widget, request, at, out),
            ask @ (Ask::Set { .. } | Ask::Delete { .. } | Ask::Popup { .. } | Ask::Invoke { .. }) => {
                self.call_sdk(now, (widget, request), &ask, at, out);
            }
        }
    }

    pub(super) fn remark(&self, id: WidgetId, severity: Severity, rule: &str, text: &str, at: Option<Place>, out: &mut Vec<Effect>) {
        let Some(widget) = self.widgets.get(&id) else { return };
        out.push(Effect::Found(Finding {
            severity,
            rule: Some(rule.to_owned()),
            extension: widget.extension.clone(),
            location: widget.location.clone(),
            text: text.to_owned(),
            help: None,
            at,
        }));
    }
}
